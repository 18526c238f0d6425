"""Refunds of both platforms: what may be asked for, what the gateway knows of a refund, and what its states
mean. What a buyer may do about one is in refund_rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.parcel import Carrier


class RefundState(StrEnum):
    """What a refund's state means to the buyer, over both platforms. OTHER: see `Refund.raw_state`."""

    NONE = "no refund"
    APPLIED = "waiting for the seller"
    REFUSED = "refused by the seller"
    TO_SEND_BACK = "goods to be sent back"
    SENT_BACK = "waiting for the seller to receive the goods"
    REFUNDED = "refunded"
    CLOSED = "closed"
    OTHER = "other"


ALIBABA_REFUND_STATES: Mapping[str, RefundState] = {
    "waitselleragree": RefundState.APPLIED,
    "waitbuyermodify": RefundState.REFUSED,
    "waitbuyersend": RefundState.TO_SEND_BACK,
    "waitsellerreceive": RefundState.SENT_BACK,
    "refundsuccess": RefundState.REFUNDED,
    "refundclose": RefundState.CLOSED,
    "refundclosed": RefundState.CLOSED,
}
"""1688 refund status (contract 3.3, upstream C9), written small and without underscores: order lines shout it
with underscores, and end the last one in -d."""

TAOBAO_REFUND_STATES: Mapping[str, RefundState] = {
    "0": RefundState.NONE,
    "10": RefundState.APPLIED,
    "20": RefundState.TO_SEND_BACK,
    "30": RefundState.SENT_BACK,
    "100": RefundState.REFUNDED,
    "-10": RefundState.REFUSED,
    "-20": RefundState.CLOSED,
}
"""Taobao refund status (contract 3.2)."""


def refund_state(platform: Platform, raw: str) -> RefundState:
    """The meaning of a platform's refund status; NONE for no word at all, OTHER for one nobody documented."""
    word = raw.strip().lower().replace("_", "")
    if not word:
        return RefundState.NONE
    states = ALIBABA_REFUND_STATES if platform is Platform.ALIBABA else TAOBAO_REFUND_STATES
    return states.get(word, RefundState.OTHER)


class RefundKind(StrEnum):
    """Money back alone, or money against goods."""

    MONEY_ONLY = "refund only"
    RETURN = "return and refund"


class GoodsState(StrEnum):
    """Where the goods of a refund are."""

    NOT_SHIPPED = "not shipped"
    SHIPPED = "shipped"
    NOT_RECEIVED = "not received"
    RECEIVED = "received"
    SENT_BACK = "sent back"
    BACK_AT_SELLER = "received by the seller"


@dataclass(frozen=True, slots=True)
class RefundReason:
    """A reason one may give. None: the platform does not say. `keeps_freight`: the freight is not paid
    back."""

    id: str
    name: str
    tip: str = ""
    needs_voucher: bool | None = None
    keeps_freight: bool | None = None


@dataclass(frozen=True, slots=True)
class RefundTerms:
    """What may be asked for now. Amounts are None and `goods_states` empty where the platform sets no bounds.

    `goods_states` are the platform's own words; `earlier` is the refund there is already for this line.
    """

    reasons: tuple[RefundReason, ...]
    refundable: bool = True
    most: Money | None = None
    least: Money | None = None
    amount_is_fixed: bool = False
    amount_tip: str = ""
    goods_states: tuple[str, ...] = ()
    earlier: Refund | None = None


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """What a buyer asks for: `pieces` of each order line, by the line's id; None: all of the line.

    `amount` is for the goods, `freight` comes on top. `after_sale`: the order was finished already.
    `vouchers` are URLs of uploaded pictures. `refund_id` is set to change a refund instead.
    """

    order_id: str
    pieces: Mapping[str, int | None]
    kind: RefundKind
    goods: GoodsState
    reason_id: str
    amount: Money
    freight: Money
    description: str = ""
    vouchers: tuple[str, ...] = ()
    after_sale: bool = False
    refund_id: str = ""


@dataclass(frozen=True, slots=True)
class ReturnAddress:
    """Where goods go back to; all in `text` where the platform does not take it apart."""

    text: str
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ReturnParcel:
    """Goods on their way back, as the buyer tells the platform. `vouchers` are URLs of uploaded pictures."""

    carrier: str
    waybill: str
    description: str = ""
    phone: str = ""
    vouchers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnTerms:
    """How goods may be sent back: by whom, where to, and what the seller says about it."""

    carriers: tuple[Carrier, ...]
    address: ReturnAddress | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class RefundMessage:
    """Something said or done about a refund. `author` and `action` are the platform's own words."""

    text: str
    author: str = ""
    action: str = ""
    at: datetime | None = None
    pictures: tuple[str, ...] = ()
    carrier: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class RefundLine:
    """The order line a refund is about. `purchase_id` and `sales_id` are the order's numbers upstream and at
    the platform; `price` is for one piece, `total` what was paid for all."""

    id: str
    title: str
    quantity: int | None = None
    picture: str = ""
    sku_name: str = ""
    price: Money | None = None
    goods_paid: Money | None = None
    freight_paid: Money | None = None
    total: Money | None = None
    purchase_id: str = ""
    sales_id: str = ""
    seller_id: str = ""
    seller_name: str = ""
    ordered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refund:
    """A refund the gateway knows. `raw_state` is the platform's own word.

    `asked` and `asked_freight` are what the buyer wants, `paid_back` and `paid_back_freight` what was agreed.
    `due_at` is when the platform decides by itself if nobody acts; `due_in_words` where it says so in words.
    """

    platform: Platform
    id: str
    state: RefundState
    raw_state: str
    order_id: str = ""
    kind: RefundKind | None = None
    goods: GoodsState | None = None
    asked: Money | None = None
    asked_freight: Money | None = None
    paid_back: Money | None = None
    paid_back_freight: Money | None = None
    amount_is_fixed: bool = False
    amount_tip: str = ""
    reason_id: str = ""
    reason: str = ""
    description: str = ""
    refused_because: str = ""
    refused_in_detail: str = ""
    asked_at: datetime | None = None
    changed_at: datetime | None = None
    finished_at: datetime | None = None
    due_at: datetime | None = None
    due_in_words: str = ""
    line_ids: tuple[str, ...] = ()
    lines: tuple[RefundLine, ...] = ()
    carrier: Carrier | None = None
    waybill: str = ""
    return_note: str = ""
    buyer_phone: str = ""
    return_address: ReturnAddress | None = None
    seller_note: str = ""
    messages: tuple[RefundMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class RefundPage:
    """One page of a refund list."""

    refunds: tuple[Refund, ...]
    total: int | None = None
