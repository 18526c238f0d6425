"""Pictures, a scope that hears every error, and a place for widgets on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.services.previewing import Previewing
from sourcing_desktop.storage.address_book import AddressBook
from sourcing_desktop.storage.exchange_rate import ExchangeRate
from sourcing_desktop.storage.seen_previews import SeenPreviews
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_controller import CartController
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.checkout.checkout_controller import CheckoutController
from sourcing_desktop.ui.checkout.confirmation import Services
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.theme import LIGHT, Theme
from tests.support.async_tests import Ends
from tests.support.checkout import Bench, Clock


@pytest.fixture
def theme() -> Theme:
    return LIGHT


@pytest.fixture
def loader(qapp, tmp_path) -> Iterator[PictureLoader]:
    loader = PictureLoader(tmp_path / "pictures")
    yield loader
    loader.close()


@pytest.fixture
def open_scope(at_the_end: Ends) -> Iterator[Callable[[str], TaskScope]]:
    """Makes scopes; the test fails with the first error in one of their tasks."""
    errors: list[BaseException] = []

    def make(name: str) -> TaskScope:
        scope = TaskScope(name, errors.append)
        at_the_end.append(scope.close)
        return scope

    yield make
    if errors:
        raise errors[0]


@pytest.fixture
def on_screen(qtbot) -> Callable[[QWidget], None]:
    """Shows a widget as an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return show


@pytest.fixture
def bench(desk, theme, loader, on_screen, open_scope) -> Bench:
    """A cart and a checkout at work on a desk."""
    page = CartPage(theme, loader)
    on_screen(page)
    scope, placing, clock = open_scope("session"), open_scope("placing"), Clock()
    addresses = AddressBook(desk.database, "sandbox")
    CartController(page, desk.basket, desk.ordering, scope, scope, CartUndo(Toast(page), scope))
    previewing = Previewing(desk.gateway, desk.basket, SeenPreviews(desk.database, "sandbox"))
    exchange = Exchange(ExchangeRate(desk.database))
    services = Services(desk.ordering, previewing, desk.basket, addresses, exchange, lambda _sheet: None)
    checkout = CheckoutController(page, services, scope, placing, now=clock)
    return Bench(desk, page, checkout, addresses, exchange, scope, placing, clock)
