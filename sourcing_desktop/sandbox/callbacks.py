"""Delivers messages to whoever listens for callbacks (contract 2.1), on this machine only."""

from __future__ import annotations

import asyncio
import http.client
import ipaddress
import json
import time
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.events import PLATFORM_NUMBERS, Events, Message

PATIENCE_SECONDS = 1.0
"""Within which a listener has to answer."""
BEAT_SECONDS = 1.0
"""How often the time that has passed is noticed when nobody asks for anything."""


class Callbacks:
    """Pushes what is due, one message after the other, without ever holding up an answer."""

    def __init__(self, events: Events, settle: Callable[[], None], clock: Clock) -> None:
        self._events = events
        self._settle = settle
        self._clock = clock
        self._pushing = asyncio.Lock()

    async def beat(self) -> None:
        """Let time have its effect and push what is due, until cancelled."""
        while True:
            await self.tick()
            await self._events.next(BEAT_SECONDS)

    async def tick(self) -> list[Message]:
        """Let everything happen that is due now, and push it; answers what was pushed."""
        self._settle()
        return await self.push(self._events.due)

    async def push(self, choose: Callable[[], Iterable[Message]]) -> list[Message]:
        """Push the chosen messages in that order and answer them. One push waits for another to end."""
        async with self._pushing:
            messages = list(choose()) if self._events.url else []
            for message in messages:
                content = json.dumps(self._content(message), ensure_ascii=False).encode()
                self._events.tried(message, await asyncio.to_thread(_post, self._events.url, content))
        return messages

    def _content(self, message: Message) -> dict[str, object]:
        """The documented frame: the body is JSON inside a string, the time of the push text."""
        return {
            "messageType": message.kind,
            "messageBody": json.dumps(message.body, ensure_ascii=False),
            "messagePlatform": PLATFORM_NUMBERS[message.platform],
            "timestamp": str(self._clock.milliseconds()),
        }


def loopback_url(url: str) -> str:
    """The URL of a listener; ValueError unless it is plain HTTP to this machine."""
    parts = urlsplit(url)
    host, plain = parts.hostname or "", url.isascii() and url.isprintable() and parts.port != 0
    local = host == "localhost" or ipaddress.ip_address(host).is_loopback
    if parts.scheme != "http" or not plain or not local:
        raise ValueError("callbacks go to http on this machine only")
    return url


def _post(url: str, content: bytes) -> str:
    """Push once. Answers the HTTP status, `late` or `unreachable`."""
    parts = urlsplit(url)
    started = time.monotonic()
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=PATIENCE_SECONDS)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", target, content, {"Content-Type": "application/json"})
        status = connection.getresponse().status
    except TimeoutError:
        return "late"
    except (OSError, http.client.HTTPException):
        return "unreachable"
    finally:
        connection.close()
    return "late" if time.monotonic() - started > PATIENCE_SECONDS else str(status)
