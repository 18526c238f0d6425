"""Taobao refunds, one order line each (contract TA1 to TA10). Bodies of TA3, TA4, TA7 are upstream's; those
of TA8 and TA9, which nobody documents, are invented after them."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call, Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused, Upstream, refused_upstream
from sourcing_desktop.sandbox.door.envelope import untraced
from sourcing_desktop.sandbox.orders.carriers import carrier_of
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder
from sourcing_desktop.sandbox.refunds.codes import RefundCode, refused_claim, refused_refund
from sourcing_desktop.sandbox.refunds.reasons import reasons_for
from sourcing_desktop.sandbox.refunds.refund import Claim, Refund, RefundState, ReturnParcel, Whereabouts
from sourcing_desktop.sandbox.refunds.rules import bounds, objection, possible_whereabouts
from sourcing_desktop.sandbox.routes.narrowing import paging
from sourcing_desktop.sandbox.shapes import taobao_refunds as shapes
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.taobao_orders import DONE
from sourcing_desktop.sandbox.world import World

_MOST_ROWS = 100
_STATES = {number: state for state, number in shapes.STATUS.items()}
_NO_SUCH_STATE = "nothing the sandbox has"
LONGEST_MESSAGE = 500
"""Characters of a message (invented)."""


async def page(world: World, call: Call) -> object:
    """TA1: the buyer's refunds, newest first."""
    condition, arguments = _condition(call)
    asked = paging(call.fields, "pageNo", "pageSize", _MOST_ROWS)
    refunds = world.refunds.select(condition, arguments, asked.size, (asked.number - 1) * asked.size)
    return {
        "total": world.refunds.count(condition, arguments),
        "pageNo": asked.number,
        "pageSize": asked.size,
        "data": [_detail(world, call, refund) for refund in refunds],
    }


async def render(world: World, call: Call) -> object:
    """TA2: what may be asked for an order line, and the refund there is for it."""
    order, line = _line(world, call)
    whereabouts = _whereabouts(call.fields)
    _returns(call.fields)
    earlier = [each for each in order.refunds if line.id in each.claim.pieces]
    live = [each for each in earlier if each.state is not RefundState.CLOSED]
    return shapes.template(
        bounds(order, line, whereabouts),
        reasons_for(whereabouts),
        live[-1] if live else None,
        order,
        possible_whereabouts(order),
    )


async def return_terms(world: World, call: Call) -> object:
    """TA3: who may carry the goods back, and where to; once the seller wants them."""
    refund = _refund(world, call)
    if refund.state not in (RefundState.TO_SEND, RefundState.SENT):
        raise refused_refund(RefundCode.TAOBAO_STATUS)
    order = world.orders.of_id(refund.order_id)
    return shapes.return_terms(world.stored_offer(_line_of(order, refund).offer_id), call)


async def send_back(world: World, call: Call) -> object:
    """TA4: tell how the goods travel back."""
    refund = _refund(world, call)
    parcel = ReturnParcel(
        call.fields.needed("logisticsCompanyCode"),
        call.fields.needed("logisticsNo"),
        call.fields.text("buyerPhone"),
        call.fields.text("returnGoodsDesc"),
    )
    carrier = carrier_of(parcel.company)
    if carrier is None or not carrier.issues(parcel.waybill):
        raise Refused(Code.BAD_PARAMETER, "logisticsNo")
    with world.trade:
        world.refunds.send_back(refund, parcel)
    return DONE


async def cancel(world: World, call: Call) -> object:
    """TA5, a GET that changes something: give a refund up."""
    refund = _refund(world, call)
    with world.trade:
        world.refunds.cancel(refund)
    return {"cancelSuccess": True, **_detail(world, call, _refund(world, call))}


async def say(world: World, call: Call) -> object:
    """TA6: leave the seller a message; several pictures are one text with commas (invented)."""
    refund, text = _refund(world, call), call.fields.needed("refundMessage")
    if len(text) > LONGEST_MESSAGE:
        raise Refused(Code.BAD_PARAMETER, "refundMessage")
    with world.trade:
        world.refunds.say(refund, text, _pictures(call.fields))
    return DONE


async def submit(world: World, call: Call) -> object:
    """TA7: ask for a refund of a line, by `subOrderId` as TA2 has it."""
    order, line = _line(world, call)
    claim = _claim(call.fields, line)
    if unfit := objection(order, claim):
        raise refused_claim(unfit, "taobao")
    with world.trade:
        refund_id = world.refunds.apply(order, claim)
    return {"refundId": refund_id}


async def messages(world: World, call: Call) -> object:
    """TA8: what was said about a refund, page by page, the newest last."""
    refund = _refund(world, call)
    asked = paging(call.fields, "pageNo", "pageSize", _MOST_ROWS)
    said = [step for step in refund.steps if step.text]
    start = (asked.number - 1) * asked.size
    return shapes.messages(said[start : start + asked.size], len(said), refund)


async def change(world: World, call: Call) -> object:
    """TA9: ask for something else, before the seller answers or after a refusal."""
    refund = _refund(world, call)
    order = world.orders.of_id(refund.order_id)
    claim = _claim(call.fields, _line_of(order, refund))
    if unfit := objection(order, claim, refund.id):
        raise refused_claim(unfit, "taobao")
    with world.trade:
        world.refunds.change(refund, claim)
    return {"refundId": refund.id}


async def query(world: World, call: Call) -> object:
    """TA10: a refund in full."""
    return untraced(_detail(world, call, _refund(world, call)), call)


def _condition(call: Call) -> tuple[str, list[object]]:
    where: list[str] = ["user_id = ?", "platform = 'taobao'"]
    arguments: list[object] = [call.user_id]
    narrowings = {
        "refundId": "id = ?",
        "purchaseOrderId": "order_id IN (SELECT id FROM trade_order WHERE purchase_id = ?)",
        "salesOrderId": "order_id = ?",
    }
    for name, condition in narrowings.items():
        if value := call.fields.text(name):
            where.append(condition)
            arguments.append(value)
    if call.fields.text("refundStatus"):
        where.append("state = ?")
        arguments.append(_STATES.get(call.fields.whole("refundStatus"), _NO_SUCH_STATE))
    for name, comparison in (("refundStartTime", ">="), ("refundEndTime", "<=")):
        if call.fields.text(name):
            where.append(f"created_at {comparison} ?")
            arguments.append(call.fields.whole(name))
    return " AND ".join(where), arguments


def _line(world: World, call: Call) -> tuple[PlacedOrder, PlacedLine]:
    wanted = call.fields.needed("subOrderId")
    orders = world.orders.select(
        "user_id = ? AND platform = 'taobao' AND id IN (SELECT order_id FROM order_line WHERE id = ?)",
        (call.user_id, wanted),
    )
    found = [(order, line) for order in orders for line in order.open_lines if line.id == wanted]
    if not found:
        raise refused_upstream(Upstream.NO_SUCH_ORDER)
    return found[0]


def _refund(world: World, call: Call) -> Refund:
    return world.refunds.find(call.user_id, "taobao", call.fields.needed("refundId"))


def _line_of(order: PlacedOrder, refund: Refund) -> PlacedLine:
    return next(line for line in order.lines if line.id in refund.claim.pieces)


def _detail(world: World, call: Call, refund: Refund) -> Shape:
    order = world.orders.of_id(refund.order_id)
    offer = world.stored_offer(_line_of(order, refund).offer_id)
    return shapes.detail(refund, order, offer, call, world.urls)


def _claim(fields: Fields, line: PlacedLine) -> Claim:
    """What exceeds the price of the goods is freight."""
    fee = fields.whole("refundFee")
    goods = min(fee, line.amount_fen)
    return Claim(
        pieces={line.id: line.quantity},
        returns=_returns(fields),
        whereabouts=_whereabouts(fields),
        reason_id=fields.whole("reasonId"),
        goods_fen=goods,
        freight_fen=fee - goods,
        description=fields.text("refundDesc"),
        pictures=_pictures(fields),
    )


def _returns(fields: Fields) -> bool:
    kind = fields.whole("refundType")
    if kind not in (1, 2):
        raise Refused(Code.BAD_PARAMETER, "refundType")
    return kind == 2


def _whereabouts(fields: Fields) -> Whereabouts:
    whereabouts = shapes.whereabouts_of(fields.whole("goodsStatus"))
    if whereabouts is None:
        raise Refused(Code.BAD_PARAMETER, "goodsStatus")
    return whereabouts


def _pictures(fields: Fields) -> tuple[str, ...]:
    parts = [part.strip() for text in fields.texts("refundImages") for part in text.split(",")]
    return tuple(part for part in parts if part)
