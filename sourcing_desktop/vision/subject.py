"""Tells goods from the ground they stand on: a mask of the subject, boxes round the things in a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are exclusive."""

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]
Mask = NDArray[np.bool_]

_MASK_SIDE = 96  # longer side, in pixels, of the picture in which the ground is told from the goods
_PAGE_SIDE = 192  # and of the one in which things are looked for: it may be a whole screen
_EDGE = 0.03  # step between neighbouring pixels, in units of `perceptual`, that ends the ground
_LIKE_CORNER = 0.12  # distance to the colour of a corner up to which a border pixel is ground
_HAIR = 3  # half the width, in pixels of the reduced picture, of what is too thin to tie two things together
_SMALLEST_PART = 0.002  # share of the picture


def subjects(rgb: NDArray[np.uint8]) -> list[Box]:
    """Boxes round the things standing on the picture's ground, most likely first; the whole picture if none.

    ValueError when the array is not a picture.
    """
    picture = as_picture(rgb)
    small = reduced(picture, _PAGE_SIDE)
    across, down = picture.width / small.width, picture.height / small.height
    mask = _beyond_ground(np.asarray(small))
    solid = _boxes(_thinned(mask, _HAIR), grow=_HAIR)
    fine = [box for box in _boxes(_thinned(mask, 1), grow=1)[:2] if box not in solid]
    boxes = [
        (int(left * across), int(top * down), round(right * across), round(bottom * down))
        for left, top, right, bottom in solid[:1] + fine + solid[1:]
    ]
    return boxes or [(0, 0, picture.width, picture.height)]


def subject_mask(picture: Image.Image) -> Image.Image:
    """A reduced grey picture, white where the picture is not ground, without the rim that shows both.

    All white when nothing stands out: then the ground itself is what the picture shows.
    """
    mask = _thinned(_beyond_ground(np.asarray(reduced(picture, _MASK_SIDE))), 1)
    if mask.mean() < _SMALLEST_PART:
        mask = np.ones_like(mask)
    return Image.fromarray(np.where(mask, 255, 0).astype(np.uint8))


def as_picture(rgb: NDArray[np.uint8]) -> Image.Image:
    """The array as a picture. ValueError unless it is height x width x 3 bytes with at least one pixel."""
    if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or 0 in rgb.shape:
        raise ValueError(
            f"A picture must be an array of height x width x 3 bytes, not {rgb.dtype} of shape {rgb.shape}."
        )
    return Image.fromarray(np.ascontiguousarray(rgb))


def reduced(picture: Image.Image, side: int) -> Image.Image:
    """The picture shrunk until its longer side is `side` pixels; a smaller picture is left alone."""
    scale = side / max(picture.size)
    if scale >= 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BOX)


def perceptual(rgb: NDArray[np.uint8]) -> Floats:
    """Lightness (0 to 1) and two opponent colours (red-green, yellow-blue), evenly spaced for the eye."""
    root = np.cbrt(_LINEAR[rgb] @ _CONES)
    return np.asarray(root @ _OPPONENTS, dtype=np.float32)


def _beyond_ground(rgb: NDArray[np.uint8]) -> Mask:
    """True where no way free of edges leads to a border pixel that has the colour of a corner."""
    lab = perceptual(rgb)
    even = _steps(lab) < _EDGE
    labels = _labels(even)
    ground = np.unique(labels[_ground_border(lab) & even])
    return ~(even & np.isin(labels, ground))


def _steps(lab: Floats) -> Floats:
    """How much every pixel differs at most from those above, below, left and right of it."""
    steps = np.zeros(lab.shape[:2], dtype=np.float32)
    down, across = (np.linalg.norm(np.diff(lab, axis=axis), axis=2) for axis in (0, 1))
    for place, difference in (
        (np.s_[1:], down), (np.s_[:-1], down), (np.s_[:, 1:], across), (np.s_[:, :-1], across)
    ):  # fmt: skip
        np.maximum(steps[place], difference, out=steps[place])
    return steps


def _ground_border(lab: Floats) -> Mask:
    """Border pixels coloured like one of the corners; goods cut off by the border seldom fill a corner."""
    border = np.zeros(lab.shape[:2], dtype=bool)
    corners = lab[[0, 0, -1, -1], [0, -1, 0, -1]]
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        border[edge] = (np.linalg.norm(lab[edge][:, None] - corners, axis=2) < _LIKE_CORNER).any(axis=1)
    return border


def _thinned(mask: Mask, by: int) -> Mask:
    """The mask without its outermost pixels, and so without lines of up to twice that width."""
    core = np.pad(mask, 1, mode="edge")
    for _ in range(by):
        rows = core[:-2] & core[1:-1] & core[2:]
        core = np.pad(rows[:, :-2] & rows[:, 1:-1] & rows[:, 2:], 1, mode="edge")
    return np.asarray(core[1:-1, 1:-1])


def _labels(mask: Mask) -> Labels:
    """A number for every pixel of the mask, the same for all that are joined by their sides; -1 elsewhere.

    Every unbroken run of a row takes its lowest number, then every run of a column, until nothing changes.
    """
    labels = np.where(mask, np.arange(mask.size).reshape(mask.shape), -1)
    while True:
        spread = _lowest_of_runs(_lowest_of_runs(labels).T).T
        if np.array_equal(spread, labels):
            return labels
        labels = spread


def _lowest_of_runs(labels: Labels) -> Labels:
    fenced = np.pad(labels, ((0, 0), (0, 1)), constant_values=-1).ravel()
    inside = fenced >= 0
    starts = np.flatnonzero(np.diff(inside, prepend=not inside[0]))
    lowest = np.minimum.reduceat(fenced, starts)
    lengths = np.diff(starts, append=fenced.size)
    return np.asarray(np.repeat(lowest, lengths).reshape(len(labels), -1)[:, :-1])


def _boxes(mask: Mask, grow: int) -> list[Box]:
    """Boxes round the mask's joined parts, `grow` pixels wider, the most solid and central first."""
    height, width = mask.shape
    labels = _labels(mask)
    found: list[tuple[float, Box]] = []
    names, sizes = np.unique(labels[mask], return_counts=True)
    for name in names[sizes >= max(2.0, _SMALLEST_PART * mask.size)]:
        rows, columns = (np.flatnonzero((labels == name).any(axis=axis)) for axis in (1, 0))
        left, top = max(0, int(columns[0]) - grow), max(0, int(rows[0]) - grow)
        right, bottom = min(width, int(columns[-1]) + 1 + grow), min(height, int(rows[-1]) + 1 + grow)
        off_centre = np.hypot((left + right) / 2 / width - 0.5, (top + bottom) / 2 / height - 0.5)
        found.append((min(right - left, bottom - top) ** 2 * (1 - off_centre), (left, top, right, bottom)))
    return [box for _, box in sorted(found, reverse=True)]


_LINEAR = np.asarray(
    [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in np.arange(256) / 255],
    dtype=np.float32,
)
# Oklab (Björn Ottosson, 2020): linear sRGB to cone responses, cube roots of these to lightness and opponents.
_CONES = np.array(
    [[0.4122214708, 0.2119034982, 0.0883024619],
     [0.5363325363, 0.6806995451, 0.2817188376],
     [0.0514459929, 0.1073969566, 0.6299787005]],
    dtype=np.float32,
)  # fmt: skip
_OPPONENTS = np.array(
    [[0.2104542553, 1.9779984951, 0.0259040371],
     [0.7936177850, -2.4285922050, 0.7827717662],
     [-0.0040720468, 0.4505937099, -0.8086757660]],
    dtype=np.float32,
)  # fmt: skip
