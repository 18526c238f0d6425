"""The left of the desk: the strip of pictures, the chosen one, what can be done with it, and ways to bring
others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout

from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.desk_picture import DeskModel, DeskPicture
from sourcing_desktop.ui.desk.picture_box import PictureBox
from sourcing_desktop.ui.desk.picture_strip import PictureStrip
from sourcing_desktop.ui.desk.platform_choice import PlatformChoice
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

WIDE, NARROW = 320, 248


class DeskPanel(QFrame):
    """Emits `turn_requested` with quarter turns to the right."""

    turn_requested = Signal(int)

    def __init__(self, theme: Theme, desk: DeskModel) -> None:
        super().__init__()
        self._theme = theme
        self.strip = PictureStrip(theme, desk)
        self.platform = PlatformChoice()
        self.library = self._button("library-similar", tr("Library"))
        self.library.setToolTip(tr("Find the picture, or what is in its box, in all you have seen"))
        self.library.setAccessibleName(tr("Find in your library"))
        self.box = PictureBox(theme)
        self.left = self._tool("rotate-left", tr("Turn the picture left"), "Ctrl+[")
        self.right = self._tool("rotate-right", tr("Turn the picture right"), "Ctrl+]")
        self.draw = self._tool("crop", tr("Draw a box around the goods"))
        self.whole = self._tool("whole", tr("Search the whole picture"))
        self.sent = self._tool("eye", tr("What was sent…"), "Ctrl+Shift+Y")
        self.remove = self._tool("trash", tr("Remove the picture from the desk"))
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setProperty("role", "soft")
        self.about.setWordWrap(True)
        self.open = self._button("folder", tr("Open…"))
        self.paste = self._button("paste", tr("Paste"))
        self.capture = self._button("capture", tr("Capture"))
        self.capture.setToolTip(tr("Search with a part of the screen"))
        self.link = QLineEdit()
        self.link.setPlaceholderText(tr("Link of a picture, then Enter"))
        self.link.setAccessibleName(tr("Link of a picture"))

        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        where = Flow(8)
        where.add(self.platform)
        where.add(self.library)
        column.addWidget(where)
        column.addWidget(self.strip)
        column.addWidget(self.box)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for tool in (self.left, self.right, self.draw, self.whole):
            tools.addWidget(tool)
        tools.addStretch(1)
        tools.addWidget(self.sent)
        tools.addWidget(self.remove)
        column.addLayout(tools)
        column.addWidget(self.about)
        bring = Flow(4)
        for button in (self.open, self.paste, self.capture):
            bring.add(button)
        column.addWidget(bring)
        column.addWidget(self.link)
        column.addStretch(1)
        self.be_narrow(False)

        self.left.clicked.connect(lambda: self.turn_requested.emit(-1))
        self.right.clicked.connect(lambda: self.turn_requested.emit(1))
        self.draw.clicked.connect(self._draw)
        self.whole.clicked.connect(self.box.clear_region)

    def be_narrow(self, narrow: bool) -> None:
        """Take less room."""
        self.setFixedWidth(NARROW if narrow else WIDE)

    def show_about(self, picture: DeskPicture | None, reading: str = "") -> None:
        """Say what is sent of a picture, or in `reading` what goes on; offer what can be done with it."""
        sent = None if picture is None else picture.picture
        for tool in (self.left, self.right, self.draw, self.sent, self.library):
            tool.setEnabled(sent is not None)
        self.whole.setEnabled(sent is not None and picture is not None and picture.region is not None)
        self.remove.setEnabled(picture is not None)
        if sent is None or picture is None or reading:
            self.about.setText(reading)
        else:
            size = tr("{width} × {height} px", width=sent.width, height=sent.height)
            self.about.setText(f"{picture.name} · {size}")
        self.about.setVisible(bool(self.about.text()))

    def _draw(self) -> None:
        self.box.draw_region()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tool(self, sign: str, name: str, keys: str = "") -> QToolButton:
        tool = QToolButton()
        tool.setIcon(icon(sign, self._theme.text))
        tool.setIconSize(QSize(20, 20))
        tool.setAccessibleName(name)
        shortcut = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
        written = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        tool.setToolTip(tr("{what} ({keys})", what=name, keys=written) if keys else name)
        tool.setShortcut(shortcut)
        return tool

    def _button(self, sign: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(sign, self._theme.text))
        return button
