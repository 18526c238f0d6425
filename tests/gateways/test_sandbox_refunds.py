"""Refunds through the real client in the real sandbox, in both generations: asked for, answered, goods sent
back, money paid."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import pytest
from PIL import Image

from sourcing_desktop.domain.errors import BadPicture, NotFound, Rejected, Unreachable
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState, draft_order
from sourcing_desktop.domain.refund import (
    GoodsState,
    RefundKind,
    RefundRequest,
    RefundState,
    ReturnParcel,
)
from sourcing_desktop.domain.refund_rules import RefundMove, moves, request_problems
from sourcing_desktop.gateways import web
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.gateways.goods import WAREHOUSE
from tests.gateways.test_sandbox_orders import group_in_cart
from tests.support.sandbox import RunningSandbox

PARCEL = ReturnParcel("YTO", "YT12345678", "已寄回", phone="13800000000")


@dataclass
class Buyer:
    """A client, and the seller's side of the market."""

    pandapon: PandaPon
    sandbox: RunningSandbox

    async def paid(self, platform: Platform) -> Order:
        """An order that is paid and not shipped."""
        side = self.pandapon.side(platform)
        group = await group_in_cart(self.pandapon, platform)
        draft = draft_order(group, await side.preview(group, WAREHOUSE), WAREHOUSE, "SD-1")
        [order_id] = (await side.create(draft)).order_ids
        while (order := await side.order(order_id)).state is not OrderState.TO_SHIP:
            self.sandbox.control.advance(order_id)
        return order

    async def shipped(self, platform: Platform) -> Order:
        """An order on its way."""
        order = await self.paid(platform)
        self.sandbox.control.ship(order.id)
        return await self.pandapon.side(platform).order(order.id)

    def seller(self, refund_id: str, answer: str, **said: str) -> None:
        self.sandbox.control.answer_refund(refund_id, answer, **said)


@pytest.fixture
def buyer(pandapon: PandaPon, sandbox: RunningSandbox) -> Buyer:
    return Buyer(pandapon, sandbox)


def request_for(order: Order, reason_id: str, **changes: object) -> RefundRequest:
    """All money of the first line, and no freight."""
    line = order.lines[0]
    request = RefundRequest(
        order_id=order.id,
        pieces={line.id: None},
        kind=RefundKind.MONEY_ONLY,
        goods=GoodsState.NOT_SHIPPED,
        reason_id=reason_id,
        amount=line.amount or Money(0),
        freight=Money(0),
        description="不要了",
    )
    return replace(request, **changes)


def jpeg() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "JPEG")
    return picture.getvalue()


# 1688


async def test_money_back_before_shipping(buyer: Buyer):
    refunds, order = buyer.pandapon.alibaba.refunds, await buyer.paid(Platform.ALIBABA)
    terms = await refunds.terms(order.id, [order.lines[0].id], GoodsState.NOT_SHIPPED)
    request = request_for(order, terms.reasons[0].id)
    assert request_problems(Platform.ALIBABA, request, terms) == ()
    refund_id = await refunds.apply(request)
    refund = await refunds.refund(refund_id)
    assert (refund.id, refund.order_id, refund.raw_state) == (refund_id, order.id, "waitselleragree")
    assert (refund.state, refund.kind, refund.goods) == (
        RefundState.APPLIED,
        RefundKind.MONEY_ONLY,
        GoodsState.NOT_RECEIVED,
    )
    assert (refund.asked, refund.asked_freight, refund.paid_back) == (request.amount, Money(0), Money(0))
    assert refund.line_ids == (order.lines[0].id,)
    assert refund.reason == terms.reasons[0].name
    assert refund.messages[0].text == "不要了"
    assert moves(refund) == set()

    buyer.seller(refund_id, "agree")
    refund = await refunds.refund(refund_id)
    assert (refund.state, refund.paid_back) == (RefundState.REFUNDED, request.amount)
    assert refund.finished_at is not None


async def test_goods_go_back_with_proof(buyer: Buyer):
    refunds, order = buyer.pandapon.alibaba.refunds, await buyer.shipped(Platform.ALIBABA)
    voucher = await refunds.upload_voucher(jpeg())
    assert (await web.fetch_picture(voucher)).startswith(b"\xff\xd8")
    terms = await refunds.terms(order.id, [order.lines[0].id], GoodsState.RECEIVED)
    reason = next(each for each in terms.reasons if each.needs_voucher)
    request = request_for(order, reason.id, kind=RefundKind.RETURN, goods=GoodsState.RECEIVED)
    assert request_problems(Platform.ALIBABA, request, terms) == (
        "This reason needs at least one picture as proof.",
    )
    with pytest.raises(Rejected, match="This reason needs pictures as proof"):
        await refunds.apply(request)
    refund_id = await refunds.apply(replace(request, vouchers=(voucher,)))
    buyer.seller(refund_id, "agree")
    refund = await refunds.refund(refund_id)
    assert refund.state is RefundState.TO_SEND_BACK
    assert moves(refund) == {RefundMove.SEND_BACK}
    assert refund.messages[0].pictures == (voucher,)
    assert refund.return_address.text

    assert PARCEL.carrier in [carrier.code for carrier in await refunds.carriers()]
    with pytest.raises(Rejected, match="The waybill number does not belong to this carrier"):
        await refunds.send_back(refund_id, replace(PARCEL, waybill="SF12345678"))
    await refunds.send_back(refund_id, PARCEL)
    refund = await refunds.refund(refund_id)
    assert (refund.state, refund.goods, refund.waybill) == (
        RefundState.SENT_BACK,
        GoodsState.SENT_BACK,
        PARCEL.waybill,
    )
    buyer.seller(refund_id, "receive")
    assert (await refunds.refund(refund_id)).state is RefundState.REFUNDED


async def test_a_seller_refuses_at_1688(buyer: Buyer):
    refunds, order = buyer.pandapon.alibaba.refunds, await buyer.paid(Platform.ALIBABA)
    terms = await refunds.terms(order.id, [order.lines[0].id], GoodsState.NOT_SHIPPED)
    refund_id = await refunds.apply(request_for(order, terms.reasons[0].id))
    buyer.seller(refund_id, "refuse", reason="已经打包")
    refund = await refunds.refund(refund_id)
    assert (refund.state, refund.refused_because) == (RefundState.REFUSED, "已经打包")


async def test_only_all_of_it_before_shipping(buyer: Buyer):
    refunds, order = buyer.pandapon.alibaba.refunds, await buyer.paid(Platform.ALIBABA)
    terms = await refunds.terms(order.id, [order.lines[0].id], GoodsState.NOT_SHIPPED)
    request = request_for(order, terms.reasons[0].id, amount=Money(1))
    with pytest.raises(Rejected, match="Before goods are shipped, only all that was paid") as caught:
        await refunds.apply(request)
    assert caught.value.code == "5011"


async def test_a_picture_that_is_none_is_no_voucher(buyer: Buyer):
    with pytest.raises(BadPicture):
        await buyer.pandapon.alibaba.refunds.upload_voucher(b"\x89PNG")


async def test_a_refund_nobody_knows(buyer: Buyer):
    for ask in (buyer.pandapon.alibaba.refunds.refund, buyer.pandapon.taobao.refunds.refund):
        with pytest.raises(NotFound):
            await ask("TQ1")


# Taobao


async def test_money_back_for_a_taobao_line(buyer: Buyer):
    refunds, order = buyer.pandapon.taobao.refunds, await buyer.paid(Platform.TAOBAO)
    line_id = order.lines[0].id
    terms = await refunds.terms(line_id, RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED)
    assert (terms.refundable, terms.earlier, terms.goods_states) == (True, None, ("1",))
    assert terms.most is not None
    request = request_for(order, terms.reasons[0].id, amount=terms.most)
    assert request_problems(Platform.TAOBAO, request, terms) == ()
    refund_id = await refunds.apply(request)

    refund = await refunds.refund(refund_id)
    assert (refund.state, refund.raw_state, refund.asked) == (RefundState.APPLIED, "10", terms.most)
    assert (refund.kind, refund.goods) == (RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED)
    assert refund.lines[0].sku_name
    assert refund.due_at is not None
    again = await refunds.terms(line_id, RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED)
    assert (again.refundable, again.earlier.id) == (False, refund_id)
    page = await refunds.refunds(1, 20, state=RefundState.APPLIED)
    assert (page.refunds, page.total) == ((refund,), 1)
    for none in (RefundState.CLOSED, RefundState.OTHER):
        assert (await refunds.refunds(1, 20, state=none)).refunds == ()
    assert (await refunds.refunds(1, 20, order_id=order.id, since=order.created_at)).refunds == (refund,)
    assert (await refunds.refunds(1, 20, until=order.created_at)).refunds == ()

    buyer.seller(refund_id, "agree")
    assert (await refunds.refund(refund_id)).raw_state == "100"


async def test_taobao_goods_go_back(buyer: Buyer):
    refunds, order = buyer.pandapon.taobao.refunds, await buyer.shipped(Platform.TAOBAO)
    terms = await refunds.terms(order.lines[0].id, RefundKind.RETURN, GoodsState.RECEIVED)
    reason = next(each for each in terms.reasons if not each.tip)
    request = request_for(order, reason.id, kind=RefundKind.RETURN, goods=GoodsState.RECEIVED)
    refund_id = await refunds.apply(request)
    buyer.seller(refund_id, "refuse", reason="请先沟通")
    refused = await refunds.refund(refund_id)
    assert (refused.state, refused.refused_because) == (RefundState.REFUSED, "请先沟通")
    assert RefundMove.CHANGE in moves(refused)
    await refunds.change(replace(request, refund_id=refund_id, description="商品与描述不符"))
    changed = await refunds.refund(refund_id)
    assert (changed.state, changed.description) == (RefundState.APPLIED, "商品与描述不符")

    buyer.seller(refund_id, "agree")
    assert (await refunds.refund(refund_id)).state is RefundState.TO_SEND_BACK
    way = await refunds.return_terms(refund_id)
    assert PARCEL.carrier in [carrier.code for carrier in way.carriers]
    assert way.address.text
    await refunds.send_back(refund_id, PARCEL)
    sent = await refunds.refund(refund_id)
    assert (sent.state, sent.waybill, sent.carrier.code) == (RefundState.SENT_BACK, PARCEL.waybill, "YTO")
    assert (sent.return_address, sent.return_note) == (way.address, PARCEL.description)
    assert sent.buyer_phone == PARCEL.phone
    buyer.seller(refund_id, "receive")
    assert (await refunds.refund(refund_id)).goods is GoodsState.BACK_AT_SELLER


async def test_buyer_and_seller_talk_and_the_buyer_gives_up(buyer: Buyer):
    refunds, order = buyer.pandapon.taobao.refunds, await buyer.paid(Platform.TAOBAO)
    terms = await refunds.terms(order.lines[0].id, RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED)
    refund_id = await refunds.apply(request_for(order, terms.reasons[0].id))
    await refunds.write(refund_id, "请尽快", ["https://a/1.jpg", "https://a/2.jpg"])
    said = await refunds.messages(refund_id, 1, 20)
    assert [message.text for message in said] == ["不要了", "请尽快"]
    assert (said[1].author, said[1].pictures) == ("buyer", ("https://a/1.jpg", "https://a/2.jpg"))
    assert said[0].at <= said[1].at

    await refunds.cancel(refund_id)
    closed = await refunds.refund(refund_id)
    assert (closed.state, moves(closed)) == (RefundState.CLOSED, set())
    with pytest.raises(Rejected):
        await refunds.cancel(refund_id)


async def test_a_refund_is_asked_for_once_whatever_happens(buyer: Buyer):
    refunds, order = buyer.pandapon.taobao.refunds, await buyer.paid(Platform.TAOBAO)
    terms = await refunds.terms(order.lines[0].id, RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED)
    buyer.sandbox.control.fault("TA7", "cut_after")
    with pytest.raises(Unreachable) as caught:
        await refunds.apply(request_for(order, terms.reasons[0].id))
    assert caught.value.sent
    assert buyer.sandbox.control.calls("TA7") == 1
    [refund] = (await refunds.refunds(1, 20)).refunds
    buyer.sandbox.control.fault("TA5", "cut_before")
    with pytest.raises(Unreachable):
        await refunds.cancel(refund.id)
    assert buyer.sandbox.control.calls("TA5") == 1
