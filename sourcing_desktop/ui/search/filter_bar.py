"""Narrowing a search: order, price, category and filter words, as they are named to people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform, Words
from sourcing_desktop.domain.search import Filters, FilterWord, Sort
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.search.chips import Chip, Chips
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.ui.search.filter_panel import FilterPanel

LEAST_BOX, LEAST_PRICE = 112, 64
"""px that will do for a box of choices, and for a price."""

MOST = Money.yuan(10_000_000)
PRICE = re.compile(r"([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")
"""A comma separates thousands and nothing else: `12,50` could mean 12.50 or 1,250."""


class FilterBar(QFrame):
    """Emits `changed` when the filters became others and can be searched with. What is chosen stands below
    as chips that take it off. `leading` are other things to choose by, before the filters."""

    changed = Signal()

    def __init__(self, theme: Theme, *leading: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._platform = Platform.ALIBABA
        self._chosen_words: frozenset[FilterWord] = frozenset()
        self._last = Filters()
        self.sort = ChoiceBox(tr("Order of results"))
        for sort, name in formats.SORT_NAMES.items():
            self.sort.addItem(name, sort)
        self.price_from = self._price_field(tr("from ¥"), tr("Lowest price in yuan"))
        self.price_to = self._price_field(tr("to ¥"), tr("Highest price in yuan"))
        self.category = ChoiceBox(tr("Category"))
        self.category.addItem(tr("All categories"), "")
        self.category.setMaximumWidth(168)
        self.category.setMaxVisibleItems(20)
        self.words = QPushButton(tr("More filters"))
        self.words.setProperty("kind", "chip")
        self.words.setProperty("active", False)
        self.words.setIcon(icon("filter", theme.text))
        self.words.clicked.connect(self._open_panel)
        self.clear = QPushButton(tr("Clear"))
        self.clear.setAccessibleName(tr("Take all filters off"))
        self.clear.setProperty("kind", "link")
        self.clear.clicked.connect(self.reset)
        self.chips = Chips(self.words, icon("close", theme.text_soft), active=True)
        self.note = QLabel()
        self.note.setProperty("role", "soft")
        self.note.setWordWrap(True)
        row = Flow(8)
        for widget in leading:
            row.add(widget)
        row.add(self.sort, least=LEAST_BOX)
        row.add(self.price_from, least=LEAST_PRICE)
        row.add(self.price_to, least=LEAST_PRICE)
        row.add(self.category, least=LEAST_BOX)
        row.add(self.words)
        row.add(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for part in (row, self.chips, self.note):
            column.addWidget(part)
        self.sort.currentIndexChanged.connect(self._edited)
        self.category.currentIndexChanged.connect(self._edited)
        self._edited(silent=True)

    @cached_property
    def panel(self) -> FilterPanel:
        """All filter words. Made when first asked for."""
        from sourcing_desktop.ui.search.filter_panel import FilterPanel

        panel = FilterPanel(self)
        panel.chosen.connect(self._choose_words)
        return panel

    def filters(self) -> Filters | None:
        """What is chosen of what the platform can filter by; None while a price cannot be read, which the
        field then says."""
        try:
            low, high = self._prices()
        except ValueError as error:
            self._say(str(error), "danger")
            return None
        alibaba = self._platform is Platform.ALIBABA
        return Filters(
            price_from=low,
            price_to=high,
            words=self._chosen_words if alibaba else frozenset(),
            category_id=(self.category.currentData() or "") if alibaba else "",
            sort=Sort(self.sort.currentData()),
        )

    def show_filters(self, filters: Filters) -> None:
        """Show these filters, without anybody being told."""
        _set_quietly(self.sort, max(0, self.sort.findData(filters.sort)))
        if filters.category_id and self.category.findData(filters.category_id) < 0:
            self.category.blockSignals(True)
            self.category.addItem(tr("Category {id}", id=filters.category_id), filters.category_id)
            self.category.blockSignals(False)
        _set_quietly(self.category, self.category.findData(filters.category_id))
        for field, price in ((self.price_from, filters.price_from), (self.price_to, filters.price_to)):
            field.setText("" if price is None else f"{price.major:.2f}".removesuffix(".00"))
        self._chosen_words = filters.words
        self._edited(silent=True)

    def set_platform(self, platform: Platform) -> None:
        """Show what the platform can filter by; the rest stays chosen for the other one, but hidden."""
        self._platform = platform
        alibaba = platform is Platform.ALIBABA
        self.words.setVisible(alibaba)
        self.category.setVisible(alibaba)
        repurchase = self.sort.findData(Sort.REPURCHASE)
        self.sort.view().setRowHidden(repurchase, not alibaba)  # type: ignore[attr-defined]
        if not alibaba and self.sort.currentIndex() == repurchase:
            _set_quietly(self.sort, 0)
        self._edited(silent=True)

    def set_categories(self, categories: Sequence[tuple[str, Words]]) -> None:
        """Offer these categories, and the chosen one also when it is not among them."""
        chosen, chosen_name = self.category.currentData(), self.category.currentText()
        self.category.blockSignals(True)
        self.category.clear()
        self.category.addItem(tr("All categories"), "")
        for category_id, name in categories:
            self.category.addItem(name.shown, category_id)
        if self.category.findData(chosen) < 0:
            self.category.addItem(chosen_name, chosen)
        self.category.setCurrentIndex(self.category.findData(chosen))
        self.category.blockSignals(False)
        names = self.category.view()
        names.setMinimumWidth(names.sizeHintForColumn(0) + 32)  # wider than the box, which is kept short
        self._edited(silent=True)

    def reset(self) -> None:
        """Back to no filters at all."""
        for box in (self.sort, self.category):
            _set_quietly(box, 0)
        self.price_from.clear()
        self.price_to.clear()
        self._chosen_words = frozenset()
        self._edited()

    def _open_panel(self) -> None:
        self.panel.show_words(self._chosen_words)
        self.panel.open_below(self.words)

    def _choose_words(self, words: frozenset[FilterWord]) -> None:
        self._chosen_words = words
        self._edited()

    def _forget_prices(self) -> None:
        self.price_from.clear()
        self.price_to.clear()
        self._edited()

    def _price_field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.setMaximumWidth(76)
        field.setProperty("problem", False)
        field.textEdited.connect(lambda: self._mark(field, False))
        field.editingFinished.connect(self._edited)
        return field

    def _prices(self) -> tuple[Money | None, Money | None]:
        """Lowest and highest price. ValueError says what is wrong, and the field is marked."""
        low, high = self._price(self.price_from), self._price(self.price_to)
        if low is not None and high is not None and low > high:
            self._mark(self.price_to, True)
            raise ValueError(tr("The lowest price is above the highest."))
        return low, high

    def _price(self, field: QLineEdit) -> Money | None:
        """The amount in the field, None for an empty one."""
        text = field.text().strip().lstrip("¥￥").strip()
        if not text:
            field.clear()  # of blanks
        wrong = bool(text) and not PRICE.fullmatch(text)
        amount = Money.yuan(text.replace(",", "")) if text and not wrong else None
        wrong = wrong or (amount is not None and amount > MOST)
        self._mark(field, wrong)
        if wrong:
            raise ValueError(tr("“{typed}” is not a price. Type it like 12.50.", typed=field.text()))
        return amount

    def _say(self, sentence: str, role: str) -> None:
        """A sentence below the fields; none for an empty one."""
        self.note.setText(sentence)
        _set_look(self.note, "role", role)
        self.note.setVisible(bool(sentence))

    def _mark(self, field: QLineEdit, wrong: bool) -> None:
        _set_look(field, "problem", wrong)

    def _edited(self, *_: object, silent: bool = False) -> None:
        filters = self.filters()
        self.clear.setVisible(filters != Filters())
        if filters is None:
            return
        self.chips.show_chips(list(self._chips(filters)))
        _set_look(self.words, "active", bool(filters.words))
        ours = self._platform is Platform.TAOBAO and (filters.price_from or filters.price_to)
        self._say(
            tr("Taobao cannot filter by price, so this program leaves out what does not fit.")
            if ours
            else "",
            "soft",
        )
        if not silent and filters != self._last:
            self.changed.emit()
        self._last = filters

    def _chips(self, filters: Filters) -> Iterator[Chip]:
        if price := _price_range(filters):
            yield _removal(price, self._forget_prices)
        if filters.category_id:
            yield _removal(self.category.currentText(), lambda: self.category.setCurrentIndex(0))
        if filters.words:
            from sourcing_desktop.ui.search.filter_words import NAMES

            for word in sorted(filters.words, key=list(NAMES).index):
                yield _removal(NAMES[word], partial(self._choose_words, self._chosen_words - {word}))


def _price_range(filters: Filters) -> str:
    low, high = filters.price_from, filters.price_to
    if low is not None and high is not None:
        return tr("{low} to {high}", low=formats.money(low), high=formats.money(high))
    if low is not None:
        return tr("from {price}", price=formats.money(low))
    return "" if high is None else tr("up to {price}", price=formats.money(high))


def _removal(text: str, call: Callable[[], object]) -> Chip:
    return Chip(text, tr("Take the filter “{name}” off", name=text), call)


def _set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for. `style` is dear the first time, so only for a change."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().polish(widget)


def _set_quietly(box: QComboBox, index: int) -> None:
    """Choose without anybody being told."""
    box.blockSignals(True)
    box.setCurrentIndex(index)
    box.blockSignals(False)
