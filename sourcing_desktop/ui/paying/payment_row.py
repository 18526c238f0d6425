"""One order to pay: its number, seller and total, and what became of its payment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton

from sourcing_desktop.domain.intent import IntentState, PaymentIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.elided_label import ElidedLabel
from sourcing_desktop.ui.orders.orders_model import goods, number_of, order_named
from sourcing_desktop.ui.paying.payment_words import outcome
from sourcing_desktop.ui.theme import Theme


class PaymentRow(QFrame):
    """Decides nothing. `page_requested` asks for the platform's page where the account was refused;
    `open_requested` brings the address of a page that is to be opened (again)."""

    page_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, theme: Theme, order: Order) -> None:
        super().__init__()
        self.order = order
        self.url = ""
        """Where the order is paid in the browser, once the gateway has said it."""
        number = QLabel(number_of(order))
        number.setFont(theme.font(13, bold=True))
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        amount = QLabel(formats.money(order.total))
        amount.setFont(theme.font(13, bold=True))
        whose = [order.seller_name or order.seller_id, goods(order)]
        seller = ElidedLabel(" · ".join(filter(None, whose)))
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QPushButton(tr("Open pay page"))
        self.copy = QPushButton(tr("Copy link"))
        self.page = QPushButton(
            tr("Pay on {platform}'s page", platform=formats.PLATFORM_NAMES[order.platform])
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.page, self.open, self.copy):
            button.setAutoDefault(False)
            button.setAccessibleDescription(order_named(order))
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(number, 0, 0)
        grid.addWidget(amount, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(seller, 1, 0, 1, 2)
        grid.addWidget(self.outcome, 2, 0, 1, 2)
        grid.addLayout(buttons, 3, 0, 1, 2)
        self.outcome.hide()
        self.setAccessibleName(", ".join((order_named(order), seller.text(), amount.text())))
        self.page.clicked.connect(self.page_requested)
        self.open.clicked.connect(lambda: self.open_requested.emit(self.url))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.url))

    def show_waiting(self) -> None:
        """The payment is the buyer's will and was not sent yet."""
        self.page.hide()
        self.say(tr("Waiting…"), "soft")

    def show_intent(self, intent: PaymentIntent) -> None:
        """What became of the payment so far. Where the account may not pay by itself, the page is offered."""
        self.say(*outcome(intent))
        wanting = intent.state in (IntentState.REJECTED, IntentState.ABSENT, IntentState.HANDED_OVER)
        by_account = intent.draft.way is PayWay.ACCOUNT and self.order.platform is Platform.ALIBABA
        self.page.setVisible(wanting and by_account)

    def show_not_paid(self, sentence: str) -> None:
        """Nothing was sent."""
        self.say(tr("Not paid: {why}", why=sentence), "danger")

    def show_page(self, url: str) -> None:
        """The order can be paid there."""
        self.url = url
        self.open.show()
        self.copy.show()

    def say(self, text: str, role: str) -> None:
        """A sentence in the colour of its role."""
        self.outcome.setText(text)
        self.outcome.setProperty("role", role)
        self.outcome.style().polish(self.outcome)
        self.outcome.show()
