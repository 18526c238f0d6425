"""Starts the embedded sandbox market as a process of its own and ends it with the program.

The child ends by itself when its standard input closes, so it does not outlive a program that was killed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.errors import Unreachable
from sourcing_desktop.language import tr

PREPARING = {
    "market": tr("First start: preparing the market of the sandbox. This takes some seconds, once."),
}
NOT_STARTED = tr(
    "The sandbox market could not be started. Restart the program; if it stays, see server-log.txt."
)


@dataclass(frozen=True, slots=True, repr=False)
class OpenMarket:
    """Where the sandbox listens and the keys it made for this run."""

    url: str
    credentials: Credentials
    linkedmall: Credentials
    control_token: str


class SandboxProcess:
    """One sandbox server. `catalogue` is a folder that may be deleted; `trade` keeps carts and orders."""

    def __init__(self, catalogue: Path, trade: Path) -> None:
        self._catalogue = catalogue
        self._trade = trade
        self._process: subprocess.Popen[str] | None = None

    def launch(self) -> None:
        """Start it; it comes up while the program does something else. OSError when that fails."""
        self._process = self._launched()

    async def listening(self, progress: Callable[[str], None]) -> OpenMarket:
        """Wait until it listens; `progress` hears what the first start prepares.

        Raises Unreachable when it does not come up.
        """
        import asyncio  # not at the top: when the sandbox is launched, it is not loaded yet

        assert self._process is not None, "launch it first"
        loop, process = asyncio.get_running_loop(), self._process
        return await asyncio.to_thread(
            self._market, process, lambda text: loop.call_soon_threadsafe(progress, text)
        )

    async def stop(self) -> None:
        """End it and wait until it is gone. Whoever waits for it to listen hears Unreachable."""
        import asyncio

        process, self._process = self._process, None
        if process is not None:
            await asyncio.to_thread(_end, process)

    def _launched(self) -> subprocess.Popen[str]:
        for folder in (self._catalogue, self._trade.parent):
            folder.mkdir(parents=True, exist_ok=True)
        with (self._catalogue / "server-log.txt").open("w", encoding="utf-8") as log:
            return subprocess.Popen(
                [
                    *_own_command(),
                    "--catalogue",
                    str(self._catalogue / "market.sqlite"),
                    "--trade",
                    str(self._trade),
                    "--port-file",
                    str(self._trade.with_name("sandbox-port.txt")),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    def _market(self, process: subprocess.Popen[str], progress: Callable[[str], object]) -> OpenMarket:
        assert process.stdout is not None
        for line in process.stdout:
            said = json.loads(line)
            if "url" in said:
                keys = Credentials(said["access_key"], said["secret"], said["user_id"])
                mall = Credentials(said["linkedmall_key"], said["linkedmall_secret"])
                return OpenMarket(said["url"], keys, mall, said["control_token"])
            progress(PREPARING[said["preparing"]])
        raise Unreachable(NOT_STARTED, detail=str(self._catalogue / "server-log.txt"))


def _own_command() -> list[str]:
    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "sourcing_desktop"]
    )
    return [*program, "--sandbox-server"]


def _end(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(timeout=3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()  # not before: a thread may be reading it, and closing would wait for that
