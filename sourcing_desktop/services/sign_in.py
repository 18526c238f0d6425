"""Accounts: which there are, whether their keys work, and which one is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import NotFound, Rejected
from sourcing_desktop.language import tr
from sourcing_desktop.storage.key_ring import kept_credentials

if TYPE_CHECKING:
    from sourcing_desktop.storage.accounts import Accounts


async def credentials_of(account: Account) -> Credentials:
    """The keys of an account from the keyring; NotFound when it has none."""
    credentials = await kept_credentials(account)
    if credentials is None:
        raise NotFound(
            tr("The keys of “{name}” are not in the keyring. Enter them in Accounts.", name=account.name)
        )
    return credentials


class SignIn:
    """Looks after accounts. Keys that the gateway refuses are never kept."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    async def all(self) -> tuple[Account, ...]:
        """The sandbox first, then the buyer's own."""
        return await self._accounts.all()

    async def current(self) -> Account:
        """The account the program works with."""
        return await self._accounts.current()

    async def credentials(self, account: Account) -> Credentials:
        """The keys of an account from the keyring; NotFound when it has none."""
        return await credentials_of(account)

    async def pool_account(self) -> tuple[Account, Credentials] | None:
        """The first account of LinkedMall with its keys; None where none is kept. Its pool can be looked into
        beside the account the program works with."""
        for account in await self._accounts.all():
            if account.kind is AccountKind.LINKEDMALL:
                return account, await credentials_of(account)
        return None

    async def check(self, account: Account, credentials: Credentials) -> None:
        """Ask the gateway one harmless question; raises what speaks against the keys, clock or address."""
        if account.kind is AccountKind.LINKEDMALL:
            await _check_linkedmall(account, credentials)
            return
        from sourcing_desktop.gateways.pandapon import PandaPon  # who is signed in is known sooner without

        gateway = PandaPon(account, credentials)
        try:
            await gateway.alibaba.orders(1, 1)
        finally:
            await gateway.close()

    async def keep(self, account: Account, credentials: Credentials) -> None:
        """Keep an account of LinkedMall beside the one the program works with."""
        await self._accounts.save(account, credentials)

    async def use(self, account: Account, credentials: Credentials | None = None) -> None:
        """Work with this account from the next session on, keeping its keys if they are given. Rejected for
        one of LinkedMall, where nothing can be ordered."""
        if account.kind is AccountKind.LINKEDMALL:
            raise Rejected(tr("The program cannot work with an account of LinkedMall. Choose another one."))
        if credentials is not None:
            await self._accounts.save(account, credentials)
        await self._accounts.choose(account)

    async def speak(self, account: Account, language: str) -> None:
        """Have titles translated into another language from the next session on."""
        await self._accounts.set_language(account, language)

    async def remove(self, account: Account) -> None:
        """Forget an account and its keys."""
        await self._accounts.remove(account)


async def _check_linkedmall(account: Account, credentials: Credentials) -> None:
    from sourcing_desktop.gateways.linkedmall import LinkedMall

    mall = LinkedMall(account, credentials)
    try:
        await mall.purchaser_shops()
    finally:
        await mall.close()
