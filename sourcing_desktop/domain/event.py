"""What the gateway pushes when an order changes. A hint to ask for the order again, never the truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform


class EventKind(StrEnum):
    """What changed. OTHER: see `Event.name`."""

    PRICE = "price changed"
    STATUS = "status changed"
    REFUND = "refund"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EventLine:
    """What an event says of one line; `raw_state` in the platform's words."""

    id: str
    offer_id: str = ""
    sku_id: str = ""
    raw_state: str = ""
    carrier: str = ""
    waybill: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One message, whoever sent it: pushes are not signed, come repeated and in any order (contract 2.1).

    `order_ids` are all ids it names the order by. `name` is the kind in the platform's own words, `platform`
    None where the message does not say. Amounts are what it claims; `facts` is whatever else it says, by the
    platform's names.
    """

    kind: EventKind
    platform: Platform | None
    name: str
    order_ids: tuple[str, ...]
    raw_state: str = ""
    sent_at: datetime | None = None
    happened_at: datetime | None = None
    refund_id: str = ""
    refund_state: str = ""
    refund_action: str = ""
    close_reason: str = ""
    total: Money | None = None
    goods: Money | None = None
    freight: Money | None = None
    refunded: Money | None = None
    lines: tuple[EventLine, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
