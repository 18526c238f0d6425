"""The sandbox's time, which tests can push forwards and backwards."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta


class Clock:
    """UTC, off by `offset` from the machine's own clock; the market is ahead of that by `passed`.

    The offset makes a server whose clock is wrong, which clients notice. The time that passes makes orders
    older and nothing else, so that a client signs as ever while a month goes by; the trade file keeps it with
    the orders.
    """

    def __init__(self, trade: sqlite3.Connection) -> None:
        self._trade = trade
        self.offset = timedelta()
        (seconds,) = trade.execute("SELECT coalesce(sum(seconds), 0) FROM passed_time").fetchone()
        self.passed = timedelta(seconds=seconds)

    def let_pass(self, time: timedelta) -> None:
        """Let whole seconds pass in the market; commits."""
        with self._trade:
            self._trade.execute("INSERT INTO passed_time VALUES (?)", (int(time.total_seconds()),))
        self.passed += time

    def now(self) -> datetime:
        """What the server takes the time to be: for signatures and the Date header."""
        return datetime.now(UTC) + self.offset

    def milliseconds(self) -> int:
        """The market's time, in milliseconds since the epoch: orders live by it."""
        return int((self.now() + self.passed).timestamp() * 1000)
