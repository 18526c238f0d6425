"""Which orders a list is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders a list is asked for, besides their state; nothing set is all.

    `since` and `until` are when orders were made. Taobao's list knows one id, the `number` and the seller's
    nick, 1688's several ids and the `refund_state` in its own words (contract TO2, AO5).
    """

    since: datetime | None = None
    until: datetime | None = None
    order_ids: tuple[str, ...] = ()
    number: str = ""
    seller_name: str = ""
    refund_state: str = ""


ALL_ORDERS = OrderFilter()
