"""What a person does to a grid, and offers to fill it with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Badge, Offer, OfferRef, Platform, Words

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def offer(number: int, picture: str = "") -> Offer:
    taobao = number % 3 == 2
    return Offer(
        OfferRef(Platform.TAOBAO if taobao else Platform.ALIBABA, "v1", str(600_000 + number)),
        Words("夏季新款女士宽松显瘦连衣裙", f"Summer dress {number}, loose and light for warm days"),
        picture,
        Money(1280 + number),
        moq=None if taobao else 2,
        sold_30_days=1204,
        badges=(Badge.SUPER_FACTORY, Badge.CURATED),
    )


def shown(grid, row):
    return grid.visualRect(grid.model().index(row))


def click(grid, row, modifiers=NO_KEYS):
    QTest.mouseClick(grid.viewport(), LEFT, modifiers, shown(grid, row).center())


def selected(grid):
    return sorted(index.row() for index in grid.selectionModel().selectedIndexes())


def move_mouse(grid, to):
    at = QPointF(to)
    buttons = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, grid.viewport().mapToGlobal(at), buttons, buttons, NO_KEYS)
    QApplication.sendEvent(grid.viewport(), event)


def ask_for_menu(grid, reason, at):
    QApplication.sendEvent(grid.viewport(), QContextMenuEvent(reason, at, grid.viewport().mapToGlobal(at)))


def wheel(grid, notches, at, modifiers=NO_KEYS):
    turn_wheel(grid.viewport(), notches, at, modifiers)


def swipe(grid, pixels, at):
    """Two fingers on a touchpad that knows pixels."""
    turn_wheel(grid.viewport(), pixels / 50, at, pixels=pixels)


def turn_wheel(widget, notches, at, modifiers=NO_KEYS, pixels=0):
    place, turn = QPointF(at), QPoint(0, round(120 * notches))
    everywhere = QPointF(widget.mapToGlobal(at))
    event = QWheelEvent(
        place,
        everywhere,
        QPoint(0, pixels),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
