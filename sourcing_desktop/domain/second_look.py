"""What a buyer must look at twice before ordering: costs that changed, goods that were ordered a moment ago.
Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup, goods_id
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.order import OrderPreview

LARGE_PERCENT = 10
"""A cost that changed by more must be seen before it is agreed to."""

REPEAT = timedelta(days=1)
"""Who orders the same within this time may not mean it."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """What a preview is asked for: one order, and where it goes. `part` counts the orders that one seller's
    goods are split into."""

    group: CartGroup
    address: Address
    part: int = 1

    @property
    def key(self) -> str:
        """Names the order over both platforms."""
        return f"{self.group.key}#{self.part}"

    @property
    def goods(self) -> tuple[tuple[str, int], ...]:
        """What is bought and how many of it, in no order of the buyer's."""
        return tuple(sorted((line.goods, line.quantity) for line in self.group.orderable_lines))

    @property
    def place(self) -> str:
        """Where it goes, as far as freight depends on it."""
        address = self.address
        return " ".join((address.province, address.city, address.district, address.town))


@dataclass(frozen=True, slots=True)
class SeenPreview:
    """What an order would have cost when the buyer last saw it without being asked to look again."""

    lines: tuple[tuple[str, int], ...]
    place: str
    goods: Money
    total: Money
    at: datetime

    @classmethod
    def of(cls, enquiry: Enquiry, preview: OrderPreview) -> SeenPreview:
        return cls(enquiry.goods, enquiry.place, preview.goods, preview.total, preview.asked_at)


class Cost(StrEnum):
    """What changed."""

    GOODS = "goods"
    TOTAL = "total"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Change:
    """A cost against what it was: in the preview of `since`, or when the buyer took the goods where that is
    None."""

    cost: Cost
    now: Money
    before: Money
    since: datetime | None = None

    @property
    def percent(self) -> int | None:
        """By how much, towards zero; None where it was nothing before."""
        apart = abs(self.now.minor - self.before.minor)
        return apart * 100 // self.before.minor if self.before.minor > 0 else None

    @property
    def large(self) -> bool:
        """Whether the buyer has to say that they saw it."""
        apart = abs(self.now.minor - self.before.minor)
        return apart * 100 > LARGE_PERCENT * max(0, self.before.minor)


def changes(enquiry: Enquiry, preview: OrderPreview, seen: SeenPreview | None) -> Iterator[Change]:
    """What differs from when the buyer took the goods, and from the last preview of the same: all of it where
    they go to the same place, the goods alone where they do not."""
    group = enquiry.group.as_taken
    priced = all(group.unit_price(line) is not None for line in group.orderable_lines)
    if priced and preview.goods != group.total:
        yield Change(Cost.GOODS, preview.goods, group.total)
    if seen is None or seen.lines != enquiry.goods:
        return
    if seen.place == enquiry.place:
        if seen.total != preview.total:
            yield Change(Cost.TOTAL, preview.total, seen.total, seen.at)
    elif seen.goods != preview.goods:
        yield Change(Cost.GOODS, preview.goods, seen.goods, seen.at)


def line_changes(enquiry: Enquiry, preview: OrderPreview) -> dict[str, Change]:
    """What lines cost against when the buyer took them, by SKU id, as far as the preview says it."""
    group, found = enquiry.group.as_taken, {}
    for sku_id, now in preview.amounts.items():
        lines = [line for line in group.orderable_lines if line.sku.id == sku_id]
        before = total(group.line_total(line) for line in lines)
        if lines and before != now and all(group.unit_price(line) is not None for line in lines):
            found[sku_id] = Change(Cost.LINE, now, before)
    return found


def ordered_before(enquiry: Enquiry, intents: Iterable[OrderIntent], now: datetime) -> OrderIntent | None:
    """The latest order of exactly these goods to this address in the last day, however far it has come."""
    wanted = _pieces(enquiry.goods)
    for intent in sorted(intents, key=lambda each: each.written_at, reverse=True):
        draft = intent.draft
        ordered = (
            (f"{draft.platform}:{goods_id(line.ref, line.sku_id)}", line.quantity) for line in draft.lines
        )
        if (
            intent.state is not IntentState.REJECTED
            and now - intent.written_at < REPEAT
            and draft.address == enquiry.address
            and _pieces(ordered) == wanted
        ):
            return intent
    return None


def _pieces(lines: Iterable[tuple[str, int]]) -> Counter[str]:
    pieces: Counter[str] = Counter()
    for goods, quantity in lines:
        pieces[goods] += quantity
    return pieces
