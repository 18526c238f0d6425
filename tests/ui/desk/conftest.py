"""The picture desk at work."""

from __future__ import annotations

import pytest

from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.desk_page import DeskPage
from sourcing_desktop.ui.notices import Toast
from tests.support.search_page import Bench


@pytest.fixture
def image(show, search_desk, open_scope, picture_index) -> Bench:
    return show(
        DeskPage,
        lambda page: DeskController(page, Search(search_desk.gateway), open_scope("page"), Toast(page)),
    )
