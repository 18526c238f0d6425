"""Works the window as a person would: real events to real widgets, and waiting until something is seen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

GLANCE_S = 0.02


class NotSeen(Exception):
    """What should have appeared did not, in time."""


async def until(seen: Callable[[], object], what: str, seconds: float = 30.0) -> None:
    """Wait until `seen` is true; NotSeen names what was waited for."""
    end = time.monotonic() + seconds
    while not seen():
        if time.monotonic() > end:
            raise NotSeen(f"{what} did not appear within {seconds:.0f} s")
        await asyncio.sleep(GLANCE_S)


async def pause(seconds: float) -> None:
    """Let the window settle, as a person who looks."""
    await asyncio.sleep(seconds)


def write(widget: QWidget, text: str) -> None:
    """Put the keyboard into a widget and type; what no keyboard has goes through the input method."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    for character in text:
        if character.isascii():
            QTest.keyClicks(focused(widget), character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(focused(widget), event)


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and let go of a key, in whatever has the keyboard inside the widget."""
    QTest.keyClick(focused(widget), key, modifiers)


def focused(widget: QWidget) -> QWidget:
    """Where keys go that are meant for a widget: an editor open in it, or itself."""
    focus = QApplication.focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else widget


def click(widget: QWidget, where: QPoint | None = None) -> None:
    """Click with the left button, in the middle unless told. NotSeen for a button that cannot be pressed."""
    if isinstance(widget, QAbstractButton) and not (widget.isVisible() and widget.isEnabled()):
        raise NotSeen(f"the button “{widget.text()}” cannot be pressed")
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where or widget.rect().center())


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Drag with the left button from one point of a widget to another."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, (start + end) / 2)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def drop_file(widget: QWidget, path: Path) -> None:
    """Drop a file on a widget."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle, copy = widget.rect().center(), Qt.DropAction.CopyAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(middle, copy, mime, buttons, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, mime, buttons, none))
