"""A picture comes whole into the square the network takes, and the rest looks like its border."""

from __future__ import annotations

import numpy as np
import pytest

from sourcing_desktop.vision.framing import framed


def scaled(colour: tuple[int, int, int]) -> np.ndarray:
    return (np.array(colour, np.float32) - 127) / 128


@pytest.mark.parametrize(("height", "width"), [(200, 400), (400, 200), (40, 80), (4000, 2000)])
def test_a_long_picture_lies_in_the_middle_on_the_colour_of_its_border(height, width):
    rgb = np.full((height, width, 3), (250, 240, 10), dtype=np.uint8)
    rgb[height // 4 : -height // 4, width // 4 : -width // 4] = (10, 20, 200)
    square = framed(rgb, 224)
    assert square.shape == (224, 224, 3)
    assert square.dtype == np.float32
    blue = np.abs(square - scaled((10, 20, 200))).max(axis=2) < 0.1
    rows, columns = np.nonzero(blue)
    ratio = np.ptp(columns) / np.ptp(rows)
    assert ratio == pytest.approx(width / height, rel=0.05)
    assert rows.mean() == pytest.approx(111.5, abs=1.5)
    assert columns.mean() == pytest.approx(111.5, abs=1.5)
    for corner in (square[0, 0], square[0, -1], square[-1, 0], square[-1, -1]):
        assert np.allclose(corner, scaled((250, 240, 10)), atol=0.01)


def test_black_and_white_are_what_the_network_was_taught():
    assert framed(np.zeros((9, 9, 3), np.uint8), 32).max() == np.float32(-127 / 128)
    assert framed(np.full((9, 9, 3), 255, np.uint8), 32).min() == 1


def test_the_given_picture_is_left_alone():
    rgb = np.random.default_rng(1).integers(0, 256, (60, 90, 3), np.uint8)
    before = rgb.copy()
    framed(rgb, 224)
    assert np.array_equal(rgb, before)
