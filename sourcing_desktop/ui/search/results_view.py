"""Results of a search in every state: a hint before, cards while and after, and words when there are none."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSlider, QStackedWidget, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.actions import shortcut
from sourcing_desktop.ui.grid.geometry import NARROWEST, USUAL, WIDEST, columns_for, width_for
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.domain.offer import Offer
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid
    from sourcing_desktop.ui.grid.offer_model import OfferModel

PAGE_STEP = 40
"""px of a card's width."""


class Stage(Enum):
    """What the results area shows."""

    HINT = "hint"
    LOADING = "loading"
    RESULTS = "results"
    NONE = "none"
    FAILED = "failed"


class ResultsView(QWidget):
    """The grid with its surroundings. Decides nothing: a controller moves it through its stages."""

    retry_requested = Signal()
    near_end = Signal()
    opened = Signal(object)
    grid_made = Signal(object)
    stage_changed = Signal()

    def __init__(
        self, theme: Theme, loader: PictureLoader, hint_icon: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stage = Stage.HINT
        self._theme = theme
        self._loader = loader
        self._hint = hint
        self.banner = Banner(theme, self)
        self.hint = Message(theme, hint_icon, hint)
        self.none = Message(theme, "search", "")
        self.failed = Message(theme, "warning", "", button=tr("Retry"))
        self.failed.pressed.connect(self.retry_requested)
        self.stack = QStackedWidget()
        for page in (self.hint, self.none, self.failed):
            self.stack.addWidget(page)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.count.setWordWrap(True)  # two results areas stand side by side on the desk
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setAccessibleName(tr("Size of the cards"))
        keys = f"{shortcut('larger')}, {shortcut('smaller')}"
        self.size_slider.setToolTip(tr("Size of the cards ({keys}, Ctrl and wheel)", keys=keys))
        self.size_slider.setRange(NARROWEST, WIDEST)
        self.size_slider.setPageStep(PAGE_STEP)
        self.size_slider.setFixedWidth(120)
        self.size_slider.setValue(USUAL)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(16, 4, 16, 6)
        self.foot.addWidget(self.count, 1)
        self.foot.addWidget(self.size_slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addLayout(self.foot)
        self._show(Stage.HINT, self.hint)

    @cached_property
    def model(self) -> OfferModel:
        """What the cards show."""
        from sourcing_desktop.ui.grid.offer_model import OfferModel

        return OfferModel(self)

    @cached_property
    def grid(self) -> OfferGrid:
        """The cards. Made when first asked for: nobody sees them before a search."""
        from sourcing_desktop.ui.grid.offer_grid import OfferGrid

        grid = OfferGrid(self._theme, self._loader, self)
        grid.setModel(self.model)
        grid.set_cell_width(self.size_slider.value())
        grid.near_end.connect(self.near_end)
        grid.opened.connect(self.opened)
        grid.menu_requested.connect(self._show_menu)
        self.size_slider.valueChanged.connect(grid.set_cell_width)
        grid.cell_width_changed.connect(self.size_slider.setValue)
        self.stack.addWidget(grid)
        self.setTabOrder(self.failed.button, grid)  # before the slider below it
        self.grid_made.emit(grid)
        return grid

    @property
    def has_grid(self) -> bool:
        """Whether somebody has asked for the cards."""
        return "grid" in vars(self)

    def set_theme(self) -> None:
        """Paint in the theme's colours of now what was painted in others."""
        if self.has_grid:
            self.grid.set_theme(self._theme)

    def take_keyboard(self) -> None:
        """Put the keyboard where something can be done: into the cards, at Retry, or at a next step."""
        if self.stack.currentWidget() is self.failed:
            self.failed.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.stack.currentWidget() is self.none:
            if (step := self.none.first_step) is not None:
                step.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.stack.currentWidget() is self.grid:
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.grid.currentIndex().isValid() and self.model.rowCount():
                self.grid.setCurrentIndex(self.model.index(0))

    def resize_cards(self, steps: int) -> None:
        """That many columns less, or more when negative; at 0 cards as large as usual."""
        width = self.grid.viewport().width()
        columns = columns_for(width, self.grid.cell_width) - steps
        self.size_slider.setValue(width_for(width, max(columns, 1)) if steps else USUAL)

    def fit_cards(self, width: int) -> None:
        """Make cards that wide because they fit then, not because the buyer wants them so: the slider follows
        and tells nobody."""
        with QSignalBlocker(self.size_slider):
            self.size_slider.setValue(width)
        if self.has_grid:
            self.grid.set_cell_width(width)

    def show_hint(self, instead: str = "") -> None:
        """Nothing has been searched yet: say how to begin, or what there is to wait for."""
        self.hint.text.setText(instead or self._hint)
        self.count.clear()
        self._show(Stage.HINT, self.hint)

    def show_loading(self) -> None:
        """A search is under way: old cards dimmed, or drawn outlines when there are none."""
        self._loader.warm()
        self.banner.hide()
        self.model.set_dimmed(True)
        self.grid.set_loading(True)
        self.count.setText(tr("Searching…"))
        self._show(Stage.LOADING, self.grid)

    def show_results(self) -> None:
        """The model has offers."""
        self.model.set_dimmed(False)
        self.grid.set_loading(False)
        self._show(Stage.RESULTS, self.grid)

    def show_none(self, sentence: str, *steps: tuple[str, Callable[[], object]]) -> None:
        """The search worked and found nothing. `steps` are buttons for what may find something."""
        self.grid.set_loading(False)
        self.model.set_dimmed(False)
        self.count.clear()
        self.none.text.setText(sentence)
        self.none.offer(*steps)
        self._show(Stage.NONE, self.none)

    def show_failed(self, sentence: str) -> None:
        """The search failed. Cards that are there stay usable under a banner with Retry."""
        self.grid.set_loading(False)
        self.model.set_dimmed(False)
        if self.model.rowCount():
            self.banner.say(sentence, self.retry_requested.emit)
            self._show(Stage.FAILED, self.grid)
        else:
            self.count.clear()
            self.failed.text.setText(sentence)
            self._show(Stage.FAILED, self.failed)

    def _show_menu(self, offer: Offer, place: QPoint) -> None:
        from sourcing_desktop.ui.search.offer_menu import OfferMenu

        OfferMenu(self.grid, offer, self).popup(place)

    def _show(self, stage: Stage, page: QWidget) -> None:
        self.stage = stage
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and self.stack.isAncestorOf(focus)
        self.stack.setCurrentWidget(page)
        if had_keyboard:
            self.take_keyboard()
        self.size_slider.setVisible(page not in (self.hint, self.none, self.failed))
        self.stage_changed.emit()
