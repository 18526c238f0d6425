"""Lets the buyer state a rate of exchange, from the menu or from where a sum stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.dialogs import answer
from sourcing_desktop.ui.exchange.rate_dialog import RateDialog
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.exchange import Exchange


class RateController(QObject):
    """One dialog at a time. `dialog` is the one that is open, if any."""

    def __init__(self, window: QWidget, theme: Theme, exchange: Exchange, scope: TaskScope) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._exchange = exchange
        self._scope = scope
        self.dialog: RateDialog | None = None

    def edit(self, above: QWidget | None = None) -> None:
        """Show the rate, in front of `above` or of the window."""
        self._scope.start_once(lambda: self._edit(above or self._window), name="exchange rate")

    async def _edit(self, above: QWidget) -> None:
        dialog = self.dialog = RateDialog(self._theme, self._exchange.rate, above)
        dialog.use_requested.connect(
            lambda currency, rate: self._keep(lambda: self._exchange.state(currency, rate))
        )
        dialog.forget_requested.connect(lambda: self._keep(self._exchange.forget))
        try:
            await answer(dialog)
        finally:
            self.dialog = None
            dialog.deleteLater()

    def _keep(self, work: Callable[[], Awaitable[None]]) -> None:
        self._scope.start_once(lambda: self._finish(work), name="keep the exchange rate")

    async def _finish(self, work: Callable[[], Awaitable[None]]) -> None:
        """Close the dialog when the work is done; say in it why it could not be."""
        try:
            await work()
        except SourcingError as error:
            if self.dialog is not None:
                self.dialog.banner.say(error.sentence)
        else:
            if self.dialog is not None:
                self.dialog.accept()
