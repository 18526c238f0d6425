"""Opens the address book and does what is asked for in it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.address.address_dialog import STAYS, AddressDialog
from sourcing_desktop.ui.dialogs import answer
from sourcing_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from sourcing_desktop.services.addresses import Addresses

WORK = "work on addresses"
NOTHING_NEW = tr("The gateway keeps no address that is not in this book.")

Outcome = tuple[str, Callable[[], object] | None]
"""What to say, if anything, and how to take it back."""

Work = Callable[[], Awaitable[Outcome]]


class AddressController(QObject):
    """One dialog at a time. `keeping` carries what goes to the disk, and outlives the dialog; `scope` all
    else."""

    def __init__(
        self, window: MainWindow, addresses: Addresses, scope: TaskScope, keeping: TaskScope
    ) -> None:
        super().__init__(window)
        self._window = window
        self._addresses = addresses
        self._scope = scope
        self._keeping = keeping
        self.dialog: AddressDialog | None = None
        """The one that is open, if any."""

    def open(self) -> None:
        """Show the book."""
        self._scope.start_once(self._open, name="addresses")

    async def _open(self) -> None:
        dialog = self.dialog = AddressDialog(self._window.theme, self._window)
        dialog.save_requested.connect(lambda entry: self._keep(lambda: self._save(entry)))
        dialog.remove_requested.connect(lambda entry: self._keep(lambda: self._remove(entry)))
        dialog.keep_requested.connect(lambda entry: self._ask(lambda: self._keep_at_gateway(entry)))
        dialog.bring_requested.connect(lambda: self._ask(self._bring))
        self._ask(self._show)
        try:
            await answer(dialog)
        finally:
            self.dialog = None
            self._scope.cancel(WORK)  # the gateway is not asked for a dialog that is gone
            dialog.deleteLater()

    def _keep(self, work: Work) -> None:
        self._busy(True)
        self._keeping.start(self._do(work), name="keep addresses")

    def _ask(self, work: Work) -> None:
        self._busy(True)
        self._scope.replace(self._do(work), name=WORK)

    async def _do(self, work: Work) -> None:
        """Do what was asked for, and say what came of it: in the dialog, or in the window without one."""
        try:
            sentence, undo = await work()
        except SourcingError as error:
            sentence, undo = error.sentence, None
        self._busy(False)
        if sentence and self.dialog is not None:
            self.dialog.banner.say(sentence, undo, tr("Undo"))
        elif sentence:
            self._window.toast.say(sentence)

    def _busy(self, busy: bool) -> None:
        if self.dialog is not None:
            self.dialog.show_busy(busy)

    async def _show(self, chosen: AddressEntry | None = None) -> Outcome:
        entries = await self._addresses.entries()
        if self.dialog is not None:
            self.dialog.show_entries(entries, chosen)
        return "", None

    async def _save(self, entry: AddressEntry) -> Outcome:
        return await self._show(await self._addresses.save(entry))

    async def _remove(self, entry: AddressEntry) -> Outcome:
        await self._addresses.remove(entry)
        await self._show()
        gone = tr("“{name}” was removed from this book.", name=entry.title)
        said = f"{gone} {STAYS}" if entry.gateway_id else gone
        return said, lambda: self._keep(lambda: self._save(entry))

    async def _keep_at_gateway(self, entry: AddressEntry) -> Outcome:
        await self._show(await self._addresses.keep_at_gateway(entry))
        return "", None

    async def _bring(self) -> Outcome:
        count = await self._addresses.bring()
        await self._show()
        return _fetched(count) if count else NOTHING_NEW, None


def _fetched(addresses: int) -> str:
    return tr(
        "{count} fetched from the gateway. It keeps no towns and codes: look at each before you use it.",
        count=addresses,
    )
