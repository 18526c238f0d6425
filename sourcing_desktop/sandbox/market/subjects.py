"""What an offer says of itself: its qualities, the title made of them and the attribute table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sourcing_desktop.sandbox.market import identity
from sourcing_desktop.sandbox.market.model import MarketSeller, Term
from sourcing_desktop.sandbox.market.titles import Facts, fitted, title
from sourcing_desktop.sandbox.market.vocabulary import Kind
from sourcing_desktop.sandbox.market.vocabulary import qualities as words

_SEASONAL = frozenset({"fashion", "shoes", "menswear"})
_SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class Qualities:
    """The keys of what sets this offer's goods apart, empty where nothing is said, and its selling words."""

    noun: Term
    material: str
    style: str
    audience: str
    season: str
    year: str
    features: tuple[Term, ...]


def qualities_of(kind: Kind, created_day: int, rng: Random) -> Qualities:
    """Qualities that go with the kind and with the day the offer was put up."""
    day = date(1970, 1, 1) + timedelta(days=created_day)
    year = day.year + (1 if day.month >= 11 else 0)
    seasonal = kind.palette in _SEASONAL and rng.random() < 0.3
    noun = rng.choice((kind.nouns[0], *kind.nouns))
    return Qualities(
        noun=noun,
        material=_named_material(noun) or rng.choice(kind.materials),
        style=rng.choice(kind.styles),
        audience=rng.choice(kind.audiences) if kind.audiences else "",
        season=_SEASONS[(day.month % 12) // 3] if seasonal else "",
        year=str(year) if rng.random() < 0.55 else "",
        features=tuple(rng.sample(kind.features, len(kind.features))),
    )


def title_of(kind: Kind, qualities: Qualities, retail: bool, rng: Random) -> Term:
    """The offer's title in every language."""
    noun = qualities.noun
    trade, supply = words.TRADE, words.SUPPLY
    if retail:
        leading = rng.sample(sorted(words.RETAIL), rng.choice((0, 1, 1, 2)))
        lead, close = tuple(words.RETAIL[key] for key in leading), None
    else:
        lead = tuple(trade[key] for key in rng.sample(sorted(trade), rng.choice((0, 1, 1, 2))))
        close = supply[rng.choice(sorted(supply))] if rng.random() < 0.6 else None
    others = [other for other in kind.nouns if noun.zh not in other.zh and other.zh not in noun.zh]
    facts = Facts(
        noun=noun,
        second=rng.choice(others) if others and rng.random() < 0.35 else None,
        year=qualities.year,
        season=qualities.season,
        words=lead,
        material="" if _named_material(noun) else qualities.material,
        style=qualities.style if rng.random() < 0.75 and _adds(words.STYLES[qualities.style], noun) else "",
        audience=qualities.audience if rng.random() < 0.6 and _adds_audience(qualities) else "",
        features=tuple(feature for feature in qualities.features if _adds(feature, noun)),
        supply=close,
    )
    return title(fitted(facts, rng))


def attributes_of(
    kind: Kind, qualities: Qualities, seller: MarketSeller, offer_id: str
) -> tuple[tuple[Term, Term], ...]:
    """The table of attributes on the offer's page."""
    number = identity.digits(5, "item number", offer_id)
    item = f"{seller.shop_id[-2:]}-{number}"
    rows = [
        (words.MATERIAL, words.MATERIALS[qualities.material]),
        (words.STYLE, words.STYLES[qualities.style]),
        (words.FEATURE, qualities.features[0]),
        (words.BRAND, words.UNBRANDED),
        (words.ITEM_NUMBER, Term(item, item, item, item, item)),
        (words.ORIGIN, seller.location),
    ]
    if qualities.audience:
        rows.append((words.AUDIENCE, words.AUDIENCES[qualities.audience]))
    if qualities.season:
        rows.append((words.SEASON, words.SEASONS[qualities.season]))
    return tuple(rows)


def _named_material(noun: Term) -> str:
    """The key of the material the noun itself names, if any."""
    return next((key for key, material in words.MATERIALS.items() if material.zh in noun.zh), "")


def _adds_audience(qualities: Qualities) -> bool:
    """Whether there is an audience and the noun does not already name it, as 女包 does."""
    return bool(qualities.audience) and words.AUDIENCES[qualities.audience].zh[0] not in qualities.noun.zh


def _adds(term: Term, noun: Term) -> bool:
    """Whether a term says what the noun does not."""
    return term.zh not in noun.zh
