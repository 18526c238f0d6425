"""Tells goods from a plain ground: a mask of the subject and boxes round the subjects of a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are exclusive."""

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

WORK_SIDE = 96
"""Longer side, in pixels, of the reduced picture in which the ground is looked for."""

_NEAR = 0.07  # how far a pixel may be from the ground's colour, in units of `perceptual`
_SMALLEST_SUBJECT = 0.004  # share of the picture


def subjects(rgb: NDArray[np.uint8]) -> list[Box]:
    """Boxes round the things standing on the picture's ground, most likely first; the whole picture if none.

    ValueError when the array is not a picture.
    """
    picture = as_picture(rgb)
    small = reduced(picture, WORK_SIDE)
    mask = subject_mask(np.asarray(small))
    across, down = picture.width / small.width, picture.height / small.height
    boxes = [
        (int(left * across), int(top * down), round(right * across), round(bottom * down))
        for left, top, right, bottom in _boxes(mask)
    ]
    return boxes or [(0, 0, picture.width, picture.height)]


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


def subject_mask(rgb: NDArray[np.uint8]) -> Mask:
    """True where the picture is not ground: what joins the border and follows its commonest colour."""
    lab = perceptual(rgb)
    near = np.linalg.norm(lab - _ground(lab), axis=2) < _NEAR
    return ~_joined_to_border(near)


def _ground(lab: Floats) -> Floats:
    """The ground's colour at every pixel: a plane through the border pixels of the commonest colour."""
    height, width = lab.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32) + 0.5
    places = np.stack([np.ones_like(rows), rows / height - 0.5, columns / width - 0.5], axis=2)
    border = _border(height, width)
    colours, where = lab[border], places[border]
    commonest = _commonest(colours)
    keep = np.linalg.norm(colours - commonest, axis=1) < 2 * _NEAR
    if keep.sum() < 12:
        return np.broadcast_to(commonest, lab.shape)
    normal = where[keep].T @ where[keep] + np.diag([0, 0.05, 0.05]).astype(np.float32) * keep.sum()
    plane = np.linalg.solve(normal + 1e-4 * np.eye(3, dtype=np.float32), where[keep].T @ colours[keep])
    return np.asarray(places @ plane, dtype=np.float32)


def _border(height: int, width: int) -> Mask:
    border = np.ones((height, width), dtype=bool)
    border[2:-2, 2:-2] = False
    return border


def _commonest(colours: Floats) -> Floats:
    cells = np.floor(colours / 0.06).astype(np.int64) @ np.array([1, 1_000, 1_000_000])
    _, which, counts = np.unique(cells, return_inverse=True, return_counts=True)
    return np.asarray(np.median(colours[which == counts.argmax()], axis=0), dtype=np.float32)


def _joined_to_border(passable: Mask) -> Mask:
    """The passable pixels reachable from the border, found by spreading along rows and columns in turn."""
    reached = passable.copy()
    reached[1:-1, 1:-1] = False
    while True:
        before = int(reached.sum())
        reached = _spread(reached, passable)
        reached = _spread(reached.T, passable.T).T
        if int(reached.sum()) == before:
            return reached


def _spread(reached: Mask, passable: Mask) -> Mask:
    """Every unbroken run of passable pixels in a row is reached when one of its pixels is."""
    padded = np.pad(passable, ((0, 0), (0, 1)))
    runs = np.cumsum(~padded.ravel())
    touched = np.bincount(runs, weights=np.pad(reached, ((0, 0), (0, 1))).ravel()) > 0
    spread = (touched[runs] & padded.ravel()).reshape(padded.shape)
    return np.asarray(spread[:, :-1])


def _boxes(mask: Mask) -> list[Box]:
    """Bounding boxes of the mask's connected parts, the largest and most central first."""
    height, width = mask.shape
    found: list[tuple[float, Box]] = []
    rest = mask.copy()
    while rest.any() and len(found) < 12:
        seed = np.zeros_like(rest)
        start = np.argmax(rest)
        seed.flat[start] = True
        part = _part(seed, rest)
        rest &= ~part
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
        if part.sum() >= max(4.0, _SMALLEST_SUBJECT * mask.size):
            off_centre = np.hypot((box[0] + box[2]) / 2 / width - 0.5, (box[1] + box[3]) / 2 / height - 0.5)
            found.append((float(part.sum() * (1 - off_centre)), box))
    return [box for _, box in sorted(found, reverse=True)]


def _part(seed: Mask, mask: Mask) -> Mask:
    while True:
        before = int(seed.sum())
        seed = _spread(seed, mask)
        seed = _spread(seed.T, mask.T).T
        if int(seed.sum()) == before:
            return seed


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
