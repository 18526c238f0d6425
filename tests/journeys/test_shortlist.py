"""A shortlist outlives the program and the network: what was put aside is there with its note and picture."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from sourcing_desktop.app.around_the_library import AroundLibrary
from sourcing_desktop.app.connection import Connection
from sourcing_desktop.app.hand import press, write
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from sourcing_desktop.ui.theme import live_theme
from tests.support.sandbox import recorded_sandbox
from tests.support.waiting import until

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BLUE = "in blue, 100 pcs → ask for a sample"


@asynccontextmanager
async def working_program(home: Path, url: str, keys: Credentials) -> AsyncIterator[MainWindow]:
    """The window at work on a library that stays, for as long as this lasts."""
    paths = Paths.below(home)
    paths.data.mkdir(parents=True, exist_ok=True)
    errors: list[BaseException] = []
    loader = PictureLoader(paths.pictures)
    settings = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    window = MainWindow(live_theme("light"), loader, settings)
    window.furnish()
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    database = Database(paths.library)
    await database.open()
    account = Account("Trial", AccountKind.PANDAPON, url, id="trial")
    await Accounts(database).save(account, keys)
    sightings = Sightings()
    connection = Connection(window, account, sightings, errors.append)
    await connection.open(window.show_work)
    library = AroundLibrary(window, paths.seen / account.id, sightings, errors.append)
    session = Session(window, database, connection, library, errors.append)
    await session.open()
    try:
        yield window
    finally:
        await session.close()
        await database.close()
        loader.close()
        window.hide()
        window.deleteLater()
    assert not errors


def painted(results: ResultsView) -> bool:
    """Whether every card in sight has its picture."""
    grid, loader = results.grid, results.window().loader
    pictures = [grid.model().offer(row).picture for row in grid.shown_rows()]
    return bool(pictures) and all(loader.any_size(url) is not None for url in pictures)


@pytest.mark.limit(60)
async def test_what_was_put_aside_is_there_without_a_network(tmp_path, market_path, key_ring, qapp):
    with recorded_sandbox(market_path) as (sandbox, _):
        keys = Credentials(sandbox.keys.access_key, sandbox.keys.secret, sandbox.keys.user_id)
        async with working_program(tmp_path, sandbox.url, keys) as window:
            results = window.keyword.results
            write(window.keyword.words, "mug")
            press(window.keyword.words, Qt.Key.Key_Return)
            await until(lambda: results.stage is Stage.RESULTS)
            press(window, Qt.Key.Key_R, CTRL)
            press(results.grid, Qt.Key.Key_Right, SHIFT)
            chosen = results.grid.selected_offers()
            assert len(chosen) == 2
            press(results.grid, Qt.Key.Key_B, CTRL)
            press(window, Qt.Key.Key_5, CTRL)
            page = window.shortlist
            await until(lambda: painted(page.results))
            assert page.results.grid.hasFocus()
            write(page.note, BLUE)
    async with working_program(tmp_path, sandbox.url, keys) as window:
        page = window.shortlist
        await until(lambda: page.results.stage is Stage.RESULTS)
        assert window.tabs.tabText(window.tabs.indexOf(page)) == "Shortlist 2"
        press(window, Qt.Key.Key_5, CTRL)
        await until(lambda: painted(page.results))
        grid = page.results.grid
        assert [grid.model().offer(row) for row in range(2)] == chosen
        assert grid.current_offer() == chosen[0]
        assert page.note.text() == BLUE
