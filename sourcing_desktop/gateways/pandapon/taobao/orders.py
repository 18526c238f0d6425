"""Taobao orders (contract TO1 to TO5, TO8): creating, listing, cancelling, sending elsewhere; fen. Pure.

The body of TO3 is assumed, that of TO4 is upstream's; that TO8 answers an order of TO2 is assumed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import (
    TAOBAO_STATES,
    DraftLine,
    Order,
    OrderDraft,
    OrderLine,
    OrderPage,
    Placed,
    order_state,
)
from sourcing_desktop.domain.order_filter import ALL_ORDERS, OrderFilter
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import HTTP_OK, Refusal, refused
from sourcing_desktop.gateways.pandapon.shapes import (
    Caller,
    filled,
    known_address,
    order_rows,
    taobao_address,
    wire_number,
    wire_time,
    words_by_state,
)
from sourcing_desktop.gateways.values import encode_json
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

ORDER_SOURCE = "sourcing-desktop"

ASKED_STATES = words_by_state(TAOBAO_STATES)
"""Status numbers to ask an order list for, by what they mean; the list takes one at a time."""

NO_VOUCHERS = tr("Accounts of the gateway's second generation cannot show a transfer. Pay the order instead.")

NO_SUPPLY = tr("This item has no supplier behind the gateway and cannot be ordered there.")


def create_request(draft: OrderDraft) -> dict[str, object]:
    """TO1: lines and receiver as JSON in strings, our reference as the seller order number.

    Raises Rejected, before anything is sent, for lines without supply-side ids.
    """
    missing = {line.sku_id: NO_SUPPLY for line in draft.lines if not (line.supply_id and line.supply_sku_id)}
    if missing:
        raise Rejected(tr("Some items cannot be ordered through the gateway. Take them out."), lines=missing)
    return {
        "orderLineList": encode_json([_line(number, line) for number, line in enumerate(draft.lines, 1)]),
        "receiver": encode_json(taobao_address(draft.address)),
        "purchaseAmount": draft.total.minor,
        "orderSource": ORDER_SOURCE,
        "sellerOrderNumber": draft.reference,
    }


def list_request(page: int, size: int, status: str, which: OrderFilter = ALL_ORDERS) -> dict[str, object]:
    """TO2; an empty status asks for all. Times are text, which the contract calls the likely answer (1.12).
    ValueError for what this list cannot be asked for."""
    if which.refund_state or len(which.order_ids) > 1:
        raise ValueError("Taobao's list of orders takes one id and no refund state")
    fields = {
        "pageNum": page,
        "pageSize": size,
        "status": int(status) if status else None,
        "id": wire_number("".join(which.order_ids)),
        "orderNo": which.number,
        "sellerNick": which.seller_name,
        "beginDateTime": wire_time(which.since),
        "endDateTime": wire_time(which.until),
    }
    return filled(fields)


def voucher_request(order_id: str, picture_urls: Sequence[str], caller: Caller) -> dict[str, object]:
    """TO3, assumed. Rejected, before anything is sent, in v2, which has no such call."""
    if not caller.is_v1:
        raise Rejected(NO_VOUCHERS)
    return {"orderId": order_id, "voucherUrls": list(picture_urls)}


def cancel_request(order_id: str, reason: str, remark: str, line_ids: Sequence[str]) -> dict[str, object]:
    """TO4; no line ids means the whole order.

    In upstream's names alone: a gateway that passed over an invented name of the lines would close them all.
    """
    fields = {
        "purchase_id": order_id,
        "sub_purchase_orderId_list": list(line_ids) or None,
        "cancel_reason": reason,
        "cancel_remark": remark,
    }
    return filled(fields)


def warehouse_request(order_id: str, name: str, address: str) -> dict[str, object]:
    """TO5."""
    return {"warehouseAddress": address, "warehouseName": name, "orderId": order_id}


def detail_query(order_id: str) -> dict[str, str]:
    """TO8."""
    return {"orderId": order_id}


def read_placed(envelope: Reader) -> Placed:
    """TO1 and TK1: one order may have been split by supplier. Raises Rejected, and BadReply for an answer
    that names no order."""
    placed = named_orders(envelope)
    if "" in placed.order_ids:
        made = ", ".join(filter(None, placed.order_ids)) or tr("all without numbers")
        raise BadReply(
            tr(
                "The gateway made orders ({made}) but did not say the number of each. Look at the orders "
                "before ordering again.",
                made=made,
            ),
            path="data.order_list",
        )
    if placed.order_ids:
        return placed
    if said := refusal_in(envelope):
        raise refused(Refusal(*said, HTTP_OK, "TO1", writing=True))
    raise BadReply(
        tr(
            "The gateway took the order but did not say its number. Look at the orders before ordering again."
        ),
        path="data.order_list",
    )


def named_orders(envelope: Reader) -> Placed:
    """The orders an answer tells of, perhaps none; an empty text for one whose number it does not say."""
    if envelope.holds("data") is not dict:
        text = envelope.text("data")
        return Placed((text,) if text.isdecimal() else ())
    data = envelope.child("data")
    ids = tuple(map(_order_id, data.rows("order_list", "orderList")))
    return Placed(ids or tuple(filter(None, [_order_id(data)])))


def read_orders(envelope: Reader) -> OrderPage:
    """TO2. BadReply when no list is recognised."""
    rows = order_rows(envelope, ["data"], ["total"])
    return OrderPage(tuple(map(_order, rows)), envelope.child("data").lenient().whole("total"))


def read_detail(envelope: Reader) -> Order:
    """TO8, assumed: one order as the list has it."""
    return _order(envelope.child("data"))


def _line(number: int, line: DraftLine) -> dict[str, str]:
    """One order line, every value as text; `itemId` means the supply-side id."""
    return {
        "itemId": line.supply_id,
        "orderLineNo": str(number),
        "quantity": str(line.quantity),
        "price": str(line.unit_price.minor) if line.unit_price is not None else "",
        "currency": "CNY",
        "skuId": line.supply_sku_id,
    }


def _order_id(order: Reader) -> str:
    """The number the order list has it under. Upstream's own, which is of another id space (contract 1.10),
    stands in where there is no other: assumed."""
    return order.text("id", "orderId", "purchase_id", "purchaseId")


def _order(row: Reader) -> Order:
    row = row.lenient()
    raw_state = row.text("status")
    rows = row.rows("subOrderVOS", "subOrderVOs", "subOrders")
    lines = tuple(map(_order_line, rows))
    amount = row.fen("purchaseAmount") if all(each.in_cny for each in rows) else None
    return Order(
        platform=Platform.TAOBAO,
        id=row.need_text("id"),
        state=order_state(Platform.TAOBAO, raw_state),
        raw_state=raw_state,
        lines=lines,
        created_at=row.moment("createTime"),
        total=amount if amount else None,  # 0 while the order is being built
        number=row.text("orderNo"),
        paid_at=row.moment("payTime"),
        freight=_freight([line.freight for line in lines if line.freight is not None], amount),
        seller_name=row.plain("sellerNick", "shopName"),
        reference=row.text("sellerOrderNumber"),
        note=row.text("remark"),
        receiver=_address(row.child("receiverVO")),
        warehouse=_address(row.child("warehouseAddressInfoVO")),
        source=row.text("orderSource"),
        user_id=row.text("userId"),
        user_name=row.text("userName"),
    )


def _address(row: Reader) -> Address | None:
    return known_address(
        Address(
            name=row.text("name"),
            mobile=row.text("mobilePhone", "mobile_phone"),
            province=row.text("state"),
            city=row.text("city"),
            district=row.text("district"),
            street=row.text("address"),
            postcode=row.text("zip"),
            phone=row.text("phone"),
        )
    )


def _freight(fees: list[Money], amount: Money | None) -> Money | None:
    """What the lines say of freight, once the order has an amount at all."""
    return total(fees) if fees and amount else None


def _order_line(row: Reader) -> OrderLine:
    """A sub-order. Its choices and picture hide in a JSON text inside a JSON text inside a JSON text."""
    options = row.child("subOrderResult").child("option_fields", "optionFields")
    choices = options.child("en", "zh")
    return OrderLine(
        title=row.plain("title"),
        quantity=row.whole("quantity") or 0,
        picture=options.picture("SKU_IMG_URL"),
        sku_name=" / ".join(choices.text(name) for name in choices.names()),
        sku_id=row.text("skuId"),
        offer_id=row.text("itemMapId", "itemId"),
        amount=row.fen("purchaseAmount"),
        raw_state=row.text("status"),
        id=row.text("subOrderId"),
        freight=row.fen("domesticPostFee"),
        refund_state=row.text("refundStatus"),
        refund_type=row.text("refundType"),
        goods_state=row.text("goodsStatus"),
        close_reason=row.text("closeReason"),
        purchase_id=row.text("taobaoPurchaseId"),
        sub_purchase_id=row.text("taobaoSubPurchaseId"),
        error_code=row.text("errorCode"),
        error=row.plain("errorMessage"),
    )
