"""Narrowing a search: order, price, category and filter words, as they are named to people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Platform, Words
from sourcing_desktop.domain.search import Filters, FilterWord, Sort
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.search.chips import Chip, Chips, removal
from sourcing_desktop.ui.search.price_fields import PriceFields, price_range, set_look
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.ui.search.filter_panel import FilterPanel

LEAST_BOX, LEAST_PRICE = 112, 64
"""px that will do for a box of choices, and for a price."""


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
        self.prices = PriceFields()
        self.prices.edited.connect(self._edited)
        self.price_from, self.price_to = self.prices.low, self.prices.high
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
            low, high = self.prices.read()
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
        self.prices.show(filters.price_from, filters.price_to)
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
        self.prices.show(None, None)
        self._chosen_words = frozenset()
        self._edited()

    def _open_panel(self) -> None:
        self.panel.show_words(self._chosen_words)
        self.panel.open_below(self.words)

    def _choose_words(self, words: frozenset[FilterWord]) -> None:
        self._chosen_words = words
        self._edited()

    def _forget_prices(self) -> None:
        self.prices.show(None, None)
        self._edited()

    def _say(self, sentence: str, role: str) -> None:
        """A sentence below the fields; none for an empty one."""
        self.note.setText(sentence)
        set_look(self.note, "role", role)
        self.note.setVisible(bool(sentence))

    def _edited(self, *_: object, silent: bool = False) -> None:
        filters = self.filters()
        self.clear.setVisible(filters != Filters())
        if filters is None:
            return
        self.chips.show_chips(list(self._chips(filters)))
        set_look(self.words, "active", bool(filters.words))
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
        if price := price_range(filters.price_from, filters.price_to):
            yield removal(price, self._forget_prices)
        if filters.category_id:
            yield removal(self.category.currentText(), lambda: self.category.setCurrentIndex(0))
        if filters.words:
            from sourcing_desktop.ui.search.filter_words import NAMES

            for word in sorted(filters.words, key=list(NAMES).index):
                yield removal(NAMES[word], partial(self._choose_words, self._chosen_words - {word}))


def _set_quietly(box: QComboBox, index: int) -> None:
    """Choose without anybody being told."""
    box.blockSignals(True)
    box.setCurrentIndex(index)
    box.blockSignals(False)
