"""The index of what was seen, searched by one row and by the seven of a picture, beside a comparison of all
in float32: how long it takes, how much of the same it finds; how soon the index opens, and its size.

Queries take one thread's processor time.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from benchmarks.rows import RUNS, Row, at_least, at_most, informs
from sourcing_desktop.vision import ENGINE
from sourcing_desktop.vision.index import VectorIndex
from sourcing_desktop.vision.likeness import NUMBERS

FEW, MANY = 10_000, 1_000_000
FAMILY = 40
"""Offers that look like each other; all families are mixed of a few hundred looks."""

ROWS, QUERIES, MOST, SEED = 7, 20, 20, 2026
AT_ONCE = 50_000
ONE_MS = {FEW: 1.0, MANY: 20.0}
PICTURE_MS = {FEW: 1.5, MANY: 30.0}
OFFER_BYTES = {FEW: 600.0, MANY: 310.0}
"""Files grow by blocks of 2.5 MB."""

OPEN_MS, RECALL = 20.0, 98.0

Floats = NDArray[np.float32]


async def rows() -> list[Row]:
    """Of a small library, then of a large one."""
    return [*_measured(FEW), *_measured(MANY)]


def _measured(count: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        floats, adding = _filled(folder, count)
        opening = [_opening(folder) for _ in range(RUNS)]
        index = VectorIndex.open(folder, ENGINE)
        queries = [_query(floats, number) for number in range(QUERIES)]
        hits = sum(len(_found(index, query) & set(_compared(floats, query))) for query in queries)
        one, floor_of_one, ours, floor = [], [], [], []
        for _ in range(RUNS):
            one.append(_ms(lambda: [_found(index, query[:1]) for query in queries]))
            floor_of_one.append(_ms(lambda: [_compared(floats, query[:1]) for query in queries]))
            ours.append(_ms(lambda: [_found(index, query) for query in queries]))
            floor.append(_ms(lambda: [_compared(floats, query) for query in queries]))
        index.close()
        size = sum(file.stat().st_size for file in folder.iterdir())
    offers, recall = f"{count:,} offers", 100 * hits / (MOST * QUERIES)
    return [
        at_most(f"query by one row, {offers}; floor: float32", "ms", one, floor_of_one, ONE_MS[count]),
        at_most(f"the same by the seven rows of a picture, {offers}", "ms", ours, floor, PICTURE_MS[count]),
        at_least(f"recall@{MOST} against float32, {offers}", "%", [recall], RECALL),
        at_most(f"open, {offers}", "ms", opening, None, OPEN_MS),
        informs(f"added, {offers}", "thousand/s", [count / adding / 1000], None),
        at_most(f"on disk, {offers}", "B an offer", [size / count], None, OFFER_BYTES[count]),
    ]


def _filled(folder: Path, count: int) -> tuple[Floats, float]:
    """The vectors as float32 rows of unit length, and the seconds the index took to add them as int8."""
    floats, took = np.empty((count, NUMBERS), np.float32), 0.0
    index = VectorIndex.open(folder, ENGINE)
    for start, part in zip(range(0, count, AT_ONCE), parts(count), strict=True):
        floats[start : start + len(part)] = part
        whole = np.rint(127 * part / np.abs(part).max(axis=1, keepdims=True)).astype(np.int8)
        begin = perf_counter()
        index.add(np.arange(start, start + len(part)), whole)
        took += perf_counter() - begin
    begin = perf_counter()
    index.close()
    return floats, took + perf_counter() - begin


def parts(count: int) -> Iterator[Floats]:
    rng = np.random.default_rng(SEED)
    looks = rng.normal(size=(300, NUMBERS)).astype(np.float32) * _falling()
    for start in range(0, count, AT_ONCE):
        size = min(AT_ONCE, count - start)
        families = -(-size // FAMILY)
        shares = rng.dirichlet(np.full(len(looks), 0.02), families).astype(np.float32)
        middles = _unit(shares @ looks) + _noise(rng, families, 0.5)
        yield _unit(np.repeat(_unit(middles), FAMILY, axis=0)[:size] + _noise(rng, size, 0.6))


def _falling() -> Floats:
    """How much the numbers of a vector vary: the first most, as fitted directions do."""
    return np.linspace(1.4, 0.6, NUMBERS, dtype=np.float32)


def _noise(rng: np.random.Generator, count: int, length: float) -> Floats:
    return _unit(rng.standard_normal((count, NUMBERS), dtype=np.float32) * _falling()) * np.float32(length)


def _query(floats: Floats, number: int) -> Floats:
    """A picture of an offer: rows near to it, those of windows less so."""
    rng = np.random.default_rng([SEED, number])
    near = floats[rng.integers(len(floats))]
    rows = [_unit(near + _noise(rng, 1, far)) for far in (0.5, 0.5, 0.9, 0.9, 1.2, 1.2, 1.5)]
    return np.concatenate(rows)


def _found(index: VectorIndex, query: Floats) -> set[int]:
    return {match.key for match in index.search(query, MOST)}


def _compared(floats: Floats, query: Floats) -> list[int]:
    alike = (floats @ query.T).max(axis=1)
    best = np.argpartition(-alike, MOST)[:MOST]
    keys: list[int] = best[np.argsort(-alike[best])].tolist()
    return keys


def _opening(folder: Path) -> float:
    begin = perf_counter()
    VectorIndex.open(folder, ENGINE).close()
    return (perf_counter() - begin) * 1000


def _ms(search: Callable[[], object]) -> float:
    """Of one of the queries."""
    begin = thread_time()
    search()
    return (thread_time() - begin) * 1000 / QUERIES


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), dtype=np.float32)
