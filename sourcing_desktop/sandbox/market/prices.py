"""Prices and quantities as sellers set them: endings, tiers, MOQ and lots. All prices are in fen."""

from __future__ import annotations

import math
from random import Random

_MOQ_BY_PRICE = (
    (300, (10, 20, 20, 50, 100)),
    (1000, (2, 3, 5, 10, 20, 50)),
    (3000, (1, 2, 2, 3, 5, 10)),
    (10000, (1, 1, 2, 2, 3, 5)),
)
_TIER_STEPS = ((1, 3, 10, 100), (1, 5, 20, 50), (1, 10, 50, 200), (1, 2, 10, 30))


def between(low: int, high: int, rng: Random) -> int:
    """A price in the range, as likely between 10 and 20 yuan as between 100 and 200."""
    return tidy(math.exp(rng.uniform(math.log(low), math.log(high))), rng)


def tidy(fen: float, rng: Random) -> int:
    """The nearest price a seller would write: 7.9, 15.5, 128."""
    if fen < 200:
        return max(20, round(fen / 5) * 5)
    if fen >= 10000:
        return round(fen / 1000) * 1000 - rng.choice((0, 100, 200, 500))
    return int(fen // 100) * 100 + rng.choice((0, 50, 50, 80, 80, 90, 90))


def lot_of(fen: int, rng: Random) -> int:
    """Pieces of a lot (contract upstream C2): mostly one, more for cheap goods."""
    if fen > 3000 or rng.random() < 0.8:
        return 1
    return rng.choice((2, 5, 6, 10, 12))


def moq_of(fen: int, lot: int, rng: Random) -> int:
    """The smallest order in pieces, a multiple of the lot."""
    choices = next((moqs for below, moqs in _MOQ_BY_PRICE if fen < below), (1, 1, 1, 2))
    return -(-rng.choice(choices) // lot) * lot


def tiers_of(fen: int, moq: int, lot: int, rng: Random) -> tuple[tuple[int, int], ...]:
    """One to four (from pieces, fen), the first from the MOQ at the full price, then strictly cheaper."""
    count = rng.choice((1, 2, 3, 3, 3, 4))
    steps = rng.choice(_TIER_STEPS)
    tiers = [(moq, fen)]
    for factor in steps[1:count]:
        start = -(-moq * factor // lot) * lot
        price = tiers[-1][1] * rng.uniform(0.9, 0.97)
        price = min(tidy(price, rng), tiers[-1][1] - 5)
        if price < fen * 0.7:
            break
        tiers.append((start, price))
    return tuple(tiers)
