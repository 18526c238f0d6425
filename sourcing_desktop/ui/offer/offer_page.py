"""The offer dock's content: what it is, what it costs at which quantity, which SKUs to take, who sells it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, Platform
from sourcing_desktop.domain.pricing import price_span
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.offer.facts import AttributeTable, SupplierCard, TierRow
from sourcing_desktop.ui.offer.gallery import Gallery
from sourcing_desktop.ui.offer.related_strip import RelatedStrip
from sourcing_desktop.ui.offer.sku_table import ROW_HEIGHT, SkuModel, SkuTable
from sourcing_desktop.ui.theme import Theme

MOST_SKU_ROWS_SHOWN = 9
HINT = "Choose an offer in the grid with Enter or a double click."


class OfferPage(QWidget):
    """Shows one offer. `add_requested` asks for the quantities typed in `skus` to go into the cart."""

    add_requested = Signal()
    similar_requested = Signal(str)
    shop_requested = Signal()
    page_requested = Signal()
    related_opened = Signal(object)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(380)
        self.detail: OfferDetail | None = None
        self._adding = False
        self.banner = Banner(theme)
        self.gallery = Gallery(theme, loader)
        self.title = _text("heading")
        self.original = _text("soft")
        self.price = _text("price")
        self.unit = _text("soft")
        self.marks = _text("soft")
        self.tiers = TierRow()
        self.rules = _text("soft")
        self.skus = SkuModel(theme, self)
        self.table = SkuTable(theme, self.skus)
        self.supplier = SupplierCard(theme)
        self.attributes = AttributeTable()
        self.related = RelatedStrip(theme, loader)
        self.sum = QLabel()
        self.sum.setProperty("role", "heading")
        self.problem = QLabel()
        self.problem.setProperty("role", "danger")
        self.problem.setWordWrap(True)
        self.add = QPushButton("Add to cart")
        self.add.setProperty("kind", "primary")
        self.add.setIcon(icon("cart", theme.on_accent, theme.text_soft))
        self.open_page = QPushButton("Open page")
        self.open_page.setIcon(icon("external", theme.text))
        self.similar = QPushButton("Find similar")
        self.similar.setIcon(icon("similar", theme.text))

        self.hint = Message(theme, "offer", HINT)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self._scrolled())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self._foot_frame = self._foot()
        column.addWidget(self._foot_frame)
        self._foot_frame.hide()

        self.add.setToolTip("Ctrl+Enter")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._add)
        self.add.clicked.connect(self._add)
        self.gallery.find_similar.connect(self.similar_requested)
        self.similar.clicked.connect(self._find_similar)
        self.supplier.more.clicked.connect(self.shop_requested)
        self.open_page.clicked.connect(self.page_requested)
        self.related.opened.connect(self.related_opened)
        self.skus.quantities_changed.connect(self._recount)
        self.table.selectionModel().currentRowChanged.connect(self._sku_chosen)

    def sizeHint(self) -> QSize:
        return QSize(440, 640)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the SKUs, once they are there."""
        if self.table.isVisible():
            self.table.take_keyboard()

    def show_reading(self) -> None:
        """An offer is on its way of which nothing is known yet."""
        self._keep_keyboard()
        self.detail = None
        self.hint.text.setText("Reading the offer…")
        self.banner.hide()
        self._foot_frame.hide()
        self._stack.setCurrentIndex(0)

    def show_adding(self, adding: bool) -> None:
        """What was chosen is on its way into the cart."""
        self._adding = adding
        self.add.setText("Adding…" if adding else "Add to cart")
        if adding:
            self.banner.hide()
        self._recount()

    def show_offer(self, offer: Offer) -> None:
        """Show at once what the card knew, while the detail is on its way."""
        self._keep_keyboard()
        self.detail = None
        self._head(offer)
        self.gallery.show_pictures([offer.picture] if offer.picture else [])
        self.price.setText(formats.money(offer.price))
        self.unit.clear()
        self.tiers.show_tiers((), 0)
        self.rules.setText("Reading the offer…")
        self.rules.show()
        self.skus.show_offer(None)
        self._fit_table()
        self.supplier.hide()
        self.attributes.show_attributes(())
        self.related.show_offers(())
        self.banner.hide()
        self.open_page.setEnabled(False)
        self._foot_frame.hide()
        self._stack.setCurrentIndex(1)

    def show_detail(self, detail: OfferDetail) -> None:
        """Show everything."""
        self.detail = detail
        self.banner.hide()
        self._head(detail.offer)
        pictures = detail.pictures or ((detail.offer.picture,) if detail.offer.picture else ())
        self.gallery.show_pictures(pictures)
        self.unit.setText(f"per {detail.unit.shown}")
        self.rules.setText(_rules(detail))
        self.rules.setVisible(bool(self.rules.text()))
        self.skus.show_offer(detail)
        self._fit_table()
        self.supplier.show_supplier(detail.supplier)
        self.attributes.show_attributes(detail.attributes, detail.weight_g, detail.ships_from)
        self.open_page.setEnabled(bool(detail.ref.page))
        self.open_page.setToolTip(detail.ref.page or "The gateway gives only an encrypted id of this offer.")
        walkable = detail.ref.platform is Platform.ALIBABA
        self.supplier.more.setEnabled(walkable)
        self.supplier.more.setToolTip("" if walkable else "Taobao shops cannot be searched by this gateway.")
        self._foot_frame.show()
        self._stack.setCurrentIndex(1)
        self._recount()
        self._order_tabs()
        if self.hasFocus() and self.table.isVisible():
            self.table.take_keyboard()

    def show_failed(self, sentence: str, retry: object) -> None:
        """The detail could not be read."""
        self.rules.clear()
        self.hint.text.setText(HINT)
        self.banner.say(sentence, retry)  # type: ignore[arg-type]

    def show_related(self, offers: Sequence[Offer]) -> None:
        self.related.show_offers(offers)
        self._order_tabs()

    def _head(self, offer: Offer) -> None:
        self.title.setText(offer.title.shown)
        self.original.setText(offer.title.original)
        self.original.setVisible(offer.title.original != offer.title.shown)
        names = [formats.PLATFORM_NAMES[offer.ref.platform], *map(formats.badge, offer.badges)]
        self.marks.setText(" · ".join(names))

    def _recount(self) -> None:
        """Prices, sum and problems for the quantities typed so far."""
        detail = self.detail
        if detail is None:
            return
        quantities = self.skus.quantities()
        pieces = sum(quantities.values())
        self.tiers.show_tiers(detail.prices.tiers if detail.prices.by_quantity else (), pieces)
        amount = Money(0)
        for sku_id, quantity in quantities.items():
            price = detail.prices.unit_price(detail.sku(sku_id).price, pieces)
            amount = amount + (price or Money(0)) * quantity
        self.price.setText(_price_text(detail, pieces))
        self.sum.setText(f"{formats.pieces(pieces)} · {formats.money(amount)}" if pieces else "")
        faults = self._faults(detail)
        self.problem.setText("\n".join(faults[:3]))
        self.problem.setVisible(bool(faults))
        unreadable = bool(self.skus.faults()) or detail.obstacle is not None
        self.add.setEnabled(bool(pieces) and not unreadable and not self._adding)

    def _faults(self, detail: OfferDetail) -> list[str]:
        """Everything wrong with what is typed, one sentence each."""
        if detail.obstacle is not None:
            return [formats.obstacle(detail.obstacle)]
        faults = list(self.skus.faults())
        quantities = self.skus.quantities().values()
        short = detail.rules.offer_problem(quantities, mixing=False) if quantities else None
        if short is not None and not faults:
            mixed = detail.supplier.mixed_batch
            faults.append(formats.problem(short) + (f" {formats.mixed_batch(mixed)}." if mixed else ""))
        return faults

    def _sku_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and (picture := self.skus.sku(index.row()).picture):
            self.gallery.show_large(picture)

    def _order_tabs(self) -> None:
        """As they stand, except that the button follows the table. New widgets are last in the window."""
        links = (self.add, self.similar, self.open_page, self.supplier.more)
        chain = (self._area, *self.gallery.small, self.table, *links, *self.related.pictures)
        for one, next_one in pairwise(chain):
            self.setTabOrder(one, next_one)

    def _add(self) -> None:
        self.table.finish_typing()
        if self.add.isEnabled():
            self.add_requested.emit()

    def _keep_keyboard(self) -> None:
        """Before widgets of the old offer go: what had the keyboard in this page would hand it to anybody."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.table.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_similar(self) -> None:
        if self.gallery.url:
            self.similar_requested.emit(self.gallery.url)

    def _fit_table(self) -> None:
        rows = min(max(self.skus.rowCount(), 1), MOST_SKU_ROWS_SHOWN)
        self.table.setVisible(self.skus.rowCount() > 0)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 2)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(6)
        for line in (self.title, self.original, self.marks, self.price, self.unit):
            names.addWidget(line)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.gallery, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addWidget(self.tiers)
        column.addWidget(self.rules)
        column.addWidget(self.table)
        links = QHBoxLayout()
        links.addWidget(self.similar)
        links.addWidget(self.open_page)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self.supplier)
        column.addWidget(self.attributes)
        column.addWidget(self.related)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        return self._area

    def _foot(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "foot")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.sum, 1)
        row.addWidget(self.add)
        column.addLayout(row)
        return frame


def _price_text(detail: OfferDetail, pieces: int) -> str:
    """The price at the quantity typed; before that the span from the cheapest to the dearest."""
    tiers = detail.prices.tiers if detail.prices.by_quantity else ()
    if pieces and tiers:
        return formats.money((detail.prices.tier_at(pieces) or tiers[0]).price)
    own = [sku.price for sku in detail.skus if sku.price is not None]
    span = price_span([tier.price for tier in tiers] or own)
    if span is None:
        return formats.money(detail.offer.price)
    low, high = span
    return formats.money(low) if low == high else f"{formats.money(low)} – {formats.money(high)}"


def _rules(detail: OfferDetail) -> str:
    parts = []
    if detail.rules.moq > 1:
        parts.append(f"Minimum {formats.pieces(detail.rules.moq)}.")
    if detail.rules.lot > 1:
        parts.append(f"Sold in lots of {detail.rules.lot:,}.")
    if detail.supplier.mixed_batch is not None:
        parts.append(formats.mixed_batch(detail.supplier.mixed_batch) + ".")
    return " ".join(parts)


def _text(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(role != "price")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
