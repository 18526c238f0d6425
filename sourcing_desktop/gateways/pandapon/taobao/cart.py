"""The Taobao cart (contract TK1 to TK6): what is asked and what comes back, prices in fen. Pure.

The bodies of editing and deleting are assumed after the 1688 cart, as are the answers of list and preview; so
is that `orderFee` is what the goods cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.domain.pricing import PriceList, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import NO_PRICE, seller_reason
from sourcing_desktop.gateways.pandapon.shapes import (
    WHOLE_OFFER,
    Caller,
    cart_items,
    filled,
    read_properties,
    taobao_address,
    wire_number,
    wire_offer_id,
    wire_properties,
)
from sourcing_desktop.gateways.pandapon.taobao.goods import ID_NAMES
from sourcing_desktop.gateways.wire import Reader


def add_request(line: CartLine, caller: Caller) -> dict[str, object]:
    """TK5. The item is named by its id in this generation and by its supply-side id."""
    sku = line.sku
    item: dict[str, object] = {
        "itemId" if caller.is_v1 else "itemMapId": wire_offer_id(line.ref, caller),
    }
    fields = {
        "userId": caller.user_id,
        **item,
        "skuId": sku.id,
        "itemTitle": line.title.original,
        "itemPic": sku.picture or line.picture,
        "mpId": line.supply_id,
        "mpSkuId": sku.supply_id,
        "price": sku.price.minor if sku.price is not None else None,
        "properties": wire_properties(sku),
        "quantity": line.quantity,
        "shopId": wire_number(line.supplier.id),
        "shopName": line.supplier.name,
        "skuQuantity": str(sku.stock) if sku.stock is not None else "",
    }
    return filled(fields, keep=("mpId", "mpSkuId"))


def edit_request(row_id: str, quantity: int) -> dict[str, object]:
    """TK6, assumed."""
    return {"quantity": quantity, "id": wire_number(row_id)}


def delete_request(row_ids: Sequence[str]) -> dict[str, object]:
    """TK4, assumed."""
    return {"ids": [wire_number(row_id) for row_id in row_ids]}


def rows_request(row_ids: Sequence[str], address: Address, caller: Caller) -> dict[str, object]:
    """TK2 to preview the rows, TK1 to order them; the address is an object here, not text."""
    fields = {
        "ids": [wire_number(row_id) for row_id in row_ids],
        "orderAddress": taobao_address(address),
        "userId": caller.user_id,
    }
    return filled(fields)


def read_lines(envelope: Reader, caller: Caller) -> tuple[CartLine, ...]:
    """TK3: the lines in the gateway's order, those that are still sold first."""
    return tuple(_line(shop, item, sold, caller) for shop, item, sold in cart_items(envelope))


def read_preview(envelope: Reader, lines: Iterable[CartLine], asked_at: datetime) -> OrderPreview:
    """TK2: what the rows would cost, and which of them cannot be bought."""
    data = envelope.child("data")
    total, freight = _amount(data, "totalRealPayPrice"), _amount(data, "mainlandShippingFee")
    refusals = _refusals(data, {line.sku.id for line in lines})
    refused = refusal_in(envelope)
    refusal = ""
    if not refusals:
        refusal = seller_reason(*refused) if refused else NO_PRICE if total is None else ""
    paid, carriage = total or Money(0), freight or Money(0)
    said = _amount(data, "orderFee")
    goods = said if said and said + carriage <= paid else paid - carriage
    return OrderPreview(
        goods=goods,
        freight=carriage,
        discount=Money(0),
        total=paid,
        asked_at=asked_at,
        refusals=refusals,
        refusal=refusal,
        fee=paid - carriage - goods,
    )


def _refusals(data: Reader, sku_ids: set[str]) -> dict[str, str]:
    found = {}
    for row in data.rows("unavailableList", "failedOfferList", "unsellableOrderList"):
        sku_id = row.text("skuId", "sku_id") or (next(iter(sku_ids)) if len(sku_ids) == 1 else "")
        found[sku_id] = seller_reason(
            row.text("errorCode", "error_code"), row.plain("errorMessage", "error_message", "message")
        )
    return found


def _amount(data: Reader, name: str) -> Money | None:
    """`{amount, currency}` or the bare amount, in fen."""
    return data.child(name).fen("amount") if data.holds(name) is dict else data.fen(name)


def _line(shop: Reader, item: Reader, sold: bool, caller: Caller) -> CartLine:
    picture = item.picture("itemPic")
    names = ID_NAMES if caller.is_v1 else tuple(reversed(ID_NAMES))
    sku = Sku(
        id=item.text("skuId") or WHOLE_OFFER,
        attributes=read_properties(item, "properties"),
        price=item.fen("promotionPrice") or item.fen("price"),
        stock=item.whole("skuQuantity", "amountOnSale"),
        picture=picture,
        supply_id=item.text("mpSkuId", "mpSkuld"),
    )
    return CartLine(
        row_id=item.need_text("id"),
        ref=OfferRef(Platform.TAOBAO, caller.generation, item.need_text(*names)),
        sku=sku,
        quantity=item.whole("quantity") or 0,
        title=Words(item.plain("itemTitle")),
        picture=picture,
        prices=PriceList(QuoteType.BY_SKU),
        rules=QuantityRules(),
        supplier=Supplier(shop.text("shopId", "aliShopId"), shop.plain("shopName") or shop.plain("userNick")),
        supply_id=item.text("mpId"),
        sold=sold,
    )
