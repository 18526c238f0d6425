"""The filter words an offer answers to (contract upstream C4) and the service labels it carries (C3)."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sourcing_desktop.sandbox.market.model import MarketSeller

REGION_LINES = ("JPFL", "USFL", "KRFL", "VNFL", "SAFL", "RUFL", "KZFL", "HKFL", "MOFL", "TWFL")


@dataclass(frozen=True, slots=True)
class Standing:
    """What labels follow from. `ships_hours` is the promised time to dispatch, 0 for no promise."""

    age_days: int
    score: float
    ships_hours: int
    dropship: bool
    free_post: bool
    returns: bool
    curated: bool
    strict: bool
    refund_percent: int


def standing_of(seller: MarketSeller, age_days: int, rng: Random) -> Standing:
    """An offer's standing, drawn around that of its seller."""
    dropship = rng.random() < 0.55
    return Standing(
        age_days=age_days,
        score=round(min(5.0, max(1.0, rng.gauss(seller.service_score, 0.25))), 1),
        ships_hours=rng.choice((0, 12, 24, 24, 48, 48, 48)),
        dropship=dropship,
        free_post=dropship and rng.random() < 0.4,
        returns=rng.random() < 0.5,
        curated=rng.random() < 0.22,
        strict="super_factory" in seller.identities and rng.random() < 0.3,
        refund_percent=rng.choice((0, 0, 1, 1, 1, 5, 10)),
    )


def filter_words(seller: MarketSeller, standing: Standing, rng: Random) -> tuple[str, ...]:
    """All documented filter words that hold for the offer."""
    hours = standing.ships_hours
    words = {
        "shipInToday": 0 < hours <= 12,
        "shipIn24Hours": 0 < hours <= 24,
        "shipIn48Hours": 0 < hours <= 48,
        "24shipping": 0 < hours <= 24,
        "noReason7DReturn": standing.returns,
        "isOnePsale": standing.dropship,
        "isOnePsaleFreePost": standing.free_post,
        "certifiedFactory": "super_factory" in seller.identities,
        "jxhy": standing.curated,
        "1688Selection": standing.strict,
        "isSelect": standing.strict,
        "isQqyx": standing.strict and standing.score >= 4.5,
        "new7": standing.age_days < 7,
        "new30": standing.age_days < 30,
        **{f"qrr{most}": standing.refund_percent <= most for most in (0, 1, 5, 10)},
        **{line: rng.random() < 0.3 for line in REGION_LINES},
    }
    held = [word for word, holds in words.items() if holds]
    pick_up = 3 if seller.collect_48h_percent >= 99 else 2 if seller.collect_48h_percent >= 95 else 1
    held += [_stars(standing.score), f"getRate24HLv{pick_up}", f"getRate48HLv{pick_up}"]
    return tuple(held)


def tags(seller: MarketSeller, standing: Standing) -> tuple[str, ...]:
    """The keys of the service labels on the offer's page."""
    labels = {
        "isOnePsale": standing.dropship,
        "isOnePsaleFreePostage": standing.free_post,
        "isSupportMix": seller.mix_pieces is not None or seller.mix_fen is not None,
        "noReason7DReturn": standing.returns,
        "1688_yx": standing.strict,
        "select": standing.strict,
        "new7": standing.age_days < 7,
        "new30": standing.age_days < 30,
    }
    return tuple(label for label, holds in labels.items() if holds)


def _stars(score: float) -> str:
    level = 1 if score >= 5 else 2 if score >= 4.5 else 3 if score >= 4 else 4
    return f"totalEpScoreLv{level}"
