"""The page of feeds at work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QTabWidget, QWidget

from sourcing_desktop.services.discovery import Discovery
from sourcing_desktop.services.pool import Pool
from sourcing_desktop.ui.discover.discover_controller import DiscoverController
from sourcing_desktop.ui.discover.discover_page import DiscoverPage
from tests.support.pool import sandbox_pool
from tests.support.search_page import Bench


@pytest.fixture
def tabs(on_screen) -> QTabWidget:
    """A window whose first tab is in front."""
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "Elsewhere")
    tabs.resize(1000, 700)
    on_screen(tabs)
    return tabs


@pytest.fixture
def discover_with(search_desk, tabs, theme, loader, open_scope, at_the_end) -> Callable[[Pool], Bench]:
    """The page on any pool, behind another tab at first."""

    def showing(pool: Pool) -> Bench:
        at_the_end.append(pool.close)
        page = DiscoverPage(theme, loader)
        tabs.addTab(page, "Discover")
        discovery = Discovery(search_desk.gateway, pool)
        return Bench(search_desk, page, DiscoverController(page, discovery, open_scope("page")))

    return showing


@pytest.fixture
def discover(discover_with, sandbox) -> Bench:
    return discover_with(sandbox_pool(sandbox))
