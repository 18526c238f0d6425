"""What one order would cost, and why it cannot be placed.

Written apart from the client's own rules in `domain`, on purpose: the two must agree by test, not by sharing.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcing_desktop.sandbox.door.codes import Upstream
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller, MarketSku

MOST_SKUS = 50
"""SKUs in one 1688 order (contract 1.8)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line somebody wants to buy: a live offer and SKU, or None where the ids sent name nothing."""

    offer: MarketOffer | None
    sku: MarketSku | None
    quantity: int

    @property
    def goods(self) -> tuple[MarketOffer, MarketSku]:
        """Offer and SKU of a line that was not refused; LookupError for one that names nothing."""
        if self.offer is None or self.sku is None:
            raise LookupError("the line names no goods")
        return self.offer, self.sku


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A wanted line with its unit price, and why it is refused, if it is."""

    wanted: Wanted
    unit_fen: int
    refusal: Upstream | None

    @property
    def amount_fen(self) -> int:
        return self.unit_fen * self.wanted.quantity


@dataclass(frozen=True, slots=True)
class Quote:
    """One order of one seller. `seller` is None only when no line names an offer."""

    seller: MarketSeller | None
    lines: tuple[QuotedLine, ...]
    freight_fen: int

    @property
    def goods_fen(self) -> int:
        return sum(line.amount_fen for line in self.lines)

    @property
    def total_fen(self) -> int:
        return self.goods_fen + self.freight_fen

    @property
    def refusal(self) -> Upstream | None:
        """The first reason, if any."""
        return next((line.refusal for line in self.lines if line.refusal), None)


def quote(wanted: Sequence[Wanted], province: str) -> Quote:
    """Check and price the lines as one order, sent to that province of China."""
    seller = next((each.offer.seller for each in wanted if each.offer), None)
    mixed = len({each.offer.seller.id for each in wanted if each.offer}) > 1
    lines = []
    for each in wanted:
        refusal = Upstream.DIFFERENT_SELLERS if mixed else _refusal(each, wanted)
        lines.append(QuotedLine(each, _unit_fen(each, wanted), refusal))
    weight_g = sum(each.sku.weight_g * each.quantity for each in wanted if each.sku)
    return Quote(seller, tuple(lines), freight_fen(seller, weight_g, province) if seller else 0)


def by_seller(wanted: Iterable[Wanted]) -> list[list[Wanted]]:
    """The lines of each seller, in order of first appearance; unknown goods stay together."""
    split: dict[int | None, list[Wanted]] = {}
    for each in wanted:
        split.setdefault(each.offer.seller.id if each.offer else None, []).append(each)
    return list(split.values())


def freight_fen(seller: MarketSeller, weight_g: int, province: str) -> int:
    """Invented, but always the same for a seller, a started kilogram and a province. Some ship for free."""
    dice = zlib.crc32(f"{seller.id}:{province}".encode())
    if zlib.crc32(f"{seller.id}".encode()) % 8 == 0:
        return 0
    kilograms = max(1, -(-weight_g // 1000))
    first, more = 300 + dice % 10 * 100, 50 + dice // 10 % 8 * 25
    return first + (kilograms - 1) * more


def _refusal(line: Wanted, order: Sequence[Wanted]) -> Upstream | None:
    offer, sku = line.offer, line.sku
    if offer is None:
        return Upstream.NOT_TRADABLE
    if sku is None:
        return Upstream.FOREIGN_SPEC
    if offer.refusal:
        return Upstream(offer.refusal)
    if len({each.sku.id for each in order if each.sku}) > MOST_SKUS and offer.platform == "1688":
        return Upstream.TOO_MANY_SKUS
    if _unit_fen(line, order) <= 0:
        return Upstream.PRICE_ZERO
    if sum(each.quantity for each in order if each.sku and each.sku.id == sku.id) > sku.stock:
        return Upstream.STOCK
    if line.quantity % offer.lot:
        return Upstream.NOT_A_LOT
    if _offer_pieces(offer, order) < offer.moq and not _mixes(offer.seller, order):
        mixing = offer.seller.mix_pieces is not None or offer.seller.mix_fen is not None
        return Upstream.MIXED_BATCH if mixing else Upstream.BELOW_MOQ
    return None


def _mixes(seller: MarketSeller, order: Sequence[Wanted]) -> bool:
    """Either the pieces or the amount of the whole order suffice (upstream C2)."""
    pieces = sum(each.quantity for each in order)
    fen = sum(_unit_fen(each, order) * each.quantity for each in order)
    by_pieces = seller.mix_pieces is not None and pieces >= seller.mix_pieces
    return by_pieces or (seller.mix_fen is not None and fen >= seller.mix_fen)


def _unit_fen(line: Wanted, order: Sequence[Wanted]) -> int:
    """The SKU's own price, or the tier that all pieces of the offer in this order reach (upstream C1)."""
    offer, sku = line.offer, line.sku
    if offer is None or sku is None:
        return 0
    if offer.platform != "1688":
        return sku.promotion_fen or sku.price_fen
    if offer.quote == 1 or not offer.tiers:
        return sku.price_fen
    pieces = _offer_pieces(offer, order)
    reached = [fen for start, fen in offer.tiers if start <= pieces]
    return reached[-1] if reached else offer.tiers[0][1]


def _offer_pieces(offer: MarketOffer, order: Sequence[Wanted]) -> int:
    return sum(each.quantity for each in order if each.offer and each.offer.id == offer.id)
