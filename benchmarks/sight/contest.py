"""Looks for changed pictures among thousands, with our engine and its peers: at which place are they?"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.sight.changes import CHANGES
from benchmarks.sight.grounds import Ground
from benchmarks.sight.peers import colours_and_edges, difference_hash
from benchmarks.sight.shots import Source
from sourcing_desktop.vision.encoder import Encoder

Floats = NDArray[np.float32]

OURS, HASH, COLOURS = "ours", "difference hash", "colours and edges"
CONTESTANTS = (OURS, HASH, COLOURS)


@dataclass(frozen=True, slots=True)
class Cosines:
    """How like the picture its source was, and the best of the others."""

    source: float
    other: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One search: `places` by contestant, 0 for the first; ours also without the closer looks, `single`."""

    change: str
    kind: str
    places: dict[str, int]
    searched: Cosines
    single: Cosines


class Gallery:
    """Pictures as each contestant keeps them, in the order in which they were given."""

    def __init__(self, encoder: Encoder, sources: Sequence[Source]) -> None:
        self._encoder = encoder
        self.sources = sources
        kept = [self._described(source.shot().whole) for source in sources]
        vectors, self._hashes, self._colours = (np.stack(part) for part in zip(*kept, strict=True))
        lengths = np.linalg.norm(vectors.astype(np.float32), axis=1, keepdims=True)
        self._vectors = vectors / lengths

    def answers(self, targets: Iterable[int], seed: int, photographs: Ground) -> list[Answer]:
        """Every change done to each of these pictures, and looked for."""
        found = []
        for target in targets:
            source = self.sources[target]
            shot, rng = source.shot(), random.Random(f"{seed} {source.name}")
            for change in CHANGES:
                if change.takes(shot):
                    picture = change.apply(shot, rng, photographs)
                    found.append(self._answer(change.name, source.kind, picture, target))
        return found

    def _described(self, picture: Image.Image) -> tuple[NDArray[np.int8], NDArray[np.uint8], Floats]:
        return (
            self._encoder.describe(np.asarray(picture)),
            difference_hash(picture),
            colours_and_edges(picture),
        )

    def _answer(self, change: str, kind: str, picture: Image.Image, target: int) -> Answer:
        rows = self._encoder.query(np.asarray(picture)) @ self._vectors.T
        scores = {
            OURS: rows.max(axis=0),
            HASH: -np.bitwise_count(self._hashes ^ difference_hash(picture)).sum(axis=1).astype(int),
            COLOURS: self._colours @ colours_and_edges(picture),
        }
        places = {name: int((values >= values[target]).sum()) - 1 for name, values in scores.items()}
        return Answer(change, kind, places, _cosines(scores[OURS], target), _cosines(rows[0], target))


def recall(answers: Sequence[Answer], contestant: str, first: int) -> float:
    """Percent of the sources that were among the `first`, mean over the changes: each weighs the same."""
    changes = {answer.change for answer in answers}
    shares = [
        np.mean([answer.places[contestant] < first for answer in answers if answer.change == change])
        for change in changes
    ]
    return float(100 * np.mean(shares))


def _cosines(values: Floats, target: int) -> Cosines:
    return Cosines(float(values[target]), float(np.delete(values, target).max()))
