"""Compares what the buyer confirmed, what the gateway has, what the journal says and the window shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.faults.evidence import Evidence, Told
from tests.faults.said import said

Goods = frozenset[str]
"""The SKUs of an order: what names it in a run, whose sellers are all different. A buyer wants each once."""

Wrong = Iterator[tuple[str, str]]
COLUMNS = ("ordered_twice", "paid_twice", "lost", "untrue")
ENDED = ("done", "rejected")


def judge(evidence: Evidence) -> list[tuple[str, str]]:
    """Everything wrong: column and sentence."""
    return [
        *evidence.wrong,
        *_confirmed(evidence),
        *_counted(evidence),
        *_as_confirmed(evidence),
        *_known(evidence),
        *_payments(evidence),
        *_cart(evidence),
        *_list(evidence),
        *(("untrue", sentence) for sentence in said(evidence)),
    ]


def _confirmed(evidence: Evidence) -> Wrong:
    """What was shown to be confirmed lay in the cart, as many pieces as were typed."""
    for each in evidence.confirmed:
        for sku_id, pieces in each["lines"].items():
            if sku_id in evidence.bought:
                yield "untrue", f"{sku_id} was offered again; another computer had ordered it"
            elif pieces not in _possible(evidence, sku_id):
                yield "untrue", f"{pieces} of {sku_id} to be confirmed, {evidence.cart.get(sku_id)} wanted"


def _possible(evidence: Evidence, sku_id: str) -> set[int]:
    """How many pieces may lie in the cart: what was typed, or what was there where it could not be kept."""
    before = {evidence.typed[sku_id][1]} if evidence.lame and sku_id in evidence.typed else set()
    return {evidence.cart.get(sku_id, 0)} | before


def _counted(evidence: Evidence) -> Wrong:
    """No goods are ordered that were not confirmed, and none more often."""
    ordered: Counter[str] = Counter()
    confirmed: dict[str, int] = {}
    for order in evidence.orders:
        ordered.update({line["sku_id"]: line["quantity"] for line in order["lines"]})
    for each in evidence.confirmed:
        for sku_id, pieces in each["lines"].items():
            confirmed[sku_id] = max(pieces, confirmed.get(sku_id, 0))
    for sku_id, pieces in ordered.items():
        if pieces > confirmed.get(sku_id, 0) or sku_id in evidence.bought:
            ids = [order["id"] for order in evidence.orders if sku_id in _goods_there(order)]
            yield "ordered_twice", f"{pieces} of {sku_id} in {ids}, confirmed {confirmed.get(sku_id, 0)}"


def _as_confirmed(evidence: Evidence) -> Wrong:
    """Each order holds what was confirmed, for the total, with the note and to the address shown."""
    for order in evidence.orders:
        lines = {line["sku_id"]: line["quantity"] for line in order["lines"]}
        asked = [each for each in evidence.confirmed if each["lines"] == lines]
        about = f"order {order['id']}"
        if not asked:
            yield "untrue", f"{about} is not as it was confirmed: {order['lines']}"
            continue
        changed = order["id"] in evidence.repriced or evidence.prices_change
        if not changed and order["total_fen"] not in [each["total"] for each in asked]:
            yield (
                "untrue",
                f"{about} costs {order['total_fen']}, confirmed {[each['total'] for each in asked]}",
            )
        notes = {each["note"] for each in asked}
        if not any(_note(order) == note for note in notes):
            yield "untrue", f"{about} says “{_note(order)}”, confirmed was {notes}"
        told = " ".join(filter(None, order["receiver"].values()))
        if missing := [part for part in evidence.address.values() if part not in told]:
            yield "untrue", f"{about} goes to {told}, which is not {missing}"


def _known(evidence: Evidence) -> Wrong:
    """Every order is in the journal, and every order of the journal is there."""
    intents = {intent["reference"]: intent for intent in evidence.of_kind("order")}
    there = {order["id"] for order in evidence.orders}
    for order in evidence.orders:
        mine = [intent for reference, intent in intents.items() if reference in order["reference"]]
        if not any(each["state"] == "done" and order["id"] in each["order_ids"] for each in mine):
            yield "lost", f"order {order['id']} is there; the journal says {_states(mine)}"
    for each in intents.values():
        if each["state"] == "done" and not there.issuperset(each["order_ids"]):
            yield "untrue", f"{each['reference']} is said to be ordered: {each['order_ids']}"
        if each["state"] not in ENDED:
            yield "untrue", f"{each['reference']} is {each['state']} for ever"
    kept = [_goods_drafted(intent) for intent in intents.values()]
    goods_of = {each["seller"]: frozenset(each["lines"]) for each in evidence.confirmed}
    for deed in evidence.deeds:
        for outcome in deed.outcomes if deed.kind == "order" else ():
            if outcome["text"].startswith("Ordered") and goods_of[outcome["seller"]] not in kept:
                yield "lost", f"said “{outcome['text']}”, and the journal knows nothing"


def _payments(evidence: Evidence) -> Wrong:
    """Money was taken once for each order that was approved, and no other; the journal knows of it."""
    intents: dict[str, list[Told]] = {}
    for intent in evidence.of_kind("payment"):
        intents.setdefault(intent["draft"]["order_id"], []).append(intent)
        if intent["state"] not in (*ENDED, "absent", "handed over"):
            yield "untrue", f"payment {intent['reference']} is {intent['state']} for ever"
    for order in evidence.gateway:
        about, paid, mine = f"order {order['id']}", order["paid"], intents.get(order["id"], [])
        approved = [each["amount"] for each in evidence.approved if each["order"] == order["id"]]
        done = [each for each in mine if each["state"] == "done"]
        if len(paid) > 1:
            yield "paid_twice", f"{about}: {paid}"
        if paid and paid[0] not in approved:
            yield "paid_twice", f"{about}: {paid}, approved: {approved}"
        if paid and not done:
            yield "lost", f"{about} is paid; the journal says {_states(mine)}"
        if done and not paid:
            yield "untrue", f"{about} is said to be paid"


def _cart(evidence: Evidence) -> Wrong:
    """Ordered goods are out of the cart, all others in it, as many as there should be."""
    if "cart" not in evidence.seen:
        return
    ordered = {sku_id for order in evidence.orders for sku_id in _goods_there(order)}
    shown: dict[str, int] = evidence.seen["cart"]
    for sku_id in {*shown, *evidence.cart}:
        is_there, wanted = shown.get(sku_id, 0), _in_cart(evidence, sku_id)
        if sku_id in ordered and is_there:
            yield "untrue", f"the cart shows {is_there} of {sku_id}, which was ordered"
        elif sku_id not in ordered and is_there not in wanted:
            yield "untrue", f"the cart shows {is_there} of {sku_id}, and {wanted} was not ordered"


def _in_cart(evidence: Evidence, sku_id: str) -> set[int]:
    """What was typed may be gone with a program that ended before it was confirmed."""
    typed = evidence.typed.get(sku_id)
    seen = {each["lines"].get(sku_id) for each in evidence.confirmed}
    kept = typed is None or (typed[0] in seen and not evidence.lame)
    return {evidence.cart.get(sku_id, 0)} if kept else {*typed}


def _list(evidence: Evidence) -> Wrong:
    """The list of orders is the gateway's."""
    if "orders" not in evidence.seen:
        yield "untrue", f"the window could not be read: {evidence.seen}"
        return
    shown = {each["id"]: each["total"] for each in evidence.seen["orders"]}
    there = {each["id"]: each["total_fen"] for each in evidence.gateway}
    unsaid = {order_id for order_id, total in shown.items() if total is None}
    if shown != {**there, **dict.fromkeys(unsaid)}:
        yield "untrue", f"orders shown {shown}, there are {there}"


def _goods_there(order: Told) -> Goods:
    return frozenset(line["sku_id"] for line in order["lines"])


def _goods_drafted(intent: Told) -> Goods:
    return frozenset(line["sku_id"] for line in intent["draft"]["lines"])


def _note(order: Told) -> str:
    """What the seller is told, without our mark."""
    return " ".join(word for word in order["note"].split(" ") if not word.strip("[]").startswith("SD-"))


def _states(intents: list[Told]) -> str:
    return (
        ", ".join(f"{each['reference']} {each['state']} ({each['explanation']})" for each in intents)
        or "nothing"
    )
