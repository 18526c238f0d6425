"""Paints one row of the cart: a heading, a seller or a line, with its check box, remarks and buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.line_row import LineRow
from sourcing_desktop.ui.cart.remark_row import SIGN_SIDE, RemarkRow
from sourcing_desktop.ui.cart.row_geometry import (
    EDGE,
    HEADING_HEIGHT,
    NAME_LEFT,
    SELLER_HEIGHT,
    button_rects,
    check_rect,
    fold_rect,
)
from sourcing_desktop.ui.cart.row_states import (
    Choice,
    Deed,
    Does,
    LineState,
    PlatformState,
    RowState,
    Section,
    SectionState,
    SellerState,
)
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

LEAST_NAME = 120
"""px kept for a seller's name, if it is that long."""

SIGNS = {Does.NOTE: "note", Does.REMOVE: "trash"}


class CartRow:
    """Paints rows over the whole width of the tree. `cells` are the places of the columns quantity, unit
    price and total; a hidden column has no width."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        self._theme = theme
        self._words = RowPainter(theme, loader)
        self._lines = LineRow(theme, self._words)
        self._remarks = RemarkRow(theme, self._words)

    def paint(
        self,
        painter: QPainter,
        row: QRect,
        cells: list[QRect],
        state: RowState,
        *,
        unfolded: bool,
        selected: bool,
        focused: bool,
        at_hand: bool,
    ) -> None:
        """One row in the state it is in; `at_hand` shows its buttons."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.card if isinstance(state, LineState | SellerState) else theme.panel
        painter.fillRect(row, theme.accent_soft if selected else ground)
        buttons = self._buttons(row, cells, state) if at_hand else []
        edge = buttons[0][0].left() - 4 if buttons else _edge(row, cells, state)
        if isinstance(state, LineState):
            self._lines.paint(painter, row, cells, state, edge)
        else:
            self._fold_arrow(painter, fold_rect(row), unfolded)
            self._heading(painter, row, state, edge)
        if isinstance(state, LineState | SellerState):
            self._remarks.paint(painter, row, state, _is_narrow(cells))
        if not isinstance(state, SectionState) and state.choice is not Choice.IMPOSSIBLE:
            self._check_box(painter, check_rect(row, state), state.choice)
        for place, deed in buttons:
            self._words.sign(painter, place.adjusted(4, 4, -4, -4), _sign(deed, state), theme.text_soft)
        painter.fillRect(row.x(), row.bottom(), row.width(), 1, theme.line)
        if focused:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), 5, 5)

    def deed_at(
        self, point: QPoint, row: QRect, cells: list[QRect], state: RowState, at_hand: bool
    ) -> Deed | None:
        """What a press there would do."""
        buttons = self._buttons(row, cells, state) if at_hand else []
        pressed = next((deed for place, deed in buttons if place.contains(point)), None)
        if pressed is None and isinstance(state, LineState | SellerState):
            return self._remarks.deed_at(point, row, state, _is_narrow(cells))
        return pressed

    def _buttons(self, row: QRect, cells: list[QRect], state: RowState) -> list[tuple[QRect, Deed]]:
        if isinstance(state, LineState) and not state.being_ordered:
            deeds = [Deed(Does.MOVE), Deed(Does.NOTE), Deed(Does.REMOVE)]
        elif isinstance(state, SellerState) and state.takes_note:
            deeds = [Deed(Does.NOTE)]
        else:
            return []
        edge = _edge(row, cells, state)
        return list(
            zip(
                button_rects(edge, row, _is_narrow(cells) and isinstance(state, LineState), len(deeds)),
                deeds,
                strict=True,
            )
        )

    def _heading(
        self, painter: QPainter, row: QRect, state: PlatformState | SectionState | SellerState, edge: int
    ) -> None:
        if isinstance(state, SellerState):
            self._seller(painter, row, state, edge)
            return
        words, soft = self._words, self._theme.text_soft
        line = QRect(row.x() + NAME_LEFT, row.y(), edge - row.x() - NAME_LEFT, HEADING_HEIGHT)
        if isinstance(state, PlatformState):
            words.text(painter, line, formats.PLATFORM_NAMES[state.platform], soft, words.bold)
            return
        used = words.text(painter, line, state.section.value, soft, words.bold)
        words.text(painter, line.adjusted(used + 8, 0, 0, 0), f"{state.lines:,}", soft, words.small)

    def _seller(self, painter: QPainter, row: QRect, state: SellerState, edge: int) -> None:
        theme, words = self._theme, self._words
        left = row.x() + NAME_LEFT
        line = QRect(left, row.y(), edge - left, SELLER_HEIGHT)
        total = formats.money(state.total) if state.choosable else ""
        ink = theme.text if state.chosen else theme.text_soft
        words.text(painter, line, total, ink, words.bold, RIGHT)
        if total:
            line.setRight(line.right() - words.width(total, words.bold) - 12)
        room = line.width() - min(LEAST_NAME, words.width(state.name, words.bold)) - 16 - SIGN_SIDE - 8
        size = next(each for each in _sizes(state) if not each or words.width(each, words.small) <= room)
        words.text(painter, line, size, theme.text_soft, words.small, RIGHT)
        line.setRight(line.right() - words.width(size, words.small) - 16 - SIGN_SIDE - 8)
        used = words.text(painter, line, state.name, ink, words.bold)
        if state.blocked:  # its lines may be folded away
            sign = QRect(left + used + 8, line.center().y() - SIGN_SIDE // 2, SIGN_SIDE, SIGN_SIDE)
            self._words.sign(painter, sign, "warning", theme.warning)
        if state.note:
            note = QRect(left, row.y() + SELLER_HEIGHT - 10, row.right() - EDGE - left, LINE_HEIGHT)
            words.text(painter, note, state.note, theme.text_soft, words.small)

    def _check_box(self, painter: QPainter, rect: QRect, choice: Choice) -> None:
        theme = self._theme
        box = QRectF(0, 0, 16, 16)
        box.moveCenter(QRectF(rect).center())
        filled = choice is not Choice.NONE
        painter.save()
        painter.setPen(QPen(theme.accent if filled else theme.text_soft, 1.2))
        painter.setBrush(theme.accent if filled else theme.card)
        painter.drawRoundedRect(box, 4, 4)
        if filled:
            sign = "check" if choice is Choice.ALL else "minus"
            self._words.sign(painter, box.adjusted(2, 2, -2, -2).toRect(), sign, theme.on_accent)
        painter.restore()

    def _fold_arrow(self, painter: QPainter, rect: QRect, unfolded: bool) -> None:
        painter.save()
        painter.translate(QRectF(rect).center())
        if not unfolded:
            painter.rotate(-90)
        self._words.sign(painter, QRect(-7, -7, 14, 14), "chevron-down", self._theme.text_soft)
        painter.restore()


def _is_narrow(cells: list[QRect]) -> bool:
    return not cells[1].width()


def _edge(row: QRect, cells: list[QRect], state: RowState) -> int:
    """Where the first words of a row end."""
    beside = isinstance(state, LineState) and not _is_narrow(cells)
    return cells[0].x() - 4 if beside else row.right() - EDGE


def _sign(deed: Deed, state: RowState) -> str:
    later = isinstance(state, LineState) and state.section is Section.LATER
    return SIGNS.get(deed.does, "cart" if later else "later")


def _sizes(state: SellerState) -> tuple[str, ...]:
    """Pieces and weight, as far as it is known; then less and less for little room."""
    if not state.choosable:
        return (tr("nothing to order"), "")
    pieces, weight = formats.pieces(state.pieces), state.weight_g
    return (pieces if weight is None else f"{pieces} · {formats.weight(weight)}", pieces, "")
