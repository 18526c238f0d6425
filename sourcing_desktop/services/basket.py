"""The cart over both platforms: the gateway's rows, completed by what was known when they were added."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from sourcing_desktop.domain.cart import Cart, CartLine
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import OfferDetail, Platform
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.cart_facts import CartFacts, fact_key
from sourcing_desktop.storage.journal import Work


class Basket:
    """The buyer's cart. `changed` tells each new state; `cart` is the last one."""

    def __init__(self, gateway: PandaPon, facts: CartFacts) -> None:
        self._gateway = gateway
        self._facts = facts
        self._turn = asyncio.Lock()
        self._read = False
        self.cart = Cart()
        self.changed: Changes[Cart] = Changes()

    async def refresh(self) -> None:
        """Read both carts anew. When one platform fails its old lines stay and its error is raised."""
        async with self._turn:
            known = await self._facts.known()
            answers = await asyncio.gather(
                *(self._gateway.side(platform).cart_lines() for platform in Platform), return_exceptions=True
            )
            lines: list[CartLine] = []
            for platform, answer in zip(Platform, answers, strict=True):
                if isinstance(answer, BaseException):
                    lines.extend(line for line in self.cart.lines if line.ref.platform is platform)
                else:
                    lines.extend(_completed(line, known.get(fact_key(line))) for line in answer)
            self._now(Cart(tuple(lines)))
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
        self._read = True

    async def read_once(self) -> None:
        """Read both carts unless that has been done."""
        if not self._read:
            await self.refresh()

    async def add(self, detail: OfferDetail, quantities: Mapping[str, int]) -> None:
        """Put SKUs of an offer into the cart, by SKU id. A SKU that is in it already gets the sum."""
        lines = [_line(detail, sku_id, quantity) for sku_id, quantity in quantities.items() if quantity > 0]
        await self._facts.keep(lines)
        side = self._gateway.side(detail.ref.platform)
        try:
            for line in lines:
                present = self._same_sku(line)
                if present is not None and present.sold:
                    await side.edit_cart(present.row_id, present.quantity + line.quantity)
                else:
                    await side.add_to_cart(line)
        finally:
            await self.refresh()

    def pieces(self, detail: OfferDetail, sku_id: str) -> int:
        """How many of a SKU are in the cart, as far as it was read."""
        present = self._same_sku(_line(detail, sku_id, 0))
        return present.quantity if present is not None else 0

    async def set_quantity(self, key: str, quantity: int) -> None:
        """Change one line. Shown at once; taken back when the gateway refuses."""
        line = self.cart.line(key)
        if line is None or line.quantity == quantity:
            return
        self._now(self.cart.with_quantity(key, quantity))
        if quantity <= 0:
            return
        async with self._turn:  # a refresh under way may bring the old quantity back
            try:
                await self._gateway.side(line.ref.platform).edit_cart(line.row_id, quantity)
            except SourcingError:
                self._now(self.cart.with_quantity(key, line.quantity))
                raise
            self._now(self.cart.with_quantity(key, quantity))

    async def remove(self, keys: Iterable[str]) -> tuple[CartLine, ...]:
        """Take lines out and return them, so that they can be put back."""
        wanted = frozenset(keys)
        removed = tuple(line for line in self.cart.lines if line.key in wanted)
        self._now(self.cart.without(wanted))
        try:
            async with self._turn:
                for platform in Platform:
                    rows = [line.row_id for line in removed if line.ref.platform is platform]
                    if rows:
                        await self._gateway.side(platform).delete_from_cart(rows)
                self._now(self.cart.without(wanted))
        except SourcingError:
            await self.refresh()
            raise
        return removed

    @asynccontextmanager
    async def ordered(self, bought: Mapping[str, int]) -> AsyncIterator[Work | None]:
        """Take out lines that were ordered, by key, if they still have that quantity. What is yielded belongs
        into the transaction that records the order, so that no crash comes between; LEAD's ordering needs
        this name. Until lines are kept on disk here, they are removed right afterwards."""
        yield None
        await self.read_once()
        gone = [line.key for line in self.cart.lines if bought.get(line.key) == line.quantity]
        await self.remove(gone)

    async def put_back(self, lines: Iterable[CartLine]) -> None:
        """Undo a removal."""
        for line in lines:
            await self._gateway.side(line.ref.platform).add_to_cart(line)
        await self.refresh()

    def _same_sku(self, wanted: CartLine) -> CartLine | None:
        return next((line for line in self.cart.lines if fact_key(line) == fact_key(wanted)), None)

    def _now(self, cart: Cart) -> None:
        self.cart = cart
        self.changed.tell(cart)


def _line(detail: OfferDetail, sku_id: str, quantity: int) -> CartLine:
    sku = detail.sku(sku_id)
    return CartLine(
        row_id="",
        ref=detail.ref,
        sku=sku,
        quantity=quantity,
        title=detail.offer.title,
        picture=sku.picture or detail.offer.picture,
        prices=detail.prices,
        rules=detail.rules,
        supplier=detail.supplier,
        supply_id=detail.supply_id,
    )


def _completed(row: CartLine, fact: CartLine | None) -> CartLine:
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
    )
