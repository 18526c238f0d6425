"""Square pictures to features: edges by place and direction, colours by place and in sum."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SIDE = 48
"""Side of the squares, in pixels, that `features` takes."""

_CELLS = 8
_DIRECTIONS = 8
_PATCHES = 6
_HUES = 7
_EDGES_COUNT, _LAYOUT_COUNT, _HISTOGRAM_COUNT = 0.5, 0.25, 0.25
_GROUND = np.array([0.85, 0.0, 0.0], dtype=np.float32)


def features(lab: Floats, presence: Floats) -> Floats:
    """One row a square: `lab` is (n, SIDE, SIDE, 3), `presence` likewise from 0 (ground) to 1 (goods)."""
    shown = lab * presence[..., None] + _GROUND * (1 - presence[..., None])
    parts = [
        np.sqrt(_EDGES_COUNT) * _edges(shown),
        np.sqrt(_LAYOUT_COUNT) * _layout(lab, presence),
        np.sqrt(_HISTOGRAM_COUNT) * _histogram(lab, presence),
    ]
    return np.asarray(np.concatenate(parts, axis=1), dtype=np.float32)


def _edges(shown: Floats) -> Floats:
    """Strength of the colour edges in every direction and cell; roots, so that one strong edge is not all."""
    down = shown[:, 2:, 1:-1] - shown[:, :-2, 1:-1]
    across = shown[:, 1:-1, 2:] - shown[:, 1:-1, :-2]
    flat, mixed, steep = (
        np.einsum("nyxc,nyxc->nyx", one, other)
        for one, other in ((across, across), (across, down), (down, down))
    )
    strength = flat + steep + np.float32(1e-12)
    weight = 1 / (strength * np.sqrt(strength))
    pool = _pool(SIDE - 2, _CELLS)
    cells = []
    for angle in np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS:
        x, y = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        along = flat * (x * x) + mixed * (2 * x * y) + steep * (y * y)
        cells.append(pool @ (along * along * weight) @ pool.T)
    return _unit(np.sqrt(np.stack(cells, axis=3)).reshape(len(shown), -1))


def _layout(lab: Floats, presence: Floats) -> Floats:
    """Mean colour of the goods in every patch, with how much of the patch they cover."""
    pool = _pool(SIDE, _PATCHES)
    cover = pool @ presence @ pool.T
    colours = [pool @ (lab[..., channel] * presence) @ pool.T for channel in range(3)]
    return _unit(
        np.stack([cover * 0.3, colours[0] - 0.6 * cover, 3 * colours[1], 3 * colours[2]], axis=3).reshape(
            len(lab), -1
        )
    )


def _histogram(lab: Floats, presence: Floats) -> Floats:
    """How much of the goods has which colour, in overlapping bins; roots, so that small parts count too."""
    centres = np.linspace(-0.18, 0.18, _HUES, dtype=np.float32)
    pixels = lab.reshape(len(lab), -1, 3)[:, ::2]
    weights = presence.reshape(len(lab), -1)[:, ::2]
    red, yellow = (_nearness(pixels[..., channel], centres) for channel in (1, 2))
    light = _nearness(pixels[..., 0], np.linspace(0.2, 1.0, 5, dtype=np.float32)) * weights[..., None]
    both = (red[..., :, None] * yellow[..., None, :]).reshape(*weights.shape, -1)
    return _unit(np.sqrt(np.swapaxes(both, 1, 2) @ light).reshape(len(lab), -1))


def _nearness(values: Floats, centres: Floats) -> Floats:
    """Share of each value that falls to each of the evenly spaced centres, linear between neighbours."""
    step = centres[1] - centres[0]
    inside = np.clip(values, centres[0], centres[-1])[..., None]
    return np.asarray(np.maximum(0, 1 - np.abs(inside - centres) / step), dtype=np.float32)


def _pool(pixels: int, cells: int) -> Floats:
    """Weights that gather a row of pixels into overlapping cells, so that small shifts change little."""
    centres = (np.arange(cells) + 0.5) * pixels / cells
    reach = pixels / cells
    weights = np.maximum(0, 1 - np.abs(np.arange(pixels) + 0.5 - centres[:, None]) / reach)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), dtype=np.float32)


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6), dtype=np.float32)
