"""Makes the SKUs of an offer: which colours and sizes, at what price, with how much in stock."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sourcing_desktop.sandbox.market import identity
from sourcing_desktop.sandbox.market.model import MarketSku, Term
from sourcing_desktop.sandbox.market.prices import tidy
from sourcing_desktop.sandbox.market.vocabulary import Kind, Sizes
from sourcing_desktop.sandbox.market.vocabulary.colours import COLOURS, HEX, PALETTES
from sourcing_desktop.sandbox.market.vocabulary.qualities import COLOUR
from sourcing_desktop.sandbox.market.vocabulary.sizes import SIZES

MOST_SKUS = 24


@dataclass(frozen=True, slots=True)
class Choice:
    """The variants an offer comes in: colour keys, the first being that of its main picture, and sizes."""

    colours: tuple[str, ...]
    accent: str
    sizes: Sizes | None
    values: tuple[Term, ...]


def choose(kind: Kind, audience: str, rng: Random) -> Choice:
    """Two to twenty-four variants that this kind of goods may come in."""
    palette = PALETTES[kind.palette].split()
    sizes = _sizes(kind, audience, rng)
    values = _row(sizes.values, rng) if sizes else ()
    most = min(len(palette), MOST_SKUS // max(1, len(values)), 6 if sizes else 10)
    fewest = 1 if len(values) > 1 else 2
    colours = tuple(rng.sample(palette, rng.randint(fewest, max(fewest, most))))
    accent = rng.choice([colour for colour in palette if colour != colours[0]])
    return Choice(colours, HEX[accent], sizes, values)


def make_skus(
    offer_id: str,
    choice: Choice,
    *,
    fen: int,
    weight_g: int,
    retail: bool,
    by_size: bool,
    rng: Random,
) -> tuple[MarketSku, ...]:
    """Every combination of the choice; `by_size` makes larger ones dearer, `retail` adds promotions."""
    share = rng.choice((0.75, 0.8, 0.85, 0.9)) if retail and rng.random() < 0.4 else None
    skus = []
    price = fen
    for place, value in enumerate(choice.values or (None,)):
        growth = (1 + (choice.sizes.growth if choice.sizes else 0) / 100) ** place
        price = max(price, tidy(fen * growth, rng)) if by_size and growth > 1 else price
        for colour in choice.colours:
            attributes = [(COLOUR, COLOURS[colour])]
            if choice.sizes and value:
                attributes.append((choice.sizes.name, value))
            skus.append(
                MarketSku(
                    id=identity.digits(13, offer_id, colour, place),
                    spec_id=identity.hexadecimal(offer_id, colour, place),
                    mp_sku_id=identity.digits(16, offer_id, colour, place, lead="4048") if retail else "",
                    attributes=tuple(attributes),
                    colour=HEX[colour],
                    price_fen=price,
                    promotion_fen=int(price * share) // 10 * 10 if share else None,
                    stock=stock(rng),
                    weight_g=round(weight_g * growth),
                )
            )
    return tuple(skus)


def plain_sku(offer_id: str, colour: str, fen: int, weight_g: int, retail: bool, rng: Random) -> MarketSku:
    """The one sort of an offer without choices; it has no attributes and carries the stock."""
    return MarketSku(
        id=identity.digits(13, offer_id, "plain"),
        spec_id=identity.hexadecimal(offer_id, "plain"),
        mp_sku_id=identity.digits(16, offer_id, "plain", lead="4048") if retail else "",
        attributes=(),
        colour=HEX[colour],
        price_fen=fen,
        promotion_fen=None,
        stock=stock(rng) or 100,
        weight_g=weight_g,
    )


def stock(rng: Random) -> int:
    """Pieces on sale: mostly plenty, now and then few or none."""
    luck = rng.random()
    if luck < 0.04:
        return 0
    if luck < 0.12:
        return rng.randint(1, 9)
    return round(rng.lognormvariate(6.3, 1.3)) + 10


def _sizes(kind: Kind, audience: str, rng: Random) -> Sizes | None:
    if not kind.sizes or rng.random() < 0.25:
        return None
    for key in kind.sizes:
        if key.endswith(f"_{audience}"):
            return SIZES[key]
    return SIZES[rng.choice(kind.sizes)]


def _row(values: tuple[Term, ...], rng: Random) -> tuple[Term, ...]:
    """Some neighbouring values, two at least."""
    count = rng.randint(2, min(len(values), 6)) if len(values) > 2 else len(values)
    start = rng.randint(0, len(values) - count)
    return values[start : start + count]
