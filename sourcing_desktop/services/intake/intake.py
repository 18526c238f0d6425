"""Reads a list, looks its goods up, and puts what the buyer has seen into the cart; the way back, too."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sourcing_desktop.domain.errors import NotFound, SourcingError
from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.services.adding import Added, before_adding, take_back
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.catalog import Catalog

if TYPE_CHECKING:
    from sourcing_desktop.services.intake.plan import Goods, PlanRow
    from sourcing_desktop.services.intake.wishes import WishList

AT_ONCE = 4
"""Offers that are looked up at a time."""


class Intake:
    """A list's way into the cart."""

    def __init__(self, catalog: Catalog, basket: Basket) -> None:
        self._catalog = catalog
        self._basket = basket

    async def read(self, given: str | Path) -> WishList:
        """What a pasted text or a file asks for. BadList says why it cannot be read, or that it names no
        goods."""
        return await asyncio.to_thread(_read, given)

    async def look_up(
        self, goods: Iterable[Goods], told: Callable[[Goods, OfferDetail | SourcingError], None]
    ) -> None:
        """Look goods up, a few at a time, behind whatever the buyer waits for; `told` hears of each."""
        waiting = iter(tuple(goods))

        async def work() -> None:
            for each in waiting:
                try:
                    told(each, await self._detail(each))
                except SourcingError as error:
                    told(each, error)

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))

    async def add(self, rows: Iterable[PlanRow]) -> tuple[Added, ...]:
        """Put rows into the cart; when StorageFailed is raised, none. The gateway is told by `tell`."""
        wanted: dict[OfferRef, tuple[OfferDetail, Counter[str]]] = {}
        for row in rows:
            if (coming := row.coming) is not None:
                _, quantities = wanted.setdefault(coming.detail.ref, (coming.detail, Counter()))
                quantities[coming.sku.id] += coming.pieces
        added = before_adding(self._basket, wanted.values())
        await self._basket.put_in(wanted.values())
        return added

    async def tell(self) -> None:
        """Tell the gateway of what was added. The first thing it refuses is raised."""
        await self._basket.tell()

    async def take_back(self, added: Iterable[Added]) -> None:
        """Undo `add`."""
        await take_back(self._basket, added)

    async def _detail(self, goods: Goods) -> OfferDetail:
        """The first of what may be meant that there is."""
        *others, last = goods
        for ref in others:
            try:
                return await self._catalog.detail_of_any(ref)
            except NotFound:
                continue
        return await self._catalog.detail_of_any(last)


def _read(given: str | Path) -> WishList:
    from sourcing_desktop.services.intake.reading import read_list  # not before a list is there

    return read_list(given)
