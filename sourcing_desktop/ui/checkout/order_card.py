"""One order before and after it is placed: goods, a note to the seller, what it costs, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.domain.second_look import Enquiry, line_changes
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.checkout import sentences
from sourcing_desktop.ui.checkout.differences import Differences
from sourcing_desktop.ui.checkout.labels import label, link, say
from sourcing_desktop.ui.checkout.order_lines import OrderLines
from sourcing_desktop.ui.checkout.order_sums import OrderSums
from sourcing_desktop.ui.checkout.order_terms import OrderTerms
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.previewing import Answer


class OrderCard(QFrame):
    """Decides nothing. `included` tells whether the buyer wants this order; `agreed` whether they have seen
    what they must see. Parts that few orders need are made when they are needed: there may be fifty cards."""

    included_changed = Signal()
    preview_requested = Signal()
    note_edited = Signal(str)
    leave_out_requested = Signal(tuple)
    """Keys of the cart lines that cannot be bought."""

    def __init__(
        self,
        theme: Theme,
        loader: PictureLoader,
        group: CartGroup,
        part: int = 1,
        parts: int = 1,
        most_lines: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.group = group
        self.part = part
        self.asking: Enquiry | None = None
        """What the gateway is being asked."""
        self.answer: Answer | None = None
        """The last answer, None while it is asked for, failed, or was never asked."""
        seller = group.supplier.name or group.supplier.id
        self.include = QCheckBox(
            tr("{seller} · order {part} of {parts}", seller=seller, part=part, parts=parts)
            if parts > 1
            else seller
        )
        self.include.setChecked(True)
        self.include.setFont(theme.font(14, bold=True))
        self.include.setAccessibleName(tr("Order from {seller}", seller=seller))
        self.weight = label("soft")
        self.split = label("soft", sentences.split(parts) if parts > 1 else "")
        self.lines = OrderLines(theme, loader, group, most_lines)
        self.all = link("")
        self.terms = OrderTerms(group)
        self.note, self.age, self.again = self.terms.note, self.terms.age, self.terms.again
        self.banner = Banner(theme)
        self.banner.retry.setAutoDefault(False)
        self.differences = Differences(theme, self.banner.retry)
        self.outcome = label("heading")
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sums = OrderSums(theme)
        self._lay_out()
        self.include.toggled.connect(self._included)
        self.all.clicked.connect(self._show_all)
        self.again.clicked.connect(self.preview_requested)
        self.note.textEdited.connect(self.note_edited)
        self.differences.ticked.connect(self.included_changed)
        self.terms.address_chosen.connect(self.preview_requested)
        self._show_group()
        self.show_stopped()

    @property
    def included(self) -> bool:
        return self.include.isChecked()

    @property
    def agreed(self) -> bool:
        return self.differences.agreed

    @property
    def preview(self) -> OrderPreview | None:
        return self.answer.preview if self.answer is not None else None

    @property
    def name(self) -> str:
        return self.include.text()

    @property
    def trade_type(self) -> str:
        """How the order is to be traded; empty where the platform does not ask."""
        return self.terms.trade_type

    def enquiry(self, usual: Address | None) -> Enquiry | None:
        """What has to be asked, where orders usually go to that address; None without address or goods."""
        address = self.terms.address or usual
        return Enquiry(self.group, address, self.part) if address is not None and self.group.lines else None

    def show_entries(self, entries: Sequence[AddressEntry]) -> None:
        """Offer these addresses for this order alone."""
        self.terms.show_entries(entries)

    def show_unavailable(self, count: int) -> None:
        """So many lines of the seller are in the cart and in no order."""
        if said := sentences.unavailable(count):
            self.split.setWordWrap(True)
            say(self.split, " ".join(filter(None, (self.split.text(), said))), "warning")

    def show_note(self, text: str) -> None:
        """Another order of the same seller was given this note: it is for all of them."""
        self.note.setText(text)

    def show_asking(self, enquiry: Enquiry) -> None:
        """The preview is on its way."""
        self._clear(tr("Asking for freight and total…"))
        self.asking = enquiry
        self.again.hide()

    def show_stopped(self) -> None:
        """Nobody asks any more, or has asked yet."""
        self._clear(tr("Not asked for freight and total.") if self.group.lines else "")
        self.again.setVisible(bool(self.group.lines))

    def show_failed(self, sentence: str) -> None:
        """The preview could not be had."""
        self._clear("")
        self.again.hide()
        self.banner.say(sentence, self.preview_requested.emit)

    def show_answer(self, answer: Answer, now: datetime) -> None:
        """What the order would cost, how sure that is and how it differs from before, and what speaks against
        it."""
        preview = answer.preview
        self.asking, self.answer = None, answer
        self.group = answer.enquiry.group
        self.banner.hide()
        at_lines = line_changes(answer.enquiry, preview)
        said = {sku_id: sentences.change(each, now) for sku_id, each in at_lines.items()}
        self.lines.show_remarks(preview.refusals, said)
        self.all.setVisible(self.lines.hides_some)
        self.sums.show_sums(self.group.total, preview)
        self.terms.show_preview(preview)
        self.differences.show_answer(answer, now)
        self.again.show()
        self.tick(now)
        if not preview.orderable:
            self._say_refused(preview)
        elif not self.include.isEnabled():
            self.include.setChecked(True)  # it was left out by the last answer, not by the buyer
        self.include.setEnabled(preview.orderable)

    def show_without(self, keys: Sequence[str]) -> None:
        """These lines are not ordered now."""
        self.group = replace(
            self.group, lines=tuple(line for line in self.group.lines if line.key not in keys)
        )
        self._show_group()
        self.show_stopped()
        if not self.group.lines:
            self.include.setChecked(False)
            self.include.setEnabled(False)
            self.say_outcome(tr("All its goods are kept for later."), "soft")

    def tick(self, now: datetime) -> None:
        """Say how old the preview is."""
        if self.preview is not None:
            text = tr("Previewed {ago}", ago=formats.ago(now - self.preview.asked_at))
            if text != self.age.text():
                self.age.setText(text)

    def show_sending(self) -> None:
        """The order was confirmed; nothing about it can be changed any more."""
        self._freeze()
        self.lines.hide()
        self.all.setText(tr("Show the goods"))
        self.all.show()
        self.say_outcome(tr("Writing down…"), "soft")

    def show_left_out(self) -> None:
        """Others were confirmed, this one was not."""
        self._freeze()
        for part in (self.lines, self.all, self.banner, self.split):
            part.hide()
        self.say_outcome(tr("Left out. Its goods stay in your cart."), "soft")

    def show_intent(self, intent: OrderIntent) -> None:
        """What became of the order so far."""
        self.say_outcome(*sentences.outcome(intent))

    def show_trouble(self, sentence: str) -> None:
        """Something went wrong around the order that its state does not say."""
        self.banner.say(sentence)

    def show_not_ordered(self, sentence: str) -> None:
        """Nothing was sent."""
        self.say_outcome(sentences.not_ordered(sentence), "danger")

    def say_outcome(self, text: str, role: str) -> None:
        say(self.outcome, text, role)

    def _clear(self, age: str) -> None:
        """Without an answer there is nothing to agree to."""
        self.asking = self.answer = None
        self.banner.hide()
        self.differences.clear()
        self.age.setText(age)
        self.sums.show_sums(self.group.total, None)

    def _freeze(self) -> None:
        self.include.setEnabled(False)
        self.terms.freeze()
        self.differences.hide()

    def _say_refused(self, preview: OrderPreview) -> None:
        marked = tuple(line.key for line in self.group.lines if line.sku.id in preview.refusals)
        sentence = sentences.refusal(preview, len(marked), len(self.group.lines))
        if marked:
            leave = sentences.leave_out(len(marked))
            self.banner.say(sentence, lambda: self.leave_out_requested.emit(marked), leave)
        else:
            left_out = tr("This order is left out; change it in the cart.")
            self.banner.say(f"{sentence} {left_out}")
        self.include.setChecked(False)

    def _show_group(self) -> None:
        self.lines.show_group(self.group)
        pieces = formats.pieces(self.group.pieces)
        weight = formats.weight(self.group.weight_g) if self.group.weight_g else ""
        self.weight.setText(" · ".join(filter(None, (pieces, weight))))
        count = len(self.group.lines)
        self.all.setText(tr("Show all {count} lines", count=count) if count > 1 else tr("Show the goods"))
        self.all.setVisible(self.lines.hides_some)

    def _included(self, included: bool) -> None:
        self.note.setEnabled(included)
        self.included_changed.emit()

    def _show_all(self) -> None:
        self.all.hide()
        self.lines.show()
        self.lines.show_all()

    def _lay_out(self) -> None:
        platform = label("platform", formats.PLATFORM_NAMES[self.group.platform])
        head = QHBoxLayout()
        head.addWidget(self.include)
        head.addWidget(platform, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.weight)
        below = QHBoxLayout()
        below.setSpacing(32)
        below.addLayout(self.terms, 1)
        below.addLayout(self.sums)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.split, self.outcome, self.banner):
            column.addWidget(part)
        column.addLayout(self.differences)
        column.addWidget(self.lines)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        self.split.setVisible(bool(self.split.text()))
        self.outcome.hide()
