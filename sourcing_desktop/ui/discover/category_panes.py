"""Feeds that begin with a category: hot lists, and everything in it."""

from __future__ import annotations

from dataclasses import replace

from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.domain.ranking import RankKind
from sourcing_desktop.domain.search import Filters
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.discover.feed_pane import FeedPane
from sourcing_desktop.ui.theme import Theme

RANK_NAMES = {
    RankKind.OVERALL: tr("Best overall"),
    RankKind.HOT: tr("Best selling"),
    RankKind.GOOD_PRICE: tr("Good price"),
    RankKind.LIVE_HOT: tr("Selling in live shows"),
    RankKind.LIVE_NEW: tr("New in live shows"),
    RankKind.LIVE_RECOMMENDED: tr("Recommended in live shows"),
    RankKind.VIETNAM_HOT: tr("Best selling in Vietnam"),
    RankKind.VIETNAM_TREND: tr("Rising in Vietnam"),
}


class HotListPane(FeedPane):
    """The best of a category, by kind of list."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        note = tr(
            "The best twenty of a category, with their place and how many bought them in 30 days. Hot lists"
            " tell no prices: open an offer to see them."
        )
        hint = tr("Choose a category to see what sells best in it.")
        super().__init__(theme, loader, FeedKind.HOT_LIST, "results", note, hint)
        self.rank = ChoiceBox(tr("Kind of list"))
        for rank, name in RANK_NAMES.items():
            self.rank.addItem(name, rank)
        self._trail = self.put_trail(self.rank)
        self.rank.currentIndexChanged.connect(self._ask)

    def feed(self) -> Feed | None:
        filters = Filters(category_id=self._trail.category_id)
        return Feed(self.kind, filters=filters, rank=RankKind(self.rank.currentData()))


class CategoryPane(FeedPane):
    """Everything in a category."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        hint = tr("Choose a category of 1688 above. Its goods are shown here.")
        super().__init__(theme, loader, FeedKind.CATEGORY, "grid", "", hint)
        self._trail = self.put_trail()
        self._filters = self.put_search(theme, tr("Search inside this category"))
        self._filters.category.hide()
        self._trail.chosen.connect(self._show_search)
        self._show_search()

    def feed(self) -> Feed | None:
        filters = self._filters.filters()
        if filters is None:
            return None
        inside = replace(filters, category_id=self._trail.category_id)
        return Feed(self.kind, self.typed, inside)

    def forget(self) -> None:
        super().forget()
        self._show_search()

    def _show_search(self) -> None:
        """Only inside a category can be searched."""
        self._filters.setVisible(self._trail.category is not None)
