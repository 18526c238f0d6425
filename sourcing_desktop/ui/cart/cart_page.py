"""The cart dock's content: sellers and their lines, what they come to, and the way to the orders."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.cart import LONGEST_NOTE, LONGEST_PRIVATE_NOTE
from sourcing_desktop.language import tr, trn
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_foot import CartFoot
from sourcing_desktop.ui.cart.cart_model import CHECKS, GOODS, CartModel
from sourcing_desktop.ui.cart.cart_tree import CartTree
from sourcing_desktop.ui.cart.note_editor import NoteEditor
from sourcing_desktop.ui.cart.row_states import Choice, LineState, SellerState
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.intake.given import GivenLists
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.theme import Theme

HINT = tr(
    "Your cart is empty. Open an offer, type quantities at its SKUs and choose “Add to cart”. "
    "Or paste or drop a list here: links, ids, an Excel sheet."
)


class CartPage(QWidget):
    """Shows the cart. `checkout_requested` is the buyer's wish; once the gateway has every quantity typed,
    `checkout_ready` carries a CartGroup for each chosen seller. What is wanted of lines comes from
    `tree.commands`; notes come by the key of their line or seller."""

    checkout_requested = Signal()
    checkout_ready = Signal(tuple)
    offer_requested = Signal(object)
    refresh_requested = Signal()
    list_given = Signal(object)
    undo_requested = Signal()
    note_written = Signal(str, str)
    seller_note_written = Signal(str, str)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(380)
        self.theme, self.loader = theme, loader
        self.model = CartModel(self)
        self.tree = CartTree(theme, loader, self.model)
        self.banner = Banner(theme)
        self.hint = Message(theme, "cart", HINT)
        self.loading = Message(theme, "cart", tr("Reading your cart…"))
        self.failed = Message(theme, "warning", "", button=tr("Retry"))
        self.all = QCheckBox()
        self.all.setTristate(True)
        self.all.setAccessibleName(tr("Order everything"))
        self.all.setToolTip(tr("Order everything, or nothing"))
        self.note = QLabel()
        self.note.setProperty("role", "soft")
        self.refresh = QToolButton()
        self.refresh.setIcon(icon("refresh", theme.text))
        self.refresh.setToolTip(tr("Read the cart again (F5)"))
        self.refresh.setAccessibleName(tr("Read the cart again"))
        self.undo = QToolButton()
        self.undo.setDefaultAction(self._undo_action())
        self.note_editor = NoteEditor()
        self.foot = CartFoot(theme)
        self.checkout = self.foot.checkout
        self._empty: QWidget = self.hint
        self._failure = self._said = ""
        self._noted: LineState | SellerState | None = None
        self.stack = QStackedWidget()
        for widget in (self.hint, self.loading, self.failed, self.tree):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.note_editor)
        column.addWidget(self.foot)
        self._connect()
        self._changed()

    def _connect(self) -> None:
        self.addAction(self.undo.defaultAction())
        self.undo.defaultAction().triggered.connect(self.undo_requested)
        GivenLists(self).given.connect(self.list_given)
        self.model.changed.connect(self._changed)
        self.tree.commands.offer_requested.connect(self.offer_requested)
        self.tree.commands.note_requested.connect(self._open_note)
        self.note_editor.written.connect(self._write_note)
        self.note_editor.left.connect(self.tree.setFocus)
        self.all.clicked.connect(self._choose_all)
        self.refresh.clicked.connect(self.refresh_requested)
        self.failed.pressed.connect(self.refresh_requested)
        self.checkout.clicked.connect(self._check_out)
        self.foot.obstacle.pressed.connect(lambda: self.tree.show_line(self.model.cart.first_blocked))

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
        self._failure = sentence
        self._empty = self.failed
        self.failed.text.setText(sentence)
        self._changed()

    def finish_typing(self) -> None:
        """Take over a quantity or a note that is being written."""
        self.tree.finish_typing()
        self.note_editor.finish()

    def _reading(self, reading: bool) -> None:
        self._failure = self._said = ""
        self.banner.hide()
        self.refresh.setEnabled(not reading)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(9, 4, 8, 4)  # the boxes stand in the column of those of the rows
        row.addWidget(self.all)
        row.addWidget(self.note, 1)
        row.addWidget(self.undo)
        row.addWidget(self.refresh)
        return row

    def _undo_action(self) -> QAction:
        name = tr("Take back the last change of the cart")
        action = QAction(icon("undo", self.theme.text), name, self)
        action.setShortcut(QKeySequence.StandardKey.Undo)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{name} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        return action

    def _changed(self) -> None:
        cart = self.model.cart
        full = bool(self.model.rowCount())
        self.stack.setCurrentWidget(self.tree if full else self._empty)
        if full and not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, GOODS))
        self.note.setText(tr("Reading the cart…") if full and not self.refresh.isEnabled() else "")
        self.all.setVisible(full)
        self.all.setEnabled(cart.choice is not Choice.IMPOSSIBLE)
        self.all.setCheckState(CHECKS.get(cart.choice, Qt.CheckState.Unchecked))
        self.all.setText(f"{formats.sellers(len(cart.sellers))} · {formats.lines(cart.count)}")
        self.foot.setVisible(full)
        self.foot.show_sums(cart)
        self._say_trouble()

    def _say_trouble(self) -> None:
        """One banner for all that is not as it should be between this cart and the gateway's."""
        cart = self.model.cart
        sentence = self._failure or cart.trouble
        kept = ""
        if cart.trouble:
            kept = trn(
                "{count} change here is kept and told when it answers.",
                "{count} changes here are kept and told when it answers.",
                cart.untold,
            )
        text = f"{sentence} {kept}".strip() if self.model.rowCount() or kept else ""
        if text and text != self._said:
            self.banner.say(text, self.refresh_requested.emit, tr("Try now"))
        elif not text and self.banner.text.text() == self._said:
            self.banner.hide()
        self._said = text

    def _choose_all(self) -> None:
        self.model.choose_all(self.model.cart.choice is not Choice.ALL)

    def _open_note(self, state: LineState | SellerState) -> None:
        self.note_editor.finish()
        self._noted = state
        if isinstance(state, LineState):
            about, note, longest = tr("Your own note"), state.line.note, LONGEST_PRIVATE_NOTE
        else:
            about, note, longest = tr("Note to {seller}", seller=state.name), state.group.note, LONGEST_NOTE
        self.note_editor.open(about, note, longest)

    def _write_note(self, note: str) -> None:
        if isinstance(self._noted, LineState):
            self.note_written.emit(self._noted.line.key, note)
        elif self._noted is not None:
            self.seller_note_written.emit(self._noted.group.key, " ".join(note.split()))

    def _check_out(self) -> None:
        if not self.model.cart.obstacle:
            self.checkout_requested.emit()
