"""Paints one row of the cart: platform, seller or line. Knows where its check box and its fold are."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_state import LineState, SellerState
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, PICTURE_SIDE, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

PLATFORM_HEIGHT = 36
SELLER_HEIGHT = 44
LINE_ROW_HEIGHT = 64
NOTE_HEIGHT = 24
EDGE = 12
CHECK_SIDE = 18
LINE_INDENT = 36
FIELD_HEIGHT = 28
SIGN_SIDE = 14
"""px."""

RowState = Platform | SellerState | LineState


def row_height(state: RowState | None) -> int:
    """px."""
    if isinstance(state, Platform):
        return PLATFORM_HEIGHT
    if isinstance(state, SellerState):
        return SELLER_HEIGHT + (LINE_HEIGHT if state.note else 0)
    return LINE_ROW_HEIGHT + (NOTE_HEIGHT if state is not None and state.sentence else 0)


def check_rect(row: QRect) -> QRect:
    """Where a seller's or platform's check box is."""
    return QRect(row.x() + 36, row.y(), CHECK_SIDE, min(row.height(), SELLER_HEIGHT))


def fold_rect(row: QRect) -> QRect:
    """Where the arrow is that folds a seller or platform."""
    return QRect(row.x() + EDGE, row.y(), 16, min(row.height(), SELLER_HEIGHT))


def note_rect(row: QRect) -> QRect:
    """Where the sentence under a line is."""
    left = row.x() + LINE_INDENT + PICTURE_SIDE + 12
    return QRect(left, row.y() + LINE_ROW_HEIGHT - 6, row.right() - EDGE - left, NOTE_HEIGHT)


def field_rect(cell: QRect, narrow: bool) -> QRect:
    """Where the quantity is, inside its cell: under the title where there is little room."""
    top = cell.y() + (LINE_ROW_HEIGHT - FIELD_HEIGHT - 6 if narrow else (LINE_ROW_HEIGHT - FIELD_HEIGHT) // 2)
    return QRect(cell.x() + 8, top, cell.width() - 12, FIELD_HEIGHT)


class CartRow:
    """Paints rows over the whole width of the tree. `cells` are the left and the width of the columns
    quantity, unit price and total; a hidden column has no width."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        self._theme = theme
        self._painter = RowPainter(theme, loader)

    def paint(
        self,
        painter: QPainter,
        row: QRect,
        cells: list[QRect],
        state: RowState,
        *,
        check: Qt.CheckState | None,
        unfolded: bool,
        selected: bool,
        focused: bool,
    ) -> None:
        """One row in the state it is in."""
        theme = self._theme
        ground = theme.panel if isinstance(state, Platform) else theme.card
        painter.fillRect(row, theme.accent_soft if selected else ground)
        if isinstance(state, LineState):
            self._line(painter, row, cells, state)
        else:
            self._heading(painter, row, state, check, unfolded)
        painter.fillRect(row.x(), row.bottom(), row.width(), 1, theme.line)
        if focused:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), 5, 5)
            painter.restore()

    def _heading(
        self,
        painter: QPainter,
        row: QRect,
        state: Platform | SellerState,
        check: Qt.CheckState | None,
        unfolded: bool,
    ) -> None:
        theme, words = self._theme, self._painter
        if check is not None:
            self._check_box(painter, check_rect(row), check)
        self._fold_arrow(painter, fold_rect(row), unfolded)
        left = check_rect(row).right() + 11
        right = row.right() - EDGE
        if isinstance(state, Platform):
            line = QRect(left, row.y(), right - left, row.height())
            words.text(painter, line, formats.PLATFORM_NAMES[state], theme.text_soft, words.bold)
            return
        line = QRect(left, row.y() + (2 if state.note else 0), right - left, SELLER_HEIGHT)
        total = formats.money(state.group.total) if state.choosable else ""
        pieces = formats.pieces(state.group.pieces) if state.choosable else "nothing to order"
        words.text(painter, line, total, theme.text, words.bold, RIGHT)
        if total:
            line.setRight(line.right() - words.width(total, words.bold) - 12)
        words.text(painter, line, pieces, theme.text_soft, words.small, RIGHT)
        line.setRight(line.right() - words.width(pieces, words.small) - 16)
        colour = theme.text if state.choosable else theme.text_soft
        line.setRight(line.right() - SIGN_SIDE - 8)
        used = words.text(painter, line, state.name, colour, words.bold)
        if state.blocked:  # its lines may be folded away
            sign = QRect(left + used + 8, line.center().y() - SIGN_SIDE // 2, SIGN_SIDE, SIGN_SIDE)
            icon("warning", theme.warning).paint(painter, sign)
        if state.note:
            note = QRect(left, row.y() + SELLER_HEIGHT - 8, row.right() - EDGE - left, LINE_HEIGHT)
            words.text(painter, note, state.note, theme.text_soft, words.small)

    def _line(self, painter: QPainter, row: QRect, cells: list[QRect], state: LineState) -> None:
        theme, words = self._theme, self._painter
        if not state.editable:
            painter.setOpacity(0.55)
        box = QRect(row.x() + LINE_INDENT, row.y() + 10, PICTURE_SIDE, PICTURE_SIDE)
        words.picture(painter, box, state.line.picture)
        quantity, unit, amount = cells
        narrow = not unit.width()
        field = field_rect(quantity, narrow)
        left = box.right() + 13
        edge = row.right() - EDGE if narrow else quantity.x() - 4
        title = QRect(left, row.y() + (8 if narrow else 12), edge - left, LINE_HEIGHT)
        words.text(painter, title, state.line.title.shown, theme.text)
        sku = state.line.sku.name or "One size"
        if narrow:
            sku = f"{formats.money(state.unit)} · {sku}"
        below = QRect(left, 0, quantity.x() - 4 - left, LINE_HEIGHT)
        below.moveTop(field.center().y() - 9 if narrow else title.bottom() + 1)
        words.text(painter, below, sku, theme.text_soft, words.small)
        self._field(painter, field, state)
        if not narrow:
            price = QRect(unit.x(), field.y(), unit.width() - EDGE, field.height())
            words.text(painter, price, formats.money(state.unit), theme.text, align=RIGHT)
        total = QRect(amount.x(), field.y(), amount.width() - EDGE, field.height())
        words.text(
            painter,
            total,
            formats.money(state.total) if state.line.sold else "",
            theme.text,
            words.bold,
            RIGHT,
        )
        painter.setOpacity(1)
        if state.sentence:
            self._note(painter, note_rect(row), state)

    def _field(self, painter: QPainter, box: QRect, state: LineState) -> None:
        theme = self._theme
        if state.editable:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.warning if state.blocks else theme.edge, 1))
            painter.setBrush(theme.card)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.restore()
        colour = theme.warning if state.blocks else theme.text
        self._painter.text(painter, box.adjusted(6, 0, -9, 0), _grouped(state.quantity), colour, align=RIGHT)

    def _note(self, painter: QPainter, rect: QRect, state: LineState) -> None:
        theme, words = self._theme, self._painter
        sign = QRect(rect.x(), rect.y() + 3, SIGN_SIDE, SIGN_SIDE)
        colour = theme.warning if state.blocks else theme.text_soft
        icon("warning" if state.blocks else "info", colour).paint(painter, sign)
        rect = QRect(rect.x() + 20, rect.y(), rect.width() - 20, LINE_HEIGHT)
        mend = f"→ {state.mend:,}" if state.mend is not None else ""
        room = rect.adjusted(0, 0, -(words.width(mend, words.tag_font) + 8 if mend else 0), 0)
        used = words.text(painter, room, state.sentence, colour, words.small)
        if mend:
            rect.setLeft(rect.x() + used + 8)
            words.text(painter, rect, mend, theme.accent, words.tag_font)

    def _check_box(self, painter: QPainter, rect: QRect, check: Qt.CheckState) -> None:
        theme = self._theme
        box = QRectF(0, 0, 16, 16)
        box.moveCenter(QRectF(rect).center())
        filled = check is not Qt.CheckState.Unchecked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent if filled else theme.text_soft, 1.2))
        painter.setBrush(theme.accent if filled else theme.card)
        painter.drawRoundedRect(box, 4, 4)
        sign = {Qt.CheckState.Checked: "check", Qt.CheckState.PartiallyChecked: "minus"}.get(check)
        if sign:
            icon(sign, theme.on_accent).paint(painter, box.adjusted(2, 2, -2, -2).toRect())
        painter.restore()

    def _fold_arrow(self, painter: QPainter, rect: QRect, unfolded: bool) -> None:
        painter.save()
        painter.translate(QRectF(rect).center())
        if not unfolded:
            painter.rotate(-90)
        icon("chevron-down", self._theme.text_soft).paint(painter, QRect(-7, -7, 14, 14))
        painter.restore()


def _grouped(text: str) -> str:
    """A readable number with thousands separators; anything else as typed."""
    return f"{int(text):,}" if text.isascii() and text.isdigit() and len(text) <= 10 else text
