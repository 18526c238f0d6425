"""Features to short vectors: the directions in which different goods differ and copies of one picture do not.

The table beside this file is made by `python -m benchmarks.fit_picture_projection`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TABLE = Path(__file__).with_name("projection.npz")
"""The fitted `middle` (of the features), `weights` (features x numbers, int8) and their `scale` (numbers)."""


def projected(features: Floats) -> Floats:
    """One vector of unit length a row of features; a row without anything to see gives zeros."""
    middle, weights = _table()
    vectors = (features - middle) @ weights
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    seen = features.any(axis=1, keepdims=True)
    return np.asarray(seen * vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


@cache
def _table() -> tuple[Floats, Floats]:
    with np.load(TABLE, allow_pickle=False) as table:
        return table["middle"], table["weights"] * table["scale"]
