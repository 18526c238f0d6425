"""Tells whoever listens for callbacks what happened to an order."""

from __future__ import annotations

from sourcing_desktop.sandbox.events import Events
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.market.model import MarketSeller
from sourcing_desktop.sandbox.orders.order import Change, PlacedOrder
from sourcing_desktop.sandbox.orders.parcels import parcels_of
from sourcing_desktop.sandbox.shapes.order_messages import alibaba_message, taobao_message


class OrderNews:
    """Turns changes of orders into messages; nothing is worked out while nobody listens."""

    def __init__(self, events: Events, catalogue: Catalogue) -> None:
        self._events = events
        self._catalogue = catalogue

    def tell(self, order: PlacedOrder, change: Change, moment: int) -> None:
        """Tell one change; `moment` is when it happened, in milliseconds."""
        if not self._events.url:
            return
        if order.platform == "1688":
            kind, body = alibaba_message(order, change, self._seller(order), moment)
        else:
            parcels = parcels_of(order, "", moment)
            kind, body = taobao_message(order, change, self._item_ids(order), parcels, moment)
        self._events.tell(order.platform, kind, body, moment)

    def _seller(self, order: PlacedOrder) -> MarketSeller:
        seller = self._catalogue.seller(order.seller_open_id)
        if seller is None:
            raise LookupError(
                f"the trade file belongs to another catalogue: no seller {order.seller_open_id}"
            )
        return seller

    def _item_ids(self, order: PlacedOrder) -> dict[str, str]:
        offers = (self._catalogue.offer(line.offer_id) for line in order.lines)
        return {offer.id: offer.mp_id for offer in offers if offer}
