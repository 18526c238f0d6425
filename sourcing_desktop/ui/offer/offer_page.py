"""One offer in full: what it is, what it costs at which quantity, which SKUs to take, who sells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.costing import cost
from sourcing_desktop.domain.offer import Offer, OfferDetail, Sku
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.description import description_pictures
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.offer import words
from sourcing_desktop.ui.offer.attribute_table import AttributeTable
from sourcing_desktop.ui.offer.breaking_label import BreakingLabel
from sourcing_desktop.ui.offer.description_pictures import DescriptionPictures
from sourcing_desktop.ui.offer.offer_foot import OfferFoot
from sourcing_desktop.ui.offer.offer_head import OfferHead
from sourcing_desktop.ui.offer.price_history import PriceHistory
from sourcing_desktop.ui.offer.price_steps import PriceSteps
from sourcing_desktop.ui.offer.related_strip import RelatedStrip
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from sourcing_desktop.ui.offer.supplier_card import SupplierCard
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from sourcing_desktop.domain.exchange import Rate

HINT = tr("Choose an offer in the grid with Enter or a double click.")


class OfferPage(QWidget):
    """Shows one offer. `add_requested` asks for the quantities typed in `skus` to go into the cart."""

    add_requested = Signal()
    similar_requested = Signal(str)
    shop_requested = Signal()
    chat_requested = Signal()
    page_requested = Signal()
    related_opened = Signal(object)
    related_opened_apart = Signal(object)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(380)
        self.detail: OfferDetail | None = None
        self._adding = False
        self._rate: Rate | None = None
        self.banner, self.kept = Banner(theme), Banner(theme)
        self.head = OfferHead(theme, loader)
        self.gallery, self.title, self.price = self.head.gallery, self.head.title, self.head.price
        self.similar = QPushButton(tr("Find similar"))
        self.similar.setIcon(icon("similar", theme.text))
        self.open_page = QPushButton(tr("Open page"))
        self.open_page.setIcon(icon("external", theme.text))
        self.prices = PriceSteps(theme)
        self.rules = BreakingLabel("soft")
        self.skus = SkuPicker(theme, loader)
        self.supplier = SupplierCard(theme)
        self.history = PriceHistory(theme)
        self.details = _heading(tr("Details"))
        self.attributes = AttributeTable(theme)
        self.measured = BreakingLabel()
        self.related = RelatedStrip(theme, loader)
        self.described = _heading(tr("Description"))
        self.description = DescriptionPictures(theme, loader)
        self.foot = OfferFoot(theme)
        self.add = self.foot.add
        self.hint = Message(theme, "offer", HINT)
        self._area, self._inside = QScrollArea(), QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(440, 640)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the SKUs, once they are there."""
        if self.skus.table.isVisible():
            self.skus.take_keyboard()

    # What is shown

    def show_hint(self) -> None:
        """No offer is open."""
        self._show_words(HINT)

    def show_reading(self) -> None:
        """An offer is on its way of which nothing is known yet."""
        self._show_words(tr("Reading the offer…"))

    def show_offer(self, offer: Offer) -> None:
        """Show at once what the card knew, while the detail is on its way."""
        self._keep_keyboard()
        self.detail = None
        self.head.show_offer(offer)
        self.gallery.show_pictures([offer.picture] if offer.picture else [])
        self.head.unit.hide()
        self.prices.show_tiers((), 0)
        self.rules.setText(tr("Reading the offer…"))
        self.rules.show()
        self.skus.show_offer(None)
        self._hide(self.supplier, self.details, self.attributes, self.described, self.description)
        self._hide(self.banner, self.kept, self.history, self.foot, self.measured)
        self.related.show_offers(())
        self.open_page.setEnabled(False)
        self.scroll_to(0)
        self._stack.setCurrentWidget(self._area)

    def show_detail(self, detail: OfferDetail) -> None:
        """Show everything."""
        self.detail = detail
        self.banner.hide()
        self.head.show_offer(detail.offer)
        pictures = detail.pictures or ((detail.offer.picture,) if detail.offer.picture else ())
        self.gallery.show_pictures(pictures, words.sku_pictures(detail))
        self.head.show_unit(detail.unit.shown)
        self.rules.setText(words.rules(detail))
        self.rules.setVisible(bool(self.rules.text()))
        self.skus.show_offer(detail)
        self.supplier.show_seller(detail)
        self._show_facts(detail)
        self.description.show_pictures(description_pictures(detail.description_html))
        self.described.setVisible(bool(self.description.urls))
        self.open_page.setEnabled(bool(detail.ref.page))
        self.open_page.setToolTip(detail.ref.page or words.page_problem(detail.ref))
        self.foot.show()
        self._stack.setCurrentWidget(self._area)
        self._recount()
        self._order_tabs()
        if self.hasFocus() and self.skus.table.isVisible():
            place = self.scroll
            self.skus.take_keyboard()
            self.scroll_to(place)  # the SKUs come into sight when something is typed there

    def show_related(self, offers: Sequence[Offer]) -> None:
        self.related.show_offers(offers)
        self._order_tabs()

    def show_failed(self, sentence: str, retry: Callable[[], object]) -> None:
        """The detail could not be read."""
        self.rules.clear()
        self.hint.text.setText(HINT)
        self.banner.say(sentence, retry)

    def show_kept(self, kept_at: datetime | None, retry: Callable[[], object]) -> None:
        """What is shown is not what the gateway says now, but what it said then."""
        self.kept.hide()
        if kept_at is not None:
            self.kept.say(words.kept(kept_at), retry)

    def show_adding(self, adding: bool) -> None:
        """What was chosen is on its way into the cart."""
        self._adding = adding
        self.foot.show_adding(adding)
        if adding:
            self.banner.hide()
        self._recount()

    def show_rate(self, rate: Rate | None) -> None:
        """Say about what things cost in the buyer's currency, or no more."""
        self._rate = rate
        self._recount()

    # What is kept while another offer is shown

    def typed(self) -> dict[str, str]:
        """What was typed, by SKU id, also what is no number."""
        self.skus.finish_typing()
        return self.skus.texts()

    def type_again(self, typed: Mapping[str, str]) -> None:
        """Put back what was typed, and nothing else."""
        self.skus.restore(typed)

    @property
    def scroll(self) -> int:
        """How far down the offer is looked at, in px."""
        return self._area.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        if place:
            self._inside.adjustSize()  # at once, as high as it will be: the bar goes as far
        self._area.verticalScrollBar().setValue(place)

    def _hide(self, *parts: QWidget) -> None:
        for part in parts:
            part.hide()

    # How the parts work together

    def _recount(self) -> None:
        """Prices, costs and problems for the quantities typed so far."""
        detail = self.detail
        if detail is None:
            return
        costs = cost(detail, self.skus.quantities())
        tiers = detail.prices.tiers
        self.prices.show_tiers(tiers if detail.prices.by_quantity else (), costs.pieces)
        self.price.setText(words.price(detail, costs.pieces))
        self.foot.show_cost(costs, tiers[0].start if tiers else 1, self._rate)
        self.foot.show_faults(self._faults(detail))
        self.foot.show_way(to_cart=detail.obstacle is None)
        blocked = bool(self.skus.faults()) or detail.obstacle is not None
        self._let_add(bool(costs.pieces) and not blocked)

    def _faults(self, detail: OfferDetail) -> list[str]:
        """Everything wrong with what is typed, one sentence each."""
        if detail.obstacle is not None:
            return [formats.obstacle(detail.obstacle)]
        faults = list(self.skus.faults())
        quantities = self.skus.quantities().values()
        short = detail.rules.offer_problem(quantities, mixing=False) if quantities else None
        if short is not None and not faults:
            faults.append(formats.problem(short))
            if (mixed := detail.supplier.mixed_batch) is not None:
                limits = formats.mixed_limits(mixed)
                faults.append(tr("This shop mixes from {limits}.", limits=limits))
        return faults

    def _sku_chosen(self, sku: Sku) -> None:
        if sku.picture:
            self.gallery.show_large(sku.picture)
        self.measured.setText(words.sku_measures(sku))
        self.measured.setVisible(bool(self.measured.text()))

    def _show_facts(self, detail: OfferDetail) -> None:
        facts = words.measures(detail)
        if detail.ships_from:
            facts.insert(0, (tr("Ships from"), detail.ships_from))
        self.attributes.show_rows(detail.attributes, facts)
        self.details.setVisible(bool(facts or detail.attributes))
        self.measured.hide()

    def _let_add(self, possible: bool) -> None:
        """The keyboard leaves the button before it goes out, for the SKUs or what scrolls: Qt would hand it
        to whatever is next, and show that."""
        if not possible and self.add.hasFocus():
            in_sight = not self.skus.table.visibleRegion().isEmpty()
            (self.skus.table if in_sight else self._area).setFocus(Qt.FocusReason.OtherFocusReason)
        self.add.setEnabled(possible)

    def _add(self) -> None:
        self.skus.finish_typing()
        if self.add.isEnabled() and not self._adding:
            self.add_requested.emit()

    def _find_similar(self) -> None:
        if self.gallery.url:
            self.similar_requested.emit(self.gallery.url)

    # Keyboard and places

    def _show_words(self, text: str) -> None:
        self._keep_keyboard()
        self.detail = None
        self.hint.text.setText(text)
        self._hide(self.banner, self.kept, self.foot)
        self._stack.setCurrentWidget(self.hint)

    def _keep_keyboard(self) -> None:
        """Before parts of the old offer hide: what had the keyboard in this page would hand it to anybody."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.skus.table.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """As they stand, except that the button follows the SKUs. New widgets are last in the window."""
        head = (self.gallery.large, *self.gallery.small, self.head.copy_title, self.head.copy_original)
        skus = (self.skus.matrix_button, self.skus.list_button, self.skus.table, self.add)
        seller = (self.supplier.more, self.supplier.chat)
        rest = (*seller, self.attributes.more, *self.related.pictures, self.description)
        for one, next_one in pairwise((self._area, *head, self.similar, self.open_page, *skus, *rest)):
            self.setTabOrder(one, next_one)

    def _connect(self) -> None:
        self.add.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._add)
        self.add.clicked.connect(self._add)
        self.gallery.similar_wanted.connect(self.similar_requested)
        self.similar.clicked.connect(self._find_similar)
        self.supplier.more.clicked.connect(self.shop_requested)
        self.supplier.chat.clicked.connect(self.chat_requested)
        self.open_page.clicked.connect(self.page_requested)
        self.related.opened.connect(self.related_opened)
        self.related.opened_apart.connect(self.related_opened_apart)
        self.description.pressed.connect(lambda url: self.gallery.look(self.description.urls, url))
        self.description.walked.connect(lambda y: self.scroll_to(self.description.y() + y))
        self.skus.quantities_changed.connect(self._recount)
        self.skus.sku_chosen.connect(self._sku_chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        links = Flow(8)
        links.add(self.similar)
        links.add(self.open_page)
        last = (self.described, self.description)
        first: tuple[QWidget, ...] = (self.head, links, self.prices, self.rules, self.skus, self.supplier)
        for part in (*first, self.history, self.details, self.attributes, self.measured, self.related, *last):
            column.addWidget(part)
        column.addStretch(1)
        self._area.setAccessibleName(tr("Offer"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.kept)
        whole.addWidget(self.banner)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)
        self.foot.hide()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
