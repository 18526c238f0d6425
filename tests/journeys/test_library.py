"""What was seen outlives the program and the network: it is found again by words, with its pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import press, write
from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import SeenKind, SeenOrder
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.search.results_view import Stage
from tests.journeys.test_shortlist import working_program
from tests.support.sandbox import recorded_sandbox
from tests.support.waiting import until

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


async def look_for(window: MainWindow, words: str) -> int:
    """Search by keyboard until every picture in sight is there; returns how many offers were found."""
    results = window.keyword.results
    press(window, KEY.Key_1, CTRL)
    write(window.keyword.words, words)
    press(window.keyword.words, KEY.Key_Return)
    await until(lambda: results.stage is Stage.RESULTS and not results.model.dimmed)
    await until(lambda: in_sight(window, results.grid))
    return results.model.rowCount()


def in_sight(window: MainWindow, grid) -> bool:
    """Whether every card in sight is there with its picture."""
    rows = grid.shown_rows()
    offers = grid.offers_at(rows)
    return len(offers) == len(rows) > 0 and all(
        window.loader.any_size(offer.picture) is not None for offer in offers
    )


@pytest.mark.limit(90)
async def test_what_was_seen_is_found_again_without_a_network(tmp_path, market_path, key_ring, qapp):
    with recorded_sandbox(market_path) as (sandbox, _):
        keys = Credentials(sandbox.keys.access_key, sandbox.keys.secret, sandbox.keys.user_id)
        async with working_program(tmp_path, sandbox.url, keys) as window:
            mugs = await look_for(window, "mug")
            press(window, KEY.Key_R, CTRL)
            press(window.keyword.results.grid, KEY.Key_Return)
            await until(lambda: window.offer.page.detail is not None)
            await look_for(window, "lamp")
    async with working_program(tmp_path, sandbox.url, keys) as window:  # and nobody answers any more
        press(window, KEY.Key_6, CTRL)
        page = window.library
        await until(lambda: page.found.stage is Stage.RESULTS)
        oldest_first = page.filters.order  # their pictures were waited for; those of the next page were not
        oldest_first.setCurrentIndex(oldest_first.findData(SeenOrder.OLDEST))
        oldest_first.activated.emit(oldest_first.currentIndex())
        await until(lambda: in_sight(window, page.found.grid))
        everything = page.found.model.rowCount()
        assert everything > mugs
        assert page.words.hasFocus()
        write(page.words, "mug")
        press(page.words, KEY.Key_Down)
        await until(lambda: mugs <= page.found.model.rowCount() < everything)
        await until(lambda: in_sight(window, page.found.grid))
        await until(lambda: page.facts.text().startswith("Seen "))
        page.filters.platform.setCurrentIndex(page.filters.platform.findData(Platform.TAOBAO))
        page.filters.platform.activated.emit(0)
        await until(lambda: page.found.stage is Stage.NONE)
        page.filters.reset()
        page.filters.kind.buttons[SeenKind.OPENED].click()
        await until(lambda: page.found.model.rowCount() == 1)
        press(page.found.grid, KEY.Key_Right)
        press(page.found.grid, KEY.Key_Return)
        await until(lambda: window.offer.page.detail is not None)  # as it was kept
