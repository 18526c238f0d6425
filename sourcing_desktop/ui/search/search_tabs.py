"""Searches side by side: a bar of tabs over the results of the one in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from sourcing_desktop.ui.tab_cross import add_cross
from sourcing_desktop.ui.theme import Theme

MOST_TABS = 20


class SearchTabs(QWidget):
    """The bar is hidden while there is one search. Emits `turned` when another one came to the front, and
    `closed` with the results area of one that went.

    Its results area waits for the next search: joining one to all that grids offer is dear.
    """

    turned = Signal()
    closed = Signal(object)

    def __init__(self, theme: Theme, make: Callable[[], ResultsView]) -> None:
        super().__init__()
        self._theme = theme
        self._make = make
        self._spare: list[ResultsView] = []
        self._names: dict[ResultsView, str] = {}
        self.bar = _Bar()
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack)
        self.add()
        self.bar.currentChanged.connect(self._turn)
        self.bar.middle_clicked.connect(self.close_at)

    @property
    def front(self) -> ResultsView:
        """The results the buyer looks at."""
        return self.bar.tabData(self.bar.currentIndex())

    @property
    def full(self) -> bool:
        """Whether no further search can be opened."""
        return self.bar.count() == MOST_TABS

    def views(self) -> list[ResultsView]:
        """The results of every search that is open, in the order of the tabs."""
        return [self.bar.tabData(place) for place in range(self.bar.count())]

    def add(self) -> ResultsView:
        """Open another search, in front."""
        view = self._spare.pop() if self._spare else self._new()
        place = self.bar.addTab("")
        self.bar.setTabData(place, view)
        add_cross(self.bar, place, self._theme, tr("Close this search"), self.close_at)
        self.name(view, "")
        self.bar.setVisible(self.bar.count() > 1)
        self.bar.setCurrentIndex(place)
        return view

    def close_at(self, place: int) -> None:
        """Close a search. The last one only becomes empty."""
        view = self.bar.tabData(place)
        self.name(view, "")
        if self.bar.count() > 1:
            self._spare.append(view)
            self.bar.removeTab(place)
            self.bar.setVisible(self.bar.count() > 1)
        self.closed.emit(view)

    def walk(self, steps: int) -> None:
        """Turn to a tab further right or left, around the ends."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + steps) % self.bar.count())

    def name(self, view: ResultsView, name: str) -> None:
        """What stands on a tab; an empty one is a new search."""
        self._names[view] = name or tr("New search")
        self._mark(view)

    def _new(self) -> ResultsView:
        view = self._make()
        view.stage_changed.connect(lambda: self._mark(view))
        self.stack.addWidget(view)
        return view

    def _turn(self, _place: int) -> None:
        self.stack.setCurrentWidget(self.front)
        self.turned.emit()

    def _mark(self, view: ResultsView) -> None:
        """Say on the tab whether the search runs or has failed."""
        if view not in self._names or view not in self.views():
            return
        place, name = self.views().index(view), self._names[view]
        sign, tip = QIcon(), name
        if view.stage is Stage.LOADING:
            sign, tip = icon("refresh", self._theme.text_soft), tr("{search}: searching…", search=name)
        elif view.stage is Stage.FAILED:
            sign, tip = icon("warning", self._theme.danger), tr("{search}: failed", search=name)
        self.bar.setTabText(place, name.replace("&", "&&"))
        self.bar.setTabIcon(place, sign)
        self.bar.setTabToolTip(place, plain_tip(tip))
        self.bar.setAccessibleTabName(place, tip)


class _Bar(QTabBar):
    """Tabs that can be moved. Emits `middle_clicked` with the place of one."""

    middle_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "searches")
        self.setAccessibleName(tr("Searches that are open"))
        self.setExpanding(False)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and place >= 0:
            self.middle_clicked.emit(place)
        super().mouseReleaseEvent(event)
