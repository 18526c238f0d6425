"""Pictures to the squares the network takes: fitted in whole, the rest in the border's colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sourcing_desktop.vision.subject import as_picture

Floats = NDArray[np.float32]

_ZERO, _SCALE = np.float32(127), np.float32(1 / 128)  # of the published network: (pixel - 127) / 128
_APART = 12  # levels from the usual colour that are more than the noise of a compressed blank
_LITTLE = 0.001  # share of the picture


def framed(rgb: NDArray[np.uint8], side: int) -> Floats:
    """The picture as (side, side, 3) of scaled pixels. ValueError when the array is no picture."""
    small = _fitted(rgb, side)
    height, width = small.shape[:2]
    edges = (small[0], small[-1], small[:, 0], small[:, -1])
    square = np.empty((side, side, 3), dtype=np.uint8)
    square[:] = np.median(np.concatenate(edges), axis=0)
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width] = small
    return np.asarray((square - _ZERO) * _SCALE, dtype=np.float32)


def is_blank(rgb: NDArray[np.uint8]) -> bool:
    """Whether hardly a pixel differs from the usual colour. ValueError when the array is no picture."""
    pixels = _fitted(rgb, 224).reshape(-1, 3)
    apart = np.abs(pixels - np.median(pixels, axis=0)).max(axis=1) > _APART
    return bool(apart.mean() < _LITTLE)


def _fitted(rgb: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    picture = as_picture(rgb)
    scale = side / max(picture.size)
    width, height = (max(1, round(length * scale)) for length in picture.size)
    resized = picture.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2)
    return np.asarray(resized)
