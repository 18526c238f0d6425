"""Paying orders (contract AO1, AO9, TO6): what is asked and what became of the money. Pure.

The contract has no answer of AO1 and neither body of TO6: `orderIds` of TO6 is assumed, both answers are read
under upstream's names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.gateways.pandapon.answers import answer_in
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import (
    HTTP_OK,
    Refusal,
    in_words,
    is_clear,
    order_reason,
    refused,
)
from sourcing_desktop.gateways.pandapon.shapes import web_page
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

MOST_1688_ORDERS, MOST_TAOBAO_ORDERS = 30, 10
"""Orders in one payment (contract 1.8)."""

CANNOT_PAY = tr(
    "The platform does not take this payment, for reasons of credit or risk. Pay on its own page."
)

NOT_TOLD = tr("the gateway said nothing of it")

LISTS = ("payResults", "results", "result", "orderList", "order_list")
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
    """What became of paying these orders. Those the answer is silent about while it tells of others, without
    a page to pay at, are unclear.

    Raises Rejected where it is clear that nothing was paid, and BadReply where the answer does not say, also
    where it does not say of which order it speaks.
    """
    payment = read_payment(envelope, order_ids)
    told_of = {*payment.paid, *payment.refused, *payment.unclear}
    if payment != Payment() and "" not in told_of:
        silent = [] if payment.cashier else [each for each in order_ids if each not in told_of]
        return replace(payment, unclear={**payment.unclear, **dict.fromkeys(silent, NOT_TOLD)})
    if payment == Payment() and (said := refusal_in(envelope)):
        raise refused(Refusal(*said, HTTP_OK, "AO9", writing=True))
    raise BadReply(
        tr("The gateway did not say whether it was paid. Look at the orders before paying again."),
        path="data",
    )


def read_payment(envelope: Reader, order_ids: Sequence[str] = ()) -> Payment:
    """What the answer says, perhaps nothing. A bare success is about all of `order_ids`, a result without the
    number of its order about the only one of them, else about the order without a number."""
    envelope = envelope.lenient()
    answer = answer_in(envelope)
    paid, refused_ids, unclear = _results(_rows(envelope, answer), order_ids)
    for order_id in answer.texts("cantPayOrderList"):
        if order_id not in unclear and order_id not in paid:
            refused_ids.setdefault(order_id, CANNOT_PAY)
    if answer.yes("protocolPaySuccess") or _plain_success(envelope, answer):
        named = [text for text in (answer.text("orderId"),) if text] or order_ids
        paid += [order_id for order_id in named if order_id not in (*refused_ids, *unclear)]
    return Payment(tuple(dict.fromkeys(paid)), web_page(answer.text("payUrl")), refused_ids, unclear)


def _rows(envelope: Reader, answer: Reader) -> Sequence[Reader]:
    """The results of single orders: in a list, or the answer itself."""
    if envelope.holds("data") is list:
        return envelope.rows("data")
    if answer.yes("paySuccess") is not None:
        return (answer,)
    return next(filter(None, map(answer.rows, LISTS)), ())


def _results(
    rows: Sequence[Reader], order_ids: Sequence[str]
) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """Order by order: paid, refused, and what a timeout may hide behind a plain no."""
    paid: list[str] = []
    refused_ids: dict[str, str] = {}
    unclear: dict[str, str] = {}
    only = order_ids[0] if len(order_ids) == 1 else ""
    for row in rows:
        order_id = row.text(*ID_NAMES) or only
        if row.yes("paySuccess", "success"):
            paid.append(order_id)
            continue
        code, message = (
            row.text("errorCode", "error_code", "code"),
            row.plain("errorMsg", "errorMessage", "message"),
        )
        if is_clear(code, message):
            refused_ids[order_id] = order_reason(code, message)
        else:
            unclear[order_id] = in_words(code, message)
    return paid, refused_ids, unclear


def _plain_success(envelope: Reader, answer: Reader) -> bool:
    """Whether the answer is a bare yes. Success next to anything else, be it an empty list, may mean no more
    than that the question was understood."""
    if envelope.holds("data") is None:
        return envelope.yes("data") is True
    whole = envelope.child("data") if envelope.holds("data") is dict else Reader({})
    if whole.yes("success") is False:
        return False
    said = {name for name in answer.names() if answer.text(name) or answer.holds(name)}
    return said == {"success"} and answer.yes("success") is True
