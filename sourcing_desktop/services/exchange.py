"""The buyer's own rate of exchange: no gateway and no service on the net is asked for one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.exchange_rate import ExchangeRate


class Exchange:
    """`rate` is the one stated last, None while sums are in yuan alone; `changed` tells each new one."""

    def __init__(
        self, kept: ExchangeRate, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._kept = kept
        self._now = now
        self.rate: Rate | None = None
        self.changed: Changes[Rate | None] = Changes()

    async def load(self) -> None:
        """Read the rate from the library."""
        self._tell(await self._kept.rate())

    async def state(self, currency: str, per_yuan: Decimal) -> None:
        """Take the buyer's word for a rate from now on; on disk before it is used. StorageFailed changes
        nothing."""
        rate = Rate(currency, per_yuan, self._now())
        await self._kept.keep(rate)
        self._tell(rate)

    async def forget(self) -> None:
        """Show sums in yuan alone."""
        await self._kept.forget()
        self._tell(None)

    def _tell(self, rate: Rate | None) -> None:
        self.rate = rate
        self.changed.tell(rate)
