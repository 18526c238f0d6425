"""Reads the window: what it says of orders, payments and the cart, in plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.orders.unsettled import Unsettled

Seen = dict[str, Any]


def seen_outcomes(cards: Iterable[OrderCard]) -> list[Seen]:
    """What the confirmation says became of each order."""
    return [{"seller": card.group.supplier.id, "text": card.outcome.text()} for card in cards]


def seen_orders(page: OrdersPage) -> list[Seen]:
    """The rows of the list of orders."""
    orders = [page.model.order(row) for row in range(page.model.rowCount())]
    return [
        {
            "id": order.id,
            "platform": order.platform.value,
            "state": order.state.value,
            "total": order.total.minor if order.total is not None else None,
        }
        for order in orders
    ]


def seen_unsettled(strip: Unsettled) -> list[Seen]:
    """The orders above the list that need a word."""
    return [
        {
            "reference": reference,
            "order": getattr(row.intent.draft, "order_id", ""),
            "state": row.intent.state.value,
            "text": row.sentence.text(),
        }
        for reference, row in strip.rows.items()
    ]


def seen_cart(page: CartPage) -> dict[str, int]:
    """Pieces by SKU, of the lines that are to be ordered."""
    return {
        line.line.sku.id: line.line.quantity for seller in page.model.cart.sellers for line in seller.lines
    }
