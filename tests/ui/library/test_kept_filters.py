"""How the library was last looked through, and the time in words and bounds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import FoundBy, FoundIn, LibrarySize, SeenKind, SeenOrder, SeenQuery
from sourcing_desktop.ui.library import kept_filters, words
from sourcing_desktop.ui.library.period import Period, Span, midnight

DAYS = Period(Span.DAYS, date(2026, 11, 3), date(2026, 11, 9))


@pytest.mark.parametrize(
    ("query", "period"),
    [
        (SeenQuery(), Period()),
        (SeenQuery(SeenKind.ORDERED, order=SeenOrder.OLDEST, platform=Platform.TAOBAO), Period(Span.WEEK)),
        (SeenQuery(seller="义乌, “Star”", category_id="70", price_from=Money(0), price_to=Money(995)), DAYS),
        (SeenQuery(found_by=FoundBy(FoundIn.RELATED)), Period(Span.TODAY)),
        (SeenQuery(found_by=FoundBy(FoundIn.WORDS, "a, b\nc", "7")), Period(Span.MONTH)),
    ],
)
def test_it_comes_back_as_it_was(settings, query, period):
    kept_filters.keep(settings, "buyer", query, period)
    settings.sync()
    assert kept_filters.kept(settings, "buyer") == (query, period)


@pytest.mark.parametrize(
    ("name", "value"), [("kind", "bought"), ("price_to", "dear"), ("period", ["x", "y", "z"])]
)
def test_what_cannot_be_read_is_all_of_the_library(settings, name, value):
    settings.setValue(f"library/buyer/{name}", value)
    assert kept_filters.kept(settings, "buyer") == (SeenQuery(), Period())


def test_days_begin_and_end_at_midnight_here():
    now = datetime.now(UTC)
    today = midnight(now.astimezone().date())
    assert Period().bounds(now) == (None, None)
    assert Period(Span.TODAY).bounds(now) == (today, None)
    since, until = DAYS.bounds(now)
    assert (since, until) == (midnight(date(2026, 11, 3)), midnight(date(2026, 11, 10)))
    week, _ = Period(Span.WEEK).bounds(now)
    assert week == midnight(now.astimezone().date() - timedelta(days=6))


def test_a_time_and_a_size_in_words():
    assert words.period(DAYS) == "2026-11-03 to 2026-11-09"
    assert words.period(Period(Span.DAYS, date(2026, 11, 3), date(2026, 11, 3))) == "2026-11-03"
    assert words.size(LibrarySize(48_210, bytes=60_400_000)) == "48,210 offers · 61 MB"
    assert words.room(1_234_000_000) == "1.2 GB"
    assert words.room(0) == "0 kB"


def test_what_has_a_long_name_is_told_shortly():
    assert len(words.found_by(FoundBy(FoundIn.RELATED, "bag " * 50))) < 70
