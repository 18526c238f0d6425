"""Where everything is in a row of the cart, for painting and for the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRect

from sourcing_desktop.ui.cart.row_states import LineState, PlatformState, RowState, SellerState
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, PICTURE_SIDE

HEADING_HEIGHT = 36
SELLER_HEIGHT = 44
WIDE_LINE, NARROW_LINE = 64, 90
REMARK_HEIGHT = 24
EDGE = 12
CHECK_SIDE = 18
FOLD_SIDE = 16
FOLD_LEFT = EDGE + CHECK_SIDE + 8
NAME_LEFT = FOLD_LEFT + FOLD_SIDE + 6
TEXT_LEFT = FOLD_LEFT + PICTURE_SIDE + 12
FIELD_HEIGHT = 28
BUTTON_SIDE = 24
"""px. A narrow row has its quantity and its total under the words instead of beside them."""


def row_height(state: RowState | None, narrow: bool) -> int:
    """px."""
    if isinstance(state, LineState):
        return line_height(narrow) + REMARK_HEIGHT * len(state.remarks)
    if isinstance(state, SellerState):
        return seller_height(state) + REMARK_HEIGHT * len(state.remarks)
    return HEADING_HEIGHT


def line_height(narrow: bool) -> int:
    """Of a line without its remarks."""
    return NARROW_LINE if narrow else WIDE_LINE


def seller_height(state: SellerState) -> int:
    """Of a seller without its remarks."""
    return SELLER_HEIGHT + (LINE_HEIGHT if state.note else 0)


def check_rect(row: QRect, state: RowState) -> QRect:
    """Where the check box is: all of them stand in one column."""
    if isinstance(state, LineState):
        return QRect(row.x() + EDGE, row.y() + 10, CHECK_SIDE, PICTURE_SIDE)
    height = HEADING_HEIGHT if isinstance(state, PlatformState) else SELLER_HEIGHT
    return QRect(row.x() + EDGE, row.y(), CHECK_SIDE, height)


def fold_rect(row: QRect) -> QRect:
    """Where the arrow is that folds a heading."""
    return QRect(row.x() + FOLD_LEFT, row.y(), FOLD_SIDE, min(row.height(), SELLER_HEIGHT))


def picture_rect(row: QRect) -> QRect:
    return QRect(row.x() + FOLD_LEFT, row.y() + 10, PICTURE_SIDE, PICTURE_SIDE)


def field_rect(cell: QRect, narrow: bool) -> QRect:
    """Where the quantity is, inside its cell."""
    top = cell.y() + (NARROW_LINE - FIELD_HEIGHT - 9 if narrow else (WIDE_LINE - FIELD_HEIGHT) // 2)
    return QRect(cell.x() + 8, top, cell.width() - 12, FIELD_HEIGHT)


def remark_rect(row: QRect, state: LineState | SellerState, narrow: bool, number: int) -> QRect:
    """Where a remark is below its row."""
    if isinstance(state, LineState):
        left, above = row.x() + TEXT_LEFT, line_height(narrow) - 4
    else:
        left, above = row.x() + NAME_LEFT, seller_height(state) - 4
    top = row.y() + above + number * REMARK_HEIGHT
    return QRect(left, top, row.right() - EDGE - left, REMARK_HEIGHT)


def button_rects(right: int, row: QRect, narrow: bool, count: int) -> list[QRect]:
    """Where the small buttons of a row are: beside its first words, ending at `right`."""
    left, top = right - count * BUTTON_SIDE, row.y() + (6 if narrow else 10)
    return [QRect(left + number * BUTTON_SIDE, top, BUTTON_SIDE, BUTTON_SIDE) for number in range(count)]
