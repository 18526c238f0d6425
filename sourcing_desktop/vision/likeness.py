"""How much alike pictures are: cosines of a query's rows with vectors of 256 whole numbers.

Scores are the same to the last digit wherever in a table a vector stands: equal pictures are equally good.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NUMBERS = 256
"""How many numbers a vector has."""

Vectors = NDArray[np.int8]
Floats = NDArray[np.float32]

_LENGTH = 8_000
"""Queries are rounded to whole numbers at this length: 8,000 times the longest vector (2,048) stays below
2 ** 24, so that float32 sums are exact in whatever order they are added up."""
_TOGETHER = 512
"""Vectors turned into floats at once: they stay in the processor's cache."""


def whole_query(query: Floats) -> Floats:
    """The rows of a query made ready for `likeness`. ValueError unless it is a table of one row or more of
    NUMBERS finite numbers that are not all 0."""
    if query.ndim != 2 or not len(query) or query.shape[1] != NUMBERS or not np.isfinite(query).all():
        raise ValueError(f"A query is a table of rows of {NUMBERS} finite numbers.")
    largest = np.abs(query).max(axis=1, keepdims=True)
    if not largest.all():
        raise ValueError("A query's row must have a direction.")
    rows = (query / largest).astype(np.float64)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.rint(rows / lengths * _LENGTH), dtype=np.float32)


def scales(vectors: Vectors) -> Floats:
    """What makes each vector one of unit length; 0 for one that is all 0, so that it is like nothing."""
    floats = vectors.astype(np.float32)
    squares = np.einsum("ij,ij->i", floats, floats).astype(np.float64)
    return np.asarray(np.where(squares > 0, 1 / np.sqrt(np.maximum(squares, 1)), 0), dtype=np.float32)


def likeness(query: Floats, vectors: Vectors, scale: Floats) -> Floats:
    """For each vector the cosine with that row of a `whole_query` that is nearest to it."""
    columns = np.ascontiguousarray(query.T)
    lengths = np.linalg.norm(columns.astype(np.float64), axis=0).astype(np.float32)
    nearest = np.empty(len(vectors), dtype=np.float32)
    floats = np.empty((_TOGETHER, NUMBERS), dtype=np.float32)
    for start in range(0, len(vectors), _TOGETHER):
        part = vectors[start : start + _TOGETHER]
        np.copyto(floats[: len(part)], part)
        cosines = np.ascontiguousarray((floats[: len(part)] @ columns / lengths).T)
        np.max(cosines, axis=0, out=nearest[start : start + len(part)])
    return nearest * scale


def sign_bits(numbers: NDArray[np.int8] | Floats) -> NDArray[np.uint64]:
    """Four words a row: which numbers are above 0. The last bit is always 0: two rows differ in at most 255
    bits, which can be counted in a byte."""
    above = numbers > 0
    above[:, -1] = False
    return np.packbits(above, axis=1, bitorder="little").view("<u8")
