"""What other pages tell of an earlier time: cards that were seen before, and an offer's prices of before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sourcing_desktop.app.gallery.stage import SMALL, Scene, Stage, as_before
from sourcing_desktop.app.hand import pause
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.seen import PriceChange, SeenBefore
from sourcing_desktop.ui.offer.visits import Visit

THEN = datetime(2026, 11, 3, 14, 5, tzinfo=UTC)


async def cards(stage: Stage) -> None:
    stage.go("keyword")
    offers = _offers(stage)
    stage.window.cards.set_seen_before(
        {offer.ref: _mark(offer, number) for number, offer in enumerate(offers) if number % 3 < 2}
    )
    await stage.tour.painted(stage.window.keyword)


async def tiles(stage: Stage) -> None:
    stage.window.keyword.results.size_slider.setValue(90)
    await stage.tour.painted(stage.window.keyword)


async def large(stage: Stage) -> None:
    results = stage.window.keyword.results
    stage.go("usual")
    results.grid.setCurrentIndex(results.model.index(1))
    results.grid.quick_look_wanted.emit(1)
    await pause(0.5)


async def prices(stage: Stage) -> None:
    await _show(stage, None)


async def kept(stage: Stage) -> None:
    await _show(stage, THEN + timedelta(days=12))


async def _show(stage: Stage, kept_at: datetime | None) -> None:
    """An offer whose price changed four times, at its prices."""
    detail = stage.tour.detail
    cost = detail.offer.price.minor if detail.offer.price is not None else 1000
    changes = tuple(
        PriceChange(THEN + timedelta(days=3 * number), Money(cost * percent // 100), 5000 - 900 * number)
        for number, percent in enumerate((120, 98, 98, 112, 100))
    )
    visit = Visit(detail.ref, detail.offer, detail, (), kept_at=kept_at, history=changes, times=7)
    stage.go("offer")
    stage.window.offer.open_apart(visit)
    stage.window.offer.bar.setCurrentIndex(stage.window.offer.bar.count() - 1)
    page = stage.window.offer.page
    await pause(0.2)
    page.scroll_to(max(1, page.history.y() - 16))
    await pause(0.3)


def _offers(stage: Stage) -> list[Offer]:
    model = stage.window.keyword.results.model
    return [model.offer(row) for row in range(model.rowCount())]


def _mark(offer: Offer, number: int) -> SeenBefore:
    """Every third looks like another one, which cost less."""
    cost = offer.price.minor if offer.price is not None else 1000
    alike = 1.0 if number % 3 == 0 else 0.9
    return SeenBefore(offer.ref, THEN, Money(cost * 9 // 10), offer.shop_name or "Yiwu Fancy Store", alike)


SCENES = (
    Scene("Keyword", "seen before", cards),
    Scene("Keyword", "seen before, small", as_before, SMALL),
    Scene("Keyword", "seen before, tiles", tiles),
    Scene("Keyword", "quick look at one seen before", large),
    Scene("Offer", "prices of before", prices),
    Scene("Offer", "prices of before, small", as_before, SMALL),
    Scene("Offer", "as it was kept", kept),
)
