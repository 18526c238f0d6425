"""Where a whole Chinese address is pasted, to be taken apart."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from sourcing_desktop.language import tr

LINES = 3


class PasteBox(QPlainTextEdit):
    """Emits `pasted` with all that is in it, whenever something is pasted or dropped."""

    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            tr("Paste a whole Chinese address here, with name and phone: it fills in the form")
        )
        self.setAccessibleName(tr("Paste a whole address"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        return QSize(super().sizeHint().width(), LINES * self.fontMetrics().lineSpacing() + around)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only what was pasted last counts."""
        self.setPlainText(source.text())
        self.pasted.emit(source.text())
