"""The index picture search works on: what every offer's main picture looks like. Draws nothing, knows no web.

The market is the same everywhere, so its vectors are not made but lie beside this file. Whoever changes the
market, its drawings, or how pictures are described, makes them again: `python -m benchmarks.describe_market`.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.sandbox.drawing.look import DRAWING, Look
from sourcing_desktop.vision import ENGINE
from sourcing_desktop.vision.encoder import Encoder
from sourcing_desktop.vision.likeness import likeness, scales, whole_query

VECTORS = Path(__file__).with_name("vectors.npz")
"""`way`: how they were made; `names`: the looks' in rising order; `vectors`: a row of int8 each."""

SIDE = 256
"""Pixels of the pictures described."""

WAY = f"{ENGINE} of drawing {DRAWING} at {SIDE} px"
LEAST = 0.2
"""The cosine from which goods are alike at all."""


class PictureIndex:
    """The main pictures of all offers, to be searched for those that look most alike."""

    def __init__(self, offer_ids: list[str], vectors: NDArray[np.int8], encoder: Encoder) -> None:
        self._offer_ids, self._vectors, self._encoder = offer_ids, vectors, encoder
        self._scales = scales(vectors)

    @classmethod
    def load(cls, catalogue: Path) -> PictureIndex:
        """The index of a prepared market. EngineMissing when pictures cannot be described here; KeyError when
        the market has a picture that was never described."""
        offer_ids, looks = offers_and_looks(catalogue)
        with np.load(VECTORS, allow_pickle=False) as shipped:
            if shipped["way"] != WAY:
                raise KeyError(f"{VECTORS.name} holds {shipped['way']}, not {WAY}")
            rows = {int(name): row for row, name in enumerate(shipped["names"])}
            vectors = shipped["vectors"][[rows[name_of(look)] for look in looks]]
        return cls(offer_ids, vectors, Encoder.load())

    def search(self, rgb: NDArray[np.uint8], most: int) -> list[tuple[str, float]]:
        """The v1 ids of up to `most` offers whose pictures look most alike, best first, each with its cosine;
        none when the picture shows nothing. ValueError when the array is not a picture.
        """
        if self._encoder.tells_nothing(rgb):
            return []
        alike = likeness(whole_query(self._encoder.query(rgb)), self._vectors, self._scales)
        best = np.argsort(-alike, kind="stable")[:most]
        return [(self._offer_ids[row], float(alike[row])) for row in best if alike[row] >= LEAST]


def offers_and_looks(catalogue: Path) -> tuple[list[str], list[Look]]:
    """The ids of all offers and what their pictures show."""
    with closing(sqlite3.connect(catalogue)) as database:
        rows = database.execute(
            "SELECT id, kind, seed, colour, accent FROM offers ORDER BY number"
        ).fetchall()
    return [row[0] for row in rows], [Look(*row[1:]) for row in rows]


def name_of(look: Look) -> int:
    """A number no other look has."""
    text = f"{look.kind} {look.seed} {look.colour} {look.accent}"
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
