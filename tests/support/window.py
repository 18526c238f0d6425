"""The whole window at work on a running sandbox, which it knows as a PandaPon account with keys in a keyring
that is forgotten after the test."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.app.around_the_library import AroundLibrary
from sourcing_desktop.app.connection import Connection
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.theme import live_theme
from tests.support.async_tests import Ends
from tests.support.sandbox import RunningSandbox
from tests.support.waiting import until


class MemoryKeyring(KeyringBackend):
    """Keeps passwords until the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def key_ring() -> Iterator[MemoryKeyring]:
    """The keyring of this test alone."""
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@dataclass
class OpenProgram:
    """The window and the session that works behind it. `paths` is where all of it is kept."""

    window: MainWindow
    session: Session
    sandbox: RunningSandbox
    database: Database
    paths: Paths

    @property
    def focus(self) -> QWidget | None:
        """Where keys go."""
        return QApplication.focusWidget()


OpenWindow = Callable[..., Awaitable[OpenProgram]]


@pytest.fixture
def window(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The program's window, active on the screen, without anybody behind it."""
    paths = Paths.below(tmp_path)
    paths.data.mkdir(parents=True)
    loader = PictureLoader(paths.pictures)
    window = MainWindow(
        live_theme("light"), loader, QSettings(str(paths.settings), QSettings.Format.IniFormat)
    )
    window.furnish()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.hide()
    window.deleteLater()
    loader.close()


@pytest.fixture
def open_window(
    window: MainWindow,
    sandbox: RunningSandbox,
    tmp_path: Path,
    key_ring: MemoryKeyring,
    at_the_end: Ends,
) -> Iterator[OpenWindow]:
    """Opens sessions in the window, one after the other. The first error nobody handled fails the test."""
    errors: list[BaseException] = []
    opened: list[Session] = []
    paths = Paths.below(tmp_path)
    database = Database(paths.library)
    at_the_end.append(database.close)

    async def close() -> None:
        while opened:
            await opened.pop().close()

    at_the_end.append(close)

    async def make(*, key: str = "", secret: str = "", **account: str) -> OpenProgram:
        await close()
        await database.open()
        ours = replace(Account("Trial", AccountKind.PANDAPON, sandbox.url, id="trial"), **account)
        keys = sandbox.keys
        credentials = Credentials(key or keys.access_key, secret or keys.secret, keys.user_id)
        await Accounts(database).save(ours, credentials)
        sightings = Sightings()
        connection = Connection(window, ours, sightings, errors.append)
        await connection.open(window.show_work)
        library = AroundLibrary(window, paths.seen / ours.id, sightings, errors.append)
        opened.append(Session(window, database, connection, library, errors.append))
        await opened[-1].open()
        return OpenProgram(window, opened[-1], sandbox, database, paths)

    yield make
    if errors:
        raise errors[0]


@pytest.fixture
def program(open_window: OpenWindow, runner: asyncio.Runner) -> OpenProgram:
    """The window at work, with the cart and the orders read."""

    async def opened() -> OpenProgram:
        program = await open_window()
        await until(lambda: not program.window.cart.loading.isVisibleTo(program.window.cart))
        await until(program.window.orders.refresh.isEnabled)
        return program

    return runner.run(opened())
