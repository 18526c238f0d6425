"""Lets the buyer choose, check and remove accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.account.account_dialog import AccountDialog
from sourcing_desktop.ui.dialogs import answer
from sourcing_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from sourcing_desktop.services.sign_in import SignIn

WORK = "work on accounts"


class AccountController:
    """Runs one account dialog after another. `removed` is told which account is no more."""

    def __init__(
        self,
        window: MainWindow,
        sign_in: SignIn,
        scope: TaskScope,
        removed: Callable[[Account], object] = lambda _account: None,
    ) -> None:
        self._window = window
        self._sign_in = sign_in
        self._scope = scope
        self._removed = removed

    async def choose(self) -> bool:
        """Show the accounts; True when another one was put to use, or what is kept of them has changed."""
        accounts, current = await self._sign_in.all(), await self._sign_in.current()
        dialog = AccountDialog(self._window.theme, accounts, current, self._window)
        dialog.use_requested.connect(lambda: self._use(dialog))
        dialog.remove_requested.connect(
            lambda account: self._scope.start_once(lambda: self._remove(dialog, account), name=WORK)
        )
        try:
            return await answer(dialog)
        finally:
            self._scope.cancel(WORK)  # who closes the dialog wants nothing changed any more
            dialog.deleteLater()

    def _use(self, dialog: AccountDialog) -> None:
        if fault := dialog.fault():
            dialog.banner.say(fault)
            return
        account, typed = dialog.account(), dialog.credentials()
        if self._scope.start_once(lambda: self._check_and_use(dialog, account, typed), name=WORK):
            dialog.show_busy(True)

    async def _check_and_use(
        self, dialog: AccountDialog, account: Account, credentials: Credentials | None
    ) -> None:
        try:
            if account.kind is not AccountKind.SANDBOX:
                if credentials is None:
                    kept = await self._sign_in.credentials(account)
                    credentials = replace(kept, user_id=account.user_id)
                await self._sign_in.check(account, credentials)
            if account.kind is AccountKind.LINKEDMALL and credentials is not None:
                await self._sign_in.keep(account, credentials)
            else:
                await self._sign_in.use(account, credentials)
        except SourcingError as error:
            dialog.show_busy(False)
            dialog.banner.say(error.sentence)
        else:
            dialog.accept()

    async def _remove(self, dialog: AccountDialog, account: Account) -> None:
        try:
            await self._sign_in.remove(account)
        except SourcingError as error:
            dialog.banner.say(error.sentence)
        else:
            self._removed(account)
            dialog.accept()
