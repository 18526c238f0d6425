"""The 1688 cart as the contract writes it (AK6)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sourcing_desktop.sandbox.cart import CartRow
from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape, offer_id, sku_id
from sourcing_desktop.sandbox.shapes.amounts import yuan
from sourcing_desktop.sandbox.urls import Urls

Line = tuple[CartRow, MarketOffer, MarketSku]


def cart(lines: Sequence[Line], call: Call, urls: Urls) -> Shape:
    """Rows by seller; those whose stock is gone stand in `disableList`."""
    return {
        "enableList": _by_seller([line for line in lines if line[2].stock > 0], call, urls),
        "disableList": _by_seller([line for line in lines if line[2].stock <= 0], call, urls),
    }


def _by_seller(lines: Sequence[Line], call: Call, urls: Urls) -> list[Shape]:
    groups: dict[str, Shape] = {}
    for row, offer, sku in lines:
        seller = offer.seller
        empty: Shape = {
            "sellerOpenId": seller.open_id,
            "sellerNickName": seller.nick,
            "cartItemInfos": [],
        }
        group = groups.setdefault(seller.open_id, empty)
        group["cartItemInfos"].append(_row(row, offer, sku, call, urls))
    return list(groups.values())


def _row(row: CartRow, offer: MarketOffer, sku: MarketSku, call: Call, urls: Urls) -> Shape:
    return {
        "id": row.id,
        **offer_id(offer, call),
        "specId": sku.spec_id,
        "skuId": sku_id(sku, call),
        "itemTitle": offer.title.zh,
        "itemPic": urls.sku(offer, sku),
        "price": yuan(sku.price_fen),
        "quantity": row.quantity,
        "amountOnSale": sku.stock,
        "properties": json.dumps(
            [{"propName": name.zh, "valueName": value.zh} for name, value in sku.attributes],
            ensure_ascii=False,
        ),
    }
