"""All keys of the program on one sheet: those of the commands, then what keys mean in one place only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
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
from sourcing_desktop.ui.palette.key_places import PLACES, written
from sourcing_desktop.ui.palette.menu_entries import plain

WIDTH, LEAST_HEIGHT, FROM_EDGE = 960, 360, 48
"""px."""

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and what is done by which keys."""


class KeySheet(QDialog):
    """Stays open beside the window until Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 16, 24, 24)
        columns.setSpacing(40)
        for groups in _halves([*_groups()]):
            column = QVBoxLayout()
            column.setSpacing(20)
            for name, rows in groups:
                column.addLayout(_grid(name, rows))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = _Area()
        area.setAccessibleName(tr("Keys"))
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        room = self.screen().availableSize()
        height = max(LEAST_HEIGHT, min(inside.sizeHint().height() + 2, room.height() - FROM_EDGE))
        self.resize(min(WIDTH, room.width() - FROM_EDGE), height)


class _Area(QScrollArea):
    """Home and End go to the first and the last key."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)


def _groups() -> Iterator[Group]:
    for menu, name in MENUS.items():
        rows = [(plain(each.text), keys(each.name)) for each in COMMANDS if each.menu == menu]
        yield plain(name), rows
    for place in PLACES:
        yield place.name, [(text, written(pressed)) for text, pressed in place.keys]


def _halves(groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """In two columns that are about equally long."""
    lengths = [*accumulate(len(rows) + 2 for _, rows in groups)]
    left = min(range(len(groups)), key=lambda last: abs(2 * lengths[last] - lengths[-1])) + 1
    return groups[:left], groups[left:]


def _grid(name: str, rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    title = QLabel(name)
    title.setProperty("role", "heading")
    grid.addWidget(title, 0, 0, 1, 2)
    for row, (text, pressed) in enumerate(rows, start=1):
        words = QLabel(text)
        words.setWordWrap(True)
        grid.addWidget(words, row, 0)
        sign = QLabel(pressed)
        sign.setProperty("role", "keys")
        grid.addWidget(sign, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return grid
