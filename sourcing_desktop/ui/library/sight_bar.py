"""What stands above the cards while the library is looked through by a picture: the picture with its box,
what was found, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.search import Region
from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.picture_box import PictureBox
from sourcing_desktop.ui.elided_label import ElidedLabel
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

SIDE = 160
"""px of the picture."""


class SightBar(QFrame):
    """Emits `region_changed` with the box or None, `order_changed` when the cards shall stand in another
    order, `desk_wanted` to search the platforms with the picture, `left` to go back to all that was seen."""

    region_changed = Signal(object)
    order_changed = Signal()
    desk_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._theme = theme
        self.box = PictureBox(theme)
        self.box.setFixedSize(SIDE, SIDE)
        stays = self.box.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.box.setSizePolicy(stays)
        self.name = ElidedLabel("", role="heading")
        self.said = QLabel()
        self.said.setProperty("role", "soft")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.draw = self._tool("crop", tr("Draw a box around the goods"))
        self.whole = self._tool("whole", tr("Search the whole picture"))
        self.alike = self._chip(tr("Most alike first"))
        self.cheap = self._chip(tr("Cheapest first"))
        self.alike.setChecked(True)
        orders = QButtonGroup(self)
        for order in (self.alike, self.cheap):
            orders.addButton(order)
        self.desk = QPushButton(tr("Search the platforms with it"))
        self.desk.setIcon(icon("similar", theme.text))
        self.back = QPushButton(tr("Back to all"))
        self.back.setIcon(icon("previous", theme.text))
        self.back.setToolTip(tr("Back to all you have seen (Esc)"))
        self._lay_out()
        self.box.region_changed.connect(self._region_changed)
        self.draw.clicked.connect(self._draw)
        self.whole.clicked.connect(self.box.clear_region)
        orders.buttonClicked.connect(self.order_changed)
        self.desk.clicked.connect(self.desk_wanted)
        self.back.clicked.connect(self.left)
        self.hide()

    @property
    def cheapest_first(self) -> bool:
        """Whether prices order the cards, and not how much alike they look."""
        return self.cheap.isChecked()

    def show_reading(self, name: str) -> None:
        """Another picture is on its way."""
        self.name.setText(name)
        self.box.hide()
        self.box.show_picture(QPixmap(), QSize())
        self._let_use(False)
        self.say(tr("Reading the picture…"))

    def show_picture(self, picture: QPixmap, size: QSize, region: Region | None) -> None:
        """It has come, and is of that size in px."""
        self.box.show_picture(picture, size, region)
        self.box.show()
        self._let_use(True)
        self.whole.setEnabled(region is not None)

    def say(self, sentence: str) -> None:
        """What goes on, or what was found."""
        self.said.setText(sentence)

    def _let_use(self, usable: bool) -> None:
        """Only a picture that can be read can be searched with."""
        for part in (self.draw, self.whole, self.alike, self.cheap, self.desk):
            part.setEnabled(usable)

    def _region_changed(self, region: object) -> None:
        self.whole.setEnabled(region is not None)
        self.region_changed.emit(region)

    def _draw(self) -> None:
        self.box.draw_region()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        tools = Flow(8)
        for part in (self.alike, self.cheap, self.draw, self.whole, self.desk):
            tools.add(part)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addWidget(tools)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setTabOrder(self.box, self.alike)
        for one, other in ((self.alike, self.cheap), (self.cheap, self.draw), (self.draw, self.whole)):
            self.setTabOrder(one, other)
        self.setTabOrder(self.whole, self.desk)
        self.setTabOrder(self.desk, self.back)

    def _tool(self, sign: str, name: str) -> QToolButton:
        tool = QToolButton()
        tool.setIcon(icon(sign, self._theme.text))
        tool.setIconSize(QSize(20, 20))
        tool.setAccessibleName(name)
        tool.setToolTip(name)
        return tool

    def _chip(self, text: str) -> QPushButton:
        chip = QPushButton(text)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        return chip
