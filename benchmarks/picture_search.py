"""Recall and time of the picture search over drawn goods: `python -m benchmarks.picture_search` says more.

Times are those of the processor, on one thread, so that a busy machine does not blur them.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks.picture_changes import CHANGES, catalogue, picture
from benchmarks.rows import Row, at_least, at_most
from sourcing_desktop.sandbox.drawing.goods import PAINTERS
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.vision import ENGINE
from sourcing_desktop.vision.gallery import Gallery
from sourcing_desktop.vision.windows import describe_gallery, describe_query

RANKS = (1, 5, 20)
EACH, QUERIES, SEED = 36, 100, 20
RECALL, QUERY_MS = 95.5, 105.0
"""What must be reached: of changed copies in percent among the first five; to describe one and search."""


@dataclass(frozen=True, slots=True)
class Found:
    """What searching with one kind of changed copies gave: shares found in percent by rank, and times."""

    change: str
    recall: dict[int, float]
    describe_ms: float
    search_ms: float


async def rows() -> list[Row]:
    """A row for each change, and one for the time of a search from picture to offers."""
    looks, gallery, _ = _gallery(EACH, SEED)
    every = [_measure(change, looks, gallery, QUERIES, SEED) for change in CHANGES]
    offers = f"{len(looks):,} offers"
    return [
        *(at_least(f"picture search recall@5, {one.change}", "%", [one.recall[5]], RECALL) for one in every),
        at_most(
            f"picture search in {offers}, processor time",
            "ms",
            [one.describe_ms + one.search_ms for one in every],
            None,
            QUERY_MS,
        ),
    ]


def main() -> None:
    """Describe a catalogue, search with changed copies of it, print what was found and how long it took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--each", type=int, default=EACH, help=f"offers of every kind ({EACH})")
    options.add_argument("--queries", type=int, default=250, help="searches for every change (250)")
    options.add_argument("--seed", type=int, default=SEED)
    chosen = options.parse_args()

    looks, gallery, describe_ms = _gallery(chosen.each, chosen.seed)
    size, saving = _file(gallery)
    print(f"{ENGINE}: {len(looks)} offers of {len(PAINTERS)} kinds")
    print(f"{describe_ms:.1f} ms to describe an offer")
    print(f"file {size / 1e6:.1f} MB, saved and read back in {saving:.1f} s\n")
    print(f"{'change':24}{'R@1':>7}{'R@5':>7}{'R@20':>7}{'describe ms':>13}{'search ms':>11}")
    for change in CHANGES:
        one = _measure(change, looks, gallery, chosen.queries, chosen.seed)
        recall = "".join(f"{one.recall[rank]:7.1f}" for rank in RANKS)
        print(f"{change:24}{recall}{one.describe_ms:13.1f}{one.search_ms:11.1f}")


def _gallery(each: int, seed: int) -> tuple[dict[str, Look], Gallery, float]:
    """The catalogue, its gallery, and the ms it took to describe an offer."""
    looks = catalogue(list(PAINTERS), each, seed)
    gallery, describing = Gallery(), 0.0
    for key, look in looks.items():
        rgb = picture(look)
        start = time.process_time()
        vectors = describe_gallery(rgb)
        describing += time.process_time() - start
        gallery.add(key, vectors)
    gallery.search(describe_query(rgb), 1)  # the first one lays the gallery out
    return looks, gallery, describing / len(looks) * 1e3


def _file(gallery: Gallery) -> tuple[int, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gallery.npz"
        start = time.process_time()
        gallery.save(path)
        Gallery.load(path)
        return path.stat().st_size, time.process_time() - start


def _measure(change: str, looks: dict[str, Look], gallery: Gallery, queries: int, seed: int) -> Found:
    rng = random.Random(f"{seed} {change}")
    ranks, describing, searching = [], 0.0, 0.0
    for key in rng.sample(sorted(looks), min(queries, len(looks))):
        rgb = np.asarray(CHANGES[change](looks[key], rng))
        start = time.process_time()
        vectors = describe_query(rgb)
        middle = time.process_time()
        found = [other for other, _ in gallery.search(vectors, max(RANKS))]
        searching += time.process_time() - middle
        describing += middle - start
        ranks.append(found.index(key) if key in found else max(RANKS))
    recall = {limit: float(100 * np.mean([rank < limit for rank in ranks])) for limit in RANKS}
    return Found(change, recall, describing / len(ranks) * 1e3, searching / len(ranks) * 1e3)


if __name__ == "__main__":
    main()
