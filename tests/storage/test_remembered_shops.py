"""The shops a buyer was in: those kept stay, of the others the latest do, and accounts do not share them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from sourcing_desktop.domain.quantity import MixedBatch
from sourcing_desktop.domain.supplier import KnownShop, Supplier
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.remembered_shops import MOST_VISITED, RememberedShops
from sourcing_desktop.storage.schema import SHOPS

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def shop(number: int, *, remembered: bool = False) -> KnownShop:
    supplier = Supplier(f"BBB{number}", f"义乌 {number}", "浙江义乌", ("super_factory",), 32.5, None, 97.0)
    return KnownShop(supplier, NOON + timedelta(minutes=number), remembered)


@pytest.fixture
def database(runner: asyncio.Runner, tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def shops(database: Database) -> RememberedShops:
    return RememberedShops(database, "ours")


async def test_the_shop_seen_last_comes_first_with_all_its_facts(shops: RememberedShops):
    mixing = KnownShop(Supplier("BBB9", mixed_batch=MixedBatch(30)), NOON - timedelta(days=1), True)
    for each in (shop(2), mixing, shop(1)):
        await shops.put(each)
    assert await shops.all() == (shop(2), shop(1), mixing)


async def test_a_shop_seen_again_stands_once_as_it_is_now(shops: RememberedShops):
    await shops.put(shop(1))
    later = KnownShop(Supplier("BBB1", "another name"), NOON + timedelta(hours=3), True)
    await shops.put(later)
    assert await shops.all() == (later,)


async def test_of_shops_nobody_kept_only_the_latest_stay(shops: RememberedShops):
    await shops.put(shop(0, remembered=True))
    for number in range(1, MOST_VISITED + 4):
        await shops.put(shop(number))
    known = await shops.all()
    assert len(known) == MOST_VISITED + 1
    assert known[0] == shop(MOST_VISITED + 3)
    assert known[-1] == shop(0, remembered=True)


async def test_a_forgotten_shop_is_gone(shops: RememberedShops):
    for number in (1, 2):
        await shops.put(shop(number))
    await shops.forget("BBB1")
    assert await shops.all() == (shop(2),)


async def test_accounts_do_not_see_each_others_shops(shops: RememberedShops, database: Database):
    await shops.put(shop(1))
    other = RememberedShops(database, "other")
    await other.forget("BBB1")
    assert await other.all() == ()
    assert await shops.all() == (shop(1),)


@pytest.mark.expects_log("the shop BBB1 cannot be read")
async def test_a_damaged_row_is_left_out(shops: RememberedShops, database: Database):
    for number in (1, 2):
        await shops.put(shop(number))
    damage = update(SHOPS).where(SHOPS.c.seller == "BBB1").values(facts="{")
    await database.run(lambda connection: connection.execute(damage))
    assert await shops.all() == (shop(2),)
