"""What one picture found: on 1688, on Taobao, or on both side by side, each with its own count and state."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters
from sourcing_desktop.language import tr
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.grid.geometry import USUAL, columns_for, width_for
from sourcing_desktop.ui.search.results_view import ResultsView

LEAST_WIDTH, LEAST_HEIGHT = 600, 600
"""px: in less width two sides stand one above the other instead of beside each other, unless there is less
height, too: half of it would show no card in full."""

NARROW, LEAST_SIDE = 280, 160
"""px of a side in which its count leaves little room for the size of the cards, and that it has at least."""

LEAST_CARD = 104
"""px of a card from which its title can be read."""

SLIDER, SHORT_SLIDER = 120, 56
"""px."""

SCROLL_BAR = 16
"""px that one takes at most."""


class Side(QWidget):
    """The results of one platform, below its name where there are two."""

    def __init__(self, platform: Platform, view: ResultsView) -> None:
        super().__init__()
        self.view = view
        self._too_narrow = False
        self.setMinimumWidth(LEAST_SIDE)
        self.head = QWidget()
        name = QLabel(PLATFORM_NAMES[platform])
        name.setProperty("role", "heading")
        self.note = QLabel()
        self.note.setProperty("role", "soft")
        self.note.setWordWrap(True)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(view, 1)

    def narrow_cards(self, width: int) -> None:
        """Have two cards side by side in that width, if they are so large that one fills it; one where two
        would be too small."""
        room = width - SCROLL_BAR
        if columns_for(room, self.view.size_slider.value()) < 2:
            self._too_narrow = width_for(room, 2) < LEAST_CARD
            self.view.fit_cards(width_for(room, 1 if self._too_narrow else 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.view.size_slider.setFixedWidth(SLIDER if width >= NARROW else SHORT_SLIDER)
        if self._too_narrow:
            self.narrow_cards(width)


class Sides(QSplitter):
    """Makes a side when it is first needed, with a results area made by `make_view`."""

    def __init__(self, make_view: Callable[[], ResultsView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_view = make_view
        self._sides: dict[Platform, Side] = {}
        self._shown: tuple[Platform, ...] = ()
        self._fitting = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    @property
    def views(self) -> dict[Platform, ResultsView]:
        """The results of each platform that was ever asked."""
        return {platform: side.view for platform, side in self._sides.items()}

    @property
    def front(self) -> ResultsView:
        """The one with the keyboard, or else the first that is shown."""
        views = [self._sides[platform].view for platform in self._shown]
        focus = QApplication.focusWidget()
        return next((view for view in views if focus is not None and view.isAncestorOf(focus)), views[0])

    def show_platforms(self, platforms: tuple[Platform, ...]) -> None:
        """Show these, in the order of the enumeration; the others are kept as they are."""
        self._fitting |= len(platforms) > len(self._shown)
        self._shown = tuple(platform for platform in Platform if platform in platforms)
        for place, platform in enumerate(Platform):
            if platform in platforms and platform not in self._sides:
                side = self._sides[platform] = Side(platform, self._make_view())
                self.insertWidget(place, side)
                self.setStretchFactor(self.indexOf(side), 1)
        for platform, side in self._sides.items():
            side.setVisible(platform in platforms)
            side.head.setVisible(len(platforms) > 1)
        self._fit_cards()

    def tell_filters(self, filters: Filters) -> None:
        """Say beside a platform's name which filters it does not have."""
        if (taobao := self._sides.get(Platform.TAOBAO)) is not None:
            taobao.note.setText(" · ".join(_lacking_on_taobao(filters)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)  # less than two sides beside each other want: they stand below each other then

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = event.size()
        beside = room.width() >= LEAST_WIDTH or (
            room.height() < LEAST_HEIGHT and room.width() > 2 * LEAST_SIDE
        )
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        super().resizeEvent(event)
        self._fit_cards()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_cards()

    def _fit_cards(self) -> None:
        """Once after a side came, as soon as it is known how much room there is: the same for both,
        and cards that fit it."""
        if self._fitting and self.isVisible():
            self._fitting = False
            self.setSizes([self.width()] * self.count())
            beside = self.orientation() is Qt.Orientation.Horizontal
            lone = len(self._shown) == 1
            for side in self._sides.values():
                if not (lone and side.view.size_slider.value() > USUAL):  # one who wants large cards has them
                    side.narrow_cards(self.width() // 2 if beside and not lone else self.width())


def _lacking_on_taobao(filters: Filters) -> Iterator[str]:
    """What Taobao is not asked with."""
    had = filters.on(Platform.TAOBAO)
    if (filters.words, filters.category_id) != (had.words, had.category_id):
        yield tr("without the filters that only 1688 has")
    if filters.sort != had.sort:
        yield tr("not in this order, which only 1688 has")
    if filters.price_from is not None or filters.price_to is not None:
        yield tr("prices are compared by this program")
