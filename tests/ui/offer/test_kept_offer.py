"""An offer when the gateway is away: as it was kept, and what it cost before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import PriceChange
from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.search import Search
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.ui.offer.offer_controller import OfferController
from sourcing_desktop.ui.offer.offer_tabs import OfferTabs
from sourcing_desktop.ui.offer.price_history import PriceHistory
from sourcing_desktop.ui.offer.visits import Visit
from tests.support.seen import MUGS, YESTERDAY
from tests.support.waiting import until
from tests.ui.offer.conftest import offer

THEN = datetime(2026, 11, 3, 14, 5, tzinfo=UTC).astimezone()


def changes(*fen: int | None, stock: int | None = None) -> tuple[PriceChange, ...]:
    """One every ten days."""
    return tuple(
        PriceChange(THEN + timedelta(days=10 * number), None if each is None else Money(each), stock)
        for number, each in enumerate(fen)
    )


@pytest.fixture
def library(at_the_end, tmp_path) -> Iterator[Library]:
    failed: list[BaseException] = []
    library = Library(SeenLibrary(tmp_path / "seen", wait_seconds=0), Sightings(), failed.append, moment=0)
    at_the_end.append(library.close)
    yield library
    assert not failed


@pytest.fixture
def remembering(bench, library, theme, loader, on_screen, open_scope):
    """Tabs whose offers are kept in a library."""
    tabs = OfferTabs(theme, loader)
    tabs.resize(480, 900)
    on_screen(tabs)
    scope = open_scope("remembering")
    desk, search = bench.desk, Search(bench.desk.gateway)
    told = (bench.exchange, scope, bench.toast, bench.undo, library)
    OfferController(tabs, Catalog(desk.gateway), search, desk.basket, *told)
    return tabs


async def test_an_offer_opened_before_is_shown_as_it_was_and_asked_for_again(bench, library, remembering):
    detail, tabs = await bench.desk.offer(), remembering
    tabs.open(Visit(detail.ref))
    await until(lambda: tabs.page.detail == detail)
    assert not tabs.page.kept.isVisible()
    while await library.kept_detail(detail.ref) is None:
        await until(lambda: not library._tasks.busy)
    bench.desk.sandbox.control.fault("*", "http_500", times=0)
    tabs.open(Visit(detail.ref))
    await until(lambda: tabs.page.kept.isVisible())
    assert tabs.page.detail == detail
    assert not tabs.page.banner.isVisible()
    said = tabs.page.kept.text.text()
    assert said.startswith("No connection. This is what was kept on ")
    assert tabs.page.foot.isVisible()  # what is kept can be put into the cart: the check-out asks again
    bench.desk.sandbox.control.clear()
    tabs.page.kept.retry.click()
    await until(lambda: tabs.page.detail is not None and not tabs.page.kept.isVisible())


async def test_an_offer_never_opened_says_why_it_cannot_be_read(bench, remembering):
    detail = await bench.desk.offer()
    bench.desk.sandbox.control.fault("*", "http_500", times=0)
    remembering.open(Visit(detail.ref))
    await until(lambda: remembering.page.banner.isVisible())
    assert remembering.page.detail is None
    assert not remembering.page.kept.isVisible()


async def test_what_it_cost_before_is_told_with_what_it_costs_now(bench, library, remembering):
    detail = await bench.desk.offer()
    library._sightings.note([replace(detail.offer, price=Money(1))], MUGS, YESTERDAY)
    await library.open()
    while not await library.history(detail.ref):
        await until(lambda: not library._tasks.busy)
    remembering.open(Visit(detail.ref))
    await until(lambda: remembering.page.history.isVisible())
    assert "¥0.01 to " in remembering.page.history.summary.text()
    assert remembering.page.head.unit.text().endswith(" · was ¥0.01")


async def test_what_a_promotion_takes_off_on_the_page_of_taobao_is_no_history(bench, library, remembering):
    detail = await bench.desk.offer(Platform.TAOBAO)
    card = replace(detail.offer, price=Money(detail.offer.price.minor + 500))
    library._sightings.note([card], MUGS, YESTERDAY)
    await library.open()
    while not await library.history(detail.ref):
        await until(lambda: not library._tasks.busy)
    visit = Visit(detail.ref)
    remembering.open(visit)
    await until(lambda: visit.history)
    assert not remembering.page.history.isVisible()


def test_a_kept_offer_says_when_it_was_kept(page):
    page.show_detail(offer())
    page.show_kept(THEN, lambda: None)
    assert page.kept.text.text() == (
        f"No connection. This is what was kept on 3 Nov 2026, {THEN:%H:%M}; prices may have changed."
    )
    page.show_offer(offer().offer)
    assert not page.kept.isVisible()


@pytest.mark.parametrize("known", [(), changes(980), changes(1250)])
def test_without_a_change_there_is_no_history(theme, on_screen, known):
    history = PriceHistory(theme)
    on_screen(history)
    history.show_changes(known, Money(known[-1].price.minor) if known else Money(5))
    assert not history.isVisible()


def test_the_span_is_told_and_every_change_is_read_out(theme, on_screen):
    history = PriceHistory(theme)
    on_screen(history)
    history.show_changes(changes(1200, 980, 1100, stock=1204), times=4)
    assert history.summary.text() == "¥9.80 to ¥12.00 · seen 4 times since 3 Nov 2026"
    assert history.chart.accessibleDescription() == (
        "23 Nov 2026, ¥11.00, 1,204 in stock; 13 Nov 2026, ¥9.80, 1,204 in stock;"
        " 3 Nov 2026, ¥12.00, 1,204 in stock"
    )
    assert not history.grab().toImage().isNull()


def test_the_price_of_now_is_the_last_change(theme, on_screen):
    history = PriceHistory(theme)
    on_screen(history)
    history.show_changes(changes(1200), Money(900))
    assert history.isVisible()
    assert history.summary.text().startswith("¥9.00 to ¥12.00")


def test_prices_nobody_told_and_endless_changes_are_painted(theme, on_screen):
    history = PriceHistory(theme)
    on_screen(history)
    for known in (changes(None, None), changes(None, 5, None), changes(7, 7, stock=3), changes(*range(1000))):
        history.show_changes(known)
        assert history.isVisible()
        assert not history.grab().toImage().isNull()
