"""Paying orders (contract AO1, AO9, TO6): what is asked and what became of the money. Pure.

The contract has no answer of AO1 and neither body of TO6: `orderIds` of TO6 is assumed, both answers are read
under upstream's names.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import in_words, is_clear, not_paid, order_reason
from sourcing_desktop.gateways.pandapon.shapes import web_page
from sourcing_desktop.gateways.wire import Reader

MOST_1688_ORDERS, MOST_TAOBAO_ORDERS = 30, 10
"""Orders in one payment (contract 1.8)."""

CANNOT_PAY = "The platform does not take this payment, for reasons of credit or risk. Pay on its own page."

LISTS = ("payResults", "results", "orderList", "order_list")
ID_NAMES = ("orderId", "purchase_id", "purchaseId", "id")


def pay_request(order_ids: Sequence[str], most: int) -> dict[str, object]:
    """AO1 and TO6; ValueError for no order and for more than `most`. The numbers are text here."""
    if not 0 < len(order_ids) <= most:
        raise ValueError(f"a payment takes 1 to {most} orders, not {len(order_ids)}")
    return {"orderIds": list(order_ids)}


def pay_query(order_id: str) -> dict[str, str]:
    """AO9."""
    return {"orderId": order_id}


def read_outcome(envelope: Reader, order_ids: Sequence[str]) -> Payment:
    """What became of paying these orders.

    Raises Rejected where it is clear that nothing was paid, and BadReply where the answer does not say.
    """
    payment = read_payment(envelope, order_ids)
    if payment != Payment():
        return payment
    if refused := refusal_in(envelope):
        raise not_paid(*refused)
    raise BadReply(
        "The gateway did not say whether it was paid. Look at the orders before paying again.", path="data"
    )


def read_payment(envelope: Reader, order_ids: Sequence[str] = ()) -> Payment:
    """What the answer says, perhaps nothing. A bare success is about all of `order_ids`."""
    envelope = envelope.lenient()
    kind = envelope.holds("data")
    data = envelope.child("data") if kind is dict else Reader({})
    rows = envelope.rows("data") if kind is list else next(filter(None, map(data.rows, LISTS)), ())
    paid, refused, unclear = _results(rows)
    for order_id in data.texts("cantPayOrderList"):
        if order_id not in unclear:
            refused.setdefault(order_id, CANNOT_PAY)
    if data.yes("protocolPaySuccess") or (not rows and _plain_success(envelope, data)):
        named = [text for text in (data.text("orderId"),) if text] or order_ids
        paid += [order_id for order_id in named if order_id not in refused]
    return Payment(tuple(paid), web_page(data.text("payUrl")), refused, unclear)


def _results(rows: Sequence[Reader]) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """Order by order: paid, refused, and what a timeout may hide behind a plain no."""
    paid: list[str] = []
    refused: dict[str, str] = {}
    unclear: dict[str, str] = {}
    for row in rows:
        order_id = row.text(*ID_NAMES)
        if row.yes("paySuccess", "success"):
            paid.append(order_id)
            continue
        code, message = (
            row.text("errorCode", "error_code", "code"),
            row.plain("errorMsg", "errorMessage", "message"),
        )
        if is_clear(code, message):
            refused[order_id] = order_reason(code, message)
        else:
            unclear[order_id] = in_words(code, message)
    return paid, refused, unclear


def _plain_success(envelope: Reader, data: Reader) -> bool:
    """Whether the answer is a bare yes, which says nothing of single orders."""
    if envelope.holds("data") is None:
        return envelope.yes("data") is True
    not_yet = data.yes("protocolPaySuccess") is False or data.text("payUrl")
    return data.yes("success") is True and not not_yet
