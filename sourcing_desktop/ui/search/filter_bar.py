"""Narrowing a search: order, price, filter words and category, as they are named to people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform, Words
from sourcing_desktop.domain.search import Filters, FilterWord, Sort
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.formats import FILTER_NAMES, SORT_NAMES
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

MOST = Money.yuan(10_000_000)
PRICE = re.compile(r"([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")
"""A comma separates thousands and nothing else: `12,50` could mean 12.50 or 1,250."""


class FilterBar(QFrame):
    """Emits `changed` when the filters became others and can be searched with."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._theme = theme
        self._platform = Platform.ALIBABA
        self._last = Filters()
        self.sort = QComboBox()
        self.sort.setAccessibleName("Order of results")
        for sort, name in SORT_NAMES.items():
            self.sort.addItem(name, sort)
        self.price_from = self._price_field("from ¥", "Lowest price in yuan")
        self.price_to = self._price_field("to ¥", "Highest price in yuan")
        self.category = QComboBox()
        self.category.setAccessibleName("Category")
        self.category.addItem("All categories", "")
        self.category.setMaximumWidth(150)
        self.category.setMaxVisibleItems(20)
        self.words = QPushButton("Filters")
        self.words.setProperty("kind", "chip")
        self.words.setProperty("active", False)
        self.words.setIcon(icon("filter", theme.text))
        self._menu = QMenu(self.words)
        self._word_actions = {word: self._word_action(word) for word in FILTER_NAMES}
        self.words.setMenu(self._menu)
        self.clear = QPushButton("Clear")
        self.clear.setProperty("kind", "link")
        self.clear.clicked.connect(self.reset)
        self.note = QLabel()
        self.note.setProperty("role", "soft")
        self.note.setWordWrap(True)
        row = Flow(8)
        for widget in (self.sort, self.price_from, self.price_to, self.category, self.words, self.clear):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self.note)
        self.sort.currentIndexChanged.connect(self._edited)
        self.category.currentIndexChanged.connect(self._edited)
        self._edited(silent=True)

    def filters(self) -> Filters | None:
        """What is chosen; None while a price cannot be read, which the field then says."""
        try:
            low, high = self._prices()
        except ValueError as error:
            self._say(str(error), "danger")
            return None
        return Filters(
            price_from=low,
            price_to=high,
            words=frozenset(word for word, action in self._word_actions.items() if action.isChecked()),
            category_id=self.category.currentData() or "",
            sort=Sort(self.sort.currentData()),
        )

    def set_platform(self, platform: Platform) -> None:
        """Show what the platform can filter by; the rest stays chosen but hidden."""
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
        """Offer these categories, keeping the chosen one if it is among them."""
        chosen = self.category.currentData()
        self.category.blockSignals(True)
        self.category.clear()
        self.category.addItem("All categories", "")
        for category_id, name in categories:
            self.category.addItem(name.shown, category_id)
        self.category.setCurrentIndex(max(0, self.category.findData(chosen)))
        self.category.blockSignals(False)
        names = self.category.view()
        names.setMinimumWidth(names.sizeHintForColumn(0) + 32)  # wider than the box, which is kept short

    def reset(self) -> None:
        """Back to no filters at all."""
        for box in (self.sort, self.category):
            _set_quietly(box, 0)
        self.price_from.clear()
        self.price_to.clear()
        for action in self._word_actions.values():
            action.setChecked(False)
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

    def _word_action(self, word: FilterWord) -> QAction:
        action = self._menu.addAction(FILTER_NAMES[word])
        action.setCheckable(True)
        action.triggered.connect(lambda: self._edited())
        return action

    def _prices(self) -> tuple[Money | None, Money | None]:
        """Lowest and highest price. ValueError says what is wrong, and the field is marked."""
        low, high = self._price(self.price_from), self._price(self.price_to)
        if low is not None and high is not None and low > high:
            self._mark(self.price_to, True)
            raise ValueError("The lowest price is above the highest.")
        return low, high

    def _price(self, field: QLineEdit) -> Money | None:
        """The amount in the field, None for an empty one."""
        text = field.text().strip().lstrip("¥￥").strip()
        wrong = bool(text) and not PRICE.fullmatch(text)
        amount = Money.yuan(text.replace(",", "")) if text and not wrong else None
        wrong = wrong or (amount is not None and amount > MOST)
        self._mark(field, wrong)
        if wrong:
            raise ValueError(f"“{field.text()}” is not a price. Type it like 12.50.")
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
        chosen = len(filters.words)
        self.words.setText(f"Filters · {chosen}" if chosen else "Filters")
        _set_look(self.words, "active", bool(chosen))
        ours = self._platform is Platform.TAOBAO and (filters.price_from or filters.price_to)
        self._say(
            "Taobao cannot filter by price, so this program leaves out what does not fit." if ours else "",
            "soft",
        )
        if not silent and filters != self._last:
            self.changed.emit()
        self._last = filters


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
