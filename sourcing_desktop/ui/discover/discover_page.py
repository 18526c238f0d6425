"""The page of feeds: one of them in front, the others as they were left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sourcing_desktop.domain.feed import FeedKind
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.discover.category_panes import CategoryPane, HotListPane
from sourcing_desktop.ui.discover.feed_pane import FeedPane, global_pane, recommended_pane, strict_pane
from sourcing_desktop.ui.discover.pool_pane import PoolPane
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

FEEDS: dict[FeedKind, tuple[str, Callable[[Theme, PictureLoader], FeedPane]]] = {
    FeedKind.RECOMMENDED: (tr("Recommended"), recommended_pane),
    FeedKind.STRICT_SELECTION: (tr("Strict selection"), strict_pane),
    FeedKind.GLOBAL_SELECTION: (tr("Global selection"), global_pane),
    FeedKind.HOT_LIST: (tr("Hot lists"), HotListPane),
    FeedKind.CATEGORY: (tr("Categories"), CategoryPane),
    FeedKind.POOL: (tr("LinkedMall pool"), PoolPane),
}
"""The feeds as buyers know them, in their order on the page."""


class DiscoverPage(SearchPage):
    """A feed's pane is made when it is first chosen: `pane_made` tells of it, `pane_shown` of the one that
    came before the eyes of the buyer. `accounts_requested` asks for the account settings."""

    pane_made = Signal(object)
    pane_shown = Signal(object)
    accounts_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._loader = theme, loader
        self._panes: dict[FeedKind, FeedPane] = {}
        self.chips: dict[FeedKind, QPushButton] = {}
        self._group = QButtonGroup(self)
        chips = Flow(8)
        for kind, (name, _) in FEEDS.items():
            chip = QPushButton(name)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self.choose, kind))
            self._group.addButton(chip)
            chips.add(chip)
            self.chips[kind] = chip
        bar = QVBoxLayout()
        bar.setContentsMargins(16, 12, 16, 4)
        bar.addWidget(chips)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        self.choose(FeedKind.RECOMMENDED)

    @property
    def pane(self) -> FeedPane:
        """The feed in front."""
        pane = self._stack.currentWidget()
        assert isinstance(pane, FeedPane)
        return pane

    def panes(self) -> Iterable[FeedPane]:
        """The feeds that were chosen so far."""
        return self._panes.values()

    def choose(self, kind: FeedKind, _checked: bool = True) -> None:
        """Bring a feed to the front."""
        self.chips[kind].setChecked(True)
        if kind not in self._panes:
            pane = self._panes[kind] = FEEDS[kind][1](self._theme, self._loader)
            self._stack.addWidget(pane)
            self.add_view(pane.results)
            self.pane_made.emit(pane)
        self._stack.setCurrentWidget(self._panes[kind])
        if self.isVisible():
            self.pane_shown.emit(self.pane)

    def words_field(self) -> QLineEdit | None:
        words = self.pane.words
        return words if words is not None and words.isVisible() else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pane_shown.emit(self.pane)

    def _front(self) -> ResultsView:
        return self.pane.results
