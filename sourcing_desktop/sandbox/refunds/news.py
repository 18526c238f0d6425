"""Tells whoever listens for callbacks what happened to a refund."""

from __future__ import annotations

from sourcing_desktop.sandbox.events import Events
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.orders.book import OrderBook
from sourcing_desktop.sandbox.refunds.refund import Refund, Step
from sourcing_desktop.sandbox.shapes.refund_messages import alibaba_message, taobao_message


class RefundNews:
    """Turns steps of refunds into messages; nothing is worked out while nobody listens."""

    def __init__(self, events: Events, orders: OrderBook, catalogue: Catalogue) -> None:
        self._events = events
        self._orders = orders
        self._catalogue = catalogue

    def tell(self, refund: Refund, step: Step) -> None:
        """Tell one step of a refund, which is as it is after it."""
        if not self._events.url:
            return
        order = self._orders.of_id(refund.order_id)
        if refund.platform == "1688":
            seller = self._catalogue.seller(order.seller_open_id)
            kind, body = alibaba_message(refund, step, order, seller.shop_id if seller else "")
        else:
            kind, body = taobao_message(refund, step, order)
        self._events.tell(refund.platform, kind, body, step.at)
