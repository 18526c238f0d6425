"""The program as a buyer starts it, in a process of its own, with somebody at the window who does as told.

What the proof changes is here and nowhere else: how patient the program is, where it finds its keys, and what
goes wrong in its library.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import os
import pkgutil
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

WAIT_FOR_LOCK_SECONDS = 0.5
SETTLE_MS = 200
SILENCE_SECONDS = 1.2
PATIENCE = timedelta(seconds=2.5)
"""In place of a minute. What a faulty gateway shows late is shown sooner than that."""

NEVER = 86_400.0

LOADED = (
    *("session", "connection", "around_the_library", "program"),
    *("first_paint", "beginning", "bootstrap", "runtime"),
)
LIBRARIES = (
    "keyring",
    "httpcore",
    "h11",
    "sniffio",
    "anyio._backends._asyncio",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "sourcing_desktop.services.recognition",
    "sourcing_desktop.storage.accounts",
    "ctypes",
    "_strptime",
)


@dataclass(frozen=True, slots=True)
class Order:
    """How to start: below `home`, against the gateway at `url` as `user_id`, told what to do at `port`.
    `receiver` are parts of the address where goods go. `armed`: strikes count from the start."""

    home: str
    cache: str
    port: int
    url: str
    user_id: str
    access_key: str
    secret: str
    receiver: dict[str, str]
    generation: str = "v2"
    broken: str = ""
    strikes: list[dict[str, Any]] = field(default_factory=list)
    armed: bool = False


def load() -> None:
    """Import what a program imports in its life."""
    from sourcing_desktop import ui
    from tests.faults import broken, buyer, strikes  # noqa: F401

    for name in LOADED:
        importlib.import_module(f"sourcing_desktop.app.{name}")
    for module in pkgutil.walk_packages(ui.__path__, "sourcing_desktop.ui."):
        importlib.import_module(module.name)
    for name in LIBRARIES:
        importlib.import_module(name)


def run(line: str) -> int:
    """Start as the line says; returns the exit status."""
    order = Order(**json.loads(line))
    home = Path(order.home)
    (home / "data").mkdir(parents=True, exist_ok=True)
    said = os.open(home / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 2)
    _be_impatient()
    _bring_keys(order)

    from PySide6.QtWidgets import QApplication

    from sourcing_desktop.app import calling_thread, plain_imports, runtime  # noqa: F401
    from sourcing_desktop.app.beginning import begin
    from sourcing_desktop.app.bootstrap import IN_FUSION, _keep_log
    from sourcing_desktop.app.first_paint import make_window
    from sourcing_desktop.app.paths import Paths
    from sourcing_desktop.app.program import Program
    from tests.faults import broken
    from tests.faults.buyer import Buyer
    from tests.faults.strikes import Strikes

    broken.break_(order.broken)
    strikes = Strikes(order.strikes, armed=order.armed)
    application = QApplication(["sourcing-desktop", *IN_FUSION])
    paths = Paths(home / "data", Path(order.cache))
    _keep_account(order, paths.library)
    window, loader = make_window(application, paths)
    _keep_log(paths)
    buyer = Buyer(window, order.port, strikes)
    program = Program(window, loader, paths, begin(paths), ready=buyer.has_session, failed=buyer.failed)

    async def main() -> int:
        buyer.sit_down()
        try:
            return await program.run()
        finally:
            await buyer.leave()

    gc.enable()
    return runtime.run(application, main())


def _be_impatient() -> None:
    from sourcing_desktop.gateways.pandapon import Limits, PandaPon
    from sourcing_desktop.services import recognition, settling
    from sourcing_desktop.storage.database import Database
    from sourcing_desktop.ui.orders import orders_controller

    assert recognition.Recognition.__init__.__kwdefaults__ is not None
    recognition.Recognition.__init__.__kwdefaults__["start"] = NEVER  # pictures are not what is tried here
    settling.PATIENCE = PATIENCE
    orders_controller.SETTLE_MS = SETTLE_MS
    assert Database.__init__.__kwdefaults__ is not None
    Database.__init__.__kwdefaults__["wait_seconds"] = WAIT_FOR_LOCK_SECONDS
    limits = Limits(silence=SILENCE_SECONDS, whole_answer=2 * SILENCE_SECONDS, connect=2.0, first_pause=0.05)
    assert PandaPon.__init__.__kwdefaults__ is not None
    PandaPon.__init__.__kwdefaults__["limits"] = limits
    PandaPon.__init__.__kwdefaults__["now"] = lambda: time.time()  # which a strike may replace


def _bring_keys(order: Order) -> None:
    import keyring
    from keyring.backend import KeyringBackend

    class Given(KeyringBackend):
        """The keys of the one account, whatever is asked for."""

        priority = 1.0

        def get_password(self, service: str, username: str) -> str:
            keys = {"access_key": order.access_key, "secret": order.secret, "user_id": order.user_id}
            return json.dumps(keys)

        def set_password(self, service: str, username: str, password: str) -> None:
            raise NotImplementedError("nobody enters keys here")

        def delete_password(self, service: str, username: str) -> None:
            raise NotImplementedError("nobody removes keys here")

    keyring.set_keyring(Given())


def _keep_account(order: Order, library: Path) -> None:
    """The account of the first start, and an address, as a buyer had entered them before."""
    if library.exists():
        return
    from sourcing_desktop.app.session import SANDBOX_WAREHOUSE
    from sourcing_desktop.domain.account import Account, AccountKind
    from sourcing_desktop.storage.accounts import Accounts
    from sourcing_desktop.storage.address_book import AddressBook
    from sourcing_desktop.storage.database import Database

    account = Account(
        "Proof",
        AccountKind.PANDAPON,
        base_url=order.url,
        generation=order.generation,
        user_id=order.user_id,
        id="proof",
    )

    async def keep() -> None:
        database = Database(library)
        await database.open()
        accounts = Accounts(database)
        await accounts._keep(account)
        await accounts.choose(account)
        await AddressBook(database, account.id).use(replace(SANDBOX_WAREHOUSE, **order.receiver))
        await database.close()

    asyncio.run(keep())


if __name__ == "__main__":
    load()
    sys.exit(run(sys.stdin.readline()))
