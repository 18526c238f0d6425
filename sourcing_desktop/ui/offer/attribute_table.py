"""What an offer is made of, in two columns, names and values, each with its original."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel

from sourcing_desktop.domain.offer import SkuAttribute, Words
from sourcing_desktop.language import tr
from sourcing_desktop.ui.offer.breaking_label import breakable
from sourcing_desktop.ui.theme import Theme

MOST_ROWS = 200

Row = tuple[Words, Words]


class AttributeTable(QLabel):
    """One text, so that all of it can be selected and copied. Nothing of the platform is read as markup."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heights: dict[int, int] = {}
        self._rows: tuple[Row, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(tr("Attributes"))
        self.hide()

    def show_rows(self, attributes: Sequence[SkuAttribute], facts: Sequence[tuple[str, str]] = ()) -> None:
        """Show facts in the buyer's language, then the attributes; nothing for neither."""
        own = [(Words(name), Words(value)) for name, value in facts]
        rows = (*own, *((each.name, each.value) for each in attributes[:MOST_ROWS]))
        if rows != self._rows:
            self._rows = rows
            self._write()
        self.setVisible(bool(rows))

    def heightForWidth(self, width: int) -> int:
        """Laying out a long table takes a while, and layouts ask many times."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._rows:
            self._write()

    def _write(self) -> None:
        self._heights.clear()
        soft = self._theme.text_soft.name()
        lines = (
            f'<tr><td width="38%" style="color:{soft}">{_both(name, soft)}</td>'
            f'<td width="62%">{_both(value, soft)}</td></tr>'
            for name, value in self._rows
        )
        self.setText(f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(lines)}</table>')


def _both(words: Words, soft: str) -> str:
    """The translation, and behind it the original where it is another."""
    shown = escape(breakable(words.shown))
    if not words.translated or words.original in ("", words.translated):
        return shown
    return f'{shown} <span style="color:{soft}">{escape(breakable(words.original))}</span>'
