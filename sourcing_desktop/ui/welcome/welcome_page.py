"""What this program is and how to begin: with the market inside it, or with an account. Searching works
meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.ui.actions import shortcut
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

WIDTH = 600
"""px at most."""


class WelcomePage(QWidget):
    """Emits `sandbox_chosen` or `account_chosen`, and `left` when the buyer wants to see it no more. The
    menus are those that choose a language: of titles, and of the program."""

    sandbox_chosen = Signal()
    account_chosen = Signal()
    left = Signal()

    def __init__(self, theme: Theme, titles: QMenu, interface: QMenu) -> None:
        super().__init__()
        self.setMaximumWidth(WIDTH)
        title = QLabel(tr("Find goods on 1688 and Taobao by looking"))
        title.setProperty("role", "display")
        title.setWordWrap(True)
        about = QLabel(
            tr(
                "Search in your own words or with a picture, fill one cart across sellers and platforms, then"
                " order, pay and follow the parcels from here."
            )
        )
        about.setWordWrap(True)
        self.sandbox = QPushButton(tr("Try it in the sandbox"))
        self.sandbox.setProperty("kind", "primary")
        self.sandbox.clicked.connect(self.sandbox_chosen)
        self.account = QPushButton(tr("Use my PandaPon account…"))
        self.account.clicked.connect(self.account_chosen)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", theme.text_soft))
        self.close_button.setToolTip(tr("Do not show this any more"))
        self.close_button.setAccessibleName(self.close_button.toolTip())
        self.close_button.clicked.connect(self.left)
        head, ways, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        ways.setSpacing(16)
        for sentence, button in (
            (
                tr("A market inside this program. Everything works, and nothing is really bought."),
                self.sandbox,
            ),
            (tr("Orders are real. Your keys stay in the keyring of this computer."), self.account),
        ):
            ways.addWidget(_way(sentence, button), 1)
        foot.setSpacing(8)
        for words, menu in ((tr("Titles in"), titles), (tr("Interface in"), interface)):
            foot.addWidget(_choice(theme, words, menu))
        foot.addStretch(1)
        keys = QLabel(
            tr(
                "{palette} finds every command, {keys} shows all keys.",
                palette=shortcut("palette"),
                keys=shortcut("shortcuts"),
            )
        )
        keys.setProperty("role", "small")
        foot.addWidget(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(about)
        column.addLayout(ways)
        column.addLayout(foot)


def _way(sentence: str, button: QPushButton) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    words = QLabel(sentence)
    words.setWordWrap(True)
    words.setProperty("role", "soft")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(words, 1)
    column.addWidget(button)
    return card


def _choice(theme: Theme, words: str, menu: QMenu) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "link")
    button.setIcon(icon("chevron-down", theme.accent))
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon after the words

    def open_below() -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    button.clicked.connect(open_below)  # not `setMenu`: PySide would hold the menu for gone with the button
    return button
