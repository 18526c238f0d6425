"""Ordering against the real sandbox: once, whatever happens to the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sourcing_desktop.domain.errors import Conflict, NotFound, SourcingError, StorageFailed
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services.finding import named_order
from sourcing_desktop.services.ordering import rows_in_flight
from sourcing_desktop.services.orders import Orders
from sourcing_desktop.services.references import new_reference
from sourcing_desktop.services.settling import Patience
from sourcing_desktop.tasks import TaskScope
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until

CREATE = {Platform.ALIBABA: "AO7", Platform.TAOBAO: "TO1"}
LIST = {Platform.ALIBABA: "AO5", Platform.TAOBAO: "TO2"}
HOUR_MS = 3_600_000
BOTH = pytest.mark.parametrize("platform", list(Platform))


@BOTH
async def test_a_confirmed_draft_becomes_one_order_and_leaves_the_cart(desk: Desk, platform):
    draft = await desk.draft(platform)
    turns = []
    desk.ordering.changed.subscribe(lambda intent: turns.append((intent.state, len(intent.order_ids))))
    intent = await desk.ordering.place(draft)
    assert turns == [
        (IntentState.PREPARED, 0),
        (IntentState.SENDING, 0),
        (IntentState.SENDING, 1),  # it is named, and looked for
        (IntentState.DONE, 1),
    ]
    assert len(desk.sandbox.control.orders()) == 1
    order = await named_order(desk.gateway, platform, intent.order_ids[0])
    assert order is not None
    assert order.number == order.id or order.number in intent.explanation, "what the list of orders shows"
    assert not desk.basket.cart.lines


@BOTH
@pytest.mark.parametrize("fault", ["cut_after", "cut_middle"])
async def test_an_answer_that_never_arrives_is_settled_by_asking(desk: Desk, platform, fault):
    draft = await desk.draft(platform)
    desk.sandbox.control.fault(CREATE[platform], fault)
    intent = await desk.ordering.place(draft)
    assert intent.state is IntentState.UNKNOWN
    assert await desk.ordering.settle() == ()
    (settled,) = await desk.ordering.intents()
    assert settled.state is IntentState.DONE
    assert desk.sandbox.control.calls(CREATE[platform]) == 1
    assert len(desk.sandbox.control.orders()) == 1
    assert not desk.basket.cart.lines


@BOTH
async def test_an_order_that_never_arrived_may_be_sent_again_with_the_same_reference(desk: Desk, platform):
    draft = await desk.draft(platform)
    desk.sandbox.control.fault(CREATE[platform], "cut_before")
    assert (await desk.ordering.place(draft)).state is IntentState.UNKNOWN
    await desk.ordering.settle()
    (absent,) = await desk.ordering.intents()
    assert absent.state is IntentState.ABSENT
    placed = await desk.ordering.send_again(draft.reference)
    assert placed.state is IntentState.DONE
    assert len(desk.sandbox.control.orders()) == 1


async def test_nothing_is_concluded_before_the_order_had_time_to_turn_up(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    (still_open,) = await desk.ordering.settle()
    assert still_open.state is IntentState.UNKNOWN
    assert rows_in_flight([still_open]) == {line.key for line in desk.basket.cart.lines}


async def test_an_order_that_turned_up_late_is_found_and_not_sent_again(open_desk: OpenDesk):
    desk = await open_desk(silence=0.5)
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "delay_answer", seconds=3)
    assert (await desk.ordering.place(draft)).state is IntentState.UNKNOWN
    await desk.ordering.settle()
    (settled,) = await desk.ordering.intents()
    assert settled.state is IntentState.DONE
    assert (await desk.ordering.send_again(draft.reference)).state is IntentState.DONE
    assert len(desk.sandbox.control.orders()) == 1


async def test_a_refusal_is_final_and_keeps_the_cart(desk: Desk):
    draft = await desk.draft()
    for line in draft.lines:
        desk.sandbox.control.set_stock(line.sku_id, 0)
    intent = await desk.ordering.place(draft)
    assert intent.state is IntentState.REJECTED
    assert "stock" in intent.explanation.lower()
    assert desk.basket.cart.lines
    assert desk.sandbox.control.orders() == []


async def test_the_order_list_being_down_leaves_the_intent_open(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_after")
    await desk.ordering.place(draft)
    desk.sandbox.control.fault("AO5", "html", times=0)
    with pytest.raises(SourcingError):
        await desk.ordering.settle()
    (intent,) = await desk.ordering.intents()
    assert intent.state is IntentState.UNKNOWN


async def test_without_a_journal_nothing_is_sent(desk: Desk):
    draft = await desk.draft()
    await desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    with pytest.raises(StorageFailed):
        await desk.ordering.place(draft)
    assert desk.sandbox.control.calls("AO7") == 0


async def test_a_draft_is_placed_at_most_once(desk: Desk):
    draft = await desk.draft()
    await desk.ordering.place(draft)
    with pytest.raises(ValueError, match="exists"):
        await desk.ordering.place(draft)
    assert len(desk.sandbox.control.orders()) == 1


async def test_what_an_ended_program_left_behind_is_cleared_up(open_desk: OpenDesk):
    first = await open_desk()
    never_sent, half_sent = await first.draft(), await first.draft(Platform.TAOBAO)
    await first.journal.write(never_sent)
    await first.journal.write(half_sent)
    await first.journal.move(half_sent.reference, IntentState.SENDING)
    await first.gateway.side(half_sent.platform).create(half_sent)  # and the program ends here

    second = await open_desk()
    assert await second.ordering.settle() == ()
    states = {intent.reference: intent.state for intent in await second.ordering.intents()}
    assert states == {never_sent.reference: IntentState.REJECTED, half_sent.reference: IntentState.DONE}
    assert [line.ref.platform for line in second.basket.cart.lines] == [Platform.ALIBABA]
    assert len(second.sandbox.control.orders()) == 1


async def test_what_was_added_while_an_order_was_under_way_stays_in_the_cart(desk: Desk):
    draft = await desk.draft()
    (line,) = desk.basket.cart.lines
    desk.sandbox.control.fault("AO7", "cut_after")
    await desk.ordering.place(draft)
    await desk.basket.add(await desk.gateway.alibaba.detail(line.ref), {line.sku.id: 5})
    await desk.ordering.settle()
    assert [kept.quantity for kept in desk.basket.cart.lines] == [5]
    assert [kept.quantity for kept in await desk.gateway.alibaba.cart_lines()] == [5]


async def test_one_intent_that_cannot_be_settled_does_not_keep_the_others_waiting(desk: Desk):
    for platform in Platform:
        draft = await desk.draft(platform)
        desk.sandbox.control.fault(CREATE[platform], "cut_after")
        await desk.ordering.place(draft)
    desk.sandbox.control.fault(LIST[Platform.TAOBAO], "html", times=0)
    with pytest.raises(SourcingError):
        await desk.ordering.settle()
    states = {intent.draft.platform: intent.state for intent in await desk.ordering.intents()}
    assert states == {Platform.ALIBABA: IntentState.DONE, Platform.TAOBAO: IntentState.UNKNOWN}


async def test_settling_keeps_its_hands_off_an_order_that_is_being_sent(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "delay", seconds=0.5)
    placing = TaskScope("test", print).start(desk.ordering.place(draft), name="place")
    await until(lambda: desk.sandbox.control.calls("AO7") == 1)
    (being_sent,) = await desk.ordering.settle()
    assert being_sent.state is IntentState.SENDING
    assert (await placing).state is IntentState.DONE


async def test_an_order_below_a_hundred_newer_ones_is_found(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_after")
    await desk.ordering.place(draft)
    desk.sandbox.control.set_stock(draft.lines[0].sku_id, 100_000)
    for number in range(101):
        await desk.gateway.alibaba.create(replace(draft, reference=f"SD-NEWER{number:07d}"))
    assert await desk.ordering.settle() == ()
    assert (await desk.ordering.intents())[0].state is IntentState.DONE


async def test_an_order_that_turns_up_after_all_is_found_before_giving_up(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    await desk.ordering.settle()
    assert rows_in_flight(await desk.ordering.intents()) == {line.key for line in desk.basket.cart.lines}
    await desk.gateway.alibaba.create(draft)  # the first request arrives late
    assert (await desk.ordering.give_up(draft.reference)).state is IntentState.DONE
    assert len(desk.sandbox.control.orders()) == 1


async def test_an_order_with_the_same_goods_is_named_before_anything_is_sent_again(desk: Desk):
    draft = await desk.draft()
    placed = await desk.gateway.alibaba.create(replace(draft, reference=""))
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    await desk.ordering.settle()
    (absent,) = await desk.ordering.intents()
    assert absent.state is IntentState.ABSENT
    assert placed.order_ids[0] in absent.explanation


async def test_an_intent_of_another_account_is_not_found(desk: Desk):
    with pytest.raises(NotFound):
        await desk.ordering.give_up("SD-NOBODYS")


async def test_giving_up_closes_an_absent_intent(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    await desk.ordering.settle()
    assert (await desk.ordering.give_up(draft.reference)).state is IntentState.REJECTED
    assert (await desk.ordering.send_again(draft.reference)).state is IntentState.REJECTED
    assert desk.sandbox.control.orders() == []


async def test_a_refusal_of_an_order_that_is_there_is_not_believed(open_desk: OpenDesk):
    desk = await open_desk("v1")
    draft = await desk.draft()
    await desk.gateway.alibaba.create(draft)  # the request arrives twice; the answer is to the second one
    desk.sandbox.control.refuse("500_004", offer_id=draft.lines[0].ref.id)
    intent = await desk.ordering.place(draft)
    assert intent.state is IntentState.DONE
    assert len(desk.sandbox.control.orders()) == 1
    assert not desk.basket.cart.lines


@BOTH
async def test_an_order_that_is_listed_late_is_waited_for(open_desk: OpenDesk, platform):
    desk = await open_desk(patience=timedelta(seconds=30))
    draft = await desk.draft(platform)
    desk.sandbox.control.show_late(desk.sandbox.keys.user_id, HOUR_MS)
    assert (await desk.ordering.place(draft)).state is IntentState.UNKNOWN
    (still_open,) = await desk.ordering.settle()
    assert still_open.order_ids, "the gateway had named it"
    desk.sandbox.control.show_late(desk.sandbox.keys.user_id, 0)
    assert await desk.ordering.settle() == ()
    assert len(desk.sandbox.control.orders()) == 1


async def test_an_order_the_gateway_named_and_does_not_list_is_not_called_absent_without_a_warning(
    desk: Desk,
):
    draft = await desk.draft()
    desk.sandbox.control.show_late(desk.sandbox.keys.user_id, HOUR_MS)
    named = (await desk.ordering.place(draft)).order_ids
    await desk.ordering.settle()
    (absent,) = await desk.ordering.intents()
    assert absent.state is IntentState.ABSENT
    assert named[0] in absent.explanation
    assert "Look on the platform" in absent.explanation


async def test_an_order_that_turns_up_in_any_list_is_ordered(desk: Desk):
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    await desk.ordering.settle()
    await desk.ordering.give_up(draft.reference)
    await desk.gateway.alibaba.create(draft)  # the first request arrives late
    await Orders(desk.gateway, desk.ordering.heed).read()
    (found,) = await desk.ordering.intents()
    assert found.state is IntentState.DONE
    assert "yet" in found.explanation
    assert not desk.basket.cart.lines


async def test_an_order_the_gateway_made_twice_is_told(desk: Desk):
    draft = await desk.draft()
    await desk.ordering.place(draft)
    await desk.gateway.alibaba.create(draft)  # a copy of the request that lost its way
    await Orders(desk.gateway, desk.ordering.heed).read()
    (found,) = await desk.ordering.intents()
    assert len(found.order_ids) == 2
    assert "more than once" in found.explanation


async def test_an_order_that_costs_more_than_confirmed_is_told(open_desk: OpenDesk):
    desk = await open_desk("v1")
    draft = await desk.draft()
    desk.sandbox.control.set_price(draft.lines[0].ref.id, 200)
    intent = await desk.ordering.place(draft)
    assert intent.state is IntentState.DONE
    assert f"{draft.total.major:,}" in intent.explanation


async def test_the_same_cart_lines_are_not_ordered_a_second_way(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    draft = await desk.draft()
    desk.sandbox.control.fault("AO7", "cut_before")
    await desk.ordering.place(draft)
    with pytest.raises(Conflict):
        await desk.ordering.place(replace(draft, reference=new_reference()))
    assert desk.sandbox.control.calls("AO7") == 1


async def test_a_clock_that_is_set_does_not_end_the_waiting():
    clock = [0.0]
    patience = Patience(timedelta(seconds=60), lambda: clock[0])
    patience.begin("SD-1")
    assert not patience.over("SD-1")
    clock[0] = 61
    assert patience.over("SD-1")


@BOTH
async def test_the_cart_is_cleared_with_the_stroke_that_records_the_order(desk: Desk, platform):
    """No crash comes between: whoever reads the file sees both or neither."""
    draft = await desk.draft(platform)
    before = await desk.journal.write(draft)
    await desk.journal.move(before.reference, IntentState.SENDING)
    async with desk.basket.ordered({line.cart_key: line.quantity for line in draft.lines}) as also:
        await desk.journal.move(before.reference, IntentState.DONE, also=also)
        kept = await desk.basket._lines.all()
        assert all(line.removed for line in kept.values())


def test_references_are_unlike_each_other():
    assert len({new_reference() for _ in range(1000)}) == 1000
