"""The store page at work."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.services.search import Search
from sourcing_desktop.services.shops import Shops
from sourcing_desktop.storage.remembered_shops import RememberedShops
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.store.store_controller import StoreController
from sourcing_desktop.ui.store.store_page import StorePage
from tests.support.search_page import Bench


@pytest.fixture
def shops(search_desk) -> Shops:
    return Shops(search_desk.gateway, RememberedShops(search_desk.database, "sandbox"))


@pytest.fixture
def toast(qtbot) -> Toast:
    window = QWidget()
    qtbot.addWidget(window)
    return Toast(window)


@pytest.fixture
def store(show, search_desk, shops, open_scope, toast, runner) -> Bench:
    async def join(page: StorePage) -> StoreController:
        search, scope = Search(search_desk.gateway), open_scope("page")
        return StoreController(page, search, shops, scope, open_scope("keeping"), toast)

    return show(StorePage, lambda page: runner.run(join(page)))
