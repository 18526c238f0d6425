"""The foot of the cart: what is chosen comes to, what stands in the way, and the button to the orders."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_state import CartState
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Obstacle(QLabel):
    """Why nothing can be ordered; `pressed` where it can lead to the place."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self.setWordWrap(True)

    def say(self, sentence: str, leads: bool) -> None:
        """Show a sentence, nothing for an empty one; `leads` lets it be pressed."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr("Show the first of them") if leads else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSES:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class CartFoot(QFrame):
    """Sums without freight; only a preview knows the freight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.total = QLabel()
        self.total.setProperty("role", "title")
        self.counts = QLabel()
        self.counts.setProperty("role", "soft")
        self.counts.setWordWrap(True)
        self.obstacle = Obstacle()
        self.checkout = QPushButton()
        self.checkout.setProperty("kind", "primary")
        self.checkout.setIcon(icon("orders", theme.on_accent, theme.text_soft))
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.total)
        sums.addWidget(self.counts)
        row = QHBoxLayout()
        row.addLayout(sums, 1)
        row.addWidget(self.checkout, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.obstacle)
        column.addLayout(row)

    def show_sums(self, cart: CartState) -> None:
        """What is chosen now."""
        sellers, obstacle = len(cart.chosen), cart.obstacle
        weight = formats.weight(cart.weight_g) if cart.weight_g is not None else ""
        parts = (formats.pieces(cart.pieces), weight, tr("without freight"))
        self.total.setText(formats.money(cart.total))
        self.counts.setText(" · ".join(filter(None, parts)))
        self.checkout.setText(trn("Check out {count} seller", "Check out {count} sellers", sellers))
        self.checkout.setEnabled(not obstacle)
        self.checkout.setToolTip(obstacle or tr("See freight and totals; nothing is ordered yet"))
        self.obstacle.say(obstacle, bool(cart.first_blocked))
