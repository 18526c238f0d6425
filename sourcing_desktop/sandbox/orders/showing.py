"""How the platforms show a buyer's orders: at once, newest first and as many as asked, unless a test script
wants them otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcing_desktop.sandbox.orders.order import PlacedOrder, State


@dataclass(frozen=True, slots=True)
class Showing:
    """New orders are shown `orders_ms` late, and payments `payments_ms`. `most` is the longest page, 0 for
    any."""

    orders_ms: int = 0
    payments_ms: int = 0
    most: int = 0
    oldest_first: bool = False

    def shown(self, order: PlacedOrder, now: int) -> PlacedOrder:
        """The order as it is shown now: waiting for its payment while that is not shown yet."""
        if order.paid_at is None or order.paid_at + self.payments_ms <= now:
            return order
        return replace(order, state=State.TO_PAY, paid_at=None)

    def size(self, asked: int) -> int:
        """How many orders a page has."""
        return min(asked, self.most) if self.most else asked
