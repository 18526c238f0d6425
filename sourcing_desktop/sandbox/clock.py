"""The sandbox's time, which tests can push forwards and backwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """UTC, off by `offset` from the machine's own clock; the market is ahead of that by `passed`.

    The offset makes a server whose clock is wrong, which clients notice. The time that passes makes orders
    older and nothing else, so that a client signs as ever while a month goes by.
    """

    def __init__(self) -> None:
        self.offset = timedelta()
        self.passed = timedelta()

    def now(self) -> datetime:
        """What the server takes the time to be: for signatures and the Date header."""
        return datetime.now(UTC) + self.offset

    def milliseconds(self) -> int:
        """The market's time, in milliseconds since the epoch: orders live by it."""
        return int((self.now() + self.passed).timestamp() * 1000)
