"""Makes the market's offers, seller by seller, each from a random sequence of its own.

An offer without a choice of variants (`quote` 0) holds one SKU without attributes, which carries its stock
and ids; the contract shows such an offer as having no SKUs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

from sourcing_desktop.sandbox.market import identity, labels, prices
from sourcing_desktop.sandbox.market.categories import category_path
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller, MarketSku
from sourcing_desktop.sandbox.market.sellers import Dealer
from sourcing_desktop.sandbox.market.skus import Choice, choose, make_skus, plain_sku
from sourcing_desktop.sandbox.market.subjects import attributes_of, qualities_of, title_of
from sourcing_desktop.sandbox.market.vocabulary import SECTIONS, Kind
from sourcing_desktop.sandbox.market.vocabulary.colours import HEX
from sourcing_desktop.sandbox.market.vocabulary.qualities import UNITS

OFFERS = {"1688": 2340, "taobao": 920}
SHOP_SIZE = (8, 60)
MARKET_DAY = 20_774
"""The day the market was prepared for, in days since 1970-01-01: 2026-11-17."""

_RETAIL_MARKUP = (1.5, 2.6)
_WITHOUT_SUPPLY = 0.05
_PLAIN = 0.08


def make_offers(dealers: list[Dealer], seed: int) -> Iterator[MarketOffer]:
    """All offers of one platform's sellers, in the order of the sellers."""
    platform = dealers[0][0].platform
    sizes = _shop_sizes(OFFERS[platform], len(dealers), Random(f"{seed} sizes {platform}"))
    for (seller, sections), size in zip(dealers, sizes, strict=True):
        rng = Random(f"{seed} goods {seller.open_id}")
        for number, kind in enumerate(_assortment(sections, size, rng)):
            yield make_offer(seller, kind, f"{seed} {seller.open_id} {number}")


def make_offer(seller: MarketSeller, kind: Kind, key: str) -> MarketOffer:
    """One offer of that kind; equal keys make equal offers."""
    rng = Random(key)
    retail = seller.platform == "taobao"
    offer_id = identity.digits(12, key, lead=rng.choice("5678"))
    age = min(int(rng.expovariate(1 / 260)), 1500)
    qualities = qualities_of(kind, MARKET_DAY - age, rng)
    standing = labels.standing_of(seller, age, rng)
    weight = rng.randint(*kind.grams)
    fen = prices.between(*kind.fen, rng)
    if retail:
        fen = prices.tidy(fen * rng.uniform(*_RETAIL_MARKUP), rng)
    choice = choose(kind, qualities.audience, rng)
    quote = _quote(choice, retail, rng)
    lot = 1 if retail else prices.lot_of(fen, rng)
    moq = 1 if retail else prices.moq_of(fen, lot, rng)
    skus = _skus(offer_id, quote, choice, fen, weight, retail, rng)
    cheapest = min(sku.price_fen for sku in skus)
    supplied = retail and rng.random() >= _WITHOUT_SUPPLY
    return MarketOffer(
        id=offer_id,
        map_id=identity.opaque(offer_id),
        mp_id=identity.digits(16, offer_id, lead="2048") if supplied else "",
        platform=seller.platform,
        seller=seller,
        kind=kind.key,
        title=title_of(kind, qualities, retail, rng),
        categories=category_path(kind.key),
        category=kind.nouns[0],
        quote=quote,
        tiers=((1, cheapest),) if retail else _tiers(quote, cheapest, moq, lot, rng),
        price_fen=cheapest,
        dropship_fen=_dropship(cheapest, rng) if standing.dropship and not retail else None,
        moq=moq,
        lot=lot,
        unit=UNITS[kind.unit],
        skus=skus,
        attributes=attributes_of(kind, qualities, seller, offer_id),
        sold_30_days=min(int(rng.lognormvariate(3.3, 1.9)), 99_999) if age > 3 else rng.randint(0, 9),
        repurchase_percent=max(0, min(100, round(rng.gauss(seller.repurchase_percent, 12)))),
        curated=standing.curated and not retail,
        tags=labels.tags(seller, standing),
        filter_words=labels.filter_words(seller, standing, rng),
        trade_score=standing.score,
        weight_g=weight,
        created_day=MARKET_DAY - age,
        seed=rng.getrandbits(32),
        colour=HEX[choice.colours[0]],
        accent=choice.accent,
    )


def _shop_sizes(total: int, shops: int, rng: Random) -> list[int]:
    """How many offers each shop has: few large shops, many small ones, `total` together."""
    low, high = SHOP_SIZE
    sizes = [round(rng.triangular(low, high, low + 2)) for _ in range(shops)]
    while sum(sizes) != total:
        place = rng.randrange(shops)
        step = 1 if sum(sizes) < total else -1
        sizes[place] = min(high, max(low, sizes[place] + step))
    return sizes


def _assortment(sections: tuple[str, ...], size: int, rng: Random) -> list[Kind]:
    """The kinds a shop offers, those of its main section twice as often as the others."""
    kinds = [
        kind
        for section in SECTIONS
        if section.key in sections
        for group in section.groups
        for kind in group.kinds
        for _ in range(2 if section.key == sections[0] else 1)
    ]
    rng.shuffle(kinds)
    return list(islice(cycle(kinds), size))


def _quote(choice: Choice, retail: bool, rng: Random) -> int:
    """How the offer is priced (contract upstream C1): 0 without SKUs, 1 by SKU, 2 by quantity of all SKUs."""
    if rng.random() < _PLAIN:
        return 0
    dearer = choice.sizes is not None and choice.sizes.growth > 0
    if retail or dearer:
        return 1
    return rng.choice((1, 2, 2, 2))


def _skus(
    offer_id: str, quote: int, choice: Choice, fen: int, weight_g: int, retail: bool, rng: Random
) -> tuple[MarketSku, ...]:
    if quote == 0:
        return (plain_sku(offer_id, choice.colours[0], fen, weight_g, retail, rng),)
    return make_skus(offer_id, choice, fen=fen, weight_g=weight_g, retail=retail, by_size=quote == 1, rng=rng)


def _tiers(quote: int, fen: int, moq: int, lot: int, rng: Random) -> tuple[tuple[int, int], ...]:
    """The tiers of an offer; priced by SKU there is one, and one in ten shows less than any SKU costs, as
    the real platform does."""
    if quote != 1:
        return prices.tiers_of(fen, moq, lot, rng)
    return ((moq, round(fen * 0.93 / 10) * 10 if rng.random() < 0.1 else fen),)


def _dropship(fen: int, rng: Random) -> int:
    """The price of a piece sent alone, above the wholesale price."""
    return max(prices.tidy(fen * rng.uniform(1.08, 1.35), rng), fen + 50)
