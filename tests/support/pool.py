"""Pools of the sandbox's, for tests that need no library."""

from __future__ import annotations

from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.services.pool import Pool
from tests.support.sandbox import RunningSandbox


def mall_account(sandbox: RunningSandbox) -> tuple[Account, Credentials]:
    """The sandbox's LinkedMall account."""
    account = Account("Mall", AccountKind.LINKEDMALL, base_url=sandbox.url)
    return account, Credentials(sandbox.keys.linkedmall_key, sandbox.keys.linkedmall_secret)


def sandbox_pool(sandbox: RunningSandbox) -> Pool:
    """The pool as the sandbox's account sees it."""

    async def find() -> tuple[Account, Credentials]:
        return mall_account(sandbox)

    return Pool(find)


def pool_without_account() -> Pool:
    """The pool of who keeps no account for it."""

    async def find() -> None:
        return None

    return Pool(find)
