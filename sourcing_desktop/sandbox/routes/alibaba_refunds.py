"""1688 refunds (contract AA1 to AA6). The buyer has no call to change or give up one."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call, Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.orders.carriers import carrier_of
from sourcing_desktop.sandbox.orders.order import PlacedOrder
from sourcing_desktop.sandbox.refunds.codes import RefundCode, refused_claim, refused_refund
from sourcing_desktop.sandbox.refunds.reasons import reasons_for
from sourcing_desktop.sandbox.refunds.refund import Claim, ReturnParcel, Whereabouts
from sourcing_desktop.sandbox.refunds.rules import objection
from sourcing_desktop.sandbox.refunds.vouchers import jpeg_of
from sourcing_desktop.sandbox.shapes import alibaba_refunds as shapes
from sourcing_desktop.sandbox.world import World

_IN_SALE = {
    "refundWaitSellerSend": Whereabouts.UNSHIPPED,
    "refundWaitBuyerReceive": Whereabouts.UNDERWAY,
    "refundBuyerReceived": Whereabouts.RECEIVED,
}
_AFTER_SALE = {
    "aftersaleBuyerNotReceived": Whereabouts.UNDERWAY,
    "aftersaleBuyerReceived": Whereabouts.RECEIVED,
}
_MOST_RETURN_PICTURES = 10
_RETURN_NOTE_LENGTHS = range(2, 201)


async def info(world: World, call: Call) -> object:
    """AA1: a refund in full; its id stands in the body or in the query, as the pages disagree."""
    refund_id = call.fields.text("refundId") or call.query.needed("refundId")
    refund = world.refunds.find(call.user_id, "1688", refund_id)
    order = world.orders.of_id(refund.order_id)
    first = next(line for line in order.lines if line.id in refund.claim.pieces)
    return shapes.info(refund, order, world.stored_offer(first.offer_id))


async def reasons(world: World, call: Call) -> object:
    """AA2 (body upstream's): the reasons that fit where the goods are."""
    order = _order(world, call)
    _pieces(order, call.fields)
    return shapes.reasons(reasons_for(_whereabouts(order, call.fields.needed("goodsStatus"))))


async def upload(world: World, call: Call) -> object:
    """AA3: keep a picture, which comes as a file in a form or as base64 (name upstream's)."""
    path = world.vouchers.keep(jpeg_of(call.fields.needed("imageData")))
    return {"imageDomain": world.urls.picture_domain, "imageRelativeUrl": path}


async def create(world: World, call: Call) -> object:
    """AA4: ask for a refund of lines of one order."""
    order = _order(world, call)
    claim = _claim(order, call.fields)
    if unfit := objection(order, claim):
        raise refused_claim(unfit, "1688")
    with world.trade:
        refund_id = world.refunds.apply(order, claim)
    return {"refundId": refund_id}


async def send_back(world: World, call: Call) -> object:
    """AA5: tell how the goods travel back."""
    refund_id = _filled(call.fields, "refundId")
    if not refund_id.startswith("TQ"):
        raise refused_refund(RefundCode.BAD_REFUND_NUMBER)
    refund = world.refunds.find(call.user_id, "1688", refund_id)
    parcel = ReturnParcel(
        _filled(call.fields, "logisticsCompanyNo"),
        _filled(call.fields, "freightBill"),
        note=call.fields.text("description"),
    )
    carrier = carrier_of(parcel.company)
    if carrier is None or not carrier.issues(parcel.waybill):
        raise refused_refund(RefundCode.RETURN_WAYBILL)
    if parcel.note and len(parcel.note) not in _RETURN_NOTE_LENGTHS:
        raise Refused(Code.BAD_PARAMETER, "description")
    pictures = tuple(call.fields.texts("vouchers"))
    if len(pictures) > _MOST_RETURN_PICTURES:
        raise refused_refund(RefundCode.RETURN_PICTURES)
    with world.trade:
        world.refunds.send_back(refund, parcel, pictures)
    return {"success": True, "errorCode": None, "errorInfo": None}


async def companies(world: World, call: Call) -> object:
    """AA6: every logistics company."""
    return shapes.companies()


def _order(world: World, call: Call) -> PlacedOrder:
    orders = world.orders.select("platform = '1688' AND id = ?", (call.fields.needed("orderId"),))
    if not orders:
        raise refused_refund(RefundCode.NO_ORDER)
    if orders[0].user_id != call.user_id:
        raise refused_refund(RefundCode.WRONG_BUYER)
    return orders[0]


def _claim(order: PlacedOrder, fields: Fields) -> Claim:
    kind = fields.needed("disputeRequest")
    if kind not in ("refund", "returnRefund"):
        raise Refused(Code.BAD_PARAMETER, "disputeRequest")
    return Claim(
        pieces=_pieces(order, fields),
        returns=kind == "returnRefund",
        whereabouts=_whereabouts(order, fields.needed("goodsStatus")),
        reason_id=fields.whole("applyReasonId"),
        goods_fen=fields.whole("applyPayment"),
        freight_fen=fields.whole("applyCarriage"),
        description=fields.needed("description"),
        pictures=tuple(fields.texts("vouchers")),
    )


def _pieces(order: PlacedOrder, fields: Fields) -> dict[str, int]:
    """Pieces by line: of the lines named, or of all; as many as were bought unless there is a count."""
    bought = {line.id: line.quantity for line in order.open_lines}
    named = fields.texts("orderEntryIds") or list(bought)
    if not bought.keys() >= set(named):
        raise refused_refund(RefundCode.BAD_PIECES)
    counts = fields.children("orderEntryCountList") if fields.filled("orderEntryCountList") else []
    pieces = {line_id: bought[line_id] for line_id in named}
    for count in counts:
        if count.needed("id") not in pieces:
            raise refused_refund(RefundCode.BAD_PIECES)
        pieces[count.needed("id")] = count.whole("count")
    return pieces


def _whereabouts(order: PlacedOrder, word: str) -> Whereabouts:
    """One set of words is for orders that go on, another for those that are finished."""
    words = _AFTER_SALE if order.done_at else _IN_SALE
    if word not in words:
        raise refused_refund(RefundCode.WRONG_GOODS_STATUS)
    return words[word]


def _filled(fields: Fields, name: str) -> str:
    text = fields.text(name)
    if not text:
        raise refused_refund(RefundCode.RETURN_FIELD_MISSING)
    return text
