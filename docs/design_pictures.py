"""Draws the examples of `design-language.md`: the program's own widgets in their states, in both themes.

`python3 dev.py design` runs it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.ui.actions import COMMANDS
from sourcing_desktop.ui.icons import IconLabel
from sourcing_desktop.ui.notices import Banner, Message, Toast
from sourcing_desktop.ui.stillness import keep_still
from sourcing_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme

PICTURES = Path(__file__).with_name("pictures") / "design"

COLUMN, ROW, CAPTIONS = 148, 48, 108
"""px of the sheet of states."""

CHOOSABLE = ("usual", "chip", "tick")
"""What can be on."""

SCALE = 2
"""Pixels of a picture per px."""


def _press(widget: QWidget) -> None:
    if isinstance(widget, QAbstractButton):
        widget.setDown(True)


def _choose(widget: QWidget) -> None:
    if isinstance(widget, QAbstractButton):
        widget.setCheckable(True)
        widget.setChecked(True)


STATES: dict[str, Callable[[QWidget], None]] = {
    "rest": lambda widget: None,
    "hover": lambda widget: QTest.mouseMove(widget),
    "focus": lambda widget: widget.setFocus(),
    "pressed": _press,
    "chosen": _choose,
    "disabled": lambda widget: widget.setEnabled(False),
}


def render(application: QApplication, folder: Path) -> None:
    """Save all pictures."""
    keep_still(True)
    for theme in (LIGHT, DARK):
        apply_theme(application, theme)
        name = "dark" if theme.dark else "light"
        states(theme).save(str(folder / f"states-{name}.png"))
        for what, widget in (("speaking", speaking(theme)), ("type", words(theme))):
            grabbed(widget).save(str(folder / f"{what}-{name}.png"))
    apply_theme(application, LIGHT)
    grabbed(icons(LIGHT)).save(str(folder / "icons.png"))


def grabbed(widget: QWidget) -> QPixmap:
    """As it looks on a dense screen."""
    widget.show()
    QTest.qWaitForWindowActive(widget)
    return _rendered(widget)


def _rendered(widget: QWidget) -> QPixmap:
    picture = QPixmap(widget.size() * SCALE)
    picture.setDevicePixelRatio(SCALE)
    widget.render(picture, QPoint())
    widget.close()
    return picture


def states(theme: Theme) -> QPixmap:
    """Every control in every state."""
    controls: tuple[tuple[str, Callable[[], QWidget]], ...] = (
        ("primary", lambda: _button("Add to cart", "primary")),
        ("usual", lambda: _button("Find similar")),
        ("chip", lambda: _button("48 h dispatch", "chip")),
        ("link", lambda: _button("More of this shop", "link")),
        ("field", lambda: QLineEdit("backpack")),
        ("tick", lambda: QCheckBox("In stock")),
    )
    size = (CAPTIONS + COLUMN * len(STATES), ROW * (len(controls) + 1))
    picture = QPixmap(size[0] * SCALE, size[1] * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(theme.window)
    painter = QPainter(picture)
    painter.setFont(theme.font(11))
    painter.setPen(theme.text_soft)
    for column, state in enumerate(STATES):
        painter.drawText(CAPTIONS + column * COLUMN, 28, state)
    for row, (name, make) in enumerate(controls, start=1):
        painter.drawText(16, row * ROW + 28, name)
        for column, (state, put) in enumerate(STATES.items()):
            if state == "chosen" and name not in CHOOSABLE:
                continue
            painter.drawPixmap(CAPTIONS + column * COLUMN, row * ROW + 6, _in_state(make(), put))
    painter.end()
    return picture


def speaking(theme: Theme) -> QWidget:
    """A banner, a card, an empty place, a toast."""
    sheet = QFrame()
    sheet.setProperty("role", "sheet")
    sheet.setFixedSize(720, 420)
    sheet.setAutoFillBackground(True)
    banner = Banner(theme)
    banner.say("The gateway does not answer. What you see is from 14:05.", lambda: None)
    message = Message(theme, "search", "Nothing found for “rattan lamp”.")
    message.offer(
        ("Search by picture", lambda: None),
        ("Without filters", lambda: None),
        keys="Ctrl+F changes the words",
    )
    card = QFrame()
    card.setProperty("role", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(16, 16, 16, 16)
    for text, role in (
        ("Supplier", "heading"),
        ("义乌市晨光箱包厂", ""),
        ("4.8 · repurchase rate 31%", "soft"),
    ):
        label = QLabel(text)
        label.setProperty("role", role)
        inside.addWidget(label)
    inside.addStretch(1)
    card.setFixedSize(240, 112)
    middle = QHBoxLayout()
    middle.setContentsMargins(16, 16, 16, 64)
    middle.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
    middle.addWidget(message, 1)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(banner)
    column.addLayout(middle, 1)
    toast = Toast(sheet)
    toast.say("Took 3 offers off the shortlist", lambda: None)
    return sheet


def words(theme: Theme) -> QWidget:
    """The scale of type, in the scripts it must carry."""
    sheet = QWidget()
    sheet.setAutoFillBackground(True)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    for size, bold, text in (
        (20, True, "20  ¥ 12.80 · Backpack 背包 Ba lô กระเป๋า"),
        (17, True, "17  Confirm 3 orders · 确认订单 · Xác nhận"),
        (14, True, "14  Supplier · 供应商 · Nhà cung cấp"),
        (13, False, "13  Women's canvas tote, large · 女士大容量帆布包 · Túi vải nữ · กระเป๋าผ้า"),
        (11, False, "11  Sold in lots of 12 · 起订量 12 · Bán theo lô 12 · ขายเป็นล็อต"),
    ):
        label = QLabel(text)
        label.setFont(theme.font(size, bold))
        column.addWidget(label)
    return sheet


def icons(theme: Theme) -> QWidget:
    """Those of the commands."""
    sheet = QWidget()
    sheet.setAutoFillBackground(True)
    row = QHBoxLayout(sheet)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(10)
    for name in dict.fromkeys(command.icon for command in COMMANDS):
        row.addWidget(IconLabel(name, theme.text, 24))
    return sheet


def _button(text: str, kind: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    return button


def _in_state(widget: QWidget, put: Callable[[QWidget], None]) -> QPixmap:
    around = QWidget()
    around.setAutoFillBackground(True)
    around.setFixedSize(COLUMN - 16, ROW - 12)
    beside = QPushButton(around)  # has the keyboard, unless the state is to have it
    beside.move(-200, 0)
    row = QHBoxLayout(around)
    row.setContentsMargins(4, 0, 0, 0)
    row.addWidget(widget)
    if not isinstance(widget, QLineEdit):
        row.addStretch(1)
    around.show()
    around.activateWindow()
    QTest.qWaitForWindowActive(around)
    beside.setFocus()
    QTest.mouseMove(around, QPoint(1, 1))
    put(widget)
    QTest.qWait(20)
    return _rendered(around)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    PICTURES.mkdir(parents=True, exist_ok=True)
    render(QApplication(["design", "-style", "Fusion"]), PICTURES)
