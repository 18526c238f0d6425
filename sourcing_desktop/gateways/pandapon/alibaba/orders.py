"""1688 orders (contract AO3, AO5, AO7, AO8, AO10, AOD): creating, listing, cancelling, receiving them. Pure.
Receipts of created orders are in fen, order objects in yuan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.order import ALIBABA_STATES, Order, OrderDraft, OrderPage, Placed
from sourcing_desktop.domain.order_filter import ALL_ORDERS, OrderFilter
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames, cargo, refusals
from sourcing_desktop.gateways.pandapon.alibaba.trades import number_of, read_order
from sourcing_desktop.gateways.pandapon.answers import answer_in
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import HTTP_OK, Refusal, refused
from sourcing_desktop.gateways.pandapon.reasons import SELLER_REASONS
from sourcing_desktop.gateways.pandapon.shapes import (
    WEB_SITE,
    Caller,
    fast_address,
    filled,
    note_with_reference,
    order_rows,
    split_note,
    wire_number,
    wire_time,
    words_by_state,
)
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

LIST_NAMES = ("data", "result", "records", "list")
TOTAL_NAMES = ("totalRecords", "totalRecord", "total")

SELLER_NAMES = ("sellerOpenId", "sellerID", "sellerUserId", "sellerLoginId")
"""What may name the seller of an order; that it is the shop's id of the request is assumed."""

UPSTREAM_TIME = "%Y%m%d%H%M%S000%z"
"""How 1688 writes times, with milliseconds (contract 1.12)."""

USUAL_FLOW = "general"
"""Wholesale (contract AO7, upstream C1)."""

ASKED_STATES = words_by_state(ALIBABA_STATES)
"""Status words to ask an order list for, by what they mean; the list takes one at a time."""


def create_request(
    drafts: Sequence[OrderDraft], caller: Caller, *, with_seller: bool = False
) -> dict[str, object]:
    """AO7 for one draft, AO3 `with_seller` for any number, which share address, note, flow, trade type and
    promotion.

    ValueError when they do not. Our references travel in the message, which comes back as buyerFeedback.
    """
    first = drafts[0]
    shared = {(each.address, each.note, each.flow, each.trade_type, each.promotion) for each in drafts}
    if len(shared) > 1:
        raise ValueError("drafts sent together share address, note, flow, trade type and promotion")
    fields = {
        "flow": first.flow or USUAL_FLOW,
        "message": note_with_reference(first.note, (draft.reference for draft in drafts)),
        "shopPromotionId": first.promotion,
        "tradeType": first.trade_type,
        "addressParam": fast_address(first.address),
        "cargoParamList": [
            cargo(line.ref, line.spec_id, line.quantity, draft.seller_id, caller, with_seller=with_seller)
            for draft in drafts
            for line in draft.lines
        ],
    }
    return filled(fields)


def list_request(page: int, size: int, status: str, which: OrderFilter = ALL_ORDERS) -> dict[str, object]:
    """AO5; an empty status asks for all. Times are as in upstream's orders (contract 1.12). ValueError for
    what this list cannot be asked for."""
    if which.number or which.seller_name:
        raise ValueError("1688's list of orders takes neither numbers nor sellers")
    fields = {
        "page": page,
        "pageSize": size,
        "orderStatus": status,
        "refundStatus": which.refund_state,
        "createStartTime": wire_time(which.since, UPSTREAM_TIME),
        "createEndTime": wire_time(which.until, UPSTREAM_TIME),
        "orderIds": list(which.order_ids) or None,
    }
    return filled(fields)


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
    if "" in map(number_of, _orders(envelope)):
        raise _not_told_apart(placed.order_ids)
    return placed


def named_orders(envelope: Reader, names: LineNames) -> Placed:
    """The numbers of the orders an answer tells of, perhaps none, and the lines it left out."""
    receipt, orders = answer_in(envelope), _orders(envelope)
    return Placed(
        tuple(filter(None, map(number_of, orders))),
        refusals(_failed_lines(envelope), names),
        total=receipt.fen("totalSuccessAmount") or _sum(orders, "orderAmmount"),
        freight=receipt.fen("postFee") or _sum(orders, "postFee"),
    )


def read_placed_together(envelope: Reader, drafts: Sequence[OrderDraft]) -> tuple[Placed, ...]:
    """What became of each draft of AO3, found by lines, seller and reference of each order.

    Raises as `read_placed`, and BadReply with the numbers of all orders where one is nobody's, or where a
    draft has neither an order nor lines that were left out: an order that was made must not be lost.
    """
    orders = _orders(envelope)
    failed = _failed_lines(envelope)
    if not orders:
        every_name = LineNames.of_draft(line for draft in drafts for line in draft.lines)
        raise _not_placed(envelope, refusals(failed, every_name))
    numbers = tuple(map(number_of, orders))
    owners = [_owners(order, drafts) for order in orders]
    placed = []
    for draft in drafts:
        names = LineNames.of_draft(draft.lines)
        mine = tuple(number for number, whose in zip(numbers, owners, strict=True) if draft in whose)
        placed.append(Placed(mine, refusals(filter(names.knows, failed), names)))
    all_told = all(numbers) and all(owners) and all(each.order_ids or each.left_out for each in placed)
    if not all_told:
        raise _not_told_apart(numbers)
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


def _owners(order: Reader, drafts: Sequence[OrderDraft]) -> Sequence[OrderDraft]:
    """Whose an order is, by the surest mark that says it. The lines may name nothing but a number of v1
    (contract 1.10), and orders made together carry the references of all."""
    if len(drafts) == 1:
        return drafts
    lines, facts = order.rows("productItems"), order.child("baseInfo")
    sellers = {each.text(name) for each in (order, facts) for name in SELLER_NAMES} - {""}
    references = split_note(facts.text("buyerFeedback"))[1].split()
    by_lines = [draft for draft in drafts if any(map(LineNames.of_draft(draft.lines).knows, lines))]
    by_seller = [draft for draft in drafts if draft.seller_id in sellers]
    by_reference = [draft for draft in drafts if references == [draft.reference]]
    return by_lines or by_seller or by_reference


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


def _sum(orders: Sequence[Reader], name: str) -> Money | None:
    """Of an amount of each order; None where one does not say it."""
    amounts = [amount for order in orders if (amount := order.lenient().fen(name)) is not None]
    return total(amounts) if amounts and len(amounts) == len(orders) else None


def _not_told_apart(numbers: Sequence[str]) -> BadReply:
    made = ", ".join(filter(None, numbers)) or tr("without saying their numbers")
    return BadReply(
        tr(
            "The gateway made orders ({made}), but its answer does not say of all what is in them. Look at "
            "the orders before ordering again.",
            made=made,
        ),
        path="data.orderId",
    )


def _not_placed(envelope: Reader, left_out: Mapping[str, str]) -> BadReply | Rejected:
    said = refusal_in(envelope)
    error = refused(Refusal(*said, HTTP_OK, "AO7", writing=True)) if said else None
    if isinstance(error, Rejected):
        error.lines.update(left_out)
        return error
    if left_out and set(left_out.values()) <= set(SELLER_REASONS.values()):
        return Rejected(tr("The seller refuses all lines of this order."), lines=left_out)
    if error is not None:
        return error
    return BadReply(
        tr(
            "The gateway took the order but did not say its number. Look at the orders before ordering again."
        ),
        path="data.orderId",
    )
