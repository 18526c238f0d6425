"""Orders at a gateway that is late, partial or untrue, on a computer whose clock is set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sourcing_desktop.domain.errors import Conflict
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.services.finding import _falls
from sourcing_desktop.services.references import new_reference
from tests.support.desk import Desk, OpenDesk


def listed(order_id: str, *days: int) -> list[Order]:
    now = datetime.now(UTC)
    return [
        Order(
            Platform.ALIBABA, f"{order_id}{day}", OrderState.TO_PAY, "", (), now - timedelta(days=day), None
        )
        for day in days
    ]


def test_a_list_that_does_not_go_from_new_to_old_is_read_to_its_end():
    assert _falls(listed("A", 0, 1, 5))
    assert not _falls(listed("B", 5, 1, 0))
    assert not _falls([replace(listed("C", 1)[0], created_at=None)])


async def test_a_part_of_a_split_order_is_not_the_whole(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    draft = await desk.draft()
    half = replace(draft.lines[0], sku_id="elsewhere", spec_id="elsewhere", cart_key="1688:elsewhere")
    both = replace(draft, lines=(*draft.lines, half))
    intent = await desk.journal.write(both)
    await desk.journal.move(intent.reference, IntentState.SENDING)
    await desk.gateway.alibaba.create(draft)  # of the other half nothing is listed yet
    (waiting,) = await desk.ordering.settle()
    assert waiting.state is IntentState.UNKNOWN
    assert desk.basket.cart.lines


async def test_what_was_ordered_is_not_found_again_when_the_clock_is_set_back(desk: Desk):
    """The same goods in the cart, once more, are another wish."""
    draft = await desk.draft()
    done = await desk.ordering.place(draft)
    await desk.database.run(
        lambda connection: connection.exec_driver_sql(
            "UPDATE intents SET changed_at = '2099-01-01T00:00:00+00:00' WHERE reference = ?",
            (done.reference,),
        )
    )
    (line,) = draft.lines
    offer = await desk.gateway.alibaba.detail(line.ref)
    desk.sandbox.control.set_stock(line.sku_id, 1000)
    await desk.basket.add(offer, {line.sku_id: line.quantity})
    await desk.ordering.settle()
    assert [kept.quantity for kept in desk.basket.cart.lines] == [line.quantity]
    assert [turn.state for turn in await desk.journal.history(done.reference)][-1:] == [IntentState.DONE]
    assert len(await desk.journal.history(done.reference)) == 3


async def test_giving_up_waits_until_the_gateway_was_asked_for_long_enough(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    assert (await desk.ordering.give_up(draft.reference)).state is IntentState.UNKNOWN


async def test_what_was_refused_is_looked_for_before_it_is_ordered_again(open_desk: OpenDesk):
    desk = await open_desk("v1", patience=timedelta(hours=1))
    draft = await desk.draft()
    desk.sandbox.control.refuse("500_004", offer_id=draft.lines[0].ref.id)
    refused = await desk.ordering.place(draft)
    assert refused.state is IntentState.REJECTED
    desk.sandbox.control.refuse("", offer_id=draft.lines[0].ref.id)
    await desk.gateway.alibaba.create(draft)  # the first copy of the request, listed late
    with pytest.raises(Conflict, match="yet they are ordered"):
        await desk.ordering.place(replace(draft, reference=new_reference()))
    assert len(desk.sandbox.control.orders()) == 1
    assert (await desk.journal.intent(draft.reference)).state is IntentState.DONE


async def test_the_outcome_is_told_before_a_slow_cart_answers(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AK2", "delay", seconds=1.0)
    told = []
    desk.ordering.changed.subscribe(lambda intent: told.append((intent.state, len(desk.basket.cart.lines))))
    await desk.ordering.place(draft)
    assert (IntentState.DONE, 1) in told, "the cart in sight had not been brought up to date"


async def test_a_named_order_that_never_shows_is_not_forgotten(desk: Desk):
    draft = await desk.draft()
    intent = await desk.journal.write(draft)
    await desk.journal.move(intent.reference, IntentState.SENDING)
    placed = await desk.gateway.alibaba.create(draft)
    named = (*placed.order_ids, "99999")
    await desk.journal.move(intent.reference, IntentState.UNKNOWN, order_ids=named)
    await desk.ordering.settle()
    (done,) = await desk.ordering.intents()
    assert done.state is IntentState.DONE
    assert "also named 99999" in done.explanation


async def test_an_order_that_was_closed_before_it_was_seen_is_told_and_keeps_the_cart(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_after")
    await desk.ordering.place(draft)
    (order,) = desk.sandbox.control.orders()
    desk.sandbox.control.close_order(order["id"])
    await desk.ordering.settle()
    (done,) = await desk.ordering.intents()
    assert "closed since" in done.explanation
    assert desk.basket.cart.lines
