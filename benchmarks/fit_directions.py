"""Fits the directions of the picture search: `python -m benchmarks.fit_directions FOLDER`, the clip art's.

Linear discriminant analysis: the features of different pictures are spread, those of one picture and its
changed copies drawn together. Fitted on drawn goods and on what is in the public domain, see
`benchmarks/sight/packages.py`; grounds are made. `benchmarks/recall.py` looks for none of these pictures.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from benchmarks.sight import packages
from benchmarks.sight.changes import CHANGES
from benchmarks.sight.grounds import Ground, cluttered
from benchmarks.sight.shots import Source, drawn
from sourcing_desktop.vision.encoder import DIRECTIONS, Encoder

Floats = NDArray[np.floating]

SEED, EACH, COPIES, NUMBERS = 4711, 12, 4, 256
STIFFNESS = 1.0
"""How much even variance, in shares of the mean, is added to what copies vary by. Chosen with one half of the
pictures for the other: 0.3 and 3 do no better, nor do closer looks at the copies."""

EASY = 2
"""So many of the first changes are left out: they change hardly anything."""

_CLUTTER = 150


class Described(NamedTuple):
    """Features of pictures, and of their copies with the number of the picture each was made from."""

    originals: Floats
    copies: Floats
    made_from: NDArray[np.intp]


def main(folders: list[Path]) -> None:
    """Draw, change, fit, write."""
    encoder = Encoder.load()
    groups = {"fitclip": packages.fitted(folders), "fitdrawn": drawn(EACH, SEED)}
    described = []
    for seed, sources in groups.items():
        rng = random.Random(seed)
        described.append(describe(sources, _ground(folders, rng), encoder, rng))
    middle, directions = fit(together(described), NUMBERS, STIFFNESS)
    write(middle, directions)
    print(f"{DIRECTIONS}: {DIRECTIONS.stat().st_size / 1e3:.0f} kB")


def describe(sources: Sequence[Source], ground: Ground, encoder: Encoder, rng: random.Random) -> Described:
    """Features of every picture and of COPIES changed copies."""
    originals, copies, made_from = [], [], []
    for index, source in enumerate(sources):
        shot = source.shot()
        originals.append(encoder.features(np.asarray(shot.whole)))
        possible = [change for change in CHANGES[EASY:] if change.takes(shot)]
        for change in rng.sample(possible, COPIES):
            copies.append(encoder.features(np.asarray(change.apply(shot, rng, ground))))
            made_from.append(index)
        print(f"\r{index + 1} of {len(sources)} pictures", end="", flush=True)
    print()
    return Described(np.array(originals), np.array(copies), np.array(made_from))


def together(parts: Sequence[Described]) -> Described:
    """All of them as one."""
    before = np.cumsum([0, *(len(part.originals) for part in parts)])
    made_from = [part.made_from + start for part, start in zip(parts, before, strict=False)]
    return Described(
        np.concatenate([part.originals for part in parts]),
        np.concatenate([part.copies for part in parts]),
        np.concatenate(made_from),
    )


def fit(described: Described, numbers: int, stiffness: float) -> tuple[Floats, Floats]:
    """The middle of the features, and the directions (features x numbers) in which pictures differ and copies
    do not."""
    middle = described.originals.mean(axis=0)
    spread = np.cov((described.originals - middle).T)
    apart = described.originals[described.made_from] - described.copies
    within = apart.T @ apart / len(apart) / 2
    within += stiffness * np.trace(within) / len(within) * np.eye(len(within))
    return middle, _leading(spread, within, numbers)


def _leading(spread: Floats, within: Floats, count: int) -> Floats:
    """The `count` directions in which `spread` is largest by the measure of `within`."""
    root = np.linalg.inv(np.linalg.cholesky(within))
    _, directions = np.linalg.eigh(root @ spread @ root.T)
    return np.asarray(root.T @ directions[:, ::-1][:, :count])


def write(middle: Floats, directions: Floats) -> None:
    """Keep them beside the encoder, rounded to whole numbers with a scale for each direction."""
    scale = np.abs(directions).max(axis=0) / 127
    np.savez_compressed(
        DIRECTIONS,
        middle=middle.astype(np.float32),
        weights=np.rint(directions / scale).astype(np.int8),
        scale=scale.astype(np.float32),
    )


def _ground(folders: list[Path], rng: random.Random) -> Ground:
    """Made grounds on which some clip art lies about."""
    every = packages.sources(folders, packages.CLIP_ART)
    clip_art = [source for index, source in enumerate(every) if index % 4 in packages.FITTED]
    found = [source.shot().cut_out for source in rng.sample(clip_art, _CLUTTER)]
    return cluttered([cut_out.resize((200, 200)) for cut_out in found if cut_out is not None])


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
