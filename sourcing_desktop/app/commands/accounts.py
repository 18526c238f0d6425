"""Which account a command calls for, and with which keys. The sandbox is started where it is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcing_desktop.app.paths import Paths
from sourcing_desktop.domain.account import SANDBOX, Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import NotFound, SignInNeeded

if TYPE_CHECKING:
    from sourcing_desktop.services.sign_in import SignIn

KEY, SECRET, USER = "SOURCING_ACCESS_KEY", "SOURCING_SECRET", "SOURCING_USER_ID"
TOKEN = "SOURCING_SECURITY_TOKEN"
"""Environment variables with the keys of an address given by hand; a command line is seen by everybody."""


async def account_named(paths: Paths, name: str) -> Account:
    """The kept account of this name, or without a name the one last used. NotFound for a name nobody has."""
    accounts, current = await _kept(paths)
    if not name:
        return current
    for account in accounts:
        if account.name.casefold() == name.casefold():
            return account
    names = ", ".join(account.name for account in accounts)
    raise NotFound(f"There is no account named “{name}”. There are: {names}.")


def account_at(url: str, kind: AccountKind) -> Account:
    """An account nobody keeps, at an address given by hand."""
    return Account(url, kind, url, user_id=os.environ.get(USER, ""))


def keys_in_environment() -> Credentials:
    """The keys for an address given by hand. SignInNeeded where they are missing."""
    if missing := [name for name in (KEY, SECRET) if not os.environ.get(name)]:
        raise SignInNeeded(f"Put the keys for this address into {' and '.join(missing)} in the environment.")
    return Credentials(
        os.environ[KEY], os.environ[SECRET], os.environ.get(USER, ""), os.environ.get(TOKEN, "")
    )


@asynccontextmanager
async def opened(
    paths: Paths, account: Account, kind: AccountKind
) -> AsyncIterator[tuple[Account, Credentials]]:
    """A kept account with its address and keys. The sandbox plays gateways of every kind; it runs as long as
    this, on its own carts and orders."""
    if account.kind is not AccountKind.SANDBOX:
        yield account, await _keys(paths, account)
        return
    from sourcing_desktop.app.sandbox_process import SandboxProcess

    process = SandboxProcess(paths.sandbox_market, paths.sandbox_trade)
    try:
        process.launch()
        market = await process.listening(lambda text: print(text, file=sys.stderr, flush=True))
        keys = market.linkedmall if kind is AccountKind.LINKEDMALL else market.credentials
        yield replace(account, base_url=market.url), keys
    finally:
        await process.stop()


async def _kept(paths: Paths) -> tuple[tuple[Account, ...], Account]:
    """All accounts and the one in use. Asking makes no library where there is none yet."""
    if not paths.library.exists():
        return (SANDBOX,), SANDBOX
    async with _sign_in(paths) as sign_in:
        return await sign_in.all(), await sign_in.current()


async def _keys(paths: Paths, account: Account) -> Credentials:
    async with _sign_in(paths) as sign_in:
        return await sign_in.credentials(account)


@asynccontextmanager
async def _sign_in(paths: Paths) -> AsyncIterator[SignIn]:
    from sourcing_desktop.services.sign_in import SignIn  # slow to load, and many calls do without
    from sourcing_desktop.storage.accounts import Accounts
    from sourcing_desktop.storage.database import Database

    database = Database(paths.library)
    try:
        await database.open()
        yield SignIn(Accounts(database))
    finally:
        await database.close()
