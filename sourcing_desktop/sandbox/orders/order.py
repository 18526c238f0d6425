"""What an order is: its states, its lines, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcing_desktop.sandbox.refunds.refund import Refund


class State(StrEnum):
    """Where an order is; each platform has its own words for it."""

    BUILDING = "building"
    TO_PAY = "to pay"
    CHECKING = "checking voucher"
    ACCEPTED = "voucher accepted"
    REFUSED = "voucher refused"
    TO_SHIP = "to ship"
    SHIPPED = "shipped"
    SIGNED = "signed"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"


UNPAID = frozenset({State.BUILDING, State.TO_PAY, State.CHECKING, State.REFUSED})
PAYABLE = frozenset({State.TO_PAY, State.REFUSED})
ON_THE_WAY = frozenset({State.SHIPPED, State.SIGNED})


class Change(StrEnum):
    """What may happen to an order; each is told to whoever listens for callbacks."""

    CREATED = "created"
    BUILT = "built"
    PRICED = "priced"
    VOUCHER_SENT = "voucher sent"
    VOUCHER_ACCEPTED = "voucher accepted"
    VOUCHER_REFUSED = "voucher refused"
    PAID = "paid"
    SHIPPED = "shipped"
    SIGNED = "signed"
    CONFIRMED = "confirmed"
    FINISHED = "finished"
    CLOSED_BY_BUYER = "closed by buyer"
    CLOSED_BY_SELLER = "closed by seller"
    CLOSED_BY_TIME = "closed by time"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line as it was bought. `purchase_id` is Taobao's number of it; `change_fen` is what the seller put
    on the price, or took off it when negative; a closed line is no part of its order any more."""

    id: str
    purchase_id: str
    offer_id: str
    sku_id: str
    quantity: int
    unit_fen: int
    change_fen: int
    received_at: int | None
    closed_at: int | None

    @property
    def amount_fen(self) -> int:
        return self.unit_fen * self.quantity + self.change_fen


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """One order of one seller. Times are milliseconds; `receiver` is the address as it was sent, `warehouse`
    what was changed in it later; `parcels` is how many the seller was told to make, if he was."""

    id: str
    number: str
    purchase_id: str
    user_id: str
    platform: str
    seller_open_id: str
    state: State
    freight_fen: int
    note: str
    reference: str
    source: str
    receiver: dict[str, str | None]
    warehouse: dict[str, str]
    close_reason: str
    voucher_refused: bool
    parcels: int | None
    created_at: int
    voucher_at: int | None
    paid_at: int | None
    sent_at: int | None
    signed_at: int | None
    confirmed_at: int | None
    done_at: int | None
    closed_at: int | None
    lines: tuple[PlacedLine, ...]
    refunds: tuple[Refund, ...]

    @property
    def held(self) -> bool:
        """Whether it goes no further until somebody has decided on a refund."""
        return any(refund.holds for refund in self.refunds)

    @property
    def can_be_confirmed(self) -> bool:
        """Whether the buyer may say that the goods have come."""
        return self.state in ON_THE_WAY and not self.held

    def last_refund(self, line_id: str = "", after_sale: bool | None = None) -> Refund | None:
        """The last refund, of one line or of any, from before or after it was finished or from either."""
        fitting = (
            refund
            for refund in reversed(self.refunds)
            if (not line_id or line_id in refund.claim.pieces) and after_sale in (None, refund.after_sale)
        )
        return next(fitting, None)

    @property
    def refunded_fen(self) -> int:
        """What was paid back, freight included."""
        return sum(refund.claim.total_fen for refund in self.refunds if refund.paid_back)

    @property
    def open_lines(self) -> tuple[PlacedLine, ...]:
        """The lines that were not closed one by one."""
        return tuple(line for line in self.lines if line.closed_at is None)

    @property
    def goods_fen(self) -> int:
        return sum(line.amount_fen for line in self.open_lines)

    @property
    def total_fen(self) -> int:
        return self.goods_fen + self.freight_fen

    @property
    def changed_at(self) -> int:
        """When something last happened to it."""
        times = (
            self.created_at,
            self.voucher_at,
            self.paid_at,
            self.sent_at,
            self.signed_at,
            self.confirmed_at,
            self.done_at,
            self.closed_at,
        )
        return max(time for time in times if time is not None)

    def address(self, *names: str) -> str:
        """The first of these parts of the address that is filled; empty when none is."""
        return next((value for value in map(self.receiver.get, names) if value), "")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the buyer sends along with an order."""

    receiver: dict[str, str | None]
    note: str = ""
    reference: str = ""
    source: str = ""
