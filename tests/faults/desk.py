"""Where the buyer of a program under proof sits, and how patient they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sourcing_desktop.app.hand import NotSeen, until
from sourcing_desktop.ui.main_window import MainWindow
from tests.faults.strikes import Strikes

Told = dict[str, Any]
TO_READ, TO_PREVIEW, TO_PLACE = 6.0, 8.0, 6.0
"""Seconds a buyer waits before doing something else."""


@dataclass(slots=True)
class Desk:
    """`say` tells the proof what the buyer sees and does; `go` is its word to go on."""

    window: MainWindow
    strikes: Strikes
    say: Callable[[Told], object]
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def tell_and_wait(self, told: Told) -> None:
        """Tell what is about to be done, and let happen what is to happen before it."""
        self.go.clear()
        self.say(told)
        await self.go.wait()


async def insist(seen: Callable[[], object], again: Callable[[], object], may: Callable[[], object]) -> None:
    """Wait for something, trying again a few times, as buyers do."""
    for _ in range(4):
        try:
            return await until(seen, "it", TO_READ / 4)
        except NotSeen:
            if may():
                again()
    await until(seen, "what was asked for again and again", TO_READ / 2)
