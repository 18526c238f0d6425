"""What the command palette finds of one account: its searches, its shops, and the offers that are open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.offer.offer_controller import OfferController
from sourcing_desktop.ui.palette.entries import Entry, Provider
from sourcing_desktop.ui.searches.searches_controller import SearchesController
from sourcing_desktop.ui.store.store_controller import StoreController


def join_palette(
    window: MainWindow, searches: SearchesController, store: StoreController, offer: OfferController
) -> Callable[[], None]:
    """Offer them, each with its page in front; what comes back takes them away."""
    palette = window.guidance.palette
    providers = [
        _with(lambda: window.show_page(window.keyword), searches.entries),
        _with(lambda: window.show_page(window.store), store.entries),
        _with(lambda: window.raise_dock(window.offer_dock), offer.entries),
    ]
    for provider in providers:
        palette.add(provider)

    def withdraw() -> None:
        for provider in providers:
            palette.remove(provider)

    return withdraw


def _with(show: Callable[[], object], provider: Provider) -> Provider:
    """The same entries; before one of them is done, `show` brings forth where it is done."""

    def call(entry: Entry) -> None:
        show()
        entry.call()

    def entries(typed: str) -> Iterator[Entry]:
        for entry in provider(typed):
            yield replace(entry, call=partial(call, entry))

    return entries
