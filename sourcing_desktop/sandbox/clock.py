"""The sandbox's time, which tests can push forwards and backwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """UTC, off by `offset` from the machine's own clock."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def milliseconds(self) -> int:
        """Milliseconds since the epoch."""
        return int(self.now().timestamp() * 1000)
