"""What is begun right after the first paint, before anything heavy is loaded, asyncio included."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QLockFile

from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.sandbox_process import SandboxProcess
from sourcing_desktop.domain.account import AccountKind
from sourcing_desktop.storage.last_account import last_account


@dataclass(slots=True)
class Beginning:
    """The library's lock, which may be another program's, and the sandbox if the account in use needs it."""

    lock: QLockFile
    sandbox: SandboxProcess | None = None


def begin(paths: Paths) -> Beginning:
    """Lock the library, and start what takes a process of its own to come up."""
    begun = Beginning(QLockFile(str(paths.data / "library.lock")))
    begun.lock.setStaleLockTime(0)
    if begun.lock.tryLock(0):
        account = last_account(paths.library)
        if account is not None and account.kind is AccountKind.SANDBOX:
            sandbox = SandboxProcess(paths.sandbox_market, paths.sandbox_trade)
            with suppress(OSError):  # it is tried again, and said then
                sandbox.launch()
                begun.sandbox = sandbox
    return begun
