"""What is known of the shop the buyer is in, whether it is kept, and words to search for in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme


class ShopHeader(QFrame):
    """Says only what the gateway returned. Emits `kept` when the star is pressed."""

    kept = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.star = QToolButton()
        self.star.setCheckable(True)
        self.star.clicked.connect(self.kept)
        self.name = QLabel()
        self.name.setProperty("role", "title")
        self.known = QLabel()
        self.known.setProperty("role", "soft")
        for line in (self.name, self.known):
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search inside this shop"))
        self.words.setAccessibleName(tr("Words to search for inside this shop"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(160)
        self.words.setMaximumWidth(280)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self.name)
        names.addWidget(self.known)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 3)
        row.addSpacing(8)
        row.addWidget(self.words, 2, Qt.AlignmentFlag.AlignTop)
        self.show_kept(False)

    def show_shop(self, supplier: Supplier) -> None:
        """Head the page with a shop."""
        self.name.setText(supplier.name or supplier.id)
        self.known.setText(formats.evidence(supplier))
        self.known.setVisible(bool(self.known.text()))

    def show_kept(self, kept: bool) -> None:
        """Whether the shop is among those remembered."""
        deed = tr("Forget this shop") if kept else tr("Remember this shop")
        sign, colour = ("star-filled", self._theme.accent) if kept else ("star", self._theme.text_soft)
        self.star.setChecked(kept)
        self.star.setIcon(icon(sign, colour))
        self.star.setToolTip(deed)
        self.star.setAccessibleName(deed)
