"""The library joined to the window: what its cards say of an earlier time while some of that is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sourcing_desktop.app.around_the_library import AroundLibrary
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.services.sightings import Shown, Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.ui.main_window import MainWindow
from tests.support.async_tests import Ends
from tests.support.seen import MUGS, YESTERDAY, offer
from tests.support.waiting import until


def refs(*numbers: int) -> set[OfferRef]:
    return {offer(number).ref for number in numbers}


async def seen_yesterday(folder: Path, *numbers: int) -> None:
    file = SeenLibrary(folder)
    await file.open()
    for number in numbers:
        at = YESTERDAY + timedelta(seconds=number)
        await file.record(Shown((offer(number),), MUGS, at, at).sightings)
    await file.close()


async def test_only_the_marks_of_what_is_forgotten_go(window: MainWindow, tmp_path: Path, at_the_end: Ends):
    await seen_yesterday(tmp_path / "seen", *range(20))
    sightings, errors, cards = Sightings(), [], window.cards
    around = AroundLibrary(window, tmp_path / "seen", sightings, errors.append)
    at_the_end.append(around.close)
    around.see()
    around._spared = tuple
    library = around.library
    await library.open()
    sightings.note([offer(17), offer(18), offer(19)], MUGS)
    await until(lambda: cards.seen_before.keys() == refs(17, 18, 19))
    numbers = await library.number_of(refs(1, 19))
    await library.forget([numbers[offer(1).ref]])
    await library.forget([77_777])
    await library.set_most_offers(10)
    assert (await library.size()).offers == 10
    await library.forget([numbers[offer(19).ref]])
    await until(lambda: len(cards.seen_before) < 3)
    assert cards.seen_before.keys() == refs(17, 18)
    await library.forget_period(YESTERDAY, datetime.now(UTC) - timedelta(hours=12))
    assert not cards.seen_before
    assert not errors
