"""Messages the gateway pushes about orders (contract section 2: TC1 to TC3, AC1 to AC3). Pure.

Its own bodies are not documented, so those of its sibling and of both platforms behind it are read. Amounts
are fen (contract 1.11). Names of a line's price and of a Taobao refund are assumed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.domain.event import Event, EventKind, EventLine
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.gateways.wire import Reader

PLATFORMS = {"0": Platform.TAOBAO, "1": Platform.ALIBABA}
TAOBAO_KINDS = {"3": EventKind.STATUS, "8": EventKind.PRICE, "9": EventKind.REFUND}
"""`message_type` of Taobao Global."""

NAMES = ("messageType", "message_type", "type")
BODIES = ("messageBody", "data")
ORDERS = ("orderId", "orderNo", "purchase_id", "purchaseOrderId", "outer_purchase_id", "salesOrderId")
STATES = ("orderStatus", "status")
REFUND_STATES = ("refundStatus", "refund_status")
CURRENT_STATE = ("currentStatus",)
"""Of the refund in a message about one, else of the order."""

TIMES = ("business_time", "msgSendTime")
REFUNDS = ("refundId", "refund_id")
REFUNDED = ("refundAmount", "refund_fee")
PRICES = "purchaseOrderPriceDTO"
LINES = ("sku_list", "purchaseOrderLinePriceChangeMessageDTOList")
LINE_IDS = "sub_purchase_order_ids"

READ = frozenset(
    {
        *("messagePlatform", "timestamp", "refundAction", "closeReason", PRICES, LINE_IDS),
        *("totalAmount", "productAmount", "shippingFee"),
        *(
            *NAMES,
            *BODIES,
            *ORDERS,
            *STATES,
            *REFUND_STATES,
            *CURRENT_STATE,
            *TIMES,
            *REFUNDS,
            *REFUNDED,
            *LINES,
        ),
    }
)
"""What has a place of its own in an event; the rest are its facts."""


def read_event(message: Reader, platform: Platform | None = None) -> Event:
    """What a message says, also a body without its frame. `platform` is whose it is where it does not say."""
    message = message.lenient()
    body = _body(message)
    name = message.text(*NAMES) or body.text(*NAMES)
    kind = _kind(name, body)
    about_refund = kind is EventKind.REFUND
    prices = body.child(PRICES)
    return Event(
        kind=kind,
        platform=_platform(message, name) or platform,
        name=name,
        order_ids=tuple(dict.fromkeys(filter(None, map(body.text, ORDERS)))),
        raw_state=body.text(*STATES, *(() if about_refund else CURRENT_STATE)),
        sent_at=message.moment("timestamp"),
        happened_at=body.moment(*TIMES),
        refund_id=body.text(*REFUNDS),
        refund_state=body.text(*REFUND_STATES, *(CURRENT_STATE if about_refund else ())),
        refund_action=body.text("refundAction"),
        close_reason=body.text("closeReason"),
        total=_either(body.fen("totalAmount"), prices.fen("purchaseTotalFee")),
        goods=_either(body.fen("productAmount"), prices.fen("purchaseProductFee")),
        freight=_either(body.fen("shippingFee"), prices.fen("purchaseShippingFee")),
        refunded=body.fen(*REFUNDED),
        lines=_lines(body),
        facts=_facts([message, body]),
    )


def _body(message: Reader) -> Reader:
    """The innermost object that holds what happened, however often it is wrapped."""
    for name in BODIES:
        if message.holds(name) is dict:
            message = message.child(name)
    return message


def _kind(name: str, body: Reader) -> EventKind:
    """By the name; without one, or with an unknown number, by what the body holds."""
    if name in TAOBAO_KINDS:
        return TAOBAO_KINDS[name]
    if "REFUND" in name or (not name and body.text(*REFUNDS)):
        return EventKind.REFUND
    if "PRICE" in name or (not name and body.holds(PRICES) is dict):
        return EventKind.PRICE
    if name.startswith("ORDER_") or (not name and body.text(*STATES, *CURRENT_STATE)):
        return EventKind.STATUS
    return EventKind.OTHER


def _platform(message: Reader, name: str) -> Platform | None:
    said = PLATFORMS.get(message.text("messagePlatform"))
    if said is None and name in TAOBAO_KINDS:
        return Platform.TAOBAO
    return Platform.ALIBABA if said is None and name.startswith("ORDER_BUYER_VIEW_") else said


def _lines(body: Reader) -> tuple[EventLine, ...]:
    rows = [row for name in LINES for row in body.rows(name)]
    return (*map(_line, rows), *map(EventLine, body.texts(LINE_IDS)))


def _line(row: Reader) -> EventLine:
    return EventLine(
        id=row.text("order_line_no", "purchaseOrderLineId"),
        offer_id=row.text("item_id"),
        sku_id=row.text("sku_id"),
        raw_state=row.text("status"),
        carrier=row.plain("logistic_company_name"),
        waybill=row.text("logistic_number"),
        amount=row.fen("purchaseProductFee"),
    )


def _facts(readers: Sequence[Reader]) -> dict[str, str]:
    """Whatever else is said in single values, by its name; odd names would pass for the path of another."""
    said = (
        (name, reader.text(name))
        for reader in readers
        for name in reader.names()
        if name.isidentifier() and name not in READ and reader.holds(name) is None
    )
    return {name: text for name, text in said if text}


def _either(first: Money | None, second: Money | None) -> Money | None:
    return second if first is None else first
