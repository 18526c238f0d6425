"""What one product picture shows: the kind of goods and everything that makes this offer's goods its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

DRAWING = 1
"""Raised when pictures are drawn otherwise, so that what was kept of older drawings is made anew."""


class View(IntEnum):
    """The pictures of one offer, in gallery order; the main picture comes first."""

    MAIN = 0
    DETAIL = 1
    SCENE = 2
    PAIR = 3


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a picture depends on; equal looks give equal pixels.

    `seed` drives shape, proportions, pattern and props; `colour` and `accent` are `#rrggbb` and differ
    between the SKUs of one offer while the seed stays.
    """

    kind: str
    seed: int
    colour: str
    accent: str
