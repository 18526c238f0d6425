"""The palette finds the shops the buyer was in and the offers that are open, once each."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import press, write
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return


async def look_around(program):
    """Open two offers and walk through the shop of the second one."""
    window = program.window
    write(window.keyword.words, "mug")
    press(window.keyword.words, ENTER)
    await until(lambda: window.keyword.results.stage is Stage.RESULTS)
    offers = [window.keyword.results.model.offer(row) for row in range(2)]
    program.session.offer.open(offers[0])
    program.session.offer.open_apart(offers[1])
    await until(lambda: not any(visit.reading for visit in window.offer.visits()))
    supplier = next(visit.detail for visit in window.offer.visits() if visit.offer is offers[1]).supplier
    window.show_page(window.store)
    program.session.store.open(supplier)
    await until(lambda: any(program.session.store.entries("x")))
    return offers, supplier


def take(window, words, about):
    """Type into the palette, and take what it is about."""
    window.actions_by_name["palette"].trigger()
    palette = window.guidance.palette
    palette.line.setText(words)
    entries = [palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())]
    [entry] = [each for each in entries if each.text == words and each.about == about]
    palette.list.setCurrentRow(entries.index(entry))
    press(palette.line, ENTER)


async def test_an_open_offer_is_found_and_comes_to_the_front(program):
    window = program.window
    offers, _ = await look_around(program)
    window.raise_dock(window.cart_dock)
    assert window.offer.front.offer is offers[0]
    take(window, offers[1].title.shown, "Open offer")
    assert window.offer.front.offer is offers[1]
    assert not window.offer_dock.visibleRegion().isEmpty()


async def test_a_shop_is_found_and_entered(program):
    window = program.window
    _, supplier = await look_around(program)
    window.show_page(window.keyword)
    take(window, supplier.name, "Shop visited lately")
    assert window.tabs.front is window.store
    assert window.store.supplier.id == supplier.id
    await until(lambda: window.store.results.stage is Stage.RESULTS)


async def test_a_search_made_before_comes_to_the_front(program):
    window = program.window
    await look_around(program)
    take(window, "mug", "Search made before")
    assert window.tabs.front is window.keyword


async def test_the_next_session_offers_everything_once(program, open_window):
    window = program.window
    offers, _ = await look_around(program)
    program = await open_window()
    await until(lambda: any(program.session.store.entries("x")))
    take(window, offers[1].title.shown, "Open offer")
    assert window.offer.front.offer.ref == offers[1].ref
