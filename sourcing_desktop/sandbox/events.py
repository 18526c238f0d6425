"""What the market tells whoever listens for callbacks (contract section 2): messages, kept until delivered.

Nothing is kept while nobody listens. Delivering is the business of `callbacks`.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sourcing_desktop.sandbox.clock import Clock

PLATFORM_NUMBERS = {"taobao": 0, "1688": 1}
MOST_TRIES = 6
"""The first push and five more (contract 2.1)."""
RETRY_MS = 30 * 60_000


@dataclass(frozen=True, slots=True)
class Message:
    """One message and what became of it. `due_at` is None once it is delivered or given up; `outcome` is the
    HTTP status of the last try, `late` or `unreachable`, and empty before the first."""

    id: int
    platform: str
    kind: str
    body: dict[str, Any]
    told_at: int
    due_at: int | None
    tries: int
    outcome: str


class Events:
    """The messages. `url` is the listener's, empty when nobody listens.

    `tell` commits nothing: a message is part of the change it tells of.
    """

    def __init__(self, trade: sqlite3.Connection, clock: Clock) -> None:
        self._trade = trade
        self._clock = clock
        self.url = ""
        self._held = False
        self._noted = asyncio.Event()

    def listen(self, url: str, held: bool) -> None:
        """Push to this URL from now on, if it is not empty; `held` keeps messages back until a push is
        ordered."""
        self.url, self._held = url, held
        self._noted.set()

    def tell(self, platform: str, kind: str, body: dict[str, Any], moment: int | None = None) -> None:
        """Note a message of a platform (`1688` or `taobao`); `moment` is when it happened, if not now."""
        if not self.url:
            return
        now = self._clock.milliseconds()
        self._trade.execute(
            "INSERT INTO message (platform, kind, body, told_at, due_at) VALUES (?, ?, ?, ?, ?)",
            (platform, kind, json.dumps(body, ensure_ascii=False), now if moment is None else moment, now),
        )
        self._noted.set()

    async def next(self, seconds: float) -> None:
        """Wait until something is told, but no longer than that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._noted.wait(), seconds)
        self._noted.clear()

    def all(self) -> list[Message]:
        """Every message, oldest first."""
        return self._select("TRUE")

    def due(self) -> list[Message]:
        """Those to be pushed now, oldest first; none while they are held."""
        return [] if self._held else self._select("due_at <= ?", self._clock.milliseconds())

    def waiting(self) -> list[Message]:
        """Those not delivered yet and not given up, oldest first."""
        return self._select("due_at IS NOT NULL")

    def tried(self, message: Message, outcome: str) -> None:
        """Note how a push went; one that was not answered with 200 comes again in half an hour."""
        now = self._clock.milliseconds()
        again = None if outcome == "200" or message.tries + 1 >= MOST_TRIES else now + RETRY_MS
        with self._trade:
            self._trade.execute(
                "UPDATE message SET tries = tries + 1, outcome = ?, due_at = ? WHERE id = ?",
                (outcome, again, message.id),
            )

    def _select(self, where: str, *arguments: object) -> list[Message]:
        rows = self._trade.execute(f"SELECT * FROM message WHERE {where} ORDER BY told_at, id", arguments)
        return [
            Message(**{name: row[name] for name in row.keys()} | {"body": json.loads(row["body"])})  # noqa: SIM118
            for row in rows
        ]
