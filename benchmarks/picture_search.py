"""Recall and time of the picture search over drawn goods: `python -m benchmarks.picture_search`.

Times are those of the processor, on one thread, so that a busy machine does not blur them.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks.picture_changes import CHANGES, catalogue, picture
from sourcing_desktop.sandbox.drawing.goods import PAINTERS
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.vision import ENGINE, Gallery, describe_gallery, describe_query

RANKS = (1, 5, 20)


def main() -> None:
    """Describe a catalogue, search with changed copies of it, print what was found and how long it took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--each", type=int, default=36, help="offers of every kind (36)")
    options.add_argument("--queries", type=int, default=250, help="searches for every change (250)")
    options.add_argument("--seed", type=int, default=20)
    chosen = options.parse_args()

    looks = catalogue(list(PAINTERS), chosen.each, chosen.seed)
    gallery, describing = Gallery(), 0.0
    for key, look in looks.items():
        rgb = picture(look)
        start = time.process_time()
        vectors = describe_gallery(rgb)
        describing += time.process_time() - start
        gallery.add(key, vectors)
    size, saving = _file(gallery)
    print(f"{ENGINE}: {len(looks)} offers of {len(PAINTERS)} kinds")
    print(f"{describing / len(looks) * 1e3:.1f} ms to describe an offer")
    print(f"file {size / 1e6:.1f} MB, saved and read back in {saving:.1f} s\n")
    print(f"{'change':24}{'R@1':>7}{'R@5':>7}{'R@20':>7}{'describe ms':>13}{'search ms':>11}")
    gallery.search(describe_query(rgb), 1)
    for name in CHANGES:
        _measure(name, looks, gallery, chosen.queries, chosen.seed)


def _file(gallery: Gallery) -> tuple[int, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gallery.npz"
        start = time.process_time()
        gallery.save(path)
        Gallery.load(path)
        return path.stat().st_size, time.process_time() - start


def _measure(name: str, looks: dict[str, Look], gallery: Gallery, queries: int, seed: int) -> None:
    rng = random.Random(f"{seed} {name}")
    ranks, describing, searching = [], 0.0, 0.0
    for key in rng.sample(sorted(looks), min(queries, len(looks))):
        rgb = np.asarray(CHANGES[name](looks[key], rng))
        start = time.process_time()
        vectors = describe_query(rgb)
        middle = time.process_time()
        found = [other for other, _ in gallery.search(vectors, max(RANKS))]
        searching += time.process_time() - middle
        describing += middle - start
        ranks.append(found.index(key) if key in found else max(RANKS))
    recall = "".join(f"{100 * np.mean([rank < limit for rank in ranks]):7.1f}" for limit in RANKS)
    print(f"{name:24}{recall}{describing / len(ranks) * 1e3:13.1f}{searching / len(ranks) * 1e3:11.1f}")


if __name__ == "__main__":
    main()
