"""The program around its sessions: what it changes, and when it does not."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sourcing_desktop.app.beginning import begin
from sourcing_desktop.app.early_wishes import EarlyWishes
from sourcing_desktop.app.hand import press, write
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.program import Program
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.domain.seen import SeenQuery
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.account.account_dialog import AccountDialog
from sourcing_desktop.ui.library import kept_filters
from sourcing_desktop.ui.library.period import Period
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.async_tests import Ends
from tests.support.sandbox import RunningSandbox
from tests.support.seen_file import library_in, seen
from tests.support.waiting import until
from tests.support.window import MemoryKeyring
from tests.ui.grid.moves import offer


@pytest.fixture
def scope(at_the_end: Ends) -> TaskScope:
    scope = TaskScope("program under test", pytest.fail)
    at_the_end.append(scope.close)
    return scope


@pytest.fixture
def own_hooks(monkeypatch: pytest.MonkeyPatch, runner: asyncio.Runner) -> Iterator[None]:
    """The program listens to signals and errors of the whole process; afterwards the run does again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    loop = runner.get_loop()
    loop.set_exception_handler(None)
    for number, handler in before.items():
        loop.remove_signal_handler(number)
        signal.signal(number, handler)


async def with_account(paths: Paths, sandbox: RunningSandbox) -> None:
    """A library whose chosen account works on the running sandbox."""
    database = Database(paths.library)
    await database.open()
    account = Account("Trial", AccountKind.PANDAPON, sandbox.url)
    keys = sandbox.keys
    await Accounts(database).save(account, Credentials(keys.access_key, keys.secret, keys.user_id))
    await Accounts(database).choose(account)
    await database.close()


def speak(window: MainWindow, language: str) -> None:
    """Choose the language of titles in the menu."""
    next(action for action in window.title_languages.actions() if action.data() == language).trigger()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
async def test_nothing_changes_sessions_while_an_order_is_under_way(
    window: MainWindow,
    sandbox: RunningSandbox,
    key_ring: object,
    own_hooks: None,
    scope: TaskScope,
    tmp_path: Path,
):
    paths = Paths.below(tmp_path)
    await with_account(paths, sandbox)
    sessions: list[Session] = []
    program = Program(window, window.loader, paths, begin(paths), sessions.append)
    running = scope.start(program.run(), name="run")
    await until(lambda: sessions)
    order = asyncio.Event()
    sessions[0].placing.start(order.wait(), name="order")

    attempts: list[Callable[[], None]] = [
        lambda: speak(window, "es"),
        window.actions_by_name["accounts"].trigger,
    ]
    for attempt in attempts:
        window.toast.hide()
        attempt()
        await until(window.toast.isVisible)
        assert window.toast.text.text().startswith("An order or a payment is under way.")
    assert not window.findChildren(AccountDialog)
    assert [action.data() for action in window.title_languages.actions() if action.isChecked()] == ["en"]
    assert not sessions[0].scope.closed

    order.set()
    await until(lambda: not sessions[0].placing.busy)
    speak(window, "es")
    await until(lambda: len(sessions) == 2)
    assert sessions[1].account.language == "es"
    program.stop()
    assert await running == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
async def test_a_program_that_is_closed_as_its_session_opens_closes_the_session(
    window: MainWindow,
    sandbox: RunningSandbox,
    key_ring: object,
    own_hooks: None,
    scope: TaskScope,
    tmp_path: Path,
):
    paths = Paths.below(tmp_path)
    await with_account(paths, sandbox)
    sessions: list[Session] = []

    def close_at_once(session: Session) -> None:
        sessions.append(session)
        program.stop()

    program = Program(window, window.loader, paths, begin(paths), close_at_once)
    assert await program.run() == 0
    assert sessions[0].placing.closed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
async def test_who_searches_does_not_wait_for_the_library(
    window: MainWindow,
    sandbox: RunningSandbox,
    key_ring: object,
    own_hooks: None,
    scope: TaskScope,
    tmp_path: Path,
):
    paths = Paths.below(tmp_path)
    await with_account(paths, sandbox)
    sessions: list[Session] = []
    seen: list[int] = []

    def search() -> None:
        seen.append(len(sessions))
        write(window.keyword.words, "mug")
        press(window.keyword.words, Qt.Key.Key_Return)

    program = Program(window, window.loader, paths, begin(paths), sessions.append, searchable=search)
    running = scope.start(program.run(), name="run")
    await until(lambda: window.keyword.results.stage is Stage.RESULTS)
    await until(lambda: sessions)
    assert seen == [0]
    assert window.keyword.results.model.rowCount()
    program.stop()
    assert await running == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
async def test_what_is_asked_of_a_card_before_the_library_is_open_is_done_then(
    window: MainWindow,
    sandbox: RunningSandbox,
    key_ring: object,
    own_hooks: None,
    scope: TaskScope,
    tmp_path: Path,
):
    paths = Paths.below(tmp_path)
    await with_account(paths, sandbox)
    sessions: list[Session] = []
    results, seen = window.keyword.results, offer(0)

    def heart_and_open() -> None:
        assert not sessions
        results.model.reset([seen])
        results.show_results()
        results.grid.shortlist_toggled.emit([seen])
        results.grid.opened.emit(seen)
        assert window.toast.isVisible()
        assert window.toast.text.text() == "Opening your library…"

    begun = begin(paths)
    program = Program(window, window.loader, paths, begun, sessions.append, searchable=heart_and_open)
    running = scope.start(program.run(), name="run")
    await until(lambda: sessions)
    await until(lambda: results.grid.is_shortlisted(seen))
    assert window.offer.isVisible()
    assert not results.findChildren(EarlyWishes)
    program.stop()
    assert await running == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
async def test_what_an_account_has_seen_goes_with_it(
    window: MainWindow,
    sandbox: RunningSandbox,
    key_ring: object,
    own_hooks: None,
    scope: TaskScope,
    tmp_path: Path,
):
    paths = Paths.below(tmp_path)
    await with_account(paths, sandbox)
    kept = paths.seen / "another" / "offers.sqlite"
    kept.parent.mkdir(parents=True)
    kept.touch()
    sessions: list[Session] = []
    program = Program(window, window.loader, paths, begin(paths), sessions.append)
    running = scope.start(program.run(), name="run")
    await until(lambda: sessions)
    name = sessions[0].account.id
    seen = paths.seen / name
    await until(lambda: (seen / "offers.sqlite").exists())
    kept_filters.keep(window.settings, name, SeenQuery(seller="Lan's shop"), Period())
    window.actions_by_name["accounts"].trigger()
    await until(lambda: window.findChildren(AccountDialog))
    (dialog,) = window.findChildren(AccountDialog)
    await until(dialog.isVisible)
    dialog.remove.click()
    await until(lambda: not seen.exists())
    assert sessions[0].placing.closed
    assert kept.exists()
    assert not [key for key in window.settings.allKeys() if name in key]
    program.stop()
    assert await running == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.expects_log("not in the keyring")
async def test_what_was_seen_is_there_without_a_session(
    window: MainWindow,
    sandbox: RunningSandbox,
    key_ring: MemoryKeyring,
    own_hooks: None,
    scope: TaskScope,
    tmp_path: Path,
):
    paths = Paths.below(tmp_path)
    await with_account(paths, sandbox)
    (account,) = key_ring.kept
    key_ring.kept.clear()
    async with library_in(paths.seen / account[1]) as library:
        await library.record(
            [replace(each, offer=replace(each.offer, picture="")) for each in (seen(1), seen(2))]
        )
    failures: list[str] = []
    program = Program(window, window.loader, paths, begin(paths), failed=failures.append)
    running = scope.start(program.run(), name="run")
    await until(lambda: failures)
    window.actions_by_name["library"].trigger()
    await until(lambda: window.library.results.stage is Stage.RESULTS)
    assert window.library.results.model.rowCount() == 2
    program.stop()
    assert await running == 0
