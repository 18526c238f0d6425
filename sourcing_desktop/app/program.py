"""The life of the program after its first paint: the whole window, one session after another, a tidy end."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING

from sourcing_desktop.app.beginning import Beginning
from sourcing_desktop.app.early_wishes import NOT_CONNECTED, OPENING, EarlyWishes
from sourcing_desktop.app.large_blocks import give_back_large_blocks
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.sandbox_process import NOT_STARTED, SandboxProcess
from sourcing_desktop.domain.account import Account, AccountKind
from sourcing_desktop.domain.errors import SourcingError, Unreachable
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.last_account import last_account
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.account.account_controller import AccountController
from sourcing_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from sourcing_desktop.app.around_the_library import AroundLibrary
    from sourcing_desktop.app.connection import Connection
    from sourcing_desktop.app.session import Session
    from sourcing_desktop.services.sign_in import SignIn
    from sourcing_desktop.storage.database import Database

log = logging.getLogger(__name__)

ALREADY_OPEN = tr(
    "Sourcing Desktop is already open with this library. Use that window, or close it and press Retry."
)


class Program:
    """Owns the session. `searchable` is called as soon as words can be searched for, `ready` with each
    session once all of the window works, `failed` with the sentence when one cannot be opened."""

    def __init__(
        self,
        window: MainWindow,
        loader: PictureLoader,
        paths: Paths,
        begun: Beginning,
        ready: Callable[[Session], object] | None = None,
        failed: Callable[[str], object] | None = None,
        searchable: Callable[[], object] | None = None,
    ) -> None:
        self.window = window
        self._loader = loader
        self._paths = paths
        self._ready = ready
        self._failed = failed
        self._searchable = searchable
        self._reported: set[str] = set()
        self._turn = asyncio.Event()
        self._closing = False
        self._database: Database | None = None
        self._sign_in: SignIn | None = None
        self._removed: list[Account] = []
        self._account: Account | None = None
        self._library: AroundLibrary | None = None
        self._sightings = Sightings()
        self._opening: asyncio.Task[None] | None = None
        self._session: Session | None = None
        self._wishes: EarlyWishes | None = None
        self._scope = TaskScope("program", self.report)
        self._begun = begun

    async def run(self) -> int:
        """Work until the window is closed; returns the exit status."""
        self._listen()
        give_back_large_blocks()
        while not self._closing:
            self._turn.clear()
            opening = self._opening = self._scope.start(self._open(), name="open a session")
            await asyncio.wait((opening,))
            if not self._closing:
                self.window.furnish()  # it is, unless nothing could be opened
                if self._session is None:
                    self._hear_all_wishes(NOT_CONNECTED)
                    await self._show_library_alone()
            await self._turn.wait()
            if self._session is not None:
                self.window.show_work(tr("Closing…") if self._closing else tr("Changing the account…"))
                await self._session.close(self._hear_all_wishes)
                self._session = None
            elif self._library is not None:
                await self._library.close()
                self._library = None
            await self._forget_removed()
        await self._end()
        return 0

    def stop(self) -> None:
        """End the program in an orderly way, also while it is still starting."""
        self._closing = True
        self._turn.set()
        if self._opening is not None:
            self._opening.cancel()

    def again(self) -> None:
        """Close the session, if there is one, and open one anew: another account, or another try."""
        self.window.problem.hide()
        self._turn.set()

    def report(self, error: BaseException) -> None:
        """Tell about an error nobody handled: a sentence for those meant for people, else a quiet notice
        once per kind, with the details in the log."""
        if isinstance(error, SourcingError):
            log.warning("%s (%s)", error.sentence, error.detail)
            self.window.problem.say(error.sentence)
            return
        log.error("a bug", exc_info=error)
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        kind = f"{type(error).__name__} {last.tb_frame.f_code.co_qualname if last else ''}"
        if kind not in self._reported:
            self._reported.add(kind)
            self.window.problem.say(
                tr("Something went wrong inside the program. It goes on; see {log}.", log=self._paths.log)
            )

    async def _open(self) -> None:
        window = self.window
        try:
            lock = self._begun.lock
            if not lock.isLocked() and not lock.tryLock(0):
                window.problem.say(ALREADY_OPEN, self.again)
                return
            window.show_work(tr("Starting…"))
            session = self._session = await self._open_session()
            window.show_work("")
        except SourcingError as error:
            log.warning("%s (%s)", error.sentence, error.detail)
            window.show_work(tr("Not connected"))
            window.problem.say(error.sentence, self.again)
            if self._failed is not None:
                self._failed(error.sentence)
            return
        finally:
            if not gc.isenabled():  # off since the start, while modules were loaded
                gc.freeze()  # they stay: later collections need not look at them, and pause for less
                gc.enable()
        if self._ready is not None:
            self._ready(session)

    async def _open_session(self) -> Session:
        """First what searching needs, then the library and the rest. What was begun is undone when it fails,
        or when the program is closed meanwhile."""
        async with AsyncExitStack() as undo:
            account = last_account(self._paths.library) or await (await self._accounts()).current()
            self._account, self._sightings = account, Sightings()
            if self.window.tabs.front_name == "library":  # it needs no other page, and no gateway
                await self._open_library(account)
            connection = await self._connect(account, undo)
            wishes = self._hear_wishes(OPENING)
            if self._searchable is not None:
                self._searchable()
            self.window.show_work(OPENING)
            await self._furnish()
            wishes.hear_pages(self.window)
            await self._accounts()
            assert self._database is not None
            library = await self._open_library(account)
            module = await _module("sourcing_desktop.app.session")
            session: Session = module.Session(self.window, self._database, connection, library, self.report)
            self._library = None  # the session ends it
            undo.pop_all()
            undo.push_async_callback(session.close)
            await session.open(wishes.rest)
            undo.pop_all()
        self._wishes = None
        wishes.fulfil()
        return session

    async def _open_library(self, account: Account) -> AroundLibrary:
        """What was seen with an account; its page works from now on."""
        if self._library is None:
            module = await _module("sourcing_desktop.app.around_the_library")
            folder = self._paths.seen / account.id
            self._library = module.AroundLibrary(self.window, folder, self._sightings, self.report)
        assert self._library is not None
        return self._library

    async def _show_library_alone(self) -> None:
        """Without a session what was seen can still be looked through, unless another program has it open."""
        if self._account is not None:
            (await self._open_library(self._account)).see()

    def _hear_wishes(self, sentence: str) -> EarlyWishes:
        """Keep what is asked for until a session is open, and say why it is not done at once."""
        if self._wishes is None:
            self._wishes = EarlyWishes(self.window.cards, self.window.toast.say)
        self._wishes.listen()
        self._wishes.sentence = sentence
        return self._wishes

    def _hear_all_wishes(self, sentence: str = OPENING) -> None:
        self._hear_wishes(sentence).hear_pages(self.window)

    async def _connect(self, account: Account, undo: AsyncExitStack) -> Connection:
        window, paths = self.window, self._paths
        sandbox, self._begun.sandbox = self._begun.sandbox, None
        if sandbox is None and account.kind is AccountKind.SANDBOX:
            sandbox = SandboxProcess(paths.sandbox_market, paths.sandbox_trade)
            try:
                sandbox.launch()
            except OSError as error:
                raise Unreachable(NOT_STARTED, detail=str(error)) from error
        if sandbox is not None:
            undo.push_async_callback(sandbox.stop)
        module = await _module("sourcing_desktop.app.connection")
        connection: Connection = module.Connection(window, account, self._sightings, self.report, sandbox)
        undo.push_async_callback(connection.close)
        window.show_account(_described(account))
        window.set_language(account.language)
        await connection.open(window.show_start)
        window.show_start("")
        return connection

    async def _furnish(self) -> None:
        """Part by part: what is typed meanwhile comes between them."""
        for part in self.window.parts():
            getattr(self.window, part)
            await asyncio.sleep(0)

    async def _accounts(self) -> SignIn:
        """The buyer's accounts, for which the library is opened the first time."""
        database = await _module("sourcing_desktop.storage.database")
        accounts = await _module("sourcing_desktop.storage.accounts")
        sign_in = await _module("sourcing_desktop.services.sign_in")
        if self._database is None:
            opened: Database = database.Database(self._paths.library)
            async with AsyncExitStack() as undo:
                undo.push_async_callback(opened.close)
                await opened.open()
                undo.pop_all()
            self._database = opened
            self._sign_in = sign_in.SignIn(accounts.Accounts(opened))
        assert self._sign_in is not None
        return self._sign_in

    async def _choose_account(self) -> None:
        if self._sign_in is not None and self._may_change():
            controller = AccountController(self.window, self._sign_in, self._scope, self._removed.append)
            if await controller.choose():
                self.again()

    async def _forget_removed(self) -> None:
        """Delete what accounts have seen that are no more; now nobody has it open."""
        while self._removed:
            account = self._removed.pop()
            filters = await _module("sourcing_desktop.ui.library.kept_filters")
            filters.forget(self.window.settings, account.id)
            removal = await _module("sourcing_desktop.storage.seen.removal")
            try:
                await removal.remove_library(self._paths.seen / account.id)
            except SourcingError as error:
                self.report(error)

    async def _speak(self, language: str) -> None:
        if self._sign_in is None:
            return
        account = await self._sign_in.current()
        if self._may_change():
            await self._sign_in.speak(account, language)
            self.again()
        else:
            self.window.set_language(account.language)

    def _may_change(self) -> bool:
        """Whether the session may be ended for another one: not before its orders and payments have their
        answers."""
        if self._session is None or not self._session.placing.busy:
            return True
        self.window.toast.say(tr("An order or a payment is under way. Try again when it has its answer."))
        return False

    async def _end(self) -> None:
        await self._scope.close()
        if self._begun.sandbox is not None:
            await self._begun.sandbox.stop()
        try:
            self._loader.close()
        finally:  # whatever becomes of pictures
            if self._database is not None:
                await self._database.close()
            self._begun.lock.unlock()
        self.window.hide()

    def _listen(self) -> None:
        self.window.closing.connect(self.stop)
        self.window.actions_by_name["accounts"].triggered.connect(
            lambda: self._scope.start_once(self._choose_account, name="accounts")
        )
        self.window.language_chosen.connect(
            lambda language: self._scope.start_once(lambda: self._speak(language), name="language")
        )
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: self._loop_error(context))
        sys.excepthook = self._uncaught
        if sys.platform != "win32":
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self.stop)

    def _loop_error(self, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.report(error)
        else:
            log.error("the event loop says: %s", context.get("message"))

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self.report(error)


async def _module(name: str) -> ModuleType:
    """A module that is slow to load, loaded while the window goes on."""
    return await asyncio.to_thread(importlib.import_module, name)


def _described(account: Account) -> str:
    if account.kind is AccountKind.SANDBOX:
        return tr("Sandbox · nothing is really bought")
    return f"{account.name} · PandaPon {account.generation}"
