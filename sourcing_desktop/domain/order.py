"""Orders: what the gateway says it would cost, what the buyer confirms, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Words
from sourcing_desktop.domain.parcel import Parcel

NOTHING = Money(0)
USUAL_TRADES = ("assureTrade", "alipay")
ON_CREDIT = frozenset({"period", "creditBuy"})
"""1688 trade types (contract AO7)."""


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """What one seller's order would cost now. `total` is goods + freight + fee - discount as the gateway sums
    it; `freight_is_final` is no where the seller works the freight out later.

    `flow`, `trade_types` and `promotion` are 1688's answers to be handed back when ordering (contract AO6,
    AO7); `refusals` maps SKU ids to why the line cannot be bought, `amounts` to what its lines cost, where
    the gateway says that in a unit that is sure; `asked_at` gives the preview an age.
    """

    goods: Money
    freight: Money
    discount: Money
    total: Money
    asked_at: datetime
    flow: str = ""
    trade_types: tuple[str, ...] = ()
    refusals: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""
    fee: Money = NOTHING
    freight_is_final: bool = True
    promotion: str = ""
    amounts: Mapping[str, Money] = field(default_factory=dict)

    @property
    def orderable(self) -> bool:
        return not self.refusal and not self.refusals

    @property
    def trade_type(self) -> str:
        """The way to pay: guaranteed trade if offered, on credit only if there is nothing else."""
        without_credit = (each for each in self.trade_types if each not in ON_CREDIT)
        usual = (each for each in USUAL_TRADES if each in self.trade_types)
        return next(chain(usual, without_credit, self.trade_types), "")

    @property
    def on_credit(self) -> bool:
        """Whether the order would be bought on credit."""
        return self.trade_type in ON_CREDIT


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One SKU of an order, with the price the buyer saw. Ids as in CartLine and Sku; `cart_key` is the
    `CartLine.key` of the line it was."""

    row_id: str
    ref: OfferRef
    sku_id: str
    spec_id: str
    supply_id: str
    supply_sku_id: str
    quantity: int
    unit_price: Money | None
    title: Words
    sku_name: str
    picture: str
    cart_key: str = ""


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """One order as the buyer confirms it; nothing in it changes afterwards.

    `reference` is made once by us and travels with the order, so that the order can be found again.
    """

    reference: str
    platform: Platform
    seller_id: str
    seller_name: str
    address: Address
    lines: tuple[DraftLine, ...]
    goods: Money
    freight: Money
    total: Money
    note: str = ""
    flow: str = ""
    trade_type: str = ""
    promotion: str = ""

    @property
    def cart_keys(self) -> frozenset[str]:
        """The cart lines that would be ordered, by `CartLine.key`."""
        return frozenset(line.cart_key for line in self.lines if line.cart_key)


def draft_order(
    group: CartGroup, preview: OrderPreview, address: Address, reference: str, note: str = ""
) -> OrderDraft:
    """Freeze one seller's lines and the preview into what the buyer is asked to confirm."""
    lines = tuple(
        DraftLine(
            row_id=line.row_id,
            ref=line.ref,
            sku_id=line.sku.id,
            spec_id=line.sku.spec_id,
            supply_id=line.supply_id,
            supply_sku_id=line.sku.supply_id,
            quantity=line.quantity,
            unit_price=group.unit_price(line),
            title=line.title,
            sku_name=line.sku.name,
            picture=line.picture,
            cart_key=line.key,
        )
        for line in group.orderable_lines
    )
    return OrderDraft(
        reference=reference,
        platform=group.platform,
        seller_id=group.supplier.id,
        seller_name=group.supplier.name,
        address=address,
        lines=lines,
        goods=preview.goods,
        freight=preview.freight,
        total=preview.total,
        note=note.encode(errors="replace").decode(),  # half a character cannot be written down
        flow=preview.flow,
        trade_type=preview.trade_type,
        promotion=preview.promotion,
    )


class OrderState(StrEnum):
    """What an order means to the buyer, over both platforms. OTHER: see `Order.raw_state`."""

    BUILDING = "being created"
    TO_PAY = "to pay"
    CHECKING_PAYMENT = "payment being checked"
    PAYMENT_REFUSED = "payment refused"
    TO_SHIP = "to ship"
    SHIPPED = "shipped"
    RECEIVED = "received"
    DONE = "finished"
    CANCELLED = "cancelled"
    OTHER = "other"


ALIBABA_STATES: Mapping[str, OrderState] = {
    "waitbuyerpay": OrderState.TO_PAY,
    "waitsellersend": OrderState.TO_SHIP,
    "waitlogisticstakein": OrderState.TO_SHIP,
    "waitbuyerreceive": OrderState.SHIPPED,
    "waitbuyersign": OrderState.SHIPPED,
    "signinsuccess": OrderState.RECEIVED,
    "confirm_goods": OrderState.RECEIVED,
    "success": OrderState.DONE,
    "cancel": OrderState.CANCELLED,
    "terminated": OrderState.CANCELLED,
}
"""1688 order status (contract 3.3, upstream C7); anything else is OTHER."""

TAOBAO_STATES: Mapping[str, OrderState] = {
    "12": OrderState.BUILDING,
    "0": OrderState.TO_PAY,
    "1": OrderState.CHECKING_PAYMENT,
    "2": OrderState.CHECKING_PAYMENT,
    "5": OrderState.CHECKING_PAYMENT,
    "3": OrderState.PAYMENT_REFUSED,
    "10": OrderState.TO_SHIP,
    "11": OrderState.SHIPPED,
    "4": OrderState.CANCELLED,
}
"""Taobao order status (contract 3.1, upstream C8); anything else is OTHER."""


def order_state(platform: Platform, raw: str) -> OrderState:
    """The meaning of a platform's status word; OTHER for one nobody documented."""
    states = ALIBABA_STATES if platform is Platform.ALIBABA else TAOBAO_STATES
    return states.get(raw.strip().lower(), OrderState.OTHER)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of a placed order.

    `raw_state`, `refund_state`, `goods_state` and `logistics_state` are machines of their own, in the
    platform's words (contract 3.1 to 3.3); `state_words` is what it shows for the first. `purchase_id` and
    `sub_purchase_id` are the Taobao numbers behind the gateway: parcels go by the latter. `refund_id` is of a
    refund while the order runs, `after_sale_id` of one after it. `error_code` and `error` say why the line
    could not be bought.
    """

    title: str
    quantity: int
    picture: str = ""
    sku_name: str = ""
    sku_id: str = ""
    spec_id: str = ""
    offer_id: str = ""
    amount: Money | None = None
    raw_state: str = ""
    id: str = ""
    state_words: str = ""
    unit_price: Money | None = None
    freight: Money | None = None
    discount: Money | None = None
    refunded: Money | None = None
    refund_state: str = ""
    refund_type: str = ""
    refund_id: str = ""
    after_sale_id: str = ""
    goods_state: str = ""
    logistics_state: str = ""
    close_reason: str = ""
    purchase_id: str = ""
    sub_purchase_id: str = ""
    error_code: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask at a seller's; `chat_name` is the name in the platform's chat."""

    name: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    fax: str = ""
    chat_name: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order the gateway knows. `reference` is ours, where the platform gives it back.

    `total` is goods + freight; `discount` is what the seller changed in it, with the platform's own sign.
    `receiver` is who gets the goods in the end, `warehouse` where they go first if that is another address.
    `refund_state` is of a refund while the order runs, `after_sale_state` of one after it, in the platform's
    words.
    """

    platform: Platform
    id: str
    state: OrderState
    raw_state: str
    lines: tuple[OrderLine, ...]
    created_at: datetime | None
    total: Money | None
    number: str = ""
    paid_at: datetime | None = None
    freight: Money | None = None
    seller_name: str = ""
    seller_id: str = ""
    reference: str = ""
    note: str = ""
    goods: Money | None = None
    discount: Money | None = None
    refunded: Money | None = None
    sent_at: datetime | None = None
    received_at: datetime | None = None
    confirmed_at: datetime | None = None
    finished_at: datetime | None = None
    changed_at: datetime | None = None
    close_reason: str = ""
    refund_state: str = ""
    after_sale_state: str = ""
    refund_id: str = ""
    receiver: Address | None = None
    warehouse: Address | None = None
    seller_contact: Contact | None = None
    parcels: tuple[Parcel, ...] = ()
    source: str = ""
    user_id: str = ""
    user_name: str = ""


def newest_first(orders: Iterable[Order]) -> tuple[Order, ...]:
    """The orders by their age; those whose age nobody knows come last."""
    long_ago = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(orders, key=lambda order: order.created_at or long_ago, reverse=True))


@dataclass(frozen=True, slots=True)
class OrderPage:
    """One page of an order list."""

    orders: tuple[Order, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The gateway's answer to an order: the ids of the orders it made, and the lines it left out with why.

    `total` and `freight` are those of a single order, where the answer says them.
    """

    order_ids: tuple[str, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)
    total: Money | None = None
    freight: Money | None = None
