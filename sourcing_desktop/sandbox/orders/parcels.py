"""The parcels of a shipped order and how they travel. Invented, but always the same for an order.

Nothing of it is stored: an order's id says which carrier, which waybill and how long the way is.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

from sourcing_desktop.sandbox.orders.carriers import CARRIERS, Carrier
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder

MOST_PIECES = 60
"""Pieces in one parcel; more make two."""
MOST_LINES = 2
"""Lines in one parcel; more make two."""
MOST_PARCELS = 9
"""That one order may be divided into."""

_HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Trace:
    """One report of the carrier; `at` is milliseconds."""

    at: int
    action: str
    status: str
    province: str
    city: str
    district: str
    facility: str
    text: str
    next_city: str = ""
    next_facility: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel with what is in it and what its carrier has reported so far, oldest first."""

    id: str
    waybill: str
    carrier: Carrier
    goods: tuple[tuple[PlacedLine, int], ...]
    traces: tuple[Trace, ...]

    @property
    def signed(self) -> bool:
        return bool(self.traces) and self.traces[-1].action == "SIGN"


def travel_ms(order: PlacedOrder) -> int:
    """How long the last parcel of an order is on its way."""
    return max(_travel_ms(order, number) for number in range(parcel_count(order)))


def parcel_count(order: PlacedOrder) -> int:
    """As many as the seller was told to make, or by size."""
    pieces = sum(line.quantity for line in order.open_lines)
    if order.parcels is not None:
        return max(1, min(order.parcels, pieces))
    return 2 if pieces > MOST_PIECES or len(order.open_lines) > MOST_LINES else 1


def parcels_of(order: PlacedOrder, origin: str, now: int) -> tuple[Parcel, ...]:
    """The parcels of an order and their traces up to `now`; none before it ships. `origin` is where the
    seller sits, as `浙江义乌`."""
    if order.sent_at is None:
        return ()
    count = parcel_count(order)
    return tuple(
        _parcel(order, number, goods, origin, now)
        for number, goods in enumerate(_packed(order, count))
        if goods
    )


def _parcel(
    order: PlacedOrder, number: int, goods: list[tuple[PlacedLine, int]], origin: str, now: int
) -> Parcel:
    dice = _dice(order, number)
    carrier = CARRIERS[dice % len(CARRIERS)]
    waybill = f"{carrier.prefix}{dice:010d}{_dice(order, number + 100) % 10**4:04d}"
    traces = _traces(order, number, carrier, origin)
    seen = tuple(trace for trace in traces if trace.at <= now)
    return Parcel(f"LP{order.id[2:14]}{number + 1:02d}", waybill, carrier, tuple(goods), seen)


def _packed(order: PlacedOrder, count: int) -> list[list[tuple[PlacedLine, int]]]:
    """Lines with their pieces, dealt to the parcels in turn; a line that is alone is divided."""
    packed: list[list[tuple[PlacedLine, int]]] = [[] for _ in range(count)]
    if len(order.open_lines) >= count:
        for position, line in enumerate(order.open_lines):
            packed[position % count].append((line, line.quantity))
        return packed
    for line in order.open_lines:
        for number in range(count):
            share = line.quantity * (number + 1) // count - line.quantity * number // count
            if share:
                packed[number].append((line, share))
    return packed


def _traces(order: PlacedOrder, number: int, carrier: Carrier, origin: str) -> list[Trace]:
    """The whole way of a parcel. An order that was received before its time had a faster parcel."""
    sent_at = order.sent_at or 0
    received = next(
        (at for at in (order.signed_at, order.confirmed_at, order.done_at) if at is not None), None
    )
    duration = _travel_ms(order, number)
    if received is not None:
        duration = min(duration, max(0, received - sent_at))
    return [replace(trace, at=sent_at + int(duration * part)) for part, trace in _way(order, carrier, origin)]


def _way(order: PlacedOrder, carrier: Carrier, origin: str) -> list[tuple[float, Trace]]:
    """Every report with the part of the way behind it."""
    start, town = origin[:-2] or origin, origin[-2:]
    province, city = order.address("provinceText", "state"), order.address("cityText", "city")
    district = order.address("areaText", "district", "townText")
    name = carrier.name[:2]
    out, into, door = f"{start}转运中心", f"{province}转运中心", f"{city}{district}营业部"

    def at_start(action: str, status: str, facility: str, text: str, *following: str) -> Trace:
        return Trace(0, action, status, start, town, "", facility, text, *following)

    def at_end(action: str, status: str, facility: str, text: str, *following: str) -> Trace:
        return Trace(0, action, status, province, city, district, facility, text, *following)

    return [
        (0.0, at_start("CONSIGN", "已发货", f"{town}仓", "商家已发货,等待快递揽收")),
        (0.08, at_start("GOT", "已揽收", f"{town}营业部", f"【{town}】{carrier.name}已揽收")),
        (0.2, at_start("DEPARTURE", "运输中", out, f"快件离开【{out}】,发往【{into}】", city, into)),
        (0.6, at_end("ARRIVAL", "运输中", into, f"快件到达【{into}】")),
        (0.7, at_end("DEPARTURE", "运输中", into, f"快件离开【{into}】,发往【{door}】", city, door)),
        (0.85, at_end("ARRIVAL", "运输中", door, f"快件到达【{door}】")),
        (0.9, at_end("DELIVERING", "派送中", door, f"{name}快递员正在派送,请保持电话畅通")),
        (1.0, at_end("SIGN", "已签收", door, "快件已签收,感谢使用" + carrier.name)),
    ]


def _travel_ms(order: PlacedOrder, number: int) -> int:
    """Between one and three days."""
    return (24 + _dice(order, number) % 48) * _HOUR


def _dice(order: PlacedOrder, number: int) -> int:
    return zlib.crc32(f"{order.id}:{number}".encode())
