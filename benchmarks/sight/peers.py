"""What finding by sight is compared with: a hash of differences, and colours with edges made by hand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sourcing_desktop.vision.subject import perceptual

Floats = NDArray[np.float32]

_SIDE = 48
_CELLS = 8
_DIRECTIONS = 8
_PATCHES = 6
_HUES = 7


def difference_hash(picture: Image.Image) -> NDArray[np.uint8]:
    """256 bits: where in a grid of 16 x 17 the picture gets lighter from left to right."""
    grey = np.asarray(picture.convert("L").resize((17, 16), Image.Resampling.BOX)).astype(int)
    return np.packbits(grey[:, 1:] > grey[:, :-1])


def colours_and_edges(picture: Image.Image) -> Floats:
    """A row of unit length: edges by place and direction, colours by place and in sum."""
    small = picture.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    lab = perceptual(np.asarray(small))
    parts = (0.5**0.5 * _edges(lab), 0.5 * _layout(lab), 0.5 * _histogram(lab))
    return np.concatenate(parts).astype(np.float32)


def _edges(lab: Floats) -> Floats:
    """Strength of the colour edges in every direction and cell; roots, so that one strong edge is not all."""
    down = lab[2:, 1:-1] - lab[:-2, 1:-1]
    across = lab[1:-1, 2:] - lab[1:-1, :-2]
    flat, mixed, steep = (
        (one * other).sum(axis=2) for one, other in ((across, across), (across, down), (down, down))
    )
    weight = (flat + steep + 1e-12) ** -1.5
    pool = _pool(_SIDE - 2, _CELLS)
    cells = []
    for angle in np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS:
        x, y = np.cos(angle), np.sin(angle)
        along = flat * (x * x) + mixed * (2 * x * y) + steep * (y * y)
        cells.append(pool @ (along * along * weight) @ pool.T)
    return _unit(np.sqrt(np.stack(cells)))


def _layout(lab: Floats) -> Floats:
    """Mean colour of every patch."""
    pool = _pool(_SIDE, _PATCHES)
    light, red, yellow = (pool @ lab[..., channel] @ pool.T for channel in range(3))
    return _unit(np.stack([light - 0.6, 3 * red, 3 * yellow]))


def _histogram(lab: Floats) -> Floats:
    """How much of the picture has which colour, in overlapping bins; roots, so that small parts count too."""
    centres = np.linspace(-0.18, 0.18, _HUES)
    points = lab.reshape(-1, 3)
    red, yellow = (_nearness(points[:, channel], centres) for channel in (1, 2))
    light = _nearness(points[:, 0], np.linspace(0.2, 1.0, 5))
    hues = (red[:, :, None] * yellow[:, None, :]).reshape(len(points), -1)
    return _unit(np.sqrt(hues.T @ light))


def _nearness(values: Floats, centres: NDArray[np.floating]) -> NDArray[np.floating]:
    """Share of each value that falls to each of the evenly spaced centres, linear between neighbours."""
    inside = np.clip(values, centres[0], centres[-1])[:, None]
    return np.asarray(np.maximum(0, 1 - np.abs(inside - centres) / (centres[1] - centres[0])))


def _pool(width: int, cells: int) -> NDArray[np.floating]:
    """Weights that gather a row of pixels into overlapping cells, so that small shifts change little."""
    centres = (np.arange(cells) + 0.5) * width / cells
    weights = np.maximum(0, 1 - np.abs(np.arange(width) + 0.5 - centres[:, None]) * cells / width)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _unit(values: NDArray[np.floating]) -> Floats:
    flat = values.ravel()
    return np.asarray(flat / (np.linalg.norm(flat) + 1e-6), dtype=np.float32)
