"""Where to look in a picture: the squares described of a gallery picture and of the picture searched with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sourcing_desktop.vision.descriptor import SIDE, features
from sourcing_desktop.vision.projection import projected
from sourcing_desktop.vision.subject import Box, as_picture, perceptual, reduced, subject_mask, subjects

Floats = NDArray[np.float32]
Square = tuple[float, float, float, float]

_FULL_SIDE = 192  # longer side, in pixels, of the picture that squares are cut from
_TURNS = (-10, 0, 10)  # degrees
_THINGS = 3  # of a query, looked at one by one


def describe_gallery(rgb: NDArray[np.uint8]) -> Floats:
    """Vectors of a picture to be found: the whole, its subject, and parts of it that a crop may leave.

    ValueError when the array is not a picture.
    """
    return projected(gallery_features(rgb))


def describe_query(rgb: NDArray[np.uint8]) -> Floats:
    """Vectors of a picture to search with: whole and subject, turned a little both ways and mirrored, and the
    things that stand out in it, as in a screenshot.

    ValueError when the array is not a picture.
    """
    return projected(query_features(rgb))


def gallery_features(rgb: NDArray[np.uint8]) -> Floats:
    """What `describe_gallery` projects; the projection is fitted on these."""
    cut_out = _cut_out(as_picture(rgb))
    return _seen(cut_out, [_whole(cut_out), _subject(cut_out), *_parts(cut_out, 0.75)])


def query_features(rgb: NDArray[np.uint8]) -> Floats:
    """What `describe_query` projects; the projection is fitted on these."""
    picture = as_picture(rgb)
    cut_out = _cut_out(picture)
    rows = []
    for way in (cut_out, cut_out.transpose(Image.Transpose.FLIP_LEFT_RIGHT)):
        for angle in _TURNS:
            turned = way.rotate(angle, Image.Resampling.BILINEAR, expand=True)
            rows.append(_seen(turned, [_whole(turned), _subject(turned)]))
    for box in subjects(rgb)[:_THINGS]:
        inner, outer = (_cut_out(picture.crop(_grown(box, by, picture.size))) for by in (-0.025, 0.04))
        rows += [_seen(inner, [_whole(inner), _subject(inner)]), _seen(outer, [_subject(outer)])]
    return np.concatenate(rows)


def _grown(box: Box, by: float, size: tuple[int, int]) -> Box:
    """The box moved out (or in) on every side by a share of its width and height, inside the picture."""
    left, top, right, bottom = box
    x, y = round(by * (right - left)), round(by * (bottom - top))
    return (max(0, left - x), max(0, top - y), min(size[0], right + x), min(size[1], bottom + y))


def _cut_out(picture: Image.Image) -> Image.Image:
    """The picture reduced, its ground transparent."""
    result = reduced(picture, _FULL_SIDE).convert("RGBA")
    result.putalpha(subject_mask(picture).resize(result.size, Image.Resampling.BILINEAR))
    return result


def _whole(cut_out: Image.Image) -> Square:
    return _square_round(0, 0, cut_out.width, cut_out.height)


def _subject(cut_out: Image.Image) -> Square:
    box = cut_out.getchannel("A").getbbox() or (0, 0, cut_out.width, cut_out.height)
    return _square_round(*box)


def _square_round(left: float, top: float, right: float, bottom: float) -> Square:
    half = max(right - left, bottom - top) * 0.5
    x, y = (left + right) / 2, (top + bottom) / 2
    return (x - half, y - half, x + half, y + half)


def _parts(cut_out: Image.Image, share: float) -> list[Square]:
    side = share * max(cut_out.size)
    xs, ys = ([(edge - side) * t for t in (0.0, 0.5, 1.0)] for edge in cut_out.size)
    return [(x, y, x + side, y + side) for y in ys for x in xs]


def _seen(cut_out: Image.Image, squares: list[Square]) -> Floats:
    pixels = np.stack([np.asarray(_resampled(cut_out, square)) for square in squares])
    presence = pixels[..., 3].astype(np.float32) / np.float32(255)
    return features(perceptual(pixels[..., :3]), presence)


def _resampled(cut_out: Image.Image, square: Square) -> Image.Image:
    left, top, right, bottom = (round(edge) for edge in square)
    part = cut_out.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    return part.resize((SIDE, SIDE), Image.Resampling.BILINEAR)
