"""The cart on disk: every line comes back as it was written, whatever is in it and whoever else writes."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from sourcing_desktop.domain.cart_merge import KeptLine
from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.quantity import MixedBatch
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.storage.cart_facts import CartFacts
from sourcing_desktop.storage.cart_lines import CartLines
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import CART_LINES, MIGRATIONS
from tests.support.cart_lines import line

NOTES = [
    "10,000 letters".ljust(10_000, "x"),
    "👍🏽 rẻ · ถูก · 便宜",
    "\u05e9\u05dc\u05d5\u05dd \u202e abc",
    "a\x00b",
    "'; DROP--",
]


@pytest.fixture
def database(tmp_path: Path, runner: asyncio.Runner) -> Iterator[Database]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def lines(database: Database) -> CartLines:
    return CartLines(database, "trial")


def kept(row: int, **changes) -> dict[str, KeptLine]:
    made = KeptLine(line(row), base=10)
    return {made.line.key: replace(made, **changes)}


async def test_every_field_comes_back(lines: CartLines):
    seller = Supplier(
        "S1", "箱包厂", mixed_batch=MixedBatch(pieces=60, amount=Money(50_000)), service_score=4.5
    )
    sku = Sku(
        "6001200036800039511",  # above 2^53
        (SkuAttribute(Words("颜色", "colour"), Words("红色", "red")),),
        price=Money(1290),
        weight_g=250,
        supply_id="7",
    )
    full = line(1, supplier=seller, sku=sku, supply_id="42", later=True, note="n", elsewhere=40, second=True)
    wanted = {full.key: KeptLine(full, base=2**53 + 1, sent=0, removed=True, ordered=7)}
    await lines.change(lambda now: wanted)
    assert await lines.all() == wanted


async def test_lines_stay_in_the_order_of_adding(lines: CartLines):
    for row in (5, 3, 9):
        await lines.change(lambda now, row=row: kept(row))
    await lines.change(lambda now: kept(5, sent=3))
    assert [each.line.row_id for each in (await lines.all()).values()] == ["5", "3", "9"]


async def test_a_line_that_neither_side_has_is_forgotten(lines: CartLines):
    await lines.change(lambda now: kept(1) | kept(2))
    after = await lines.change(lambda now: kept(1, base=None, removed=True))
    assert after == kept(2) == await lines.all()


async def test_a_removal_that_is_to_be_told_stays(lines: CartLines):
    await lines.change(lambda now: kept(1, removed=True))
    assert await lines.all() == kept(1, removed=True)


@pytest.mark.parametrize("note", NOTES, ids=["long", "emoji", "right-to-left", "zero", "quote"])
async def test_any_note_comes_back(lines: CartLines, note: str):
    noted = replace(line(1), note=note)
    await lines.change(lambda now: {noted.key: KeptLine(noted)})
    await lines.set_note("1688:S1", note)
    assert [each.line.note for each in (await lines.all()).values()] == [note]
    assert await lines.notes() == {"1688:S1": note}
    await lines.set_note("1688:S1", "")
    assert await lines.notes() == {}


async def test_accounts_and_platforms_do_not_see_each_others_lines(lines: CartLines, database: Database):
    other = CartLines(database, "other")
    taobao = line(1, platform=Platform.TAOBAO)
    await lines.change(lambda now: kept(1) | {taobao.key: KeptLine(taobao)})
    await lines.set_note("1688:S1", "mine")
    await other.change(lambda now: kept(1, sent=4))
    await other.set_note("1688:S1", "")
    assert len(await lines.all()) == 2
    assert await lines.notes() == {"1688:S1": "mine"}
    assert await other.all() == kept(1, sent=4)


async def test_two_programs_on_one_library_lose_nothing_of_each_other(lines: CartLines, tmp_path: Path):
    second = Database(tmp_path / "library.sqlite")
    await second.open()
    others = CartLines(second, "trial")
    await lines.change(lambda now: kept(1) | kept(2))

    async def count(mine: CartLines, row: int) -> None:
        for _ in range(20):
            await mine.change(lambda now: {key: _one_more(now[key]) for key in kept(row) | kept(2)})

    await asyncio.gather(count(lines, 1), count(others, 2))
    assert [each.line.quantity for each in (await lines.all()).values()] == [30, 50]
    await second.close()


def _one_more(mine: KeptLine) -> KeptLine:
    return replace(mine, line=replace(mine.line, quantity=mine.line.quantity + 1))


async def test_what_cannot_be_written_changes_nothing(lines: CartLines, database: Database):
    await lines.change(lambda now: kept(1))
    await database.run(
        lambda connection: connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON cart_lines BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    )
    with pytest.raises(StorageFailed):
        await lines.change(lambda now: kept(1, removed=True) | kept(2))
    assert await lines.all() == kept(1)


@pytest.mark.expects_log("2 cart lines cannot be read: 1688:1001, 1688:1002")
async def test_damaged_lines_are_left_out_and_left_alone(lines: CartLines, database: Database):
    await lines.change(lambda now: kept(1) | kept(2) | kept(3))

    def spoil(connection) -> None:
        for key, text in (("1688:1001", "{"), ("1688:1002", '{"line": 7}')):
            connection.execute(update(CART_LINES).where(CART_LINES.c.key == key).values(line=text))

    await database.run(spoil)
    assert await lines.all() == kept(3)
    count = await database.run(lambda connection: len(connection.execute(select(CART_LINES)).all()))
    assert count == 3


async def test_a_library_of_the_version_before_gets_the_cart_and_keeps_what_it_knows(tmp_path: Path):
    path = tmp_path / "old.sqlite"
    old = sqlite3.connect(path)
    for statements in MIGRATIONS[:2]:
        for statement in statements:
            old.execute(statement)
    text = (
        '{"row_id":"","ref":{"platform":"1688","generation":"v2","id":"1"},"sku":{"id":"1001"},"quantity":3,'
        '"title":{"original":"包"},"picture":"","prices":{"quote":2,"tiers":[]},"rules":{"moq":5,"lot":1},'
        '"supplier":{"id":"S1"}}'
    )
    old.execute("INSERT INTO cart_facts VALUES ('trial', '1688', '1001', ?)", (text,))
    old.execute("PRAGMA user_version = 2")
    old.commit()
    old.close()
    database = Database(path)
    await database.open()
    lines = CartLines(database, "trial")
    await lines.change(lambda now: kept(1))
    assert await lines.all() == kept(1)
    known = await CartFacts(database, "trial").known([line(1), line(2)])
    assert list(known) == [("1688", "1001")]
    assert (known["1688", "1001"].rules.moq, known["1688", "1001"].note) == (5, "")
    await database.close()
