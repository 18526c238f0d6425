"""Sending goods on from a warehouse in China to a buyer abroad: services, quotes, bookings, and the parcels
that are to arrive at the warehouse before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_desktop.domain.money import Money


@dataclass(frozen=True, slots=True)
class OverseasAddress:
    """A consignee abroad. `country` is a two-letter code, such as US. Empty text means not given."""

    name: str
    country: str
    state: str
    city: str
    street: str
    zip: str
    mobile: str
    phone: str = ""
    email: str = ""
    tax_id: str = ""

    def missing(self) -> tuple[str, ...]:
        """The parts a parcel cannot do without and that are empty."""
        needed = ("name", "country", "city", "street", "zip", "mobile")
        return tuple(part for part in needed if not getattr(self, part).strip())


@dataclass(frozen=True, slots=True)
class FreightService:
    """A way to send goods, and what it would cost. Days are from the warehouse to the door; `weight_g` is
    what the price was reckoned for, in grams."""

    id: str
    company: str
    category: str
    price: Money | None = None
    least_days: int | None = None
    most_days: int | None = None
    weight_g: int | None = None


@dataclass(frozen=True, slots=True)
class FreightItem:
    """Goods to be sent on, by their supply-side ids. `price` is for one piece; title and picture are for the
    papers that go with them."""

    supply_id: str
    supply_sku_id: str
    quantity: int
    price: Money
    title: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class FreightLine:
    """Goods and the service that is to take them."""

    item: FreightItem
    service: FreightService


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """What the gateway says of one line of a quote."""

    supply_id: str
    supply_sku_id: str
    quantity: int | None
    service: FreightService


@dataclass(frozen=True, slots=True)
class FreightQuote:
    """What sending several goods costs. `id` is what a booking names."""

    id: str
    price: Money | None = None
    lines: tuple[QuotedLine, ...] = ()
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ExpectedParcel:
    """The number (`FA...`) under which the warehouse waits for the goods of one line."""

    number: str
    supply_id: str
    supply_sku_id: str
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """An order to send goods on. `status` is the gateway's own word."""

    id: str
    status: str = ""
    price: Money | None = None
    parcels: tuple[ExpectedParcel, ...] = ()


@dataclass(frozen=True, slots=True)
class DomesticParcel:
    """A seller's parcel on its way to the warehouse. `sent_at`: when it was handed over."""

    waybill: str
    carrier: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """The goods of one line of a booking, on their way to the warehouse. `parcel` is the warehouse's own
    number for them (`FA...`)."""

    parcel: str
    item: FreightItem
    domestic: tuple[DomesticParcel, ...]
