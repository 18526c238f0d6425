"""The orders of an account on both platforms, the newest first."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState, newest_first
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.finding import named_order

log = logging.getLogger(__name__)

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class OrderList:
    """Orders of both platforms, when they were read, and why a platform's could not be."""

    orders: tuple[Order, ...]
    read_at: datetime
    more: bool
    faults: Mapping[Platform, SourcingError]


Heed = Callable[[Sequence[Order]], Awaitable[None]]


class Orders:
    """Reads order lists. Those who `heed` are told of what was read: an order taken for lost may be in it."""

    def __init__(self, gateway: PandaPon, *heed: Heed) -> None:
        self._gateway = gateway
        self._heed = heed

    async def read(self, pages: int = 1, state: OrderState | None = None) -> OrderList:
        """The first pages of both lists, only orders in `state` if given. One platform's fault leaves the
        other's orders; when both fail the first fault is raised."""
        answers = await asyncio.gather(
            *(self._read_side(platform, pages, state) for platform in Platform), return_exceptions=True
        )
        faults: dict[Platform, SourcingError] = {}
        orders: list[Order] = []
        more = False
        for platform, answer in zip(Platform, answers, strict=True):
            if isinstance(answer, SourcingError):
                faults[platform] = answer
            elif isinstance(answer, BaseException):
                raise answer
            else:
                orders.extend(answer[0])
                more = more or answer[1]
        if len(faults) == len(answers):
            raise next(iter(faults.values()))
        await self._tell(orders)
        return OrderList(newest_first(orders), datetime.now(UTC), more, faults)

    async def named(self, keys: Sequence[tuple[Platform, str]]) -> tuple[Order, ...]:
        """Single orders by platform and id, in their order; those the gateway does not know are left out."""
        answers = (named_order(self._gateway, platform, order_id) for platform, order_id in keys)
        return tuple(order for order in await asyncio.gather(*answers) if order is not None)

    async def _tell(self, orders: Sequence[Order]) -> None:
        """What goes wrong with those told keeps nobody from what was read; they are told again next time."""
        for heed in self._heed:
            try:
                await heed(orders)
            except SourcingError as error:
                log.warning("orders read were not heeded: %s (%s)", error.sentence, error.detail)

    async def _read_side(
        self, platform: Platform, pages: int, state: OrderState | None
    ) -> tuple[list[Order], bool]:
        """And whether there are more: by the total where the gateway tells it, as it may give less on a page
        than it is asked for."""
        found: dict[str, Order] = {}
        more = False
        for number in range(1, pages + 1):
            page = await self._gateway.side(platform).orders(number, PAGE_SIZE, state)
            new = {order.id: order for order in page.orders if order.id not in found}
            found |= new
            told = page.total if page.total is not None else 0
            more = bool(new) and (len(page.orders) >= PAGE_SIZE or len(found) < told)
            if not more:
                break
        kept = [order for order in found.values() if state is None or order.state is state]
        return kept, more
