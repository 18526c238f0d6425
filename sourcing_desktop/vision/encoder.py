"""Describes pictures by what they show: rows of 256 numbers whose cosine says how alike two pictures are.

The network's last map is pooled, and projected on the directions in which different goods differ and changed
copies of one picture do not; `directions.npz` is made by `python -m benchmarks.fit_directions`.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.fast_network import FastNetwork
from sourcing_desktop.vision.framing import framed, is_blank
from sourcing_desktop.vision.layers import FEATURES
from sourcing_desktop.vision.network import Network
from sourcing_desktop.vision.weights import DAMAGED, EngineMissing, load_weights, read_arrays

Floats = NDArray[np.float32]
Picture = NDArray[np.uint8]
"""Height x width x 3 bytes, red first."""

NUMBERS = 256
"""Of what is kept of a picture; one byte each."""

DIRECTIONS = Path(__file__).with_name("directions.npz")

_SIDE, _FINE_SIDE = 224, 352  # pixels
_WINDOWS = ((0, 0, 0.65), (0, 1, 0.65), (1, 0, 0.65), (1, 1, 0.65), (0.5, 0.5, 0.65), (0.5, 0.5, 0.45))
"""What of a picture is looked for by itself: place (down, across) and share of its sides."""


class Maps(Protocol):
    """Runs the network: (side, side, 3) scaled pixels to (side / 32, side / 32, 1280), none below zero."""

    def map(self, pixels: Floats) -> Floats: ...


class Directions:
    """Features to rows of unit length."""

    def __init__(self, middle: Floats, weights: Floats) -> None:
        self._middle = middle
        self._weights = weights

    @classmethod
    def load(cls, path: Path = DIRECTIONS) -> Directions:
        """EngineMissing when the file cannot be used."""
        middle, weights, scale = read_arrays(path, ("middle", "weights", "scale"))
        if (middle.shape, weights.shape, scale.shape) != ((FEATURES,), (FEATURES, NUMBERS), (NUMBERS,)):
            raise EngineMissing(DAMAGED)
        return cls(middle, weights * scale)

    def of(self, features: Floats) -> Floats:
        return _unit(np.asarray((features - self._middle) @ self._weights))


class Encoder:
    """Describes one picture at a time, whoever asks; others wait for their turn.

    Every method raises ValueError when the array is no picture. A blank one gets numbers, too.
    """

    def __init__(self, network: Maps, directions: Directions) -> None:
        self._network = network
        self._directions = directions
        self._turn = Lock()

    @classmethod
    def load(cls) -> Encoder:
        """Takes a tenth of a second. EngineMissing when there are no weights."""
        filters, directions = load_weights(), Directions.load()
        return cls(FastNetwork.load(filters) or Network(filters), directions)

    def describe(self, rgb: Picture) -> NDArray[np.int8]:
        """What is kept of a picture: (256,), to be compared by cosine."""
        row = self._directions.of(self.features(rgb))
        return np.asarray(np.rint(row * (127 / np.abs(row).max(initial=1e-6))), dtype=np.int8)

    def query(self, rgb: Picture) -> Floats:
        """What a picture is searched with: (7, 256), rows of unit length, of which the best match counts."""
        return self._directions.of(self.query_features(rgb))

    def features(self, rgb: Picture) -> Floats:
        """What `describe` projects: (1280,), of unit length; the directions are fitted on these."""
        return _pooled(self._map(rgb, _SIDE))

    def query_features(self, rgb: Picture) -> Floats:
        """What `query` projects: (7, 1280): the features, then those of parts looked at more closely."""
        fine = self._map(rgb, _FINE_SIDE)
        return np.stack([self.features(rgb), *(_pooled(_window(fine, *window)) for window in _WINDOWS)])

    @staticmethod
    def tells_nothing(rgb: Picture) -> bool:
        """Whether the picture is blank or of one colour: nothing to search by."""
        return is_blank(rgb)

    def _map(self, rgb: Picture, side: int) -> Floats:
        pixels = framed(rgb, side)
        with self._turn:
            return self._network.map(pixels)


def _window(fine: Floats, down: float, across: float, share: float) -> Floats:
    side = round(len(fine) * share)
    top, left = (round((len(fine) - side) * place) for place in (down, across))
    return fine[top : top + side, left : left + side]


def _pooled(part: Floats) -> Floats:
    """The generalised mean of every channel over all places, which heeds what stands out."""
    cubes = part * part * part
    return _unit(np.cbrt(cubes.mean(axis=(0, 1))))


def _unit(rows: NDArray[np.floating[Any]]) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)
