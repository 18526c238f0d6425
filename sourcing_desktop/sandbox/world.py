"""Everything the handlers of the contract work on, gathered in one place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sourcing_desktop.sandbox.bookings import Bookings
from sourcing_desktop.sandbox.cart import CartRow, Carts
from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.events import Events
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.orders.book import OrderBook
from sourcing_desktop.sandbox.orders.news import OrderNews
from sourcing_desktop.sandbox.orders.order import PlacedOrder
from sourcing_desktop.sandbox.orders.parcels import Parcel, parcels_of
from sourcing_desktop.sandbox.picture_search import PictureSearch
from sourcing_desktop.sandbox.pictures import Pictures
from sourcing_desktop.sandbox.refunds.book import RefundBook
from sourcing_desktop.sandbox.refunds.news import RefundNews
from sourcing_desktop.sandbox.refunds.vouchers import Vouchers
from sourcing_desktop.sandbox.refusals import Refusals
from sourcing_desktop.sandbox.shelf import Shelf
from sourcing_desktop.sandbox.urls import Urls


class World:
    """One running market: its catalogue, what buyers changed, and its time."""

    def __init__(
        self,
        catalogue: Catalogue,
        trade: sqlite3.Connection,
        clock: Clock,
        urls: Urls,
        pictures: Pictures,
        picture_search: PictureSearch,
    ) -> None:
        self.catalogue = catalogue
        self.trade = trade
        self.clock = clock
        self.urls = urls
        self.pictures = pictures
        self.picture_search = picture_search
        self.refusals = Refusals(trade)
        self.shelf = Shelf(trade, self.refusals)
        self.events = Events(trade, clock)
        self.orders = OrderBook(trade, catalogue, self.shelf, clock, OrderNews(self.events, catalogue))
        self.refunds = RefundBook(trade, self.orders, RefundNews(self.events, self.orders, catalogue), clock)
        self.vouchers = Vouchers(trade)
        self.bookings = Bookings(trade, clock)
        self.alibaba_carts = Carts(trade, "1688")
        self.taobao_carts = Carts(trade, "taobao")

    def close(self) -> None:
        """Let go of files and threads."""
        self.pictures.close()
        self.picture_search.close()
        self.trade.close()
        self.catalogue.close()

    def settle(self) -> None:
        """Let the time that has passed have its effect: refunds first, since open ones hold orders up."""
        self.refunds.settle()
        self.orders.settle()

    def offer(self, platform: str, call: Call, offer_id: str) -> MarketOffer | None:
        """The live offer of an id in the id space of the call's generation (contract 1.10); None when the
        platform has none."""
        offer = self.catalogue.by_map_id(offer_id) if call.is_v2 else self.catalogue.offer(offer_id)
        if offer is None or offer.platform != platform:
            return None
        return self.shelf.live(offer)

    def supplied(self, mp_id: str) -> MarketOffer | None:
        """The live Taobao offer of a supply-side id."""
        offer = self.catalogue.by_mp_id(mp_id)
        return self.shelf.live(offer) if offer else None

    def stored_offer(self, offer_id: str) -> MarketOffer:
        """The live offer a cart row or an order line is of, by its v1 number."""
        offer = self.catalogue.offer(offer_id)
        if offer is None:
            raise LookupError(f"the trade file belongs to another catalogue: no offer {offer_id}")
        return self.shelf.live(offer)

    def line_of(self, row: CartRow) -> tuple[MarketOffer, MarketSku]:
        """The live offer and SKU of a cart row."""
        offer = self.stored_offer(row.offer_id)
        return offer, next(sku for sku in offer.skus if sku.id == row.sku_id)

    def offers_of(self, orders: Iterable[PlacedOrder]) -> dict[str, MarketOffer]:
        """The offers of all lines of the orders, by id."""
        ids = {line.offer_id for order in orders for line in order.lines}
        return {offer_id: self.stored_offer(offer_id) for offer_id in ids}

    def parcels_of(self, order: PlacedOrder) -> tuple[Parcel, ...]:
        """The parcels of an order with what their carriers have reported until now."""
        seller = self.catalogue.seller(order.seller_open_id)
        return parcels_of(order, seller.location.zh if seller else "", self.clock.milliseconds())


def sku_of(offer: MarketOffer, *ids: str) -> MarketSku | None:
    """The SKU that one of the ids names, whether by SKU, spec or supply-side id."""
    return next((sku for sku in offer.skus if {sku.id, sku.spec_id, sku.mp_sku_id} & set(ids) - {""}), None)


def found(offer: MarketOffer | None) -> MarketOffer:
    """The offer; refused when there is none."""
    if offer is None:
        raise Refused(Code.NOT_FOUND, "offer")
    return offer
