"""Waiting inside async tests for what the test wants to see. The only place in the tests that sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import SignalInstance

PATIENCE = 15.0  # seconds; a busy machine takes its time
BETWEEN_LOOKS = 0.005  # seconds


async def until(condition: Callable[[], object], *, seconds: float = PATIENCE) -> None:
    """Return once `condition()` is true; fail after `seconds`, saying what was waited for."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, f"not true within {seconds} s: {condition}"
        await asyncio.sleep(BETWEEN_LOOKS)


async def emitted(signal: SignalInstance, *, seconds: float = PATIENCE) -> tuple[object, ...]:
    """Wait for the signal's next emission and return what it carried. Ask before causing it to be sent."""
    future: asyncio.Future[tuple[object, ...]] = asyncio.get_running_loop().create_future()

    def receive(*values: object) -> None:
        if not future.done():
            future.set_result(values)

    signal.connect(receive)
    try:
        async with asyncio.timeout(seconds):
            return await future
    finally:
        signal.disconnect(receive)
