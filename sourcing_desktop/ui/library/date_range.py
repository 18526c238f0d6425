"""Two fields for the first and the last day of a time."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QGridLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.popover import Popover
from sourcing_desktop.ui.theme import Theme

CALENDAR = QSize(336, 240)
"""px."""


class DateRange(QWidget):
    """Emits `changed` with every other day. The last day is never before the first: the other one follows."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first, self.last = QDateEdit(), QDateEdit()
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(8)
        for row, (field, name) in enumerate(((self.first, tr("From")), (self.last, tr("Until")))):
            field.setCalendarPopup(True)
            _furnish(field.calendarWidget(), theme)
            field.setDisplayFormat("yyyy-MM-dd")
            field.setAccessibleName(name)
            label = QLabel(name)
            label.setBuddy(field)
            rows.addWidget(label, row, 0)
            rows.addWidget(field, row, 1)
        rows.setColumnStretch(1, 1)
        today = QDate.currentDate()
        for field in (self.first, self.last):
            field.setDate(today)
            field.setMaximumDate(today)
        self.first.dateChanged.connect(lambda day: self.last.setDate(max(day, self.last.date(), key=_day)))
        self.last.dateChanged.connect(lambda day: self.first.setDate(min(day, self.first.date(), key=_day)))
        self.first.dateChanged.connect(self.changed)
        self.last.dateChanged.connect(self.changed)

    def days(self) -> tuple[date, date]:
        """The first and the last day, both included."""
        return _day(self.first.date()), _day(self.last.date())

    def show_days(self, first: date, last: date) -> None:
        """Show these days, without anybody being told."""
        self.blockSignals(True)
        self.first.setDate(QDate(first.year, first.month, first.day))
        self.last.setDate(QDate(last.year, last.month, last.day))
        self.blockSignals(False)


class DaysPanel(Popover):
    """The days below a control. Emits `chosen` when the buyer is done."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("From one day to another"))
        self.days = DateRange(theme)
        show = QPushButton(tr("Show these days"))
        show.setProperty("kind", "primary")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.days)
        column.addWidget(show)
        show.clicked.connect(self._choose)

    def open_below(self, control: QWidget) -> None:
        super().open_below(control)
        self.days.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self) -> None:
        self.hide()
        self.chosen.emit()


def _furnish(calendar: QCalendarWidget, theme: Theme) -> None:
    """As the rest of the program looks: Qt paints weekends red, and arrows black on any ground."""
    calendar.setMinimumSize(CALENDAR)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
    for name, sign in (("qt_calendar_prevmonth", "previous"), ("qt_calendar_nextmonth", "next")):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(sign, theme.text))


def _day(day: QDate) -> date:
    return cast(date, day.toPython())
