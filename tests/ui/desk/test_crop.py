"""The box on a query picture: where it is taken hold of, and what a pull does to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt

from sourcing_desktop.domain.search import Region
from sourcing_desktop.ui.desk.crop import (
    HANDLES,
    INSIDE,
    LEAST,
    Grip,
    cursor_of,
    distinct,
    grip_at,
    place_of,
    pulled,
)

BOX = QRectF(100, 100, 200, 120)
WHOLE = QSize(800, 600)


def test_there_are_eight_handles_and_each_is_taken_hold_of_where_it_is_painted():
    assert len(set(HANDLES)) == 8
    for handle in HANDLES:
        assert grip_at(place_of(handle, BOX) + QPointF(3, -3), BOX) == handle


@pytest.mark.parametrize("box", [BOX, QRectF(100, 100, 20, 20)])
def test_the_inside_moves_the_box_also_of_a_small_one(box):
    assert grip_at(box.center(), box) == INSIDE
    assert grip_at(box.topLeft() - QPointF(30, 30), box) is None


def test_the_pointer_shows_what_a_pull_would_do():
    shapes = {handle: cursor_of(handle) for handle in HANDLES}
    assert shapes[Grip(True, True, False, False)] == shapes[Grip(False, False, True, True)]
    assert shapes[Grip(True, False, False, False)] == Qt.CursorShape.SizeHorCursor
    assert shapes[Grip(False, False, False, True)] == Qt.CursorShape.SizeVerCursor
    assert cursor_of(INSIDE) == Qt.CursorShape.SizeAllCursor
    assert cursor_of(None) == Qt.CursorShape.CrossCursor


@pytest.mark.parametrize(
    ("grip", "by", "after"),
    [
        (INSIDE, (10, -20), Region(110, 80, 310, 200)),
        (INSIDE, (-500, 900), Region(0, 480, 200, 600)),
        (Grip(True, True, False, False), (20, 30), Region(120, 130, 300, 220)),
        (Grip(False, False, True, False), (9000, 50), Region(100, 100, 800, 220)),
        (Grip(False, True, False, False), (50, 9000), Region(100, 220 - LEAST, 300, 220)),
    ],
)
def test_a_pull(grip, by, after):
    assert pulled(Region(100, 100, 300, 220), grip, QPoint(*by), WHOLE) == after


@given(
    st.integers(0, 700), st.integers(0, 500), st.integers(LEAST, 800), st.integers(LEAST, 600),
    st.sampled_from((*HANDLES, INSIDE)), st.integers(-2000, 2000), st.integers(-2000, 2000),
)  # fmt: skip
def test_no_pull_leaves_the_picture_or_makes_the_box_too_small(left, top, width, height, grip, x, y):
    before = Region(left, top, min(800, left + width), min(600, top + height))
    after = pulled(before, grip, QPoint(x, y), WHOLE)
    assert 0 <= after.left <= after.right - LEAST
    assert 0 <= after.top <= after.bottom - LEAST
    assert after.right <= 800
    assert after.bottom <= 600


def test_of_boxes_that_are_nearly_the_same_the_first_is_kept():
    first, same, part = Region(10, 10, 110, 110), Region(12, 9, 112, 108), Region(10, 10, 60, 60)
    assert distinct([first, same, part, first]) == (first, part)


@given(st.integers(0, 799), st.integers(0, 599), st.integers(1, 800), st.integers(1, 600))
def test_four_quarter_turns_bring_a_box_back(left, top, width, height):
    box = before = Region(left, top, min(800, left + width), min(600, top + height))
    for height_now in (600, 800, 600, 800):
        box = box.turned(height_now)
        assert 0 <= box.left < box.right
        assert 0 <= box.top < box.bottom
    assert box == before


def test_a_turn_to_the_right_brings_the_left_edge_to_the_top():
    assert Region(0, 0, 100, 50).turned(600) == Region(550, 0, 600, 100)
