"""Parcels of an order, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sourcing_desktop.domain.address import Address


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One thing that happened to a parcel, in the carrier's words.

    Where the carrier's time cannot be read, `at` is None and `time_text` is what it said. `status`,
    `status_words` and `action` are the carrier's own for the kind of step.
    """

    text: str
    at: datetime | None = None
    time_text: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    facility: str = ""
    status: str = ""
    status_words: str = ""
    action: str = ""
    next_city: str = ""
    next_facility: str = ""

    @property
    def place(self) -> str:
        """Where it happened, as far as it is said."""
        return " ".join(filter(None, (self.province, self.city, self.district, self.facility)))


@dataclass(frozen=True, slots=True)
class ParcelGoods:
    """Goods in a parcel; `quantity` is None where it is not said."""

    title: str
    quantity: int | None = None
    sku_name: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries a parcel, out or back. `code` is what the platform wants to be told."""

    code: str = ""
    name: str = ""
    id: str = ""
    phone: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel; `steps` are oldest first.

    `logistics_id` is 1688's own number of it (`LP...`). `order_id` is the 1688 order, or the Taobao sub
    purchase order, it belongs to; `line_ids` are the order's lines in it, where they are said.
    """

    waybill: str
    logistics_id: str = ""
    order_id: str = ""
    carriers: tuple[Carrier, ...] = ()
    steps: tuple[TraceStep, ...] = ()
    goods: tuple[ParcelGoods, ...] = ()
    line_ids: tuple[str, ...] = ()
    receiver: Address | None = None
    sent_at: datetime | None = None
    raw_state: str = ""

    @property
    def carrier(self) -> str:
        """The carriers' names; empty where none is said."""
        return ", ".join(carrier.name for carrier in self.carriers if carrier.name)


def traced(steps: Iterable[TraceStep]) -> tuple[TraceStep, ...]:
    """The steps in the order of time, each once: traces come repeated and unsorted (contract upstream C10).

    Steps of no known time come last, in the order they came.
    """
    end_of_time = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(dict.fromkeys(steps), key=lambda step: step.at or end_of_time))
