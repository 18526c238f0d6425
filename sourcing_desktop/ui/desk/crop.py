"""The box on a query picture as arithmetic: where it is taken hold of, and what a pull at it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt

from sourcing_desktop.domain.search import Region

LEAST = 24
"""px of the picture: a smaller box is a slip of the hand."""

NEARLY_THE_SAME = 0.85
"""Of two boxes: in that part of what they cover together they agree."""

REACH = 10.0
"""px on the screen around a handle."""


class Grip(NamedTuple):
    """Which edges follow a pull; with all four the box moves as a whole."""

    left: bool
    top: bool
    right: bool
    bottom: bool


INSIDE = Grip(True, True, True, True)
_ENDS = ((True, False), (False, False), (False, True))
HANDLES = tuple(
    Grip(left, top, right, bottom)
    for (left, right), (top, bottom) in product(_ENDS, _ENDS)
    if left or right or top or bottom
)
"""The eight that stand at the corners and in the middle of the edges."""


def place_of(handle: Grip, box: QRectF) -> QPointF:
    """Where a handle is painted on a box."""
    x = box.left() if handle.left else box.right() if handle.right else box.center().x()
    y = box.top() if handle.top else box.bottom() if handle.bottom else box.center().y()
    return QPointF(x, y)


def grip_at(point: QPointF, box: QRectF) -> Grip | None:
    """What of the box is under the pointer: the nearest handle within reach, or its inside. The inside of a
    small box can be taken hold of, too."""
    reach = min(REACH, box.width() / 4, box.height() / 4)
    nearest = min(HANDLES, key=lambda handle: _distance(point, place_of(handle, box)))
    if _distance(point, place_of(nearest, box)) <= max(reach, 4.0):
        return nearest
    return INSIDE if box.contains(point) else None


def cursor_of(grip: Grip | None) -> Qt.CursorShape:
    """The pointer's shape over that part of the box; None for no part of it."""
    if grip is None:
        return Qt.CursorShape.CrossCursor
    if grip == INSIDE:
        return Qt.CursorShape.SizeAllCursor
    if not (grip.left or grip.right):
        return Qt.CursorShape.SizeVerCursor
    if not (grip.top or grip.bottom):
        return Qt.CursorShape.SizeHorCursor
    falling = grip.left == grip.top
    return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor


def pulled(box: Region, grip: Grip, by: QPoint, whole: QSize) -> Region:
    """The box after a pull, in px of the picture: inside the picture, and not smaller than `LEAST`."""
    if grip == INSIDE:
        x = min(max(by.x(), -box.left), whole.width() - box.right)
        y = min(max(by.y(), -box.top), whole.height() - box.bottom)
        return Region(box.left + x, box.top + y, box.right + x, box.bottom + y)
    if grip.left:
        box = replace(box, left=max(0, min(box.left + by.x(), box.right - LEAST)))
    if grip.right:
        box = replace(box, right=min(whole.width(), max(box.right + by.x(), box.left + LEAST)))
    if grip.top:
        box = replace(box, top=max(0, min(box.top + by.y(), box.bottom - LEAST)))
    if grip.bottom:
        box = replace(box, bottom=min(whole.height(), max(box.bottom + by.y(), box.top + LEAST)))
    return box


def spanned(one: QPoint, other: QPoint) -> Region:
    """The box between two pixels, both of them inside."""
    left, right = sorted((one.x(), other.x()))
    top, bottom = sorted((one.y(), other.y()))
    return Region(left, top, right + 1, bottom + 1)


def distinct(boxes: Iterable[Region]) -> tuple[Region, ...]:
    """Without those that are nearly the same as one before them."""
    kept: list[Region] = []
    for box in boxes:
        if all(_shared(box, other) < NEARLY_THE_SAME for other in kept):
            kept.append(box)
    return tuple(kept)


def large_enough(box: Region) -> bool:
    """Whether it was meant."""
    return min(box.right - box.left, box.bottom - box.top) >= LEAST


def _shared(one: Region, other: Region) -> float:
    """How much of both together is in both."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    common = max(0, width) * max(0, height)
    return common / max(1, _area(one) + _area(other) - common)


def _area(box: Region) -> int:
    return (box.right - box.left) * (box.bottom - box.top)


def _distance(one: QPointF, other: QPointF) -> float:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y()))
