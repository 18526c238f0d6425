"""Search pages at work."""

from __future__ import annotations

import pytest

from sourcing_desktop.services.search import Search
from sourcing_desktop.services.shops import Shops
from sourcing_desktop.ui.search.keyword_page import KeywordController, KeywordPage
from sourcing_desktop.ui.search.store_page import StoreController, StorePage
from tests.support.search_page import Bench


@pytest.fixture
def keyword(show, search_desk, open_scope) -> Bench:
    return show(
        KeywordPage, lambda page: KeywordController(page, Search(search_desk.gateway), open_scope("page"))
    )


@pytest.fixture
def store(show, search_desk, open_scope) -> Bench:
    search, shops = Search(search_desk.gateway), Shops(search_desk.gateway)
    return show(StorePage, lambda page: StoreController(page, search, shops, open_scope("page")))
