"""The cart dock's content: sellers and their lines, what they come to, and the way to the orders."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_model import GOODS, CartModel
from sourcing_desktop.ui.cart.cart_tree import CartTree
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.theme import Theme

HINT = "Your cart is empty. Open an offer, type quantities at its SKUs and choose “Add to cart”."


class CartPage(QWidget):
    """Shows the cart. `checkout_requested` is the buyer's wish; once the gateway has every quantity typed,
    `checkout_ready` carries a CartGroup for each chosen seller."""

    checkout_requested = Signal()
    checkout_ready = Signal(tuple)
    offer_requested = Signal(object)
    remove_requested = Signal(tuple)
    refresh_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(380)
        self.theme, self.loader = theme, loader
        self.model = CartModel(self)
        self.tree = CartTree(theme, loader, self.model)
        self.banner = Banner(theme)
        self.hint = Message(theme, "cart", HINT)
        self.loading = Message(theme, "cart", "Reading your cart…")
        self.failed = Message(theme, "warning", "", button="Retry")
        self.note = QLabel()
        self.note.setProperty("role", "soft")
        self.refresh = QToolButton()
        self.refresh.setIcon(icon("refresh", theme.text))
        self.refresh.setToolTip("Read the cart again (F5)")
        self.refresh.setAccessibleName("Read the cart again")
        self._empty: QWidget = self.hint
        self.total = QLabel()
        self.total.setProperty("role", "title")
        self.counts = QLabel()
        self.counts.setProperty("role", "soft")
        self.obstacle = QLabel()
        self.obstacle.setProperty("role", "warning")
        self.obstacle.setWordWrap(True)
        self.checkout = QPushButton()
        self.checkout.setProperty("kind", "primary")
        self.checkout.setIcon(icon("orders", theme.on_accent, theme.text_soft))
        self.stack = QStackedWidget()
        for widget in (self.hint, self.loading, self.failed, self.tree):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        self.foot = self._foot()
        column.addWidget(self.foot)

        self.model.changed.connect(self._changed)
        self.tree.remove_requested.connect(self.remove_requested)
        self.tree.offer_requested.connect(self.offer_requested)
        self.refresh.clicked.connect(self.refresh_requested)
        self.failed.pressed.connect(self.refresh_requested)
        self.checkout.clicked.connect(self._check_out)
        self._changed()

    def sizeHint(self) -> QSize:
        return QSize(440, 640)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on. A focus proxy would keep Tab from the widgets above the list."""
        target = self.tree if self.stack.currentWidget() is self.tree else self.refresh
        target.setFocus(event.reason())

    def show_loading(self) -> None:
        """The cart is being read. What is there stays usable."""
        self._reading(True)
        self._empty = self.loading
        self._changed()

    def show_read(self) -> None:
        """The cart was read; the model has it."""
        self._reading(False)
        self._empty = self.hint
        self._changed()

    def show_failed(self, sentence: str) -> None:
        """The cart, or a platform's part of it, could not be read."""
        self._reading(False)
        self._empty = self.failed
        self.failed.text.setText(sentence)
        if self.model.rowCount():
            self.banner.say(sentence, self.refresh_requested.emit)
        self._changed()

    def _reading(self, reading: bool) -> None:
        self.banner.hide()
        self.refresh.setEnabled(not reading)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self.note, 1)
        row.addWidget(self.refresh)
        return row

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.total)
        sums.addWidget(self.counts)
        row = QHBoxLayout()
        row.addLayout(sums, 1)
        row.addWidget(self.checkout, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.obstacle)
        column.addLayout(row)
        return foot

    def _changed(self) -> None:
        cart = self.model.cart
        sellers = len(cart.chosen)
        full = bool(self.model.rowCount())
        self.stack.setCurrentWidget(self.tree if full else self._empty)
        if full and not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, GOODS))
        lines = sum(len(seller.lines) for seller in cart.sellers)
        if not self.refresh.isEnabled():
            self.note.setText("Reading the cart…" if full else "")
        else:
            self.note.setText(f"{len(cart.sellers)} sellers · {lines} lines" if full else "")
        self.foot.setVisible(full)
        self.total.setText(formats.money(cart.total))
        self.counts.setText(f"{formats.pieces(cart.pieces)} · without freight")
        self.checkout.setText(f"Check out {sellers} {'seller' if sellers == 1 else 'sellers'}")
        self.checkout.setEnabled(not cart.obstacle)
        self.obstacle.setText(cart.obstacle)
        self.obstacle.setVisible(bool(cart.obstacle))
        self.checkout.setToolTip(cart.obstacle or "See freight and totals; nothing is ordered yet")

    def _check_out(self) -> None:
        if not self.model.cart.obstacle:
            self.checkout_requested.emit()
