"""Joins the commands for offers and cards, quick look and the preview to whichever grid is in front. What
comes of it is up to those who listen to the grids."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.grid.hover_preview import HoverPreview
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.search.results_view import ResultsView

if TYPE_CHECKING:
    from sourcing_desktop.ui.main_window import MainWindow
    from sourcing_desktop.ui.quick_look import QuickLook


class OfferCommands(QObject):
    """For the offers that are selected, or the one seen in quick look. Without any, nothing happens."""

    def __init__(self, window: MainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.preview = HoverPreview(window.theme, window.loader, window)
        preview = window.actions_by_name["preview"]
        preview.setChecked(bool(settings.value("preview", True, bool)))
        self.preview.wanted = preview.isChecked()
        preview.toggled.connect(self._set_preview)
        for name, call in (
            ("open", self._open),
            ("quick look", self._look),
            ("shortlist", self._shortlist),
            ("similar", self._find_similar),
            ("shop", self._open_shop),
            ("larger", lambda: self._resize_cards(1)),
            ("smaller", lambda: self._resize_cards(-1)),
            ("usual", lambda: self._resize_cards(0)),
        ):
            window.actions_by_name[name].triggered.connect(call)

    @cached_property
    def quick_look(self) -> QuickLook:
        """Large over the middle of the window."""
        from sourcing_desktop.ui.quick_look import QuickLook

        window = self._window
        quick_look = QuickLook(window.theme, window.loader, cast(QWidget, window.centralWidget()))
        window.tabs.currentChanged.connect(quick_look.close)
        return quick_look

    def adopt(self, results: ResultsView) -> None:
        """Serve a grid, too."""
        results.grid.preview = self.preview
        results.grid.quick_look_wanted.connect(lambda row: self.quick_look.look(results.grid, row))

    def _results(self) -> ResultsView | None:
        """What is in front; None while its page is not made yet."""
        return getattr(self._window.tabs.currentWidget(), "results", None)

    def _current(self) -> tuple[OfferGrid | None, Offer | None]:
        results = self._results()
        if results is None or not results.grid.isVisible():
            return None, None
        return results.grid, results.grid.current_offer()

    def _looking(self) -> bool:
        return "quick_look" in vars(self) and self.quick_look.isVisible()

    def _open(self) -> None:
        grid, offer = self._current()
        if grid is not None and offer is not None:
            grid.opened.emit(offer)

    def _look(self) -> None:
        grid, offer = self._current()
        if self._looking():
            self.quick_look.close()
        elif grid is not None and offer is not None:
            grid.quick_look_wanted.emit(grid.currentIndex().row())

    def _shortlist(self) -> None:
        grid, offer = self._current()
        if grid is not None and offer is not None:
            chosen = [] if self._looking() else grid.selected_offers()
            grid.shortlist_toggled.emit(chosen or [offer])

    def _find_similar(self) -> None:
        grid, offer = self._current()
        if grid is not None and offer is not None:
            grid.similar_wanted.emit(offer)

    def _open_shop(self) -> None:
        grid, offer = self._current()
        if grid is not None and offer is not None and not formats.shop_problem(offer):
            grid.shop_wanted.emit(offer)

    def _resize_cards(self, steps: int) -> None:
        results = self._results()
        if results is not None:
            results.resize_cards(steps)

    def _set_preview(self, wanted: bool) -> None:
        self.preview.wanted = wanted
        self._settings.setValue("preview", wanted)
