"""Joins the page of words to the searches the buyer made before."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.kept_search import KeptSearch
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.language import tr, trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.formats import PLATFORM_NAMES, shortened
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.palette.entries import Entry
from sourcing_desktop.ui.search.keyword_page import KeywordPage
from sourcing_desktop.ui.searches.save_box import SaveBox
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.searches import Searches


REMINDERS = 3
"""Searches made before that are offered where there is none yet."""


class SearchesController(QObject):
    """Remembers what is searched for, offers it again, and saves it under a name. What is in `keeping` is let
    finish when the session ends."""

    def __init__(
        self, page: KeywordPage, theme: Theme, searches: Searches, keeping: TaskScope, toast: Toast
    ) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._searches = searches
        self._keeping = keeping
        self._toast = toast
        self._box = SaveBox(page)
        self.destroyed.connect(self._box.deleteLater)
        searches.changed.subscribe(self._show)
        self._show(())
        page.settled.connect(self.remember)
        page.turned.connect(self._mark)
        page.star.clicked.connect(self.name)
        page.suggestions.chosen.connect(self._choose)
        page.suggestions.removed.connect(self._forget)
        self._box.named.connect(self._save)
        self._box.unsaved.connect(self._unsave)
        self._begin(searches.read)
        self.remember()  # what was searched for before the library was open

    def remember(self) -> None:
        """Put what the tab in front searches for among the recent searches."""
        self._mark()
        if (query := self._query) is not None:
            self._begin(partial(self._searches.remember, query))

    def offer(self) -> None:
        """Show the searches made before, below the field, whatever stands in it."""
        self._page.words.setFocus()
        self._page.suggestions.open(every=True)

    def name(self) -> None:
        """Ask for the name to save the search in front under."""
        if (query := self._query) is None:
            self._toast.say(tr("Search for something first, then it can be saved."))
            return
        saved = self._saved()
        self._box.ask(self._page.star, saved.name if saved else query.title, saved=saved is not None)

    def entries(self, typed: str) -> Iterator[Entry]:
        """Searches made before, for the command palette: once something is typed."""
        for search in self._searches.entries if typed else ():
            about = tr("Saved search") if search.name else tr("Search made before")
            sign = "star-filled" if search.name else "later"
            yield Entry(search.title, partial(self._choose, search, True), about, sign)

    @property
    def _query(self) -> KeywordQuery | None:
        return self._page.query_of(self._page.results)

    def _saved(self) -> KeptSearch | None:
        """Under which name the search in front is saved."""
        query = self._query
        same = (
            entry
            for entry in self._searches.entries
            if entry.name and query is not None and _alike(entry.query) == _alike(query)
        )
        return next(same, None)

    def _mark(self) -> None:
        saved = self._saved() is not None
        sign = "star-filled" if saved else "star"
        self._page.star.setIcon(icon(sign, self._theme.accent if saved else self._theme.text))
        said = tr("This search is saved") if saved else tr("Save this search")
        self._page.star.setToolTip(said)
        self._page.star.setAccessibleName(said)

    def _show(self, entries: Sequence[KeptSearch]) -> None:
        self._page.suggestions.show_entries(entries)
        self._page.remind([self._reminder(search) for search in entries[:REMINDERS]])
        self._mark()

    def _reminder(self, search: KeptSearch) -> tuple[str, Callable[[], object]]:
        platform = PLATFORM_NAMES[search.query.platform]
        text = tr("“{words}” on {platform} again", words=shortened(search.title), platform=platform)
        return text, partial(self._choose, search, False)

    def _choose(self, search: KeptSearch, apart: bool) -> None:
        self._page.open(search.query, apart=apart)

    def _save(self, name: str) -> None:
        if (query := self._query) is not None:
            self._begin(partial(self._keep, query, name))

    async def _keep(self, query: KeywordQuery, name: str) -> None:
        kept = await self._searches.save(query, name)
        self._toast.say(tr("Saved the search “{name}”", name=kept.name), partial(self._forget, [kept]))

    def _unsave(self) -> None:
        if (saved := self._saved()) is not None:
            self._forget([saved])

    def _forget(self, searches: Sequence[KeptSearch]) -> None:
        self._begin(partial(self._forgotten, searches))

    async def _forgotten(self, searches: Sequence[KeptSearch]) -> None:
        await self._searches.forget(searches)
        text = trn("Forgot {count} search", "Forgot {count} searches", len(searches))
        self._toast.say(text, lambda: self._begin(partial(self._searches.restore, searches)))

    def _begin(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do it, unless the session is over; a banner says why something cannot be kept."""
        if not self._keeping.closed:
            self._keeping.start(self._told(work), name="searches")

    async def _told(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except SourcingError as error:
            self._page.results.banner.say(error.sentence)


def _alike(query: KeywordQuery) -> KeywordQuery:
    """What makes two searches the same to the buyer: not the language, which is the account's or was."""
    return replace(query, language="")
