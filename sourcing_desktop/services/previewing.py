"""What orders would cost now, and how that differs from what the buyer knows. Orders nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcing_desktop.domain.cart import CartGroup, CartLine
from sourcing_desktop.domain.errors import Conflict
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.domain.second_look import Change, Enquiry, SeenPreview, changes
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.storage.seen_previews import SeenPreviews


@dataclass(frozen=True, slots=True)
class Answer:
    """A preview, what it is of (with the rows the gateway has by now), and what differs."""

    enquiry: Enquiry
    preview: OrderPreview
    changes: tuple[Change, ...] = ()

    @property
    def startling(self) -> bool:
        """Whether the buyer has to say that they saw what changed."""
        return any(change.large for change in self.changes)


class Previewing:
    """Previews of one account. Whoever asks for many at once starts them all: the gateway's gate lets a few
    through at a time, and one that is cancelled before its turn is never sent.

    Each order is a call of its own (contract AO6, TK2), although 1688 takes the orders of several sellers in
    one (AO2). In one call one seller's fault is everybody's: its error code answers for all, its slowness
    keeps all waiting, and nothing can be shown, asked again or cancelled before the last is ready.
    """

    def __init__(self, gateway: PandaPon, basket: Basket, seen: SeenPreviews) -> None:
        self._gateway = gateway
        self._basket = basket
        self._seen = seen

    async def prepare(self) -> None:
        """Read the gateways' carts, which another computer may have ordered from, and tell them what they do
        not know: Taobao previews the rows it has. What fails keeps nobody from asking; `ask` refuses the
        orders it matters to."""
        await self._basket.refresh()

    async def ask(self, enquiry: Enquiry) -> Answer:
        """What one order would cost; refused lines are part of the answer. Conflict when the cart is not what
        is asked for any more, or the gateway does not know it; else the gateway's errors."""
        known = replace(enquiry, group=self._as_in_cart(enquiry.group))
        preview = await self._gateway.side(known.group.platform).preview(known.group, known.address)
        if not preview.orderable:
            return Answer(known, preview)
        answer = Answer(known, preview, tuple(changes(known, preview, await self._seen.of(known.key))))
        if not answer.startling:
            await self.saw(answer)
        return answer

    def holds(self, enquiry: Enquiry) -> bool:
        """Whether the cart still is what was asked for."""
        try:
            self._as_in_cart(enquiry.group)
        except Conflict:
            return False
        return True

    async def saw(self, answer: Answer) -> None:
        """The buyer saw this preview: later ones are compared with it. One that is startling does not count
        as seen before they say so, not even after a restart."""
        await self._seen.keep(answer.enquiry.key, SeenPreview.of(answer.enquiry, answer.preview))

    def _as_in_cart(self, group: CartGroup) -> CartGroup:
        return replace(group, lines=tuple(self._line_in_cart(line) for line in group.lines))

    def _line_in_cart(self, asked: CartLine) -> CartLine:
        line = self._basket.cart.line(asked.key)
        if line is None or line.later:
            raise Conflict(
                tr(
                    "The cart has changed meanwhile: {goods} is not in it any more, because it was ordered, "
                    "removed or kept for later. Close this window and check out again.",
                    goods=_named(asked),
                )
            )
        if line.elsewhere is not None:
            raise Conflict(
                tr(
                    "The cart has changed meanwhile: {goods} was set to {pieces} on another computer. "
                    "Decide in the cart. Close this window and check out again.",
                    goods=_named(asked),
                    pieces=f"{line.elsewhere:,}",
                )
            )
        if line.quantity != asked.quantity:
            raise Conflict(
                tr(
                    "The cart has changed meanwhile: {goods} has another quantity now: {pieces}, not "
                    "{asked}. Close this window and check out again.",
                    goods=_named(asked),
                    pieces=f"{line.quantity:,}",
                    asked=f"{asked.quantity:,}",
                )
            )
        if line.ref.platform is Platform.TAOBAO and line.untold:
            raise Conflict(self._basket.trouble or tr("The gateway does not know this cart yet. Try again."))
        return replace(asked, row_id=line.row_id)


def _named(line: CartLine) -> str:
    return " ".join(filter(None, (line.title.shown, line.sku.name)))
