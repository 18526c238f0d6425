"""The account in use is the same whether an open library is asked or a closed one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from sourcing_desktop.domain.account import SANDBOX, Account, AccountKind, Credentials
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.last_account import last_account

OURS = Account("Ours", AccountKind.PANDAPON, language="vi", id="ours", paths={"AG3": "/search"})
KEYS = Credentials("key", "secret", "1")


async def nothing(_: Accounts) -> None:
    """A library as it is made."""


async def another(accounts: Accounts) -> None:
    await accounts.save(OURS, KEYS)
    await accounts.choose(OURS)


async def a_speaking_sandbox(accounts: Accounts) -> None:
    await accounts.save(OURS, KEYS)
    await accounts.set_language(SANDBOX, "th")


async def one_that_was_removed(accounts: Accounts) -> None:
    await a_speaking_sandbox(accounts)
    await accounts.choose(OURS)
    await accounts.remove(OURS)


@pytest.mark.parametrize("chosen", [nothing, another, a_speaking_sandbox, one_that_was_removed])
async def test_it_is_the_one_the_library_names(
    chosen: Callable[[Accounts], Awaitable[None]], tmp_path: Path, key_ring: object
):
    database = Database(tmp_path / "library.sqlite")
    try:
        await database.open()
        await chosen(Accounts(database))
        current = await Accounts(database).current()
        assert last_account(tmp_path / "library.sqlite") == current  # also while another has it open
    finally:
        await database.close()
    assert last_account(tmp_path / "library.sqlite") == current


def test_it_is_the_sandbox_before_the_first_start(tmp_path: Path):
    assert last_account(tmp_path / "library.sqlite") == SANDBOX
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("garbage", [b"", b"SQLite format 3\0" + bytes(9000), b"not a library at all" * 99])
def test_a_file_that_is_no_library_does_not_tell(garbage: bytes, tmp_path: Path):
    (tmp_path / "library.sqlite").write_bytes(garbage)
    assert last_account(tmp_path / "library.sqlite") is None
