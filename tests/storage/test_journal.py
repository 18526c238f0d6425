"""The journal: what is in it stays, and turns are only taken where they are allowed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import Conflict, StorageFailed
from sourcing_desktop.domain.intent import MOVES, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Words
from sourcing_desktop.domain.order import DraftLine, OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft, PayWay
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal

WAREHOUSE = Address("张三", "13800000000", "浙江省", "金华市", "义乌市", "商城大道1号")


def draft(reference: str = "SD-1") -> OrderDraft:
    line = DraftLine(
        row_id="7",
        ref=OfferRef(Platform.ALIBABA, "v2", "9a0zr-xnf46T9s2zWUoG5A"),
        sku_id="4970432383383",
        spec_id="ab" * 16,
        supply_id="",
        supply_sku_id="",
        quantity=12,
        unit_price=Money(1250),
        title=Words("双肩包", "Ba lô"),
        sku_name="đỏ / XL",
        picture="https://cbu01.alicdn.com/img/ibank/a.jpg",
    )
    return OrderDraft(
        reference,
        Platform.ALIBABA,
        "BBB1",
        "箱包厂",
        WAREHOUSE,
        (line,),
        Money(15000),
        Money(800),
        Money(15800),
    )


@pytest.fixture
def journal(tmp_path: Path, runner: asyncio.Runner) -> Iterator[Journal]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield Journal(database, "Sandbox")
    runner.run(database.close())


async def test_a_draft_comes_back_as_it_was_written(journal: Journal):
    written = await journal.write(draft())
    (read,) = await journal.orders()
    assert read == written
    assert read.draft == draft()
    assert read.state is IntentState.PREPARED


@pytest.mark.parametrize("first", list(IntentState))
@pytest.mark.parametrize("second", list(IntentState))
async def test_only_allowed_turns_are_taken(journal: Journal, first: IntentState, second: IntentState):
    await journal.write(draft())
    for step in way_to(first):
        await journal.move("SD-1", step)
    if second in MOVES[first]:
        assert (await journal.move("SD-1", second)).state is second
    else:
        with pytest.raises(ValueError, match="cannot go"):
            await journal.move("SD-1", second)
        assert (await journal.orders())[0].state is first


async def test_of_two_programs_only_one_may_send(journal: Journal):
    await journal.write(draft())
    turns = [journal.move("SD-1", IntentState.SENDING) for _ in range(2)]
    outcomes = await asyncio.gather(*turns, return_exceptions=True)
    assert sorted(isinstance(outcome, ValueError) for outcome in outcomes) == [False, True]


async def test_a_reference_is_used_once(journal: Journal):
    await journal.write(draft())
    with pytest.raises(ValueError, match="exists"):
        await journal.write(draft())


async def test_accounts_do_not_see_each_other(journal: Journal):
    await journal.write(draft())
    assert await Journal(journal._database, "Another").orders() == ()


@pytest.mark.parametrize("statement", ["DELETE FROM journal", "UPDATE journal SET state = 'placed'"])
async def test_rows_can_be_neither_changed_nor_removed(journal: Journal, statement: str):
    await journal.write(draft())
    with pytest.raises(StorageFailed):
        await journal._database.run(lambda connection: connection.exec_driver_sql(statement))
    assert (await journal.orders())[0].state is IntentState.PREPARED


@given(st.sampled_from(list(IntentState)))
def test_every_state_can_be_reached(state: IntentState):
    assert (way_to(state) or [IntentState.PREPARED])[-1] is state


def way_to(state: IntentState) -> list[IntentState]:
    """The shortest turns from PREPARED to a state."""
    ways: dict[IntentState, list[IntentState]] = {IntentState.PREPARED: []}
    waiting = [IntentState.PREPARED]
    while state not in ways:
        here = waiting.pop(0)
        for after in sorted(MOVES[here]):
            if after not in ways:
                ways[after] = [*ways[here], after]
                waiting.append(after)
    return ways[state]


def payment(reference: str = "PAY-1", order_id: str = "2681939") -> PaymentDraft:
    return PaymentDraft(
        reference, Platform.ALIBABA, order_id, order_id, "箱包厂", Money(15800), PayWay.ACCOUNT
    )


async def test_payments_of_an_order_are_found_however_long_ago_by_an_index(journal: Journal):
    await journal.write(draft())
    first = await journal.write(payment())
    await journal.move(first.reference, IntentState.REJECTED)
    await journal.write_all([payment("PAY-2"), payment("PAY-3", "2681940")])
    assert [each.reference for each in await journal.payments_of(payment("PAY-4"))] == ["PAY-2", "PAY-1"]
    assert [each.reference for each in await journal.payments_of(payment("PAY-2"))] == ["PAY-1"]
    plan = await journal._database.run(
        lambda connection: connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM journal"
            " WHERE json_extract(draft, '$.order_id') = '1' AND kind = 'payment'"
        ).all()
    )
    assert "journal_paid" in str(plan)


async def test_an_order_is_paid_by_one_intent_at_a_time(journal: Journal):
    await journal.write(payment())
    with pytest.raises(Conflict):
        await journal.write_all([payment("PAY-2", "2681940"), payment("PAY-3")])
    assert [each.reference for each in await journal.payments()] == ["PAY-1"], "all or none"
    await journal.move("PAY-1", IntentState.REJECTED)
    await journal.write(payment("PAY-3"))
