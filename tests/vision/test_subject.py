"""Things that stand out in a picture get boxes, and any picture at all may be looked at."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from sourcing_desktop.vision.subject import subjects

Pixels = NDArray[np.uint8]


def _flat(height: int, width: int, colour: tuple[int, int, int]) -> Pixels:
    return np.full((height, width, 3), colour, dtype=np.uint8)


def _noise(height: int, width: int) -> Pixels:
    return np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)


STRANGE = {
    "one pixel": _flat(1, 1, (10, 200, 30)),
    "two pixels": _noise(1, 2),
    "white": _flat(300, 300, (255, 255, 255)),
    "black": _flat(300, 300, (0, 0, 0)),
    "grey": _flat(256, 256, (127, 127, 127)),
    "very wide": _noise(3, 30_000),
    "very tall": _noise(30_000, 2),
    "noise": _noise(400, 300),
    "not contiguous": _noise(200, 300)[::-2, ::3],
}


@pytest.mark.parametrize("name", STRANGE)
def test_boxes_of_strange_pictures_lie_inside_them(name: str) -> None:
    height, width = STRANGE[name].shape[:2]
    for left, top, right, bottom in subjects(STRANGE[name]):
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((40, 40), np.uint8),
        np.zeros((40, 40, 4), np.uint8),
        np.zeros((0, 40, 3), np.uint8),
        np.zeros((40, 40, 3), np.float32),
    ],
    ids=["grey", "alpha", "empty", "floats"],
)
def test_what_is_no_rgb_picture_is_refused_with_a_sentence(array: Pixels) -> None:
    with pytest.raises(ValueError, match="A picture must be an array of height x width x 3 bytes"):
        subjects(array)


def test_two_things_on_a_ground_are_boxed_most_solid_first() -> None:
    rgb = _flat(400, 600, (250, 250, 250))
    rgb[100:300, 200:400] = (200, 30, 30)
    rgb[20:70, 500:560] = (20, 30, 160)
    first, second = subjects(rgb)[:2]
    assert np.allclose(first, (200, 100, 400, 300), atol=12)
    assert np.allclose(second, (500, 20, 560, 70), atol=12)


def test_a_picture_without_anything_on_it_is_its_own_subject() -> None:
    assert subjects(_flat(30, 50, (90, 90, 90))) == [(0, 0, 50, 30)]
