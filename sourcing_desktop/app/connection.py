"""One account's gateway, and the search by words, which works before the library is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sourcing_desktop.app.sandbox_process import OpenMarket, SandboxProcess
from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.search import Search
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.services.sign_in import credentials_of
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.search.keyword_controller import KeywordController


class Connection:
    """From `open` to `close`. `sandbox` is where the account of the sandbox works; the connection ends it."""

    gateway: PandaPon
    search: Search

    def __init__(
        self,
        window: MainWindow,
        account: Account,
        sightings: Sightings,
        report: Callable[[BaseException], None],
        sandbox: SandboxProcess | None = None,
    ) -> None:
        """`sightings` are told what is searched for and shown."""
        self._window = window
        self.account = account
        self.market: OpenMarket | None = None
        self.sightings = sightings
        self._sandbox = sandbox
        self._keyword: KeywordController | None = None
        self._open = False
        self.scope = TaskScope("session", report)
        """Controllers' work; ends with the connection."""

    async def open(self, progress: Callable[[str], None]) -> None:
        """Find the gateway and let the buyer search. SourcingError when that cannot be."""
        self.gateway = PandaPon(*await self._reach(progress))
        self._open = True
        self.search = Search(self.gateway, self.sightings)
        self._keyword = KeywordController(
            self._window.keyword, self.search, self.scope, self.account.language
        )

    def withdraw(self) -> None:
        """Take the search off the window, and what the window still offers to do."""
        if self._keyword is not None:
            self._keyword.deleteLater()
            self._keyword = None
        self._window.withdraw_offers()

    async def close(self) -> None:
        """End all work and the gateway."""
        self.withdraw()
        await self.scope.close()
        if self._open:
            await self.gateway.close()
        if self._sandbox is not None:
            await self._sandbox.stop()

    async def _reach(self, progress: Callable[[str], None]) -> tuple[Account, Credentials]:
        if self._sandbox is not None:
            self.market = await self._sandbox.listening(progress)
            return replace(self.account, base_url=self.market.url), self.market.credentials
        return self.account, await credentials_of(self.account)
