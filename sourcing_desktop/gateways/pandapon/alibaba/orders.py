"""1688 orders (contract AO3, AO5, AO7, AO8, AO10, AOD): creating, listing, cancelling, receiving them. Pure.
Receipts of created orders are in fen, order objects in yuan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.order import ALIBABA_STATES, Order, OrderDraft, OrderPage, Placed
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames, cargo, refusals
from sourcing_desktop.gateways.pandapon.alibaba.trades import need_number, number_of, read_order
from sourcing_desktop.gateways.pandapon.answers import answer_in
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import SELLER_REASONS, not_ordered
from sourcing_desktop.gateways.pandapon.shapes import (
    WEB_SITE,
    Caller,
    fast_address,
    filled,
    note_with_reference,
    order_rows,
    wire_number,
    words_by_state,
)
from sourcing_desktop.gateways.wire import Reader

LIST_NAMES = ("data", "result", "records", "list")
TOTAL_NAMES = ("totalRecords", "totalRecord", "total")

USUAL_FLOW = "general"
"""Wholesale (contract AO7, upstream C1)."""

ASKED_STATES = words_by_state(ALIBABA_STATES)
"""Status words to ask an order list for, by what they mean; the list takes one at a time."""


def create_request(drafts: Sequence[OrderDraft], caller: Caller) -> dict[str, object]:
    """AO7 for one draft, AO3 for several, which then share address, note, flow and trade type.

    ValueError when they do not. Our references travel in the message, which comes back as buyerFeedback.
    """
    first = drafts[0]
    if len({(draft.address, draft.note, draft.flow, draft.trade_type) for draft in drafts}) > 1:
        raise ValueError("drafts sent together share address, note, flow and trade type")
    fields = {
        "flow": first.flow or USUAL_FLOW,
        "message": note_with_reference(first.note, (draft.reference for draft in drafts)),
        "tradeType": first.trade_type,
        "addressParam": fast_address(first.address),
        "cargoParamList": [
            cargo(line.ref, line.spec_id, line.quantity, draft.seller_id, caller, sellers=len(drafts))
            for draft in drafts
            for line in draft.lines
        ],
    }
    return filled(fields)


def list_request(page: int, size: int, status: str) -> dict[str, object]:
    """AO5; an empty status asks for all."""
    return filled({"page": page, "pageSize": size, "orderStatus": status})


def detail_request(order_id: str) -> dict[str, object]:
    """AOD; the number is text here."""
    return {"webSite": WEB_SITE, "orderId": order_id}


def cancel_request(order_id: str, reason: str, remark: str) -> dict[str, object]:
    """AO8; the number is a number here."""
    fields = {
        "webSite": WEB_SITE,
        "orderId": wire_number(order_id),
        "cancelReason": reason,
        "remark": remark,
    }
    return filled(fields)


def receipt_request(order_id: str, line_ids: Sequence[str]) -> dict[str, object]:
    """AO10; no line ids means all lines."""
    return filled(
        {"orderId": wire_number(order_id), "orderEntryIds": [wire_number(each) for each in line_ids] or None}
    )


def read_placed(envelope: Reader, names: LineNames) -> Placed:
    """The orders made of one draft. Raises Rejected, and BadReply for an answer that names no order.

    Order ids count even next to `success` false, which a sample shows (contract upstream C7).
    """
    placed = named_orders(envelope, names)
    if not placed.order_ids:
        raise _not_placed(envelope, placed.left_out)
    for order in _orders(envelope):
        need_number(order)
    return placed


def named_orders(envelope: Reader, names: LineNames) -> Placed:
    """The orders an answer tells of, perhaps none or without their numbers, and the lines it left out."""
    receipt = answer_in(envelope)
    return Placed(
        tuple(map(number_of, _orders(envelope))),
        refusals(_failed_lines(envelope), names),
        total=receipt.fen("totalSuccessAmount"),
        freight=receipt.fen("postFee"),
    )


def read_placed_together(envelope: Reader, drafts: Sequence[OrderDraft]) -> tuple[Placed, ...]:
    """What became of each draft of AO3, found by the lines of each order."""
    orders = _orders(envelope)
    failed = _failed_lines(envelope)
    if not orders:
        every_name = LineNames.of_draft(line for draft in drafts for line in draft.lines)
        raise _not_placed(envelope, refusals(failed, every_name))
    placed = []
    for draft in drafts:
        names = LineNames.of_draft(draft.lines)
        mine = [order for order in orders if any(names.knows(line) for line in order.rows("productItems"))]
        left_out = refusals((line for line in failed if names.knows(line)), names)
        placed.append(Placed(tuple(map(need_number, mine)), left_out))
    return tuple(placed)


def read_orders(envelope: Reader) -> OrderPage:
    """AO5; what the list and its total are called is not documented. BadReply when no list is recognised."""
    if envelope.holds("data") is list:
        return OrderPage(tuple(map(read_order, envelope.rows("data"))))
    rows = order_rows(envelope, LIST_NAMES, TOTAL_NAMES)
    return OrderPage(tuple(map(read_order, rows)), envelope.child("data").lenient().whole(*TOTAL_NAMES))


def read_detail(envelope: Reader) -> Order:
    """AOD: one order, whole."""
    return read_order(envelope.child("data"))


def _orders(envelope: Reader) -> tuple[Reader, ...]:
    """The orders in an answer: a list of trade objects, a list inside an object, or the object itself."""
    if envelope.holds("data") is list:
        return envelope.rows("data")
    if envelope.holds("data") is None:
        order_id = envelope.text("data")
        return (Reader({"orderId": order_id}, "data"),) if order_id.isdecimal() else ()
    data = answer_in(envelope)
    return data.rows("orderList") or ((data,) if number_of(data) else ())


def _failed_lines(envelope: Reader) -> tuple[Reader, ...]:
    return answer_in(envelope).rows("failedOfferList")


def _not_placed(envelope: Reader, left_out: Mapping[str, str]) -> BadReply | Rejected:
    refused = refusal_in(envelope)
    error = not_ordered(*refused) if refused else None
    if isinstance(error, Rejected):
        error.lines.update(left_out)
        return error
    if left_out and set(left_out.values()) <= set(SELLER_REASONS.values()):
        return Rejected("The seller refuses all lines of this order.", lines=left_out)
    if error is not None:
        return error
    return BadReply(
        "The gateway took the order but did not say its number. Look at the orders before ordering again.",
        path="data.orderId",
    )
