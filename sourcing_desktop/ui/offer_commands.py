"""Joins the commands for offers and cards, quick look and the preview to whichever grid is in front. What
comes of it is up to those who listen to the grids."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.grid.hover_preview import HoverPreview
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.picture_menu import find_in_library, source_of
from sourcing_desktop.ui.search.results_view import ResultsView

if TYPE_CHECKING:
    from sourcing_desktop.ui.main_window import MainWindow
    from sourcing_desktop.ui.quick_look import QuickLook

DEEDS = ("open", "open apart", "quick look", "shortlist", "similar", "kept similar", "shop")
"""The commands for offers."""

NONE_HERE, NONE_CHOSEN = tr("There is no offer here yet."), tr("Choose an offer first.")


class OfferCommands(QObject):
    """For the offers that are selected, or the one seen in quick look. The menu offers what can be done; a
    key that can do nothing says why."""

    def __init__(self, window: MainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._actions = window.actions_by_name
        self.preview = HoverPreview(window.theme, window.loader, window)
        preview = self._actions["preview"]
        preview.setChecked(bool(settings.value("preview", True, bool)))
        self.preview.wanted = preview.isChecked()
        preview.toggled.connect(self._set_preview)
        for name in DEEDS:
            self._actions[name].triggered.connect(partial(self._do, name))
        for name, steps in (("larger", 1), ("smaller", -1), ("usual", 0)):
            self._actions[name].triggered.connect(partial(self._resize_cards, steps))
        window.menus.by_title["&Offers"].aboutToShow.connect(self._prepare_menu)
        window.menus.by_title["&Offers"].aboutToHide.connect(self._revive_keys)
        window.installEventFilter(self)

    @cached_property
    def quick_look(self) -> QuickLook:
        """Large over the window."""
        from sourcing_desktop.ui.quick_look import QuickLook

        window = self._window
        quick_look = QuickLook(window.theme, window.loader, window)
        window.tabs.currentChanged.connect(quick_look.close)
        window.similar_wanted.connect(quick_look.close)
        window.library_sight_wanted.connect(quick_look.close)
        return quick_look

    def adopt(self, grid: OfferGrid) -> None:
        """Serve a grid, too."""
        grid.preview = self.preview
        grid.quick_look_wanted.connect(lambda row: self._show_large(grid, row))
        grid.said.connect(self._window.toast.say)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The shortlist's key belongs to a line that is typed into, where it means no card."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(QApplication.focusWidget(), QLineEdit):
            pressed = QKeySequence(cast(QKeyEvent, event).keyCombination())
            if pressed == self._actions["shortlist"].shortcut():
                event.accept()
                return True
        return False

    # What can be done

    def _results(self) -> ResultsView | None:
        """What is in front; None while its page is not made yet."""
        page = self._window.tabs.front
        return page.results if page is not None else None

    def _grid(self) -> OfferGrid | None:
        """The cards in front; None where there are none."""
        results = self._results()
        return results.grid if results is not None and results.has_grid and results.grid.isVisible() else None

    def _looking(self) -> bool:
        return "quick_look" in vars(self) and self.quick_look.isVisible()

    def _problem(self, name: str) -> str:
        """Why a command can do nothing, in one sentence; empty when it can."""
        grid = self._grid()
        if grid is None or grid.row_to_look_at() < 0:
            return NONE_HERE
        if name == "quick look":
            return ""
        if name == "shortlist":
            return "" if grid.chosen_rows() else NONE_CHOSEN
        offer = grid.current_offer()
        if offer is None:
            return NONE_CHOSEN
        about = {
            "similar": formats.similar_problem,
            "kept similar": formats.similar_problem,
            "shop": formats.shop_problem,
        }
        return about[name](offer) if name in about else ""

    def _prepare_menu(self) -> None:
        for name in DEEDS:
            problem = self._problem(name)
            self._actions[name].setEnabled(not problem)
            self._actions[name].setToolTip(problem)
        grid = self._grid()
        if grid is not None:
            offers, selected = self._for_shortlist(grid)
            those = formats.some_offers(len(offers), selected) if len(offers) > 1 else ""
            listed = bool(offers) and all(map(grid.is_shortlisted, offers))
            self._actions["shortlist"].setText(_shortlist_deed(listed, those))

    def _revive_keys(self) -> None:
        """What is disabled hears no key, and could not say why."""
        for name in DEEDS:
            self._actions[name].setEnabled(True)

    # Doing it

    def _do(self, name: str) -> None:
        problem, grid = self._problem(name), self._grid()
        if problem or grid is None:
            self._window.toast.say(problem)
            return
        match name:
            case "open":
                grid.opened.emit(grid.current_offer())
            case "open apart":
                grid.opened_apart.emit(grid.current_offer())
            case "quick look":
                self._look(grid)
            case "shortlist":
                offers, selected = self._for_shortlist(grid)
                grid.say_taken(len(offers), selected)
                grid.shortlist_toggled.emit(offers)
            case "similar":
                grid.similar_wanted.emit(grid.current_offer())
            case "kept similar" if (offer := grid.current_offer()) is not None:
                find_in_library(grid, source_of(offer))
            case "shop":
                grid.shop_wanted.emit(grid.current_offer())

    def _look(self, grid: OfferGrid) -> None:
        if self._looking():
            self.quick_look.close()
        elif not self.preview.look():
            grid.quick_look_wanted.emit(grid.row_to_look_at())

    def _show_large(self, grid: OfferGrid, row: int) -> None:
        self.quick_look.look(grid, row)
        self._window.toast.raise_()  # what it offers to undo can still be undone

    def _for_shortlist(self, grid: OfferGrid) -> tuple[list[Offer], int]:
        """The offers a command means, and how many are selected."""
        if self._looking():
            offer = grid.current_offer()
            return ([offer] if offer is not None else []), 0
        return grid.chosen_offers(), grid.selected_count()

    def _resize_cards(self, steps: int) -> None:
        results = self._results()
        if results is not None:
            results.resize_cards(steps)

    def _set_preview(self, wanted: bool) -> None:
        self.preview.wanted = wanted
        self._settings.setValue("preview", wanted)


def _shortlist_deed(listed: bool, those: str) -> str:
    """As `formats.shortlist_deed` says it, with a letter for the menu."""
    if listed:
        return tr("Remove {those} from short&list", those=those) if those else tr("Remove from short&list")
    return tr("Short&list {those}", those=those) if those else tr("Short&list")
