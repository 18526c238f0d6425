"""All keys of the program on one sheet, from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.ui.actions import COMMANDS, MENUS, keys
from sourcing_desktop.ui.palette.menu_entries import plain

USUAL_SIZE = QSize(760, 600)


class KeySheet(QDialog):
    """Stays open beside the window until Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 16, 24, 24)
        columns.setSpacing(40)
        for menus in _halves():
            column = QVBoxLayout()
            column.setSpacing(20)
            for menu in menus:
                column.addLayout(_group(menu))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(USUAL_SIZE)


def _halves() -> tuple[list[str], list[str]]:
    """The menus in two columns that are about equally long."""
    left: list[str] = []
    half, seen = len(COMMANDS) / 2, 0
    for menu in MENUS:
        count = sum(command.menu == menu for command in COMMANDS)
        if seen + count / 2 <= half:
            left.append(menu)
        seen += count
    return left, [menu for menu in MENUS if menu not in left]


def _group(menu: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    title = QLabel(plain(MENUS[menu]))
    title.setProperty("role", "heading")
    grid.addWidget(title, 0, 0, 1, 2)
    for row, command in enumerate((each for each in COMMANDS if each.menu == menu), start=1):
        grid.addWidget(QLabel(plain(command.text)), row, 0)
        pressed = QLabel(keys(command.name))
        pressed.setProperty("role", "keys")
        grid.addWidget(pressed, row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
