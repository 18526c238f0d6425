"""Shops, what the platforms put forward, and the shortlist."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from sourcing_desktop.app.gallery.stage import SMALL, UNREACHED, Scene, Stage, as_before
from sourcing_desktop.app.hand import click, pause, press, until, write
from sourcing_desktop.domain.feed import FeedKind
from sourcing_desktop.ui.discover.discover_page import FEEDS


async def no_shop(stage: Stage) -> None:
    stage.go("store")
    await pause(0.1)


async def shop(stage: Stage) -> None:
    await stage.tour.shop()


async def shop_nothing(stage: Stage) -> None:
    store = stage.window.store
    write(store.words, "xyzzy plugh")
    press(store.words, Qt.Key.Key_Return)
    await until(store.results.none.isVisible, "words about nothing found")


async def shop_unknown(stage: Stage) -> None:
    store = stage.window.store
    store.words.clear()
    press(store.words, Qt.Key.Key_Return)
    await stage.tour.painted(store)
    store.shop.clear()
    write(store.shop, "123")
    press(store.shop, Qt.Key.Key_Return)
    await until(store.banner.isVisible, "why there is no shop")


async def shops_known(stage: Stage) -> None:
    store = stage.window.store
    store.banner.withdraw()
    click(store.header.star)
    await pause(0.2)
    click(store.known)
    await pause(0.2)


async def feed(kind: FeedKind, stage: Stage) -> None:
    stage.go("discover")
    click(stage.window.discover.chips[kind])
    await stage.tour.painted(stage.window.discover)


async def categories(stage: Stage) -> None:
    page = stage.window.discover
    click(page.chips[FeedKind.CATEGORY])
    trail = page.pane.trail
    assert trail is not None
    await until(lambda: trail.category, "the first category")
    click(trail.all)
    await until(lambda: trail.chips.buttons, "the categories")
    await pause(0.1)


async def category(stage: Stage) -> None:
    page = stage.window.discover
    trail = page.pane.trail
    assert trail is not None
    click(trail.chips.buttons[0])
    await stage.tour.painted(page)
    await until(lambda: trail.chips.buttons, "the categories below")


async def feed_failing(stage: Stage) -> None:
    page = stage.window.discover
    click(page.chips[FeedKind.GLOBAL_SELECTION])
    await pause(0.1)
    page.results.model.reset(())
    page.results.show_failed(UNREACHED)


async def nothing_kept(stage: Stage) -> None:
    stage.go("shortlisted")
    await pause(0.1)


async def kept(stage: Stage) -> None:
    stage.go("keyword")
    keyword, page = stage.window.keyword, stage.window.shortlist
    keyword.results.take_keyboard()
    press(keyword.results.grid, Qt.Key.Key_Home)
    for _ in range(4):
        press(keyword.results.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    stage.go("shortlist")
    stage.go("shortlisted")
    await stage.tour.painted(page)
    page.results.take_keyboard()
    write(page.note, "Ask for a sample in blue")
    await pause(0.2)


BEFORE = (
    Scene("Shop", "none open", no_shop),
    Scene("Shop", "none open, small", as_before, SMALL),
    Scene("Shortlist", "empty", nothing_kept),
)

SCENES = (
    Scene("Shop", "open", shop),
    Scene("Shop", "open, small", as_before, SMALL),
    Scene("Shop", "nothing found", shop_nothing),
    Scene("Shop", "unknown", shop_unknown),
    Scene("Shop", "known shops", shops_known),
    *(
        Scene("Discover", name.lower(), partial(feed, kind))
        for kind, (name, _) in FEEDS.items()
        if kind is not FeedKind.CATEGORY
    ),
    Scene("Discover", "linkedmall pool, small", as_before, SMALL),
    Scene("Discover", "categories", categories),
    Scene("Discover", "categories, small", as_before, SMALL),
    Scene("Discover", "a category", category),
    Scene("Discover", "failing", feed_failing),
    Scene("Shortlist", "full", kept),
    Scene("Shortlist", "full, small", as_before, SMALL),
)
