"""The drawn product pictures: every kind in every view, always the same, different where offers differ."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from sourcing_desktop.sandbox.drawing import grounds
from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.goods import PAINTERS, draw, jpeg
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.drawing.patterns import PATTERNS, Pattern
from sourcing_desktop.sandbox.drawing.shapes import box

SIDE = 100
RED, NAVY, TEAL, SAND = "#c0392b", "#2c3e50", "#1f7a8c", "#e8d8b0"


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


def apart(first: QImage, second: QImage) -> float:
    """The share of pixels that differ visibly."""
    a, b = (
        np.frombuffer(pixels(image), np.uint8).reshape(-1, 4)[:, :3].astype(int) for image in (first, second)
    )
    return float((abs(a - b).sum(axis=1) > 24).mean())


def ground_alone(look: Look) -> QImage:
    """The ground of the main picture, without the goods."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(SIDE / 1000, SIDE / 1000)
        rng = random.Random(f"{look.kind} {look.seed} {View.MAIN.name}")
        grounds.main_ground(Brush(painter), look.colour, rng)
    return image


def test_there_are_ninety_kinds() -> None:
    assert len(PAINTERS) == 90


@pytest.mark.parametrize("kind", PAINTERS)
def test_every_view_of_every_kind_draws(kind: str) -> None:
    for view in View:
        for seed in range(3):
            image = draw(Look(kind, seed, TEAL, SAND), view, SIDE)
            assert (image.width(), image.height()) == (SIDE, SIDE)
            assert image.format() == QImage.Format.Format_RGB32
            assert len(set(pixels(image))) > 40, f"{view.name} of seed {seed} is nearly blank"


@pytest.mark.parametrize("kind", PAINTERS)
def test_the_goods_stand_out_from_their_ground(kind: str) -> None:
    for seed, colour in enumerate((RED, "#ffffff", "#2b2b2e")):
        look = Look(kind, seed, colour, SAND)
        assert apart(draw(look, View.MAIN, SIDE), ground_alone(look)) > 0.03


@pytest.mark.parametrize("kind", PAINTERS)
def test_seeds_and_colours_tell_offers_apart(kind: str) -> None:
    looks = [Look(kind, seed, RED, NAVY) for seed in range(6)]
    pictures = {pixels(draw(look, View.MAIN, SIDE)) for look in looks}
    assert len(pictures) == len(looks)
    red, teal = (draw(Look(kind, 1, colour, NAVY), View.MAIN, SIDE) for colour in (RED, TEAL))
    assert apart(red, teal) > 0.005


@pytest.mark.parametrize("kind", PAINTERS)
def test_equal_looks_give_equal_bytes(kind: str) -> None:
    look = Look(kind, 7, NAVY, SAND)
    for view in View:
        assert jpeg(draw(look, view, SIDE)) == jpeg(draw(look, view, SIDE))


def test_views_of_one_offer_differ() -> None:
    look = Look("backpack", 4, RED, SAND)
    assert len({pixels(draw(look, view, SIDE)) for view in View}) == len(View)


def test_the_picture_file_is_a_jpeg_of_the_asked_quality() -> None:
    image = draw(Look("sneaker", 2, RED, SAND), View.SCENE, 400)
    fine, coarse = jpeg(image), jpeg(image, 40)
    assert fine.startswith(b"\xff\xd8\xff")
    assert QImage.fromData(fine).size() == image.size()
    assert len(coarse) < len(fine)


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        draw(Look("unicorn", 1, RED, SAND), View.MAIN, SIDE)


def test_two_in_five_main_pictures_are_on_pure_white() -> None:
    looks = [Look("mug", seed, RED, SAND) for seed in range(200)]
    corners = [draw(look, View.MAIN, 24).pixelColor(0, 0).name() for look in looks]
    assert 0.3 < corners.count("#ffffff") / len(corners) < 0.62


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_prints_inside_its_shape_only(name: str) -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    with QPainter(image) as painter:
        painter.scale(SIDE / 1000, SIDE / 1000)
        Brush(painter).print(box(250, 250, 500, 500), SAND, RED, Pattern(name, 3))
    assert image.pixelColor(5, 5).name() == image.pixelColor(90, 90).name() == "#ffffff"
    inside = {image.pixelColor(x, y).name() for x in range(27, 73) for y in range(27, 73)}
    assert (inside == {"#ffffff"}) == (name == "plain")
