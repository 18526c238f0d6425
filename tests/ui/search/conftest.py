"""Search pages at work."""

from __future__ import annotations

import pytest

from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.search.keyword_controller import KeywordController
from sourcing_desktop.ui.search.keyword_page import KeywordPage
from tests.support.search_page import Bench


@pytest.fixture
def keyword(show, search_desk, open_scope) -> Bench:
    return show(
        KeywordPage, lambda page: KeywordController(page, Search(search_desk.gateway), open_scope("page"))
    )
