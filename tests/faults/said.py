"""Holds each sentence the program says of orders and payments, in the window and in the journal, against the
gateway. One that was true when it was said is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.faults.evidence import Deed, Evidence, Told

TWICE, LEFT_OUT, COSTS, PAID_OTHERWISE = "more than once", "Left out", "It came to", "you approved"
NOTHING_PAID = "Nothing was paid"
PAID_EARLIER = ("already", "was paid before")
"""Words with which nothing was paid now, and yet the order is."""


def said(evidence: Evidence) -> Iterator[str]:
    """What is not so."""
    for deed in evidence.deeds:
        yield from _of_orders(evidence, deed) if deed.kind == "order" else _of_payments(deed)
    for intent in evidence.of_kind("order"):
        yield from _of_order(evidence, intent)
    for intent in evidence.of_kind("payment"):
        yield from _of_payment(evidence, intent)
    yield from _above_the_list(evidence)


def _of_orders(evidence: Evidence, deed: Deed) -> Iterator[str]:
    """The confirmation: “Ordered” and “Not ordered”, when it said so."""
    known = {order["id"] for order in deed.before} | evidence.elsewhere
    goods_of = {each["seller"]: frozenset(each["lines"]) for each in evidence.confirmed}
    for outcome in deed.outcomes:
        text = outcome["text"]
        there = [order for order in deed.after if _holds(order, goods_of[outcome["seller"]])]
        if text.startswith("Ordered") and not there:
            yield f"said “{text}”, and the gateway has no such order"
        if text.startswith("Not ordered") and (
            new := [each["id"] for each in there if each["id"] not in known]
        ):
            yield f"said “{text}”, and there is {new}"
        yield from _of_twice(text, [each for each in there if each["id"] not in evidence.elsewhere])


def _of_twice(text: str, orders: list[Told]) -> Iterator[str]:
    if TWICE in text and len(orders) < 2:
        yield f"said “{text}”, and there is {[order['id'] for order in orders]}"


def _of_payments(deed: Deed) -> Iterator[str]:
    """The sheet on which the buyer pays, when it said so."""
    money = {order["id"]: order["paid"] for order in deed.after}
    for outcome in deed.outcomes:
        text, paid = outcome["text"], money.get(outcome["order"])
        if text.startswith("Paid") and not paid:
            yield f"said “{text}” of order {outcome['order']}, which is not"
        if NOTHING_PAID in text and paid and not any(words in text for words in PAID_EARLIER):
            yield f"said “{text}” of order {outcome['order']}, for which {paid} was taken"


def _of_order(evidence: Evidence, intent: Told) -> Iterator[str]:
    """What the journal says in the end of an order."""
    text, draft = intent["explanation"], intent["draft"]
    about = f"the journal says “{text}” of {intent['reference']}"
    orders = [each for each in evidence.orders if intent["reference"] in each["reference"]]
    held = _pieces(line for order in orders for line in order["lines"])
    wanted = _pieces(draft["lines"])
    if (TWICE in text) != (held.total() > wanted.total()):
        yield f"{about}, and there is {[order['id'] for order in orders]}"
    if (LEFT_OUT in text) != (intent["state"] == "done" and bool(wanted - held)):
        yield f"{about}, and it holds {dict(held)} of {dict(wanted)}"
    if not evidence.repriced.intersection(order["id"] for order in orders):
        yield from _of_cost(about, intent, orders)


def _of_cost(about: str, intent: Told, orders: list[Told]) -> Iterator[str]:
    """Taobao tells the total of an order late: silence is no lie there."""
    cost, confirmed = sum(order["total_fen"] for order in orders), intent["draft"]["total"]["minor"]
    says = COSTS in intent["explanation"]
    if says and (cost == confirmed or f"¥{cost / 100:,.2f}" not in intent["explanation"]):
        yield f"{about}, and it costs {cost}, confirmed {confirmed}"
    elif not says and len(orders) == 1 and cost != confirmed and intent["draft"]["platform"] == "1688":
        yield f"{about}, and nothing of its {cost} in place of {confirmed}"


def _of_payment(evidence: Evidence, intent: Told) -> Iterator[str]:
    """What the journal says in the end of a payment."""
    text, draft = intent["explanation"], intent["draft"]
    about = f"the journal says “{text}” of order {draft['order_id']}"
    paid = next((order["paid"] for order in evidence.gateway if order["id"] == draft["order_id"]), [])
    others = [
        each
        for each in evidence.of_kind("payment")
        if each is not intent and each["draft"]["order_id"] == draft["order_id"] and each["state"] == "done"
    ]
    earlier = any(words in text for words in PAID_EARLIER)
    if NOTHING_PAID in text and paid and not earlier and (intent["state"] == "done" or not others):
        yield f"{about}, for which {paid} was taken"
    if (PAID_OTHERWISE in text and intent["state"] == "done") and paid[:1] == [draft["amount"]["minor"]]:
        yield f"{about}, which was approved"


def _above_the_list(evidence: Evidence) -> Iterator[str]:
    """The rows of what needs a word, in the end."""
    money = {order["id"]: order["paid"] for order in evidence.gateway}
    for row in evidence.seen.get("unsettled", ()):
        if any(row["reference"] in order["reference"] for order in evidence.orders):
            yield f"the window says “{row['text']}” of an order that is there"
        earlier = any(words in row["text"] for words in PAID_EARLIER)
        if NOTHING_PAID in row["text"] and money.get(row["order"]) and not earlier:
            yield f"the window says “{row['text']}” of an order that is paid"


def _holds(order: Told, goods: frozenset[str]) -> bool:
    return {line["sku_id"] for line in order["lines"]} == goods


def _pieces(lines: Iterator[Told] | list[Told]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in lines:
        counted[line["sku_id"]] += line["quantity"]
    return counted
