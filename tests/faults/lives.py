"""One program in its process, as the proof holds it: told what to do, heard, killed, and known to be gone."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from itertools import count
from typing import Any

from tests.faults.program import Order

Told = dict[str, Any]


class Died(Exception):
    """The program is gone."""


class Nursery:
    """Brings up programs; see `tests.faults.nursery`."""

    async def open(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.faults.nursery",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        self._turn = asyncio.Lock()

    async def born(self, order: Order) -> int:
        """Start a program; its process id."""
        async with self._turn:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(json.dumps(asdict(order)).encode() + b"\n")
            return int(await self._process.stdout.readline())

    async def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()


class Life:
    """From `begin` until the process is gone. `heard` is what it says unasked."""

    def __init__(self, heard: Callable[[Told], None]) -> None:
        self._heard = heard
        self._asked: dict[int, asyncio.Future[Told]] = {}
        self._numbers = count()
        self._connected: asyncio.Future[asyncio.StreamWriter] = asyncio.get_running_loop().create_future()
        self._gone = asyncio.Event()
        self.pid = 0
        self.killed = False

    async def begin(self, nursery: Nursery, **how: Any) -> None:
        """Start it and wait until somebody sits at its window."""
        self._server = await asyncio.start_server(self._listen, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        self.pid = await nursery.born(Order(port=port, **how))
        handle = os.pidfd_open(self.pid)
        loop = asyncio.get_running_loop()

        def gone() -> None:
            loop.remove_reader(handle)
            os.close(handle)
            self._gone.set()
            if not self._connected.done():
                self._connected.set_exception(Died("before it sat down"))

        loop.add_reader(handle, gone)
        async with asyncio.timeout(30):
            await asyncio.shield(self._connected)

    async def ask(self, what: str, **how: Any) -> Told:
        """Tell it to do something; what it says then. Died when it is gone before."""
        if not self._connected.done() or self._gone.is_set():
            raise Died(what)
        answer = self._asked[self.tell(what, **how)] = asyncio.get_running_loop().create_future()
        return await answer

    def tell(self, what: str, **how: Any) -> int:
        """Tell it to do something, and do not wait for it; the number of the telling."""
        number = next(self._numbers)
        if self._connected.done() and not self._gone.is_set():
            line = json.dumps({"id": number, "do": what, **how})
            self._connected.result().write(line.encode() + b"\n")
        return number

    @property
    def lives(self) -> bool:
        """Whether it is still there."""
        return not self._gone.is_set()

    def kill(self) -> None:
        """End it at once."""
        self.killed = True
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    async def end(self) -> None:
        """Wait until it is gone; whoever waits for a word of it hears that it died."""
        await self._gone.wait()
        self._server.close()
        for waiting in self._asked.values():
            if not waiting.done():
                waiting.set_exception(Died("gone"))
                waiting.exception()  # heard, whether or not anybody waits for it

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connected.set_result(writer)
        with suppress(ConnectionError):
            while line := await reader.readline():
                said = json.loads(line)
                waiting = self._asked.pop(said["id"], None) if "id" in said else None
                if waiting is None:
                    self._heard(said)
                elif not waiting.done():
                    waiting.set_result(said)
        writer.close()
        await self.end()
