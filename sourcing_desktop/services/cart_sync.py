"""Keeps the gateway's carts and the cart on disk in step. Reads and tells one thing after another, never adds
a line twice after an unclear answer, and decides nothing about what the buyer wants."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.cart_merge import Kept, KeptLine, merge
from sourcing_desktop.domain.errors import NotFound, Rejected, SourcingError
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.storage.cart_facts import CartFacts, fact_key

Change = Callable[[Callable[[Kept], Mapping[str, KeptLine]]], Awaitable[Kept]]


class CartSync:
    """Works on the lines kept on disk through `change`. `refusals` holds what the gateway said no to, by the
    key of the line that was taken back for it."""

    def __init__(self, gateway: PandaPon, facts: CartFacts, change: Change) -> None:
        self._gateway = gateway
        self._facts = facts
        self._change = change
        self._turn = asyncio.Lock()
        self.refusals: dict[str, SourcingError] = {}

    async def tell(self, *, reading: bool = False) -> tuple[SourcingError, ...]:
        """Tell both gateways' carts what they do not know, after `reading` them where that is wanted. Returns
        what went wrong besides refusals, at most one error of each platform; its lines stay untold."""
        async with self._turn:
            answers = await asyncio.gather(
                *(self._tell(platform, reading) for platform in Platform), return_exceptions=True
            )
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, SourcingError):
                raise answer
        return tuple(answer for answer in answers if isinstance(answer, SourcingError))

    async def _tell(self, platform: Platform, reading: bool) -> None:
        """Two rounds at most: what a first one was refused because the gateway's cart had changed is told
        anew. Only what is read afterwards counts as told, whatever the answers were."""
        if reading:
            await self._read(platform)
        given_up: set[str] = set()
        for last in (False, True):
            claimed = await self._claim(platform, seen=reading)
            lines = {key: each for key, each in claimed.items() if key not in given_up}
            if not lines:
                return
            refused = await self._send(platform, lines)
            now = await self._read(platform)
            reading = True
            stuck = {key for key, each in lines.items() if key in now and now[key].base == each.base}
            if last or stuck.issuperset(refused):
                await self._take_back(lines, refused)
                given_up.update(refused)
            if any(now[key].wanted == lines[key].wanted for key in stuck.difference(refused)):
                raise SourcingError(
                    tr(
                        "The gateway took a change of the cart but does not show it yet. Try again in a "
                        "moment."
                    )
                )

    async def _read(self, platform: Platform) -> Kept:
        """Read a gateway's cart and bring it together with what is kept here."""
        answer = await self._gateway.side(platform).cart_lines()
        known = await self._facts.known(answer)
        rows = [completed(row, known.get(fact_key(row))) for row in answer]
        lost: list[CartLine] = []

        def work(lines: Kept) -> Kept:
            mine = _of(platform, lines)
            merged = merge(mine, rows)
            lost.extend(each.line for key, each in mine.items() if merged[key].gone and not each.removed)
            return merged

        lines = await self._change(work)
        await self._facts.keep(lost)  # with the buyer's marks, which come back with the goods
        return lines

    async def _claim(self, platform: Platform, *, seen: bool) -> Kept:
        """The lines to tell, marked on disk as being told. The gateway's cart is read before when it was not
        just `seen` and either a line is to be added or nobody knows what became of an earlier change."""
        untold = {key: each for key, each in _of(platform, await self._unchanged()).items() if each.untold}
        if not seen and any(each.base is None or each.sent is not None for each in untold.values()):
            await self._read(platform)
        elif not untold:
            return {}

        def work(lines: Kept) -> Kept:
            return {key: each.claimed() for key, each in _of(platform, lines).items() if each.untold}

        lines = await self._change(work)
        return {key: each for key, each in _of(platform, lines).items() if each.sent is not None}

    async def _send(self, platform: Platform, lines: Kept) -> dict[str, SourcingError]:
        """Tell every line, removals together; returns what was refused, by key. Raises when nobody answers:
        the rest stays marked."""
        side = self._gateway.side(platform)
        removals = [key for key, each in lines.items() if each.removed]
        calls: list[tuple[list[str], Callable[[], Awaitable[None]]]] = []
        if removals:
            rows = [lines[key].line.row_id for key in removals]
            calls.append((removals, partial(side.delete_from_cart, rows)))
        for key, each in lines.items():
            if not each.removed:
                line = each.line
                edit = partial(side.edit_cart, line.row_id, line.quantity)
                calls.append(([key], partial(side.add_to_cart, line) if each.base is None else edit))
        refused: dict[str, SourcingError] = {}
        for keys, call in calls:
            try:
                await call()
            except (Rejected, NotFound) as error:
                refused.update(dict.fromkeys(keys, error))
        return refused

    async def _take_back(self, told: Kept, refused: Mapping[str, SourcingError]) -> None:
        """Undo what the gateway refused, unless the buyer changed it again meanwhile."""

        def work(lines: Kept) -> Kept:
            return {
                key: lines[key].taken_back()
                for key in refused
                if key in lines and lines[key].wanted == told[key].wanted
            }

        await self._change(work)
        self.refusals.update(refused)

    async def _unchanged(self) -> Kept:
        return await self._change(lambda lines: {})


def completed(row: CartLine, fact: CartLine | None) -> CartLine:
    """The gateway's row (its ids, price and stock are of now) with the rules it does not carry."""
    if fact is None:
        return row
    sku = replace(
        fact.sku,
        stock=row.sku.stock if row.sku.stock is not None else fact.sku.stock,
        price=row.sku.price if row.sku.price is not None else fact.sku.price,
        spec_id=row.sku.spec_id or fact.sku.spec_id,
        supply_id=row.sku.supply_id or fact.sku.supply_id,
    )
    return replace(
        fact,
        row_id=row.row_id,
        ref=row.ref,
        sku=sku,
        quantity=row.quantity,
        title=row.title if row.title.translated else fact.title,
        supply_id=row.supply_id or fact.supply_id,
        sold=row.sold,
        second=False,
        elsewhere=None,
        taken_at=None,
    )


def _of(platform: Platform, lines: Mapping[str, KeptLine]) -> Kept:
    return {key: each for key, each in lines.items() if each.line.ref.platform is platform}
