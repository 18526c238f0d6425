"""Asks for a feed when the buyer first looks at it, and for what is asked of it from then on."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.category import ROOT
from sourcing_desktop.domain.errors import SignInNeeded, SourcingError
from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.language import tr
from sourcing_desktop.ui.discover.discover_page import FEEDS, DiscoverPage
from sourcing_desktop.ui.discover.feed_pane import FeedPane
from sourcing_desktop.ui.search.search_controller import SearchController

if TYPE_CHECKING:
    from sourcing_desktop.services.discovery import Discovery
    from sourcing_desktop.tasks import TaskScope

log = logging.getLogger(__name__)

BY_CATEGORY = (FeedKind.HOT_LIST, FeedKind.CATEGORY)
"""Feeds that cannot be asked for without a category."""

NOTHING = {
    FeedKind.RECOMMENDED: tr("Nothing is recommended at the moment."),
    FeedKind.STRICT_SELECTION: tr("The selection has no such goods. Try other words or fewer filters."),
    FeedKind.GLOBAL_SELECTION: tr("The selection has no such goods. Try other words or fewer filters."),
    FeedKind.HOT_LIST: tr("This list is empty. Choose another category or another kind of list."),
    FeedKind.CATEGORY: tr("This category has no such goods. Try other words or fewer filters."),
    FeedKind.POOL: tr("The pool has no such goods. Try other words, another category or source."),
}


class DiscoverController(QObject):
    """Looks after the page of feeds. Nothing is asked before the buyer looks."""

    def __init__(self, page: DiscoverPage, discovery: Discovery, scope: TaskScope) -> None:
        super().__init__(page)
        self._page = page
        self._discovery = discovery
        self._scope = scope
        self._results: dict[FeedKind, SearchController] = {}
        self._begun: set[FeedKind] = set()
        for pane in page.panes():
            self._join(pane)
        page.pane_made.connect(self._join)
        page.pane_shown.connect(self._look)
        if page.isVisible():
            self._look(page.pane)

    def _join(self, pane: FeedPane) -> None:
        """Work for a pane that is new, or that was of another account."""
        results = self._results[pane.kind] = SearchController(pane.results, self._scope, self)
        results.forget()
        pane.forget()
        pane.asked.connect(self._ask)
        pane.below_wanted.connect(self._learn)

    def _look(self, pane: FeedPane) -> None:
        """The first time a feed is looked at it is asked for."""
        if pane.kind in self._begun:
            return
        self._begun.add(pane.kind)
        if pane.trail is not None:
            pane.trail.begin()
        elif pane.filters is not None:
            self._scope.start(self._fill_categories(pane), name="categories of a feed")
        self._ask(pane)

    def _ask(self, pane: FeedPane) -> None:
        feed, results = pane.feed(), self._results[pane.kind]
        if feed is None:
            return
        if feed.kind in BY_CATEGORY and not feed.filters.category_id:
            results.forget()
        elif feed.kind is FeedKind.POOL:
            pane.results.show_loading()
            self._scope.replace(self._ask_pool(pane, feed), name="pool")
        else:
            self._search(pane, feed)

    async def _ask_pool(self, pane: FeedPane, feed: Feed) -> None:
        results = self._results[pane.kind]
        if lacking := await self._discovery.pool_lacks():
            results.forget()
            pane.results.show_hint(lacking)
            pane.results.hint.offer((tr("Account settings…"), self._page.accounts_requested.emit))
            self._begun.discard(pane.kind)  # looked at again, it is asked again
        else:
            self._search(pane, feed)

    def _search(self, pane: FeedPane, feed: Feed) -> None:
        name, _ = FEEDS[feed.kind]
        session = self._discovery.begin(feed, name)
        self._results[feed.kind].search(session, NOTHING[feed.kind], *pane.steps())

    def _learn(self, pane: FeedPane, category_id: str) -> None:
        self._scope.start(self._learned(pane, category_id), name="categories below one")

    async def _learned(self, pane: FeedPane, category_id: str) -> None:
        trail = pane.trail
        assert trail is not None
        try:
            below = await self._discovery.categories_below(pane.kind, category_id)
        except SignInNeeded:
            return  # the feed says so itself
        except SourcingError as error:
            trail.show_failed(category_id, error.sentence)
            return
        trail.show_below(category_id, below)
        if pane.kind in BY_CATEGORY and category_id == ROOT and below and trail.category is None:
            trail.choose(below[0])  # goods are better than the question which ones

    async def _fill_categories(self, pane: FeedPane) -> None:
        """Without categories the filter stays at all of them."""
        try:
            below = await self._discovery.categories_below(pane.kind)
        except SourcingError as error:
            log.info("no categories: %s", error.sentence)
            return
        if pane.filters is not None:
            pane.filters.set_categories([(each.id, each.name) for each in below])
