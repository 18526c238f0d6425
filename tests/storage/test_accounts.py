"""Accounts: each keeps its own keys and what belongs to it, whatever it is called."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from sourcing_desktop.domain.account import SANDBOX, Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import Conflict
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.schema import ACCOUNTS
from tests.storage.test_journal import draft, way_to
from tests.support.window import MemoryKeyring

KEYS = Credentials("key", "secret", "1")


@pytest.fixture
def database(tmp_path: Path, runner: asyncio.Runner, key_ring: MemoryKeyring) -> Iterator[Database]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def accounts(database: Database) -> Accounts:
    return Accounts(database)


def trial(name: str = "Trial", **changes: str) -> Account:
    return replace(Account(name, AccountKind.PANDAPON), **changes)


def test_every_account_is_made_with_an_id_of_its_own():
    assert trial().id != trial().id
    assert SANDBOX.id == "sandbox"


async def test_an_account_comes_back_as_it_was_kept(accounts: Accounts):
    account = trial(base_url="http://127.0.0.1:1", generation="v1", user_id="7", language="es")
    await accounts.save(account, KEYS)
    await accounts.choose(account)
    assert await accounts.all() == (SANDBOX, account)
    assert await accounts.current() == account


async def test_what_a_gateway_does_otherwise_is_kept(accounts: Accounts):
    account = replace(trial(), clock_unit="ms", paths={"AG3": "/v3/search", "AO5 v1": "/list"})
    await accounts.save(account, KEYS)
    assert (await accounts.all())[1] == account
    assert hash(account) != hash(trial())


async def test_an_account_of_an_earlier_version_loads(accounts: Accounts, database: Database):
    text = '{"name":"Old","kind":"pandapon","base_url":"http://127.0.0.1:1","id":"7"}'
    await database.run(lambda connection: connection.execute(insert(ACCOUNTS).values(id="7", account=text)))
    [_, old] = await accounts.all()
    assert (old.name, old.clock_unit, old.paths) == ("Old", "s", {})


async def test_accounts_are_listed_by_name(accounts: Accounts):
    for name in ("beta", "Gamma", "Alpha"):
        await accounts.save(trial(name), KEYS)
    assert [account.name for account in await accounts.all()] == ["Sandbox", "Alpha", "beta", "Gamma"]


async def test_a_new_name_keeps_keys_and_choice(accounts: Accounts, key_ring: MemoryKeyring):
    account = trial()
    await accounts.save(account, KEYS)
    await accounts.choose(account)
    renamed = replace(account, name="Shop")
    await accounts.save(renamed, Credentials("key", "another", "1"))
    assert await accounts.all() == (SANDBOX, renamed)
    assert await accounts.current() == renamed
    assert list(key_ring.kept) == [("Sourcing Desktop", account.id)]


@pytest.mark.parametrize("name", ["Trial", "TRIAL", "Sandbox", "sandbox"])
async def test_a_taken_name_is_refused_and_harms_nobody(
    accounts: Accounts, key_ring: MemoryKeyring, name: str
):
    account = trial()
    await accounts.save(account, KEYS)
    before = dict(key_ring.kept)
    with pytest.raises(Conflict, match="There is an account named"):
        await accounts.save(trial(name), Credentials("other", "other", "2"))
    assert await accounts.all() == (SANDBOX, account)
    assert key_ring.kept == before


async def test_the_sandbox_keeps_its_language(accounts: Accounts):
    await accounts.set_language(SANDBOX, "es")
    assert await accounts.all() == (replace(SANDBOX, language="es"),)


async def test_a_removed_account_takes_its_keys_along_and_the_sandbox_is_used(
    accounts: Accounts, key_ring: MemoryKeyring
):
    account = trial()
    await accounts.save(account, KEYS)
    await accounts.choose(account)
    await accounts.remove(account)
    assert not key_ring.kept
    assert await accounts.current() == SANDBOX


@pytest.mark.parametrize("state", [IntentState.SENDING, IntentState.UNKNOWN])
async def test_an_account_stays_while_an_order_of_it_is_unsettled(
    accounts: Accounts, database: Database, key_ring: MemoryKeyring, state: IntentState
):
    account = trial()
    await accounts.save(account, KEYS)
    journal = Journal(database, account.id)
    await journal.write(draft())
    for step in way_to(state):
        await journal.move("SD-1", step)
    with pytest.raises(Conflict, match="not settled"):
        await accounts.remove(account)
    assert await accounts.all() == (SANDBOX, account)
    assert key_ring.kept


@pytest.mark.parametrize("state", [IntentState.DONE, IntentState.REJECTED, IntentState.ABSENT])
async def test_an_account_whose_orders_are_settled_can_go(
    accounts: Accounts, database: Database, state: IntentState
):
    account = trial()
    await accounts.save(account, KEYS)
    journal = Journal(database, account.id)
    await journal.write(draft())
    for step in way_to(state):
        await journal.move("SD-1", step)
    await accounts.remove(account)
    assert await accounts.all() == (SANDBOX,)


async def test_another_accounts_open_order_is_no_obstacle(accounts: Accounts, database: Database):
    account = trial()
    await accounts.save(account, KEYS)
    await Journal(database, SANDBOX.id).write(draft())
    await accounts.remove(account)
    assert await accounts.all() == (SANDBOX,)
