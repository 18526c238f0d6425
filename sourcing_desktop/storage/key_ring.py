"""Keys and secrets of accounts, in the system keyring and nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.language import tr

T = TypeVar("T")

SERVICE = "Sourcing Desktop"


async def keep_credentials(account: Account, credentials: Credentials) -> None:
    """Keep the keys of an account in place of those it had."""
    text = msgspec.json.encode(
        {
            "access_key": credentials.access_key,
            "secret": credentials.secret,
            "user_id": credentials.user_id,
        }
    ).decode()
    await asyncio.to_thread(_with_keyring, lambda ring: ring.set_password(SERVICE, account.id, text))


async def kept_credentials(account: Account) -> Credentials | None:
    """The keys of an account; None when the keyring has none."""
    text = await asyncio.to_thread(_with_keyring, lambda ring: ring.get_password(SERVICE, account.id))
    if text is None:
        return None
    kept = msgspec.json.decode(text, type=dict[str, str])
    return Credentials(kept["access_key"], kept["secret"], kept["user_id"])


async def forget_credentials(account: Account) -> None:
    """Remove the keys of an account, if there are any."""
    await asyncio.to_thread(_with_keyring, lambda ring: _delete_password(ring, account.id))


def _with_keyring(work: Callable[[Any], T]) -> T:
    import keyring  # not at the top: it is slow to load, and the sandbox does without
    import keyring.errors

    try:
        return work(keyring)
    except keyring.errors.KeyringError as error:
        raise StorageFailed(
            tr("This system has no working keyring, so keys cannot be kept. Set one up and try again."),
            detail=type(error).__name__,
        ) from error


def _delete_password(ring: Any, name: str) -> None:
    if ring.get_password(SERVICE, name) is not None:
        ring.delete_password(SERVICE, name)
