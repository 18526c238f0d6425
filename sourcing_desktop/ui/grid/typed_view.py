"""A view whose rows are found by typing: by keys, and by input methods for Chinese, Thai or Vietnamese."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from sourcing_desktop.ui.grid.pointing import PointedView
from sourcing_desktop.ui.grid.type_ahead import TypeAhead

HELD_KEYS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
"""What is pressed on the way to a letter."""

Modifier = Qt.KeyboardModifier
ALT_GR = Modifier.ControlModifier | Modifier.AltModifier
"""As Windows tells of it."""


class TypedView(PointedView):
    """Takes letters to its search; any other key, a click or a reset of the model ends it."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.type_ahead = TypeAhead(self)
        self.type_ahead.found.connect(self._go_to)

    def keyPressEvent(self, event) -> None:
        text = event.text()
        held = event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
        letter = text and text.isprintable() and held in (Modifier.NoModifier, ALT_GR)
        if not letter and event.key() not in HELD_KEYS:
            self.type_ahead.stop()
        if letter and (text != " " or self.type_ahead.collecting):
            self.keyboardSearch(text)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Qt calls this with what is typed. Its own search would read a million titles at a stretch."""
        self.type_ahead.type(search)

    def inputMethodEvent(self, event) -> None:
        self.type_ahead.show_unfinished(event.preeditString())
        if event.commitString():
            self.keyboardSearch(event.commitString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        match query:
            case Qt.InputMethodQuery.ImEnabled:
                return True
            case Qt.InputMethodQuery.ImCursorRectangle:
                return self.type_ahead.geometry()
        return super().inputMethodQuery(query)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self._let_titles_be_written()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self._let_titles_be_written()

    def mousePressEvent(self, event) -> None:
        self.type_ahead.stop()
        super().mousePressEvent(event)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.type_ahead.place()

    def reset(self) -> None:
        self.type_ahead.stop()
        super().reset()

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, 0))

    def _let_titles_be_written(self) -> None:
        """Qt opens an item view to input methods only where the current item can be edited."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
