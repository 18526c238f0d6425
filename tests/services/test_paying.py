"""Paying against the real sandbox: what was approved, once, whatever happens to the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sourcing_desktop.domain.errors import Conflict, SourcingError, StorageFailed
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.services.finding import named_order
from sourcing_desktop.services.orders import Orders
from sourcing_desktop.services.paying import Paying
from tests.support.desk import Desk, OpenDesk

PAY = {Platform.ALIBABA: "AO1", Platform.TAOBAO: "TO6"}
LIST = {Platform.ALIBABA: "AO5", Platform.TAOBAO: "TO2"}
BOTH = pytest.mark.parametrize("platform", list(Platform))
PASSWORD_FREE = Money(500_000)


async def unpaid(desk: Desk, platform: Platform = Platform.ALIBABA) -> Order:
    """An order that waits for its payment, as the buyer sees it."""
    intent = await desk.ordering.place(await desk.draft(platform))
    (order_id,) = intent.order_ids
    if platform is Platform.TAOBAO:
        desk.sandbox.control.advance(order_id)
    order = await named_order(desk.gateway, platform, order_id)
    assert order is not None
    assert order.state is OrderState.TO_PAY
    return order


async def state_of(desk: Desk, order: Order) -> OrderState:
    seen = await named_order(desk.gateway, order.platform, order.id)
    assert seen is not None
    return seen.state


@BOTH
async def test_an_order_is_paid_once_and_seen_to_be_paid(desk: Desk, platform):
    order = await unpaid(desk, platform)
    turns = []
    desk.paying.changed.subscribe(lambda intent: turns.append(intent.state))
    (intent,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert turns == [IntentState.PREPARED, IntentState.SENDING, IntentState.DONE]
    assert intent.draft.amount == order.total
    assert await state_of(desk, order) is not OrderState.TO_PAY
    assert desk.sandbox.control.calls(PAY[platform]) == 1


@BOTH
@pytest.mark.parametrize("fault", ["cut_after", "cut_middle"])
async def test_an_answer_that_never_arrives_is_settled_by_looking(desk: Desk, platform, fault):
    order = await unpaid(desk, platform)
    desk.sandbox.control.fault(PAY[platform], fault)
    (intent,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    if intent.state is IntentState.UNKNOWN:
        assert await desk.paying.settle() == ()
    (settled,) = await desk.paying.intents()
    assert settled.state is IntentState.DONE
    assert desk.sandbox.control.calls(PAY[platform]) == 1


@BOTH
async def test_a_payment_that_never_arrived_is_said_not_to_be_made(desk: Desk, platform):
    order = await unpaid(desk, platform)
    desk.sandbox.control.fault(PAY[platform], "cut_before")
    (unclear,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert unclear.state is IntentState.UNKNOWN
    assert await desk.paying.settle() == ()
    (settled,) = await desk.paying.intents()
    assert settled.state is IntentState.REJECTED
    (again,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert again.state is IntentState.DONE


async def test_while_a_payment_is_unclear_the_order_is_not_paid_a_second_way(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    order = await unpaid(desk)
    desk.sandbox.control.fault("AO1", "cut_before")
    (unclear,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert [each.reference for each in await desk.paying.settle()] == [unclear.reference]
    for another in (desk.paying.pay([order], PayWay.ACCOUNT), desk.paying.page(order)):
        with pytest.raises(Conflict):
            await another
    assert desk.sandbox.control.calls("AO1") == 1
    assert desk.sandbox.control.calls("AO9") == 0


@BOTH
async def test_an_order_that_costs_something_else_by_now_is_not_paid(desk: Desk, platform):
    order = await unpaid(desk, platform)
    desk.sandbox.control.change_total(order.id, order.total.minor * 2)
    (intent,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert intent.state is IntentState.REJECTED
    assert f"{order.total.major:,}" in intent.explanation
    assert desk.sandbox.control.calls(PAY[platform]) == 0


async def test_a_price_changed_in_the_last_moment_is_told(desk: Desk):
    order = await unpaid(desk)
    control, dearer = desk.sandbox.control, order.total.minor + 100
    desk.paying.changed.subscribe(
        lambda intent: intent.state is IntentState.SENDING and control.change_total(order.id, dearer)
    )
    (intent,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert intent.state is IntentState.DONE
    assert f"you approved ¥{order.total.major:,}" in intent.explanation


async def test_a_paid_order_is_not_paid_again(desk: Desk):
    order = await unpaid(desk)
    await desk.paying.pay([order], PayWay.ACCOUNT)
    (again,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert again.state is IntentState.REJECTED
    assert desk.sandbox.control.calls("AO1") == 1


async def test_a_list_that_forgot_a_payment_does_not_have_it_paid_again(desk: Desk):
    order = await unpaid(desk)
    (paid,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    another = await unpaid(desk)  # the order the journal takes for the paid one
    draft = replace(paid.draft, reference="PAY-SEEN", order_id=another.id)
    await desk.journal.write(draft)
    for state in (IntentState.SENDING, IntentState.DONE):
        await desk.journal.move(draft.reference, state)
    (again,) = await desk.paying.pay([another], PayWay.ACCOUNT)
    assert again.state is IntentState.REJECTED
    assert "was paid before" in again.explanation
    assert desk.sandbox.control.calls("AO1") == 1


async def test_one_order_of_several_is_refused_and_the_others_are_paid(desk: Desk):
    orders = [await unpaid(desk), await unpaid(desk)]
    desk.sandbox.control.refuse("400_4", order_id=orders[0].id)
    refused, paid = await desk.paying.pay(orders, PayWay.ACCOUNT)
    assert (refused.state, paid.state) == (IntentState.REJECTED, IntentState.DONE)
    assert refused.explanation.startswith("Nothing was paid.")
    assert desk.sandbox.control.calls("AO1") == 1


async def test_a_small_order_is_paid_where_its_pay_page_is_asked_for(desk: Desk):
    order = await unpaid(desk)
    assert order.total <= PASSWORD_FREE
    page = await desk.paying.page(order)
    assert (page.url, page.intent.state) == ("", IntentState.DONE)


async def test_a_large_order_is_handed_over_to_the_pay_page(desk: Desk):
    order = await unpaid(desk)
    desk.sandbox.control.change_total(order.id, PASSWORD_FREE.minor + 1)
    page = await desk.paying.page(replace(order, total=PASSWORD_FREE + Money(1)))
    assert page.url.startswith("http")
    assert page.intent.state is IntentState.HANDED_OVER
    assert await state_of(desk, order) is OrderState.TO_PAY
    turns = await desk.journal.history(page.intent.reference)
    assert all(page.url not in turn.evidence + turn.explanation for turn in turns)


async def test_a_transfer_is_shown_and_checked(open_desk: OpenDesk):
    desk = await open_desk("v1")
    order = await unpaid(desk, Platform.TAOBAO)
    intent = await desk.paying.show_voucher(order, ["https://pictures.example/transfer.jpg"])
    assert intent.state is IntentState.DONE
    assert await state_of(desk, order) is OrderState.CHECKING_PAYMENT


async def test_looking_that_fails_leaves_the_payment_unclear(desk: Desk):
    order = await unpaid(desk)
    desk.sandbox.control.fault("AO1", "delay_answer", seconds=0.1)
    desk.paying.changed.subscribe(
        lambda intent: (
            intent.state is IntentState.SENDING and desk.sandbox.control.fault("AO5", "html", times=0)
        )
    )
    (unclear,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert unclear.state is IntentState.UNKNOWN
    with pytest.raises(SourcingError):
        await desk.paying.settle()
    desk.sandbox.control.clear()
    assert await desk.paying.settle() == ()
    assert (await desk.paying.intents())[0].state is IntentState.DONE


async def test_what_an_ended_program_left_behind_is_cleared_up(open_desk: OpenDesk):
    first = await open_desk()
    sent, never_sent = await unpaid(first), await unpaid(first, Platform.TAOBAO)
    drafts = []
    for order in (sent, never_sent):
        first.sandbox.control.fault(PAY[order.platform], "cut_before")
        (unclear,) = await first.paying.pay([order], PayWay.ACCOUNT)
        await first.paying.settle()
        drafts.append(replace(unclear.draft, reference=f"PAY-{order.id}"))
    await first.journal.write_all(drafts)
    await first.journal.move(drafts[0].reference, IntentState.SENDING)
    await first.gateway.alibaba.pay_many([sent.id])  # and the program ends here

    second = await open_desk()
    assert await second.paying.settle() == ()
    states = {
        each.draft.order_id: each.state for each in await second.journal.among(d.reference for d in drafts)
    }
    assert states == {sent.id: IntentState.DONE, never_sent.id: IntentState.REJECTED}


async def test_without_a_journal_nothing_is_paid(desk: Desk):
    order = await unpaid(desk)
    await desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    with pytest.raises(StorageFailed):
        await desk.paying.pay([order], PayWay.ACCOUNT)
    assert desk.sandbox.control.calls("AO1") == 0


async def test_closing_an_unclear_payment_looks_once_more(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    order = await unpaid(desk)
    desk.sandbox.control.fault("AO1", "cut_before")
    (unclear,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    with pytest.raises(SourcingError, match="still looking"):
        await desk.paying.give_up(unclear.reference)
    hasty = Paying(desk.gateway, desk.journal, patience=timedelta(0))
    await desk.gateway.alibaba.pay_many([order.id])  # it arrives after all
    assert (await hasty.give_up(unclear.reference)).state is IntentState.DONE


async def test_a_cancelled_order_was_not_paid(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    order = await unpaid(desk)
    desk.sandbox.control.fault("AO1", "cut_before")
    await desk.paying.pay([order], PayWay.ACCOUNT)
    desk.sandbox.control.close_order(order.id)
    assert await desk.paying.settle() == ()
    assert (await desk.paying.intents())[0].state is IntentState.REJECTED


async def test_a_payment_that_arrives_late_is_noticed_in_any_list(desk: Desk):
    order = await unpaid(desk)
    desk.sandbox.control.fault("AO1", "cut_before")
    await desk.paying.pay([order], PayWay.ACCOUNT)
    await desk.paying.settle()
    assert (await desk.paying.intents())[0].state is IntentState.REJECTED
    await desk.gateway.alibaba.pay_many([order.id])  # it arrives after all
    await Orders(desk.gateway, desk.paying.heed).read()
    (paid,) = await desk.paying.intents()
    assert paid.state is IntentState.DONE
    assert "taken for not paid" in paid.explanation


async def test_what_was_never_sent_is_not_taken_for_paid(desk: Desk):
    order = await unpaid(desk)
    desk.sandbox.control.change_total(order.id, order.total.minor * 2)
    (refused,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    await desk.gateway.alibaba.pay_many([order.id])  # the buyer, on the platform's own site
    await Orders(desk.gateway, desk.paying.heed).read()
    assert (await desk.journal.intent(refused.reference)).state is IntentState.REJECTED


async def test_an_order_paid_and_cancelled_since_was_paid(open_desk: OpenDesk):
    desk = await open_desk(patience=timedelta(hours=1))
    order = await unpaid(desk)
    desk.sandbox.control.fault("AO1", "cut_after")
    desk.paying.changed.subscribe(
        lambda intent: (
            intent.state is IntentState.SENDING and desk.sandbox.control.fault("AO5", "html", times=0)
        )
    )
    (unclear,) = await desk.paying.pay([order], PayWay.ACCOUNT)
    assert unclear.state is IntentState.UNKNOWN
    seen = replace(order, state=OrderState.CANCELLED, paid_at=order.created_at)
    await desk.paying.heed([seen])
    (paid,) = await desk.paying.intents()
    assert paid.state is IntentState.DONE
    assert "cancelled since" in paid.explanation


async def test_an_account_that_needs_a_password_is_sent_to_the_pay_page(desk: Desk):
    order = await unpaid(desk)
    desk.sandbox.control.change_total(order.id, PASSWORD_FREE.minor + 1)
    dearer = replace(order, total=PASSWORD_FREE + Money(1))
    (refused,) = await desk.paying.pay([dearer], PayWay.ACCOUNT)
    assert refused.state is IntentState.REJECTED
    assert "page" in refused.explanation


async def test_ways_of_the_other_platform_are_never_asked_for(desk: Desk):
    order = await unpaid(desk, Platform.TAOBAO)
    with pytest.raises(ValueError, match="not paid"):
        await desk.paying.page(order)
    assert desk.sandbox.control.calls("AO9") == 0
