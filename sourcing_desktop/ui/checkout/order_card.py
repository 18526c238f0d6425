"""One order before and after it is placed: goods, a note to the seller, what it costs, what became of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.checkout.order_lines import OrderLines
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

MOST_LINES = 6
LONGEST_NOTE = 200
SUM_WIDTH = 96
"""px, so that the sums of all orders stand in one column."""

SUMS = ("Goods", "Freight", "Fee", "Discount", "Total")
SELDOM = ("Fee", "Discount")
"""What is shown only where it is not zero."""

NOT_FINAL = "The freight is not final: the seller works it out later."
UNKNOWN = "No clear answer came. The program is asking the gateway and will not send it again by itself."


class OrderCard(QFrame):
    """Decides nothing. `included` tells whether the buyer wants this order."""

    included_changed = Signal()
    preview_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        loader: PictureLoader,
        group: CartGroup,
        part: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.group = group
        self.preview: OrderPreview | None = None
        """The last answer, None while it is asked for or failed."""
        self.asking = False
        self._last_total: Money | None = None
        name = group.supplier.name or group.supplier.id
        self.include = QCheckBox(f"{name} · {part}" if part else name)
        self.include.setChecked(True)
        self.include.setFont(theme.font(14, bold=True))
        self.include.setAccessibleName(f"Order from {name}")
        self.lines = OrderLines(theme, loader, group, MOST_LINES)
        self.all = QPushButton(f"Show all {len(group.lines)} lines")
        self.all.setProperty("kind", "link")
        self.all.setAutoDefault(False)
        self.note = QLineEdit()
        self.note.setPlaceholderText("Note to the seller, such as “no invoice in the parcel”")
        self.note.setAccessibleName(f"Note to {name}")
        self.note.setMaxLength(LONGEST_NOTE)
        self._takes_note = group.platform is Platform.ALIBABA
        """Taobao's orders carry none (contract TO1)."""
        self.banner = Banner(theme)
        self.banner.retry.setAutoDefault(False)
        self.age = _label("soft")
        self.again = QPushButton("Ask again")
        self.again.setProperty("kind", "link")
        self.again.setAutoDefault(False)
        self.terms = _label("soft")
        self.difference = _label("warning")
        self.outcome = _label("heading")
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sums = {part: QLabel() for part in SUMS}
        self._lay_out(theme)
        self.include.toggled.connect(self._included)
        self.all.clicked.connect(self._show_all)
        self.again.clicked.connect(self.preview_requested)
        self.show_asking()

    @property
    def included(self) -> bool:
        return self.include.isChecked()

    @property
    def name(self) -> str:
        return self.include.text()

    def show_asking(self) -> None:
        """The preview is on its way."""
        if self.preview is not None:
            self._last_total = self.preview.total
        self.preview = None
        self.asking = True
        self.banner.hide()
        self.again.hide()
        self.age.setText("Asking for freight and total…")
        self._show_sums(None)

    def show_preview(self, preview: OrderPreview, now: datetime) -> None:
        """What the order would cost, how sure that is and how it differs from before, and what speaks against
        it."""
        self.preview = preview
        self.asking = False
        self.lines.show_reasons(preview.refusals)
        self._show_sums(preview)
        self._show_terms(preview)
        self._show_difference(preview)
        self.again.show()
        self.tick(now)
        if not preview.orderable:
            sentence = preview.refusal or "The seller does not sell the marked goods like this."
            self.banner.say(f"{sentence} This order is left out; change it in the cart.")
            self.include.setChecked(False)
        elif not self.include.isEnabled():
            self.include.setChecked(True)  # it was left out by the last answer, not by the buyer
        self.include.setEnabled(preview.orderable)

    def show_failed(self, sentence: str) -> None:
        """The preview could not be had."""
        self.asking = False
        self.age.clear()
        self.banner.say(sentence, self.preview_requested.emit)

    def tick(self, now: datetime) -> None:
        """Say how old the preview is."""
        if self.preview is not None:
            self.age.setText(f"Previewed {formats.ago(now - self.preview.asked_at)}")

    def show_sending(self) -> None:
        """The order was confirmed; nothing about it can be changed any more."""
        self.include.setEnabled(False)
        self.note.setEnabled(False)
        self.age.hide()
        self.again.hide()
        self.difference.hide()
        self.note.setVisible(self._takes_note and bool(self.note.text().strip()))
        self._say_outcome("Sending…", "soft")

    def show_intent(self, intent: Intent) -> None:
        """What became of the order so far."""
        if intent.state is IntentState.DONE:
            ids = ", ".join(intent.order_ids)
            self._say_outcome(f"Ordered. Order {ids}. {intent.explanation}".strip(), "success")
        elif intent.state is IntentState.REJECTED:
            self._say_outcome(f"Not ordered: {intent.explanation}", "danger")
        elif intent.state is IntentState.UNKNOWN:
            self._say_outcome(UNKNOWN, "warning")
        elif intent.state is IntentState.ABSENT:
            self._say_outcome(f"{intent.explanation} Send it again or give it up in Orders.", "warning")

    def show_trouble(self, sentence: str) -> None:
        """Something went wrong around the order that its state does not say."""
        self.banner.say(sentence)

    def show_not_ordered(self, sentence: str) -> None:
        """Nothing was sent."""
        self._say_outcome(f"Not ordered: {sentence}", "danger")

    def _say_outcome(self, text: str, role: str) -> None:
        _say(self.outcome, text, role)

    def _show_sums(self, preview: OrderPreview | None) -> None:
        self.sums["Goods"].setText(formats.money(preview.goods if preview else self.group.total))
        self.sums["Freight"].setText(formats.money(preview.freight if preview else None))
        self.sums["Total"].setText(formats.money(preview.total if preview else None))
        seldom = (preview.fee, -preview.discount) if preview else (None, None)
        for part, amount in zip(SELDOM, seldom, strict=True):
            self.sums[part].setText(formats.money(amount))
            for label in (part, f"{part} label"):
                self.sums[label].setVisible(bool(amount))

    def _show_terms(self, preview: OrderPreview) -> None:
        """How 1688 would trade the order: the buyer confirms that too."""
        trade = preview.trade_type
        known = (("trade type", trade), ("flow", preview.flow))
        self.terms.setToolTip(", ".join(f"{name} {code}" for name, code in known if code))
        paid = f"Paid with {formats.TRADE_NAMES.get(trade, trade)}." if trade else ""
        _say(self.terms, paid, "warning" if preview.on_credit else "soft")

    def _show_difference(self, preview: OrderPreview) -> None:
        found = [] if preview.freight_is_final else [NOT_FINAL]
        if preview.goods != self.group.total:
            found.append(f"The goods cost {_apart(preview.goods, self.group.total)} than in your cart.")
        if self._last_total is not None and self._last_total != preview.total:
            found.append(f"The total is {_apart(preview.total, self._last_total)} than a moment ago.")
        self.difference.setText(" ".join(found))
        self.difference.setVisible(bool(found))

    def _included(self, included: bool) -> None:
        self.note.setEnabled(included)
        self.included_changed.emit()

    def _show_all(self) -> None:
        self.all.hide()
        self.lines.show_all()

    def _lay_out(self, theme: Theme) -> None:
        platform = QLabel(formats.PLATFORM_NAMES[self.group.platform])
        platform.setProperty("role", "platform")
        head = QHBoxLayout()
        head.addWidget(self.include)
        head.addWidget(platform, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(QLabel(formats.pieces(self.group.pieces)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(1, SUM_WIDTH)
        for row, part in enumerate(SUMS):
            label, amount = QLabel(part), self.sums[part]
            label.setProperty("role", "heading" if part == "Total" else "soft")
            if part == "Total":
                amount.setFont(theme.font(14, bold=True))
            amount.setAccessibleName(part)
            grid.addWidget(label, row, 0)
            grid.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)
            self.sums[f"{part} label"] = label
        asked = QHBoxLayout()
        asked.addWidget(self.age)
        asked.addWidget(self.again)
        asked.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.note)
        left.addLayout(asked)
        left.addWidget(self.terms)
        left.addWidget(self.difference)
        left.addWidget(self.outcome)
        left.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(32)
        below.addLayout(left, 1)
        below.addLayout(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.banner)
        column.addLayout(below)
        self.all.setVisible(len(self.group.lines) > MOST_LINES)
        self.note.setVisible(self._takes_note)
        self.terms.hide()
        self.difference.hide()
        self.outcome.hide()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(role != "soft")
    return label


def _say(label: QLabel, text: str, role: str) -> None:
    """Show a text in the colour of its role, or hide the label when there is none."""
    label.setText(text)
    label.setProperty("role", role)
    label.style().polish(label)
    label.setVisible(bool(text))


def _apart(now: Money, before: Money) -> str:
    """`¥12.00 more`."""
    return f"{formats.money(now - before)} more" if now > before else f"{formats.money(before - now)} less"
