"""What this program is: its version, its licence, and where it keeps the buyer's data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop import __version__
from sourcing_desktop.language import tr
from sourcing_desktop.ui.browser import open_folder
from sourcing_desktop.ui.dialogs import button_row
from sourcing_desktop.ui.icons import IconLabel
from sourcing_desktop.ui.theme import Theme

WORDS_WIDTH = 360
"""px."""


class AboutDialog(QDialog):
    """`data` is the folder that must not be lost."""

    def __init__(self, theme: Theme, data: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About this program"))
        name = QLabel("Sourcing Desktop")
        name.setProperty("role", "title")
        about = QLabel(tr("Find goods on 1688 and Taobao by looking, and buy them from one cart."))
        about.setProperty("role", "soft")
        about.setWordWrap(True)
        self.folder = _fact(str(data))
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(8)
        facts.addRow(tr("Version"), _fact(__version__))
        facts.addRow(tr("Licence"), _fact("Apache-2.0"))
        facts.addRow(tr("Built with"), _fact("Qt 6, PySide6 (LGPL-3.0)"))
        facts.addRow(tr("Your data"), self.folder)
        self.show_folder = QPushButton(tr("Open the folder"))
        self.show_folder.setAutoDefault(False)
        self.show_folder.clicked.connect(lambda: open_folder(data))
        leave = QPushButton(tr("Close"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(about)
        words.addSpacing(12)
        words.addLayout(facts)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(IconLabel("sourcing-desktop", theme.accent, 64), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(20)
        column.addLayout(head)
        column.addLayout(button_row(leave, beside=[self.show_folder]))


def _fact(text: str) -> QLabel:
    fact = QLabel(text)
    fact.setWordWrap(True)
    fact.setMinimumWidth(WORDS_WIDTH)
    fact.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return fact
