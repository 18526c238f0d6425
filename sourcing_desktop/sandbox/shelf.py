"""Offers as they are on sale now: the catalogue's with today's stock and prices laid over them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.refusals import Refusals


class Shelf:
    """Stock and price changes; commits nothing by itself, so that an order takes stock as one change."""

    def __init__(self, trade: sqlite3.Connection, refusals: Refusals) -> None:
        self._trade = trade
        self._refusals = refusals

    def live(self, offer: MarketOffer) -> MarketOffer:
        """The offer with the stock that is left, the price its seller asks now, and any scripted refusal."""
        stock = self._stock(offer.id)
        percent = self._percent(offer.id)
        refusal = self._refusals.of(offer.id) or ""
        if not stock and percent == 100 and not refusal:
            return offer
        return replace(
            offer,
            refusal=refusal,
            skus=tuple(_live_sku(sku, stock.get(sku.id, sku.stock), percent) for sku in offer.skus),
            tiers=tuple((start, _scaled(fen, percent)) for start, fen in offer.tiers),
            price_fen=_scaled(offer.price_fen, percent),
            dropship_fen=_scaled_if_any(offer.dropship_fen, percent),
        )

    def live_all(self, offers: Iterable[MarketOffer]) -> list[MarketOffer]:
        return [self.live(offer) for offer in offers]

    def take(self, offer: MarketOffer, sku: MarketSku, pieces: int) -> None:
        """Take pieces of a live offer away, or put them back when negative."""
        left = self._stock(offer.id).get(sku.id, sku.stock)
        self.set_stock(offer.id, sku.id, left - pieces)

    def set_stock(self, offer_id: str, sku_id: str, pieces: int) -> None:
        self._trade.execute("INSERT OR REPLACE INTO stock VALUES (?, ?, ?)", (offer_id, sku_id, pieces))

    def set_percent(self, offer_id: str, percent: int) -> None:
        """Set all prices of an offer to so many percent of the catalogue's."""
        self._trade.execute("INSERT OR REPLACE INTO price_change VALUES (?, ?)", (offer_id, percent))

    def _stock(self, offer_id: str) -> dict[str, int]:
        rows = self._trade.execute("SELECT sku_id, pieces FROM stock WHERE offer_id = ?", (offer_id,))
        return {row["sku_id"]: row["pieces"] for row in rows}

    def _percent(self, offer_id: str) -> int:
        row = self._trade.execute(
            "SELECT percent FROM price_change WHERE offer_id = ?", (offer_id,)
        ).fetchone()
        return row["percent"] if row else 100


def _live_sku(sku: MarketSku, stock: int, percent: int) -> MarketSku:
    promotion_fen = _scaled_if_any(sku.promotion_fen, percent)
    return replace(sku, stock=stock, price_fen=_scaled(sku.price_fen, percent), promotion_fen=promotion_fen)


def _scaled(fen: int, percent: int) -> int:
    return (fen * percent + 50) // 100


def _scaled_if_any(fen: int | None, percent: int) -> int | None:
    return None if fen is None else _scaled(fen, percent)
