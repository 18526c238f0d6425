"""Lets the buyer choose, check and remove accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_desktop.domain.account import Account
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.account.account_dialog import AccountDialog
from sourcing_desktop.ui.dialogs import answer
from sourcing_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from sourcing_desktop.services.sign_in import SignIn


class AccountController:
    """Runs one account dialog after another."""

    def __init__(self, window: MainWindow, sign_in: SignIn, scope: TaskScope) -> None:
        self._window = window
        self._sign_in = sign_in
        self._scope = scope

    async def choose(self) -> bool:
        """Show the accounts; True when another one was put to use."""
        accounts, current = await self._sign_in.all(), await self._sign_in.current()
        dialog = AccountDialog(self._window.theme, accounts, current, self._window)
        dialog.use_requested.connect(
            lambda: self._scope.start_once(lambda: self._use(dialog), name="check account")
        )
        dialog.remove_requested.connect(
            lambda account: self._scope.start_once(
                lambda: self._remove(dialog, account), name="remove account"
            )
        )
        try:
            return await answer(dialog)
        finally:
            dialog.deleteLater()

    async def _use(self, dialog: AccountDialog) -> None:
        if missing := dialog.missing():
            dialog.banner.say(missing)
            return
        account, credentials = dialog.account(), dialog.credentials()
        dialog.show_busy(True)
        try:
            if credentials is not None:
                await self._sign_in.check(account, credentials)
            await self._sign_in.use(account, credentials)
        except SourcingError as error:
            dialog.banner.say(error.sentence)
        else:
            dialog.accept()
        finally:
            dialog.show_busy(False)

    async def _remove(self, dialog: AccountDialog, account: Account) -> None:
        try:
            await self._sign_in.remove(account)
        except SourcingError as error:
            dialog.banner.say(error.sentence)
        else:
            dialog.accept()
