"""The 1688 cart (contract AK1 to AK6): what is asked and the lines that come back. Pure.

What the gateway's cart does not carry (tiers, MOQ, lot, mixed batch) gets neutral values here. The bodies of
adding and deleting are assumed: the contract does not have them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.offer import Sku, Words
from sourcing_desktop.domain.pricing import PriceList, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.gateways.pandapon.alibaba.goods import offer_id_field, read_ref
from sourcing_desktop.gateways.pandapon.shapes import (
    WHOLE_OFFER,
    Caller,
    cart_items,
    fast_address,
    filled,
    read_properties,
    wire_number,
    wire_offer_id,
    wire_properties,
)
from sourcing_desktop.gateways.wire import Reader


def add_request(line: CartLine, caller: Caller) -> dict[str, object]:
    """AK5, assumed: the row fields of AK6 and the shop. The price is in yuan."""
    sku = line.sku
    fields = {
        "sellerOpenId": line.supplier.id,
        "sellerNickName": line.supplier.name,
        offer_id_field(caller): wire_offer_id(line.ref, caller),
        "specId": sku.spec_id,
        "skuId": wire_number(sku.id) if caller.is_v1 else sku.id,
        "itemTitle": line.title.original,
        "itemPic": sku.picture or line.picture,
        "price": float(sku.price.major) if sku.price is not None else None,
        "quantity": line.quantity,
        "amountOnSale": sku.stock,
        "properties": wire_properties(sku),
    }
    return filled(fields)


def edit_request(row_id: str, quantity: int) -> dict[str, object]:
    """AK4."""
    return {"quantity": quantity, "id": wire_number(row_id)}


def delete_request(row_ids: Sequence[str]) -> dict[str, object]:
    """AK2, assumed."""
    return {"cartIds": [wire_number(row_id) for row_id in row_ids]}


def preview_request(row_ids: Sequence[str], address: Address) -> dict[str, object]:
    """AK3."""
    return {
        "addressParam": fast_address(address),
        "cartIds": [wire_number(row_id) for row_id in row_ids],
    }


def order_request(
    row_ids: Sequence[str],
    address: Address,
    caller: Caller,
    *,
    message: str,
    flow: str,
    trade_type: str,
    promotion: str = "",
) -> dict[str, object]:
    """AK1."""
    fields = {
        "flow": flow,
        "message": message,
        "shopPromotionId": promotion,
        "tradeType": trade_type,
        "addressParam": fast_address(address),
        "cartIds": [wire_number(row_id) for row_id in row_ids],
        "userId": caller.user_id,
    }
    return filled(fields)


def read_lines(envelope: Reader, caller: Caller) -> tuple[CartLine, ...]:
    """AK6: the lines in the gateway's order, those that are still sold first."""
    return tuple(_line(seller, item, sold, caller) for seller, item, sold in cart_items(envelope))


def _line(seller: Reader, item: Reader, sold: bool, caller: Caller) -> CartLine:
    picture = item.picture("itemPic")
    sku = Sku(
        id=item.text("skuId") or WHOLE_OFFER,
        attributes=read_properties(item, "properties"),
        price=item.yuan("price"),
        stock=item.whole("amountOnSale"),
        picture=picture,
        spec_id=item.text("specId"),
    )
    return CartLine(
        row_id=item.need_text("id"),
        ref=read_ref(item, caller),
        sku=sku,
        quantity=item.whole("quantity") or 0,
        title=Words(item.plain("itemTitle")),
        picture=picture,
        prices=PriceList(QuoteType.BY_SKU),
        rules=QuantityRules(),
        supplier=Supplier(seller.text("sellerOpenId"), seller.plain("sellerNickName")),
        sold=sold,
    )
