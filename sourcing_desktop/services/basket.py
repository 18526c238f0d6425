"""The buyer's cart over both platforms: on disk first, then shown, then told to the gateways. No change is
lost when a gateway does not answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from sourcing_desktop.domain.cart import Cart, CartLine, goods_id
from sourcing_desktop.domain.cart_merge import Kept, KeptLine, back_in, with_pieces
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import OfferDetail
from sourcing_desktop.domain.quantity import MOST_PIECES
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr, trn
from sourcing_desktop.services.cart_sync import CartSync
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.cart_facts import CartFacts
from sourcing_desktop.storage.cart_lines import CartLines
from sourcing_desktop.storage.journal import Work


class Basket:
    """The buyer's cart. `changed` tells each new state; `cart` is the last one.

    What is changed is kept and shown at once, and the call returns when it was told. Where nobody answers it
    stays `untold` and is told with the next change, `refresh` or `tell`: no error, but `trouble` says why.
    What the gateway refuses is taken back and raised. StorageFailed: nothing was changed.
    """

    def __init__(self, gateway: PandaPon, lines: CartLines, facts: CartFacts) -> None:
        self._lines = lines
        self._facts = facts
        self._sync = CartSync(gateway, facts, self._change)
        self._notes: dict[str, str] = {}
        self._read = False
        self.untold = 0
        """How many changes the gateway does not know, removals too."""
        self.trouble = ""
        """Why it does not know them after being told; empty when it does."""
        self.cart = Cart()
        self.changed: Changes[Cart] = Changes()

    async def load(self) -> None:
        """Show the cart as it is on disk. Asks no gateway."""
        self._notes = await self._lines.notes()
        self._show(await self._lines.all())

    async def refresh(self) -> None:
        """Read both gateways' carts, bring them together with ours, and tell what they do not know. When one
        platform fails its lines stay and its error is raised."""
        failures = await self._tell(reading=True)
        self._read = self._read or not failures
        self._raise_refusal(self._sync.refusals)
        if failures:
            raise failures[0]

    async def read_once(self) -> None:
        """Read both carts unless that has been done."""
        if not self._read:
            await self.refresh()

    async def tell(self) -> None:
        """Tell everything that is untold; the first error is raised."""
        failures = await self._tell()
        self._raise_refusal(self._sync.refusals)
        if failures:
            raise failures[0]

    async def add(self, detail: OfferDetail, quantities: Mapping[str, int]) -> None:
        """Put SKUs of an offer into the cart, by SKU id. A SKU that is in it already gets the sum."""
        await self.add_all([(detail, quantities)])

    async def add_all(self, wanted: Iterable[tuple[OfferDetail, Mapping[str, int]]]) -> None:
        """Put SKUs of many offers into the cart, as `add` does, in one go."""
        await self._told(await self.put_in(wanted))

    async def put_in(self, wanted: Iterable[tuple[OfferDetail, Mapping[str, int]]]) -> frozenset[str]:
        """The same on this computer alone; whoever calls it has `tell` run afterwards. Returns the keys."""
        lines = [
            _line(detail, sku_id, quantity)
            for detail, quantities in wanted
            for sku_id, quantity in quantities.items()
            if quantity > 0
        ]
        await self._facts.keep(lines)
        changed: set[str] = set()

        def work(kept: Kept) -> Kept:
            added: Kept = {}
            for line in lines:
                present = _present(kept | added, line)
                quantity = line.quantity + ((present.wanted or 0) if present is not None else 0)
                _ensure_possible(quantity)
                added_line = _kept(present, replace(line, quantity=quantity))
                added[added_line.line.key] = added_line
            changed.update(added)
            return added

        await self._change(work)
        return frozenset(changed)

    def pieces(self, detail: OfferDetail, sku_id: str) -> int:
        """How many of a SKU are in the cart."""
        goods = f"{detail.ref.platform}:{goods_id(detail.ref, sku_id)}"
        return sum(line.quantity for line in self.cart.lines if line.goods == goods)

    async def set_quantity(self, key: str, quantity: int) -> None:
        """Change one line. SourcingError for a number of pieces nobody can mean."""
        _ensure_possible(quantity)

        def work(line: CartLine) -> CartLine:
            settled = line.elsewhere == quantity
            return replace(line, quantity=quantity, elsewhere=None if settled else line.elsewhere)

        await self._edit([key], work)
        await self._told([key])

    async def decide(self, key: str, quantity: int) -> None:
        """Settle a line that was changed elsewhere, too."""
        _ensure_possible(quantity)
        await self._edit([key], lambda line: replace(line, quantity=quantity, elsewhere=None))
        await self._told([key])

    async def remove(self, keys: Iterable[str]) -> tuple[CartLine, ...]:
        """Take lines out and return them, so that they can be put back."""
        removed: list[CartLine] = []

        def work(kept: Kept) -> Kept:
            lines = {key: kept[key] for key in wanted if key in kept and not kept[key].removed}
            removed.extend(each.shown for each in lines.values())
            return {key: replace(each, removed=True) for key, each in lines.items()}

        wanted = tuple(keys)
        await self._change(work)
        await self._told(wanted)
        return tuple(removed)

    @asynccontextmanager
    async def ordered(self, bought: Mapping[str, int]) -> AsyncIterator[Work]:
        """Take ordered pieces out, by the key of their line: where more are wanted by now, the rest stays. A
        note to a seller of whom nothing else is to be ordered goes with them.

        What is yielded belongs into the transaction that records the order, so that no crash comes between;
        the gateway is told afterwards. The lines stay out also where a gateway insists on keeping them.
        """

        def work(kept: Kept) -> Kept:
            lines = {key: kept[key] for key in bought if key in kept and not kept[key].removed}
            taken.extend(each.line for each in lines.values())
            return {key: each.without(bought[key]) for key, each in lines.items()}

        def done_with(left: Kept) -> set[str]:
            return _sellers(taken) - _sellers(each.line for each in left.values() if not each.removed)

        taken: list[CartLine] = []
        yield self._lines.part(work, done_with)
        await self.load()
        await self._tell()
        for key in bought:
            self._sync.refusals.pop(key, None)

    async def put_back(self, lines: Iterable[CartLine]) -> None:
        """Undo a removal: the lines come back as they were. What is in the cart again stays as it is."""
        wanted = tuple(lines)

        def work(kept: Kept) -> Kept:
            back: Kept = {}
            for line in wanted:
                present = (kept | back).get(line.key)
                if present is not None and not present.removed:
                    continue
                if present is not None:
                    back[line.key] = back_in(present, line)
                else:
                    back[line.goods] = with_pieces((kept | back).get(line.goods), line)
            return back

        await self._change(work)
        await self._told(key for line in wanted for key in (line.key, line.goods))

    async def set_later(self, keys: Iterable[str], later: bool) -> None:
        """Keep lines for later, or for now again. Their rows stay at the gateway."""
        await self._edit(keys, lambda line: replace(line, later=later))

    async def set_note(self, key: str, text: str) -> None:
        """Write the private note of a line."""
        await self._edit([key], lambda line: replace(line, note=_writable(text)))

    async def set_seller_note(self, group_key: str, text: str) -> None:
        """Write what a seller is to be told with the order, by `CartGroup.key`."""
        await self._lines.set_note(group_key, _writable(text))
        await self.load()

    async def _edit(self, keys: Iterable[str], work: Callable[[CartLine], CartLine]) -> None:
        """Change lines that are in the cart."""
        wanted = tuple(keys)
        await self._change(
            lambda kept: {
                key: replace(kept[key], line=work(kept[key].line))
                for key in wanted
                if key in kept and not kept[key].removed
            }
        )

    async def _change(self, work: Callable[[Kept], Mapping[str, KeptLine]]) -> Kept:
        lines = await self._lines.change(work)
        self._show(lines)
        return lines

    async def _told(self, keys: Iterable[str]) -> None:
        await self._tell()
        self._raise_refusal(keys)

    async def _tell(self, *, reading: bool = False) -> tuple[SourcingError, ...]:
        failures = await self._sync.tell(reading=reading)
        trouble = failures[0].sentence if failures and self.untold else ""
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.tell(self.cart)
        return failures

    def _raise_refusal(self, keys: Iterable[str]) -> None:
        """Raise what the gateway refused of these lines, once; many refusals as one error."""
        refusals = [self._sync.refusals.pop(key) for key in tuple(keys) if key in self._sync.refusals]
        if len(refusals) > 1:
            more = trn(
                "{count} line was refused and is as before.",
                "{count} lines were refused and are as before.",
                len(refusals),
            )
            raise SourcingError(f"{refusals[0].sentence} {more}", detail=refusals[0].detail) from refusals[0]
        if refusals:
            raise refusals[0]

    def _show(self, lines: Kept) -> None:
        self.untold = sum(each.untold for each in lines.values())
        shown = tuple(each.shown for each in lines.values() if not each.removed)
        cart = Cart(shown, self._notes)
        if cart != self.cart:
            self.cart = cart
            self.changed.tell(cart)


def _line(detail: OfferDetail, sku_id: str, quantity: int) -> CartLine:
    sku = detail.sku(sku_id)
    return CartLine(
        row_id="",
        ref=detail.ref,
        sku=replace(sku, weight_g=sku.weight_g or detail.weight_g),
        quantity=quantity,
        title=detail.offer.title,
        picture=sku.picture or detail.offer.picture,
        prices=detail.prices,
        rules=detail.rules,
        supplier=detail.supplier,
        supply_id=detail.supply_id,
    )


def _present(kept: Kept, line: CartLine) -> KeptLine | None:
    """The line of the same goods, a second one if there is no first."""
    same = (each for each in kept.values() if each.line.goods == line.goods)
    return kept.get(line.key) or next(same, None)


def _kept(present: KeptLine | None, line: CartLine) -> KeptLine:
    """A line for now with its goods as they were just seen, and the row and the note of the one present."""
    if present is None:
        return KeptLine(line)
    old = present.line
    line = replace(line, row_id=old.row_id, second=old.second, note=old.note, elsewhere=old.elsewhere)
    return back_in(present, line)


def _sellers(lines: Iterable[CartLine]) -> set[str]:
    """Whom lines for now are ordered from, by `CartGroup.key`."""
    return {group.key for group in Cart(tuple(lines)).groups()}


def _ensure_possible(quantity: int) -> None:
    if not 0 < quantity <= MOST_PIECES:
        most = f"{MOST_PIECES:,}"
        raise SourcingError(tr("A quantity is a whole number from 1 to {most}.", most=most))


def _writable(text: str) -> str:
    """Without halves of characters, which cannot be written to a file."""
    return text.encode(errors="replace").decode()
