"""Narrowing the library: part, order, platform, price, time, seller, category and search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import FoundBy, SeenOrder, SeenQuery
from sourcing_desktop.language import tr
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.library import words
from sourcing_desktop.ui.library.date_range import DaysPanel
from sourcing_desktop.ui.library.kind_switch import KindSwitch
from sourcing_desktop.ui.library.period import Period, Span
from sourcing_desktop.ui.library.picker import Picker
from sourcing_desktop.ui.search.chips import Chip, Chips, removal
from sourcing_desktop.ui.search.filter_bar import LEAST_PRICE
from sourcing_desktop.ui.search.price_fields import PriceFields, price_range
from sourcing_desktop.ui.theme import Theme


class LibraryFilters(QFrame):
    """Emits `changed` when something else is wanted that can be looked for. What is chosen stands below as
    chips that take it off."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._theme = theme
        self._chosen = SeenQuery()
        self._period = Period()
        self._last: tuple[SeenQuery, Period] | None = None
        self._categories: Mapping[str, str] = {}
        self.kind = KindSwitch()
        self.order = ChoiceBox(tr("Order of the library"))
        for order, name in words.ORDERS.items():
            self.order.addItem(name, order)
        self.platform = ChoiceBox(tr("Platform"))
        self.platform.addItem(tr("1688 and Taobao"), "")
        for platform in Platform:
            self.platform.addItem(PLATFORM_NAMES[platform], platform)
        self.time = ChoiceBox(tr("When it was seen"))
        for span, name in words.SPANS.items():
            self.time.addItem(name, span)
        self.prices = PriceFields()
        self.seller = Picker(tr("Seller"), tr("No seller is known yet."))
        self.category = Picker(tr("Category"), tr("No search was in a category yet."))
        self.found_by = Picker(tr("Found by"), tr("No search has found anything yet."))
        self.clear = QPushButton(tr("Clear"))
        self.clear.setAccessibleName(tr("Take all filters off"))
        self.clear.setProperty("kind", "link")
        self.chips = Chips(self.found_by, icon("close", theme.text_soft), active=True, lead=self.clear)
        self.note = QLabel()
        self.note.setProperty("role", "danger")
        self.note.setWordWrap(True)
        self._lay_out()
        self.kind.changed.connect(lambda kind: self._choose(kind=kind))
        self.order.activated.connect(lambda: self._choose(order=SeenOrder(self.order.currentData())))
        self.platform.activated.connect(self._platform_chosen)
        self.time.activated.connect(self._time_chosen)
        self.prices.edited.connect(self._tell)
        self.seller.chosen.connect(lambda name: self._choose(seller=name))
        self.category.chosen.connect(lambda category_id: self._choose(category_id=category_id))
        self.found_by.chosen.connect(lambda search: self._choose(found_by=search))
        self.clear.clicked.connect(self.reset)
        self.show_chosen(self._chosen, self._period)

    @cached_property
    def days(self) -> DaysPanel:
        """From one day to another. Made when first asked for."""
        panel = DaysPanel(self._theme, self)
        panel.chosen.connect(self._days_chosen)
        return panel

    @property
    def chosen(self) -> SeenQuery:
        """What was last chosen that can be looked for, but for its time."""
        return self._chosen

    @property
    def period(self) -> Period:
        """The time that was chosen."""
        return self._period

    @property
    def narrowed(self) -> bool:
        """Whether less than a whole part of the library is wanted."""
        whole = SeenQuery(kind=self._chosen.kind, order=self._chosen.order)
        return self._chosen != whole or self._period != Period()

    def query(self) -> SeenQuery:
        """What is wanted now but for the words. While a price cannot be read, which the field says, with the
        prices of before."""
        since, until = self._period.bounds(datetime.now(UTC))
        return replace(self._chosen, since=since, until=until)

    def show_chosen(self, query: SeenQuery, period: Period) -> None:
        """Show these filters, without anybody being told."""
        self.prices.show(query.price_from, query.price_to)
        self._chosen, self._period = query, period
        self._show()
        self._last = (self._chosen, period)

    def name_categories(self, names: Mapping[str, str]) -> None:
        """What categories are called, by their ids."""
        self._categories = names
        self._show()

    def category_name(self, category_id: str) -> str:
        return words.category(category_id, self._categories)

    def only_seller(self, name: str) -> None:
        """Narrow to one seller."""
        self._choose(seller=name)

    def drop_search(self, search: FoundBy) -> None:
        """Narrow by that search no more: what it found is forgotten."""
        if self._chosen.found_by == search:
            self._choose(found_by=None)

    def reset(self) -> None:
        """Take all filters off; part and order stay."""
        self.prices.show(None, None)
        self._period = Period()
        self._chosen = SeenQuery(kind=self._chosen.kind, order=self._chosen.order)
        self._tell()

    def _choose(self, **chosen: object) -> None:
        self._chosen = replace(self._chosen, **chosen)  # type: ignore[arg-type]
        self._tell()

    def _platform_chosen(self) -> None:
        name = self.platform.currentData()
        self._choose(platform=Platform(name) if name else None)

    def _time_chosen(self) -> None:
        span = Span(self.time.currentData())
        if span is Span.DAYS:
            if self._period.span is Span.DAYS:
                self.days.days.show_days(self._period.first, self._period.last)
            self._show()  # what was chosen before stays until the days are
            self.days.open_below(self.time)
        else:
            self._set_period(Period(span))

    def _days_chosen(self) -> None:
        self._set_period(Period(Span.DAYS, *self.days.days.days()))

    def _set_period(self, period: Period) -> None:
        self._period = period
        self._tell()

    def _forget_prices(self) -> None:
        self.prices.show(None, None)
        self._tell()

    def _tell(self) -> None:
        """Show what is wanted, and tell of it if it is something else."""
        problem = ""
        try:
            low, high = self.prices.read()
            self._chosen = replace(self._chosen, price_from=low, price_to=high)
        except ValueError as error:
            problem = str(error)
        self._show()
        self.note.setText(problem)
        self.note.setVisible(bool(problem))
        now = (self._chosen, self._period)
        if now != self._last:
            self._last = now
            self.changed.emit()

    def _show(self) -> None:
        chosen = self._chosen
        self.kind.choose(chosen.kind)
        for box, value in (
            (self.order, chosen.order), (self.platform, chosen.platform or ""), (self.time, self._period.span)
        ):  # fmt: skip
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))
        self.seller.set_active(bool(chosen.seller))
        self.category.set_active(bool(chosen.category_id))
        self.found_by.set_active(chosen.found_by is not None)
        self.chips.show_chips(list(self._chips()))
        self.note.hide()

    def _chips(self) -> Iterator[Chip]:
        chosen = self._chosen
        if chosen.platform is not None:
            yield removal(PLATFORM_NAMES[chosen.platform], partial(self._choose, platform=None))
        if price := price_range(chosen.price_from, chosen.price_to):
            yield removal(price, self._forget_prices)
        if self._period != Period():
            yield removal(words.period(self._period), partial(self._set_period, Period()))
        if chosen.seller:
            yield removal(chosen.seller, partial(self._choose, seller=""))
        if chosen.category_id:
            yield removal(self.category_name(chosen.category_id), partial(self._choose, category_id=""))
        if chosen.found_by is not None:
            named = tr("found by {search}", search=words.found_by(chosen.found_by))
            yield removal(named, partial(self._choose, found_by=None))

    def _lay_out(self) -> None:
        row = Flow(8)
        row.add(self.kind)
        for box in (self.order, self.platform, self.time):
            row.add(box)
        row.add(self.prices.low, least=LEAST_PRICE)
        row.add(self.prices.high, least=LEAST_PRICE)
        for widget in (self.seller, self.category, self.found_by):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for part in (row, self.chips, self.note):
            column.addWidget(part)
