"""Search pages on the screen, each joined to the services of a running sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from tests.support.async_tests import Ends
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until


@dataclass
class Bench:
    """A page joined to a desk."""

    desk: Desk
    page: Any
    controller: Any

    @property
    def results(self) -> ResultsView:
        return self.page.results

    @property
    def offers(self) -> list[Offer]:
        """What the grid has."""
        model = self.results.model
        return [model.offer(row) for row in range(model.rowCount())]

    async def stage(self, stage: Stage) -> None:
        """Wait until the results are at a stage."""
        await until(lambda: self.results.stage is stage)

    async def answered(self) -> None:
        """Wait until every request that was sent has come to its end, also one nobody waits for."""
        await until(lambda: not any(task.get_name().startswith("gateway") for task in asyncio.all_tasks()))


@pytest.fixture
def search_desk(open_desk: OpenDesk, runner: asyncio.Runner, at_the_end: Ends) -> Desk:
    """A desk whose requests end with the test."""
    desk = runner.run(open_desk())
    at_the_end.append(desk.gateway.close)
    return desk


@pytest.fixture
def show(search_desk: Desk, on_screen: Callable, theme, loader, qapp) -> Callable[..., Bench]:
    """Shows a page and joins it to a controller made by `join(page)`."""

    def showing(page_type: type, join: Callable[[Any], Any]) -> Bench:
        page = page_type(theme, loader)
        page.resize(1000, 700)
        on_screen(page)
        return Bench(search_desk, page, join(page))

    return showing
