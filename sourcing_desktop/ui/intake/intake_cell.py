"""Paints and edits the cells of a list's table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sourcing_desktop.domain.offer import Sku
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.intake.sku_choice import fitting_skus
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.intake.intake_model import FATE, GOODS, LINE, QUANTITY, SKU, ListRow, OnlyProblems
from sourcing_desktop.ui.intake.words import Tone
from sourcing_desktop.ui.row_painter import LEFT, LINE_HEIGHT, PICTURE_SIDE, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT = 64
FIELD_HEIGHT = 32
EDGE = 12
CHECK_SIDE = 16
SIGNS = {Tone.WAITING: "", Tone.GOOD: "check", Tone.WARNING: "warning", Tone.BAD: "close"}


class IntakeCell(QStyledItemDelegate):
    """A row has a picture, two lines of text where they are needed, and fields for what can be changed."""

    def __init__(self, theme: Theme, loader: PictureLoader, rows: OnlyProblems, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._rows = rows
        self._table = table
        self._row = RowPainter(theme, loader)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, rect, each = self._theme, QRect(option.rect), self._rows.at(index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_soft if chosen else theme.card)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        here = self._table.hasFocus() and self._table.currentIndex().row() == index.row()
        if here and index.column() == LINE:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.accent)
        painter.save()
        if not each.row.wanted and index.column() != LINE:
            painter.setOpacity(0.55)
        if index.column() == LINE:
            self._line(painter, rect, index, each)
        elif index.column() == GOODS:
            self._goods(painter, rect, each)
        elif index.column() in (SKU, QUANTITY):
            self._field(painter, rect, index, each)
        elif index.column() == FATE:
            self._fate(painter, rect, each)
        else:
            self._row.text(painter, rect.adjusted(EDGE, 0, -EDGE, 0), index.data(), theme.text, align=RIGHT)
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, index: QModelIndex, each: ListRow) -> None:
        if each.can_be_wanted:
            self._box(painter, rect, each.row.wanted)
        words = QRect(rect.x() + EDGE + CHECK_SIDE + 8, rect.y(), 0, rect.height())
        words.setRight(rect.right() - 4)
        self._row.text(painter, words, index.data(), self._theme.text_soft, self._row.small)

    def _box(self, painter: QPainter, rect: QRect, wanted: bool) -> None:
        theme = self._theme
        box = QRectF(rect.x() + EDGE, rect.center().y() - CHECK_SIDE / 2, CHECK_SIDE, CHECK_SIDE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if wanted else theme.text_soft)
        painter.setBrush(theme.accent if wanted else theme.card)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if wanted:
            icon("check", theme.on_accent).paint(painter, box.toRect().adjusted(2, 2, -2, -2))

    def _goods(self, painter: QPainter, rect: QRect, each: ListRow) -> None:
        theme, row, detail = self._theme, self._row, each.row.detail
        left = rect.x() + EDGE
        if detail is None:
            row.text(painter, rect.adjusted(EDGE, 0, -EDGE, 0), each.title, theme.text_soft)
            return
        sku = each.row.sku
        url = (sku.picture if sku is not None else "") or detail.offer.picture
        row.picture(painter, QRect(left, rect.y() + 10, PICTURE_SIDE, PICTURE_SIDE), url)
        left += PICTURE_SIDE + 12
        first = QRect(left, rect.y() + 11, rect.right() - left - EDGE, LINE_HEIGHT)
        row.text(painter, first, each.title, theme.text)
        second = first.translated(0, LINE_HEIGHT + 1)
        used = row.platform(painter, left, second.center().y() + 1, detail.ref.platform)
        second.setLeft(left + used + 8)
        row.text(painter, second, detail.supplier.name or detail.supplier.id, theme.text_soft, row.small)

    def _field(self, painter: QPainter, rect: QRect, index: QModelIndex, each: ListRow) -> None:
        theme, row = self._theme, self._row
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            align = RIGHT if index.column() == QUANTITY else LEFT
            row.text(painter, rect.adjusted(EDGE, 0, -EDGE, 0), index.data(), theme.text_soft, align=align)
            return
        box = _field_rect(rect)
        asks = each.bad_quantity if index.column() == QUANTITY else not each.sku_name
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.warning if asks else theme.edge)
        painter.setBrush(theme.card)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        colour = theme.warning if asks else theme.text
        if index.column() == QUANTITY:
            row.text(painter, box.adjusted(6, 0, -9, 0), index.data(), colour, align=RIGHT)
            return
        arrow = QRect(box.right() - 20, box.center().y() - 6, 12, 12)
        icon("chevron-down", theme.text_soft).paint(painter, arrow)
        row.text(painter, box.adjusted(9, 0, -26, 0), index.data(), colour)

    def _fate(self, painter: QPainter, rect: QRect, each: ListRow) -> None:
        theme, row, fate = self._theme, self._row, each.fate
        colour = {
            Tone.WAITING: theme.text_soft,
            Tone.GOOD: theme.success,
            Tone.WARNING: theme.warning,
            Tone.BAD: theme.danger,
        }[fate.tone]
        left = rect.x() + EDGE
        more = (
            f"→ {fate.mend:,}" if fate.mend is not None else tr("Look up again") if each.row.passing else ""
        )
        sentence, note = fate.sentence, fate.note
        if not note:
            width = rect.right() - EDGE - left - 20 - (row.width(more, row.tag_font) + 8 if more else 0)
            sentence, note = self._broken(sentence, width)
        top = rect.y() + (11 if note else (ROW_HEIGHT - LINE_HEIGHT) // 2)
        if sign := SIGNS[fate.tone]:
            icon(sign, colour).paint(painter, QRect(left, top + 3, 14, 14))
            left += 20
        line = QRect(left, top, rect.right() - EDGE - left, LINE_HEIGHT)
        room = line.adjusted(0, 0, -(row.width(more, row.tag_font) + 8 if more else 0), 0)
        used = row.text(painter, room, sentence, colour)
        if more:
            line.setLeft(left + used + 8)
            row.text(painter, line, more, theme.accent, row.tag_font)
        below = QRect(left, top + LINE_HEIGHT + 1, rect.right() - EDGE - left, LINE_HEIGHT)
        if fate.note:
            row.text(painter, below, note, theme.text_soft, row.small)
        else:
            row.text(painter, below, note, colour)

    def _broken(self, sentence: str, width: int) -> tuple[str, str]:
        """A sentence on two lines where it is too long for one."""
        words = sentence.split()
        fits = len(words)
        while fits > 1 and self._row.width(" ".join(words[:fits]), self._row.plain) > width:
            fits -= 1
        return " ".join(words[:fits]), " ".join(words[fits:])

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        if index.column() == SKU:
            return self._sku_editor(parent, self._rows.at(index))
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(tr("Quantity"))
        editor.setMaxLength(40)
        return editor

    def _sku_editor(self, parent: QWidget, each: ListRow) -> QComboBox:
        """All SKUs of the offer, first those that the words of the list fit."""
        box = QComboBox(parent)
        box.setAccessibleName("SKU")
        box.setPlaceholderText(tr("Choose…"))
        detail = each.row.detail
        skus = detail.skus if detail is not None else ()
        fitting = fitting_skus(skus, each.row.wish.words)
        for sku in (*fitting, *(sku for sku in skus if sku not in fitting)):
            box.addItem(_sku_text(sku), sku.id)
        box.view().setMinimumWidth(min(480, box.view().sizeHintForColumn(0) + 40))
        box.activated.connect(lambda: self._take(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: OnlyProblems, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        editor.setGeometry(_field_rect(QRect(option.rect)))

    def editorEvent(self, event: QEvent, model, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        if index.column() == LINE and event.type() == QEvent.Type.MouseButtonRelease:
            wanted = not self._rows.at(index).row.wanted
            state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
            return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)


def _field_rect(cell: QRect) -> QRect:
    return QRect(cell.x() + 4, cell.center().y() - FIELD_HEIGHT // 2, cell.width() - 8, FIELD_HEIGHT)


def _sku_text(sku: Sku) -> str:
    """In both languages, and whether there is none left."""
    names = " · ".join(dict.fromkeys(filter(None, (sku.name, sku.original_name)))) or tr("One size")
    return tr("{sku} (out of stock)", sku=names) if sku.stock == 0 else names
