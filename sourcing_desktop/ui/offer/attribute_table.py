"""What an offer is made of, in two columns, names and values, each with its original."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import SkuAttribute, Words
from sourcing_desktop.language import tr
from sourcing_desktop.ui.offer.breaking_label import breakable
from sourcing_desktop.ui.theme import Theme

FIRST_ROWS = 24
"""Shown at once; the others when they are asked for, because a long table takes a while to lay out."""

MOST_ROWS = 200

Row = tuple[Words, Words]


class AttributeTable(QWidget):
    """One text, so that all of it can be selected and copied. Nothing of the platform is read as markup."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._attributes: tuple[SkuAttribute, ...] = ()
        self._table = _Table()
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._table)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def text(self) -> str:
        """What is shown, as HTML."""
        return self._table.text()

    def show_rows(self, attributes: Sequence[SkuAttribute], facts: Sequence[tuple[str, str]] = ()) -> None:
        """Show facts in the buyer's language, then the attributes; nothing for neither. Who asked for all of
        an offer's sees all of them, whatever facts follow."""
        same, self._attributes = tuple(attributes) == self._attributes, tuple(attributes)
        in_full = same and len(self._rows) > FIRST_ROWS and self.more.isHidden()
        own = [(Words(name), Words(value)) for name, value in facts]
        rows = (*own, *((each.name, each.value) for each in attributes[:MOST_ROWS]))
        if rows != self._rows:
            self._rows = rows
            self.more.setVisible(len(rows) > FIRST_ROWS and not in_full)
            self.more.setText(tr("All {count} details", count=f"{len(rows):,}"))
            self._write()
        self.setVisible(bool(rows))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._rows:
            self._write()

    def _show_all(self) -> None:
        self.more.hide()
        self._write()

    def _write(self) -> None:
        soft = self._theme.text_soft.name()
        rows = self._rows[:FIRST_ROWS] if not self.more.isHidden() else self._rows
        lines = (
            f'<tr><td width="38%" style="color:{soft}">{_both(name, soft)}</td>'
            f'<td width="62%">{_both(value, soft)}</td></tr>'
            for name, value in rows
        )
        self._table.setText(f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(lines)}</table>')


class _Table(QLabel):
    """Keeps its heights: layouts ask many times."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(tr("Attributes"))

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width()))


def _both(words: Words, soft: str) -> str:
    """The translation, and behind it the original where it is another."""
    shown = escape(breakable(words.shown))
    if not words.translated or words.original in ("", words.translated):
        return shown
    return f'{shown} <span style="color:{soft}">{escape(breakable(words.original))}</span>'
