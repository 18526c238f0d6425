"""What a buyer does with orders, through the real client in the real sandbox, in both generations."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from sourcing_desktop.domain.errors import BadReply, NotFound, Rejected, Unreachable
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderState, draft_order
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.gateways.goods import WAREHOUSE
from tests.gateways.test_sandbox_orders import details, group_in_cart


async def ordered(pandapon: PandaPon, platform: Platform) -> str:
    """The id of a new order."""
    side = pandapon.side(platform)
    group = await group_in_cart(pandapon, platform)
    draft = draft_order(group, await side.preview(group, WAREHOUSE), WAREHOUSE, "SD-ABCDEFGHJKMN")
    [order_id] = (await side.create(draft)).order_ids
    await side.delete_from_cart([line.row_id for line in await side.cart_lines()])
    return order_id


async def to_pay(pandapon: PandaPon, sandbox) -> str:
    """A Taobao order that is built and waits to be paid."""
    order_id = await ordered(pandapon, Platform.TAOBAO)
    sandbox.control.advance(order_id)
    assert (await pandapon.taobao.order(order_id)).state is OrderState.TO_PAY
    return order_id


async def test_a_1688_order_from_paying_to_receiving(pandapon: PandaPon, sandbox):
    side = pandapon.alibaba
    order_id = await ordered(pandapon, Platform.ALIBABA)
    with pytest.raises(NotFound):
        await side.parcels(order_id)
    assert await side.pay(order_id) == Payment((order_id,))
    paid = await side.order(order_id)
    assert (paid.state, paid.paid_at is not None) == (OrderState.TO_SHIP, True)
    with pytest.raises(Rejected, match="The order has moved on"):
        await side.pay(order_id)
    with pytest.raises(Rejected, match="The order has moved on"):
        await side.confirm_receipt(order_id)
    sandbox.control.ship(order_id, 2)
    shipped = await side.order(order_id)
    assert shipped.state is OrderState.SHIPPED
    assert len(shipped.parcels) == 2
    assert {line_id for parcel in shipped.parcels for line_id in parcel.line_ids} == {
        line.id for line in shipped.lines
    }
    sandbox.control.let_pass(days=1)
    parcels = await side.parcels(order_id)
    assert [(each.waybill, each.logistics_id) for each in parcels] == [
        (each.waybill, each.logistics_id) for each in shipped.parcels
    ]
    for parcel in parcels:
        times = [step.at for step in parcel.steps]
        assert times == sorted(times)
        assert all(step.text for step in parcel.steps)
    assert await side.parcels(order_id, parcels[1].logistics_id) == parcels[1:]
    await side.confirm_receipt(order_id, [line.id for line in shipped.lines])
    received = await side.order(order_id)
    assert received.state in (OrderState.RECEIVED, OrderState.DONE)
    assert received.confirmed_at is not None


async def test_the_order_alone_is_the_order_of_the_list(pandapon: PandaPon, sandbox):
    for platform in Platform:
        side = pandapon.side(platform)
        order_id = await ordered(pandapon, platform)
        alone = await side.order(order_id)
        assert (await side.orders(1, 20)).orders == (alone,)
        assert alone.reference == "SD-ABCDEFGHJKMN"
        assert alone.receiver is not None
        assert (alone.receiver.province, alone.receiver.city) == (WAREHOUSE.province, WAREHOUSE.city)
        assert all(line.id for line in alone.lines)
    assert all(line.purchase_id and line.sub_purchase_id for line in alone.lines)


@pytest.mark.parametrize("platform", Platform)
async def test_an_order_that_does_not_exist(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    for ask in (side.order, side.parcels):
        with pytest.raises(NotFound):
            await ask("2542285634920880794")
    with pytest.raises(NotFound):
        await side.cancel("2542285634920880794", "buyerCancel")


async def test_a_1688_order_is_cancelled_but_not_at_once(pandapon: PandaPon, sandbox):
    order_id = await ordered(pandapon, Platform.ALIBABA)
    with pytest.raises(Rejected) as caught:
        await pandapon.alibaba.cancel(order_id)
    assert caught.value.sentence.startswith("The order was placed only seconds ago.")
    sandbox.control.let_pass(seconds=11)
    await pandapon.alibaba.cancel(order_id, "不想要了", "太慢")
    order = await pandapon.alibaba.order(order_id)
    assert (order.state, order.close_reason) == (OrderState.CANCELLED, "不想要了")
    with pytest.raises(Rejected, match="The order has moved on"):
        await pandapon.alibaba.cancel(order_id)


async def test_several_1688_orders_are_paid_together(pandapon: PandaPon, sandbox):
    side = pandapon.alibaba
    both = [await ordered(pandapon, Platform.ALIBABA) for _ in range(2)]
    assert await side.pay_many(both) == Payment(tuple(both))
    first, second = [await ordered(pandapon, Platform.ALIBABA) for _ in range(2)]
    await side.pay(second)
    payment = await side.pay_many([first, second])
    assert payment.paid == (first,)
    assert list(payment.refused) == [second]
    none = await side.pay_many([first, second])
    assert (none.paid, list(none.refused)) == ((), [first, second])
    assert sandbox.control.calls("AO1") == 3


async def test_a_dear_order_is_paid_at_the_cashier(pandapon: PandaPon, sandbox):
    order_id = await ordered(pandapon, Platform.ALIBABA)
    sandbox.control.change_total(order_id, 900_000)
    changed = await pandapon.alibaba.order(order_id)
    assert changed.total == Money(900_000)
    assert changed.total == changed.goods + changed.freight
    assert changed.discount == changed.lines[0].discount
    assert changed.discount
    payment = await pandapon.alibaba.pay(order_id)
    assert payment.paid == ()
    assert payment.cashier.startswith(sandbox.url)
    assert order_id in payment.cashier


@pytest.mark.parametrize("fault", ["cut_after", "cut_before", "http_500", "html"])
@pytest.mark.parametrize("call", ["AO9", "AO1", "TO6"])
async def test_a_payment_is_sent_once_whatever_happens(connect, sandbox, call, fault):
    pandapon = connect("v2")
    if call == "TO6":
        order_id, pay = await to_pay(pandapon, sandbox), pandapon.taobao.pay_many
    else:
        order_id = await ordered(pandapon, Platform.ALIBABA)
        pay = pandapon.alibaba.pay_many if call == "AO1" else lambda ids: pandapon.alibaba.pay(*ids)
    sandbox.control.fault(call, fault)
    with pytest.raises((Unreachable, BadReply)) as caught:
        await pay([order_id])
    assert isinstance(caught.value, BadReply) or caught.value.sent
    assert sandbox.control.calls(call) == 1
    side = pandapon.side(Platform.TAOBAO if call == "TO6" else Platform.ALIBABA)
    paid = (await side.order(order_id)).paid_at is not None
    assert paid == (fault == "cut_after")


async def test_taobao_orders_are_paid_and_followed(pandapon: PandaPon, sandbox):
    side = pandapon.taobao
    ids = [await to_pay(pandapon, sandbox) for _ in range(2)]
    assert await side.pay_many(ids) == Payment(tuple(ids))
    with pytest.raises(Rejected, match="The order has moved on"):
        await side.pay_many(ids)
    [line, *_] = (await side.order(ids[0])).lines
    assert await side.parcels(line.sub_purchase_id) == ()
    sandbox.control.ship(ids[0], 1)
    sandbox.control.let_pass(days=1)
    [parcel] = await side.parcels(line.sub_purchase_id)
    assert parcel.waybill
    assert parcel.carrier
    assert parcel.order_id == line.sub_purchase_id
    assert [goods.quantity for goods in parcel.goods] == [line.quantity]
    assert [step.at for step in parcel.steps] == sorted(step.at for step in parcel.steps)
    assert parcel.steps[0].place
    assert parcel.receiver.city == WAREHOUSE.city


async def test_a_taobao_order_is_cancelled_whole_or_by_the_line(pandapon: PandaPon, sandbox):
    side = pandapon.taobao
    order_id = await to_pay(pandapon, sandbox)
    [line] = (await side.order(order_id)).lines
    with pytest.raises(NotFound):
        await side.cancel(order_id, "不要了", line_ids=["1"])
    await side.cancel(order_id, "不要了", "太慢", [line.sub_purchase_id])
    order = await side.order(order_id)
    assert order.state is OrderState.CANCELLED
    assert order.lines[0].close_reason == "不要了"
    another = await to_pay(pandapon, sandbox)
    await side.cancel(another, "不要了")
    assert (await side.order(another)).state is OrderState.CANCELLED


async def test_a_transfer_is_checked_by_somebody(connect, sandbox):
    side = connect("v1").taobao
    order_id = await to_pay(connect("v1"), sandbox)
    sandbox.control.refuse_voucher(order_id)
    await side.upload_voucher(order_id, ["https://cbu01.alicdn.com/voucher.jpg"])
    assert (await side.order(order_id)).state is OrderState.CHECKING_PAYMENT
    sandbox.control.let_pass(days=1)
    assert (await side.order(order_id)).state is OrderState.PAYMENT_REFUSED


async def test_the_second_generation_takes_no_pictures_of_transfers(connect, sandbox):
    with pytest.raises(Rejected, match="second generation"):
        await connect("v2").taobao.upload_voucher("7", ["https://cbu01.alicdn.com/voucher.jpg"])


async def test_an_order_is_sent_to_another_warehouse(pandapon: PandaPon, sandbox):
    order_id = await to_pay(pandapon, sandbox)
    await pandapon.taobao.send_to(order_id, "一号仓库", "广西省")
    order = await pandapon.taobao.order(order_id)
    assert (order.warehouse.name, order.warehouse.street) == ("一号仓库", "广西省")


async def test_a_seller_can_be_written_to(pandapon: PandaPon, connect):
    [offer] = await details(pandapon, Platform.ALIBABA)
    chat = await pandapon.alibaba.chat(offer.supplier.id, offer.ref)
    assert bool(chat.page) != bool(chat.nick)
    [item] = await details(pandapon, Platform.TAOBAO)
    asked, again = [parse_qs(urlsplit((await pandapon.taobao.chat(item.ref)).page).query) for _ in range(2)]
    assert (asked["sourceType"], asked["bizId"]) == (["item"], [item.ref.id])
    assert asked["loginToken"] != again["loginToken"]
    with pytest.raises(NotFound):
        await pandapon.alibaba.chat("nobody", replace(offer.ref, id="x"))
