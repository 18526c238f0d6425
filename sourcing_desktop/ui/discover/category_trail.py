"""The way down the categories: where one is, and what is below. Asks no gateway: it says what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sourcing_desktop.domain.category import ROOT, Category
from sourcing_desktop.language import tr
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.search.chips import Chip, Chips

GAP = 4
"""px between the steps of the way."""

LINE = 40
"""px: a line of chips with the gap below it."""

LINES_ABOVE_ALL, LINES = 6, 2
"""How many lines of chips are seen at once where there are no goods yet, and above goods."""


class CategoryTrail(QWidget):
    """Emits `chosen` when another category was chosen, or none, and `below_wanted` with the id of the one
    whose categories shall be shown with `show_below`. What was shown once is not asked for again. `leading`
    are other things to choose by, before the way; `lines` of chips are seen where nothing is chosen."""

    chosen = Signal()
    below_wanted = Signal(str)

    def __init__(self, *leading: QWidget, lines: int = LINES_ABOVE_ALL) -> None:
        super().__init__()
        self._lines = lines
        self._path: list[Category] = []
        self._below: dict[str, tuple[Category, ...]] = {}
        self._crumbs = Flow(GAP)
        for widget in leading:
            self._crumbs.add(widget)
        self._shown_crumbs: list[QWidget] = []
        self.all = self._link(tr("All categories"), 0)
        self._crumbs.add(self.all)
        self.chips = Chips(self.all)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.chips)
        self.problem = QLabel()
        self.problem.setProperty("role", "soft")
        self.problem.setWordWrap(True)
        self.retry = QPushButton(tr("Retry"))
        self.retry.clicked.connect(self.begin)
        self._trouble = Flow(8)
        self._trouble.add(self.problem)
        self._trouble.add(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(8)
        column.addWidget(self._crumbs)
        column.addWidget(self._area)
        column.addWidget(self._trouble)
        self.chips.installEventFilter(self)
        self.forget()

    @property
    def category(self) -> Category | None:
        """The category chosen; None for all of them."""
        return self._path[-1] if self._path else None

    @property
    def category_id(self) -> str:
        """Its id; empty for all of them."""
        return self._path[-1].id if self._path else ""

    def crumbs(self) -> list[str]:
        """The way from all categories to the one chosen, as it is shown."""
        return [self.all.text(), *(category.name.shown for category in self._path)]

    def forget(self) -> None:
        """Back to the beginning: the categories are others now, or said in another language."""
        self._path, self._below = [], {}
        self._show()

    def begin(self) -> None:
        """Ask for what shall be shown here, unless it is known."""
        self._trouble.hide()
        at = self.category_id or ROOT
        if at not in self._below and not self._is_leaf():
            self.below_wanted.emit(at)

    def show_below(self, category_id: str, categories: Sequence[Category]) -> None:
        """These are below a category, which need not be the one shown any more."""
        self._below[category_id] = tuple(categories)
        self._show()

    def show_failed(self, category_id: str, sentence: str) -> None:
        """What is below a category cannot be told."""
        if category_id == (self.category_id or ROOT):
            self.problem.setText(sentence)
            self._trouble.show()

    def choose(self, category: Category) -> None:
        """Go down to one of those below."""
        self._path.append(category)
        self._moved()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show) and watched is self.chips:
            self._fit()
        if event.type() is QEvent.Type.KeyPress and watched in self.chips.buttons:
            return self._walk(self.chips.buttons.index(watched), cast(QKeyEvent, event).key())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _walk(self, place: int, key: int) -> bool:
        """To the chip beside this one, or the first or last; False for any other key."""
        last = len(self.chips.buttons) - 1
        steps: dict[int, int] = {
            Qt.Key.Key_Left: place - 1,
            Qt.Key.Key_Up: place - 1,
            Qt.Key.Key_Right: place + 1,
            Qt.Key.Key_Down: place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key not in steps:
            return False
        chip = self.chips.buttons[min(max(steps[key], 0), last)]
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(chip)
        return True

    def _go_up(self, depth: int) -> None:
        if depth != len(self._path):
            del self._path[depth:]
            self._moved()

    def _moved(self) -> None:
        self._show()
        self.begin()
        self.chosen.emit()

    def _is_leaf(self) -> bool:
        return bool(self._path) and bool(self._path[-1].leaf)

    def _show(self) -> None:
        had_keyboard = any(widget.hasFocus() for widget in (*self._shown_crumbs, *self.chips.buttons))
        for widget in self._shown_crumbs:
            self._crumbs.take(widget)
            widget.deleteLater()
        self._shown_crumbs = []
        for depth, category in enumerate(self._path, start=1):
            for widget in (QLabel("›"), self._link(category.name.shown, depth)):
                self._crumbs.add(widget)
                self._shown_crumbs.append(widget)
                widget.show()
        below = self._below.get(self.category_id or ROOT, ())
        self.chips.show_chips([_chip(each, self) for each in below])
        for button in self.chips.buttons:
            button.installEventFilter(self)
        for button in self.chips.buttons[1:]:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes past them, arrows to them
        self._trouble.hide()
        self._fit()
        if had_keyboard and not self.chips.isAncestorOf(self.window().focusWidget() or self):
            (self._shown_crumbs[-1] if self._shown_crumbs else self.all).setFocus()

    def _link(self, text: str, depth: int) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self._go_up(depth))
        return button

    def _fit(self) -> None:
        """As high as the chips need, up to some lines; then they scroll."""
        lines = LINES if self._path else self._lines
        needed = self.chips.heightForWidth(self._area.viewport().width()) if self.chips.buttons else 0
        self._area.setFixedHeight(min(needed, lines * LINE - 8))
        self._area.setVisible(bool(self.chips.buttons))


def _chip(category: Category, trail: CategoryTrail) -> Chip:
    names = dict.fromkeys((category.name.shown, category.name.original))
    return Chip(category.name.shown, " · ".join(names), lambda: trail.choose(category))
