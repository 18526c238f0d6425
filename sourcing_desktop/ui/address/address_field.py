"""One part of an address in a form: its name above, what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.ui.address.place_box import PlaceBox


class AddressField(QWidget):
    """A line to type in, or a box around one."""

    def __init__(self, name: str, editor: QLineEdit | PlaceBox, example: str = "") -> None:
        super().__init__()
        self.editor = editor
        self.line = editor.line if isinstance(editor, PlaceBox) else editor
        self.line.setPlaceholderText(example)
        for widget in (editor, self.line):
            widget.setAccessibleName(name.removesuffix(" *"))
        label = QLabel(name)
        label.setBuddy(editor)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(editor)
        column.addWidget(self._sentence)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def sentence(self) -> str:
        """What is said about the part; empty when nothing."""
        return self._sentence.text()

    def say(self, fault: str, doubt: str = "", note: str = "") -> None:
        """Show what has to be mended, else what should be looked at, else a word on the side."""
        text = fault or doubt or note
        role = "danger" if fault else "warning" if doubt else "soft"
        if (text, role) != (self._sentence.text(), self._sentence.property("role")):
            self._sentence.setText(text)
            self._sentence.setProperty("role", role)
            self._sentence.style().polish(self._sentence)
            self._sentence.setVisible(bool(text))
            self._make_room()
            self.editor.setProperty("problem", bool(fault))
            self.editor.style().polish(self.editor)
            self.editor.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """A layout in a scrolled form would give wrapped words the height of one line."""
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(self.width())))
