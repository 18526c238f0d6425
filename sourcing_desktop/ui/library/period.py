"""The time in which something was seen, as buyers say it: today, the last days, from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Span(StrEnum):
    """How a time is named."""

    ANY = "any time"
    TODAY = "today"
    WEEK = "7 days"
    MONTH = "30 days"
    DAYS = "from day to day"


DAYS_BACK = {Span.TODAY: 0, Span.WEEK: 6, Span.MONTH: 29}
"""Days before today that belong to it, too."""


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are the days of `Span.DAYS`, both included."""

    span: Span = Span.ANY
    first: date = date.min
    last: date = date.min

    def bounds(self, now: datetime) -> tuple[datetime | None, datetime | None]:
        """When it begins, and when it is over, both aware; None for no such limit. Days are local."""
        if self.span is Span.ANY:
            return None, None
        if self.span is Span.DAYS:
            return midnight(self.first), midnight(self.last + timedelta(days=1))
        return midnight(now.astimezone().date() - timedelta(days=DAYS_BACK[self.span])), None


def midnight(day: date) -> datetime:
    """When a local day begins."""
    return datetime.combine(day, time()).astimezone()
