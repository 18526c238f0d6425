"""What became of an order, in sentences for the buyer. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcing_desktop.domain.errors import Rejected
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.order import DraftLine, Order, OrderDraft, OrderState, Placed
from sourcing_desktop.domain.same_goods import NO_SKU, goods_of, missing_goods
from sourcing_desktop.language import tr
from sourcing_desktop.services.finding import Found, more_than_wanted

LEFT_OUT = tr("the gateway left a line out")


@dataclass(frozen=True, slots=True)
class Outcome:
    """`bought` are quantities by `CartLine.key` that need not stay in the cart."""

    order_ids: tuple[str, ...]
    explanation: str
    bought: Mapping[str, int]


def of_order(orders: Sequence[Order], intent: OrderIntent, placed: Placed | None) -> Outcome:
    """What the orders seen at the gateway mean for the intent; `placed` is the answer, if one came."""
    draft = intent.draft
    left_out = _left_out(orders, draft, placed)
    ids = tuple(order.id for order in orders)
    sentences = []
    if numbers := ", ".join(order.number for order in orders if order.number not in ("", order.id)):
        sentences.append(tr("The platform's number of it is {numbers}.", numbers=numbers))
    if intent.state is IntentState.REJECTED:
        sentences.append(tr("It had been refused or given up, and yet it is at the gateway."))
    if unseen := ", ".join(each for each in intent.order_ids if each not in ids):
        sentences.append(
            tr("The gateway also named {orders}, which is not there. Look on the platform.", orders=unseen)
        )
    if more_than_wanted(orders, draft):
        sentences.append(
            tr(
                "The gateway made it more than once: {orders}. Cancel what is too much.",
                orders=", ".join(ids),
            )
        )
    elif (cost := _cost(orders)) is not None and cost != draft.total and not left_out:
        sentences.append(
            tr(
                "It came to ¥{cost} instead of the ¥{confirmed} you confirmed. Cancel it if that is not "
                "right.",
                cost=f"{cost.major:,}",
                confirmed=f"{draft.total.major:,}",
            )
        )
    if left_out:
        sentences.append(tr("Left out: {reasons}", reasons="; ".join(sorted(set(left_out.values())))))
    closed = all(order.state is OrderState.CANCELLED for order in orders)
    if closed:
        sentences.append(tr("It was closed since; its goods stay in the cart."))
    bought = {
        line.cart_key: line.quantity for line in draft.lines if line.cart_key not in left_out and not closed
    }
    return Outcome(ids, " ".join(sentences), bought)


def absence(found: Found, named: Sequence[str]) -> str:
    """Why the program thinks that nothing was ordered."""
    if named:
        return tr(
            "The gateway named order {orders}, but it is not there, or not yours. Look on the platform "
            "before sending again.",
            orders=", ".join(named),
        )
    if found.alike:
        ids = ", ".join(order.id for order in found.alike)
        return tr(
            "No order carries our reference, but {orders} holds the same goods. Compare before sending "
            "again.",
            orders=ids,
        )
    return tr("The gateway knows no such order. It was not placed.")


def reasons(error: Rejected) -> str:
    """What the gateway said, and why at the lines where that is more."""
    at_lines = sorted({reason for reason in error.lines.values() if reason not in error.sentence})
    return " ".join([error.sentence, *at_lines])


def _left_out(orders: Sequence[Order], draft: OrderDraft, placed: Placed | None) -> dict[str, str]:
    """Lines that are in none of the orders, by `CartLine.key`, with the answer's reason where it gave one."""
    said = placed.left_out if placed else {}
    missing = missing_goods(orders, draft)

    def is_out(line: DraftLine) -> bool:
        return goods_of(line) in missing or (line.sku_id in said and line.sku_id not in NO_SKU)

    return {line.cart_key: said.get(line.sku_id, LEFT_OUT) for line in draft.lines if is_out(line)}


def _cost(orders: Sequence[Order]) -> Money | None:
    """Of all orders together; None while the platform has not told one of them."""
    totals = [order.total for order in orders if order.total is not None]
    return total(totals) if len(totals) == len(orders) else None
