"""Compares what the buyer confirmed, what the gateway has, what the journal says and the window shows."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Told = dict[str, Any]
Goods = frozenset[str]
"""The SKUs of an order: what names it in a run, whose sellers are all different. A buyer wants each once."""

COLUMNS = ("ordered_twice", "paid_twice", "lost", "untrue")


@dataclass(slots=True)
class Evidence:
    """All of one run, when it has ended and the gateway is well again."""

    confirmed: list[Told] = field(default_factory=list)
    approved: list[Told] = field(default_factory=list)
    outcomes: list[Told] = field(default_factory=list)
    paid_outcomes: list[Told] = field(default_factory=list)
    cart: dict[str, int] = field(default_factory=dict)
    gateway: list[Told] = field(default_factory=list)
    seen: Told = field(default_factory=dict)
    intents: list[Told] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """Column and what was noticed already while it ran."""


def journal(library: Path) -> list[Told]:
    """The last turn of every intent, read from the file itself."""
    with closing(sqlite3.connect(library)) as file:
        file.row_factory = sqlite3.Row
        turns: dict[str, list[sqlite3.Row]] = {}
        for row in file.execute("SELECT * FROM journal ORDER BY id"):
            turns.setdefault(row["reference"], []).append(row)
    return [
        {
            "reference": reference,
            "kind": rows[0]["kind"],
            "draft": json.loads(rows[0]["draft"]),
            "state": rows[-1]["state"],
            "order_ids": json.loads(rows[-1]["order_ids"]),
            "explanation": rows[-1]["explanation"],
        }
        for reference, rows in turns.items()
    ]


def bugs(log: Path) -> list[str]:
    """What the program itself took for a bug, from its log: the last line of each traceback."""
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    return [_last_line(part) for part in re.split(r" ERROR [\w.]+: ", text)[1:]]


def _last_line(record: str) -> str:
    lines = [line for line in record.splitlines() if line and not line.startswith((" ", "Traceback"))]
    return " / ".join(lines[:1] + lines[1:2])


def judge(evidence: Evidence) -> list[tuple[str, str]]:
    """Everything wrong: column and sentence."""
    return [*evidence.wrong, *_orders(evidence), *_payments(evidence), *_cart(evidence), *_list(evidence)]


def _orders(evidence: Evidence) -> list[tuple[str, str]]:
    wrong: list[tuple[str, str]] = []
    there = _by_goods(evidence.gateway, _goods_there)
    confirmed: dict[Goods, list[Told]] = {}
    for each in evidence.confirmed:
        confirmed.setdefault(frozenset(each["lines"]), []).append(each["lines"])
    intents: dict[Goods, list[Told]] = {}
    for intent in evidence.intents:
        if intent["kind"] == "order":
            intents.setdefault(_goods_drafted(intent["draft"]), []).append(intent)
    for goods in {*there, *confirmed, *intents}:
        orders, mine = there.get(goods, []), intents.get(goods, [])
        done = [each for each in mine if each["state"] == "done"]
        named = {order_id for each in done for order_id in each["order_ids"]}
        if len(orders) > bool(confirmed.get(goods)):
            wrong.append(("ordered_twice", f"confirmed {confirmed.get(goods)}, there are {_ids(orders)}"))
        for order in orders:
            if {line["sku_id"]: line["quantity"] for line in order["lines"]} not in confirmed.get(goods, []):
                wrong.append(("untrue", f"order {order['id']} is not as it was confirmed: {order['lines']}"))
            if order["id"] not in named:
                wrong.append(("lost", f"order {order['id']} is there; the journal says {_states(mine)}"))
        for each in done:
            if not set(each["order_ids"]) & {order["id"] for order in orders}:
                wrong.append(("untrue", f"{each['reference']} is said to be ordered: {each['order_ids']}"))
        for each in mine:
            if each["state"] not in ("done", "rejected"):
                wrong.append(("untrue", f"{each['reference']} is {each['state']} for ever"))
    wrong += _said(evidence, there, intents)
    return wrong


def _said(
    evidence: Evidence, there: dict[Goods, list[Told]], intents: dict[Goods, list[Told]]
) -> list[tuple[str, str]]:
    """What the confirmation said at the time, where nothing that came later excuses it."""
    wrong: list[tuple[str, str]] = []
    seller_of = {each["seller"]: frozenset(each["lines"]) for each in evidence.confirmed}
    for outcome in evidence.outcomes:
        goods = seller_of[outcome["seller"]]
        if outcome["text"].startswith("Ordered"):
            if not intents.get(goods):
                wrong.append(("lost", f"said “{outcome['text']}”, and the journal knows nothing"))
            if not there.get(goods):
                wrong.append(("untrue", f"said “{outcome['text']}”, and the gateway has no such order"))
    for row in evidence.seen.get("unsettled", ()):
        if any(row["reference"] in order["reference"] for order in evidence.gateway):
            wrong.append(("untrue", f"the window says “{row['text']}” of an order that is there"))
    return wrong


def _payments(evidence: Evidence) -> list[tuple[str, str]]:
    wrong: list[tuple[str, str]] = []
    approved: dict[str, list[int]] = {}
    for each in evidence.approved:
        approved.setdefault(each["order"], []).append(each["amount"])
    said: dict[str, list[Told]] = {}
    for intent in evidence.intents:
        if intent["kind"] == "payment":
            said.setdefault(intent["draft"]["order_id"], []).append(intent)
    money = {order["id"]: order["paid"] for order in evidence.gateway}
    for outcome in evidence.paid_outcomes:
        if outcome["text"].startswith("Paid") and not money.get(outcome["order"]):
            wrong.append(("untrue", f"said “{outcome['text']}” of order {outcome['order']}, which is not"))
    for order in evidence.gateway:
        paid, mine = order["paid"], said.get(order["id"], [])
        done = [each for each in mine if each["state"] == "done"]
        if len(paid) > 1:
            wrong.append(("paid_twice", f"order {order['id']}: {paid}"))
        if paid and paid[0] not in approved.get(order["id"], []):
            wrong.append(("paid_twice", f"{paid} for {order['id']}, approved: {approved.get(order['id'])}"))
        if paid and not done:
            wrong.append(("lost", f"order {order['id']} is paid; the journal says {_states(mine)}"))
        if done and not paid:
            wrong.append(("untrue", f"order {order['id']} is said to be paid"))
        for each in mine:
            if each["state"] not in ("done", "rejected", "absent", "handed over"):
                wrong.append(("untrue", f"payment {each['reference']} is {each['state']} for ever"))
    return wrong


def _cart(evidence: Evidence) -> list[tuple[str, str]]:
    """Ordered goods are out of the cart, all others in it."""
    if "cart" not in evidence.seen:
        return []
    expected = dict(evidence.cart)
    for order in evidence.gateway:
        for line in order["lines"]:
            expected.pop(line["sku_id"], None)
    shown = evidence.seen["cart"]
    if set(shown) != set(expected):
        return [("untrue", f"the cart shows {shown}, and {expected} was not ordered")]
    return []


def _list(evidence: Evidence) -> list[tuple[str, str]]:
    """The list of orders is the gateway's."""
    if "orders" not in evidence.seen:
        return [("untrue", f"the window could not be read: {evidence.seen}")]
    shown = {each["id"]: each["total"] for each in evidence.seen["orders"]}
    there = {each["id"]: each["total_fen"] for each in evidence.gateway}
    unsaid = {order_id for order_id, total in shown.items() if total is None}
    if shown != {**there, **dict.fromkeys(unsaid)}:
        return [("untrue", f"orders shown {shown}, there are {there}")]
    return []


def _by_goods(orders: list[Told], goods_of: Any) -> dict[Goods, list[Told]]:
    found: dict[Goods, list[Told]] = {}
    for order in orders:
        found.setdefault(goods_of(order), []).append(order)
    return found


def _goods_there(order: Told) -> Goods:
    return frozenset(line["sku_id"] for line in order["lines"])


def _goods_drafted(draft: Told) -> Goods:
    return frozenset(line["sku_id"] for line in draft["lines"])


def _ids(orders: list[Told]) -> str:
    return ", ".join(order["id"] for order in orders)


def _states(intents: list[Told]) -> str:
    return (
        ", ".join(f"{each['reference']} {each['state']} ({each['explanation']})" for each in intents)
        or "nothing"
    )
