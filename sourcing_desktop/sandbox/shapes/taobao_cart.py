"""The Taobao cart: list and preview. The contract knows their requests only; the shapes follow AK6 and the
render call of upstream (TK2)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sourcing_desktop.sandbox.cart import CartRow
from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import REASONS
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.orders.quote import Quote
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.taobao_goods import item_id
from sourcing_desktop.sandbox.urls import Urls

Line = tuple[CartRow, MarketOffer, MarketSku]


def cart(lines: Sequence[Line], call: Call, urls: Urls) -> Shape:
    """Rows by shop; those whose stock is gone stand in `disableList`."""
    return {
        "enableList": _by_shop([line for line in lines if line[2].stock > 0], call, urls),
        "disableList": _by_shop([line for line in lines if line[2].stock <= 0], call, urls),
    }


def preview(quotes: Sequence[Quote], call: Call) -> Shape:
    """Sums in fen, each with its currency, and the lines that cannot be bought."""
    freight = sum(quote.freight_fen for quote in quotes)
    goods = sum(quote.goods_fen for quote in quotes)
    refused = [(line, line.refusal) for quote in quotes for line in quote.lines if line.refusal]
    return {
        "totalRealPayPrice": _money(goods + freight),
        "mainlandShippingFee": _money(freight),
        "orderFee": _money(goods),
        "success": not refused,
        "errorCode": refused[0][1].value if refused else None,
        "errorMessage": REASONS[refused[0][1]] if refused else None,
        "unavailableList": [
            {
                **(item_id(line.wanted.offer, call) if line.wanted.offer else {}),
                "skuId": line.wanted.sku.id if line.wanted.sku else None,
                "errorCode": refusal.value,
                "errorMessage": REASONS[refusal],
            }
            for line, refusal in refused
        ],
    }


def _by_shop(lines: Sequence[Line], call: Call, urls: Urls) -> list[Shape]:
    groups: dict[str, Shape] = {}
    for row, offer, sku in lines:
        seller = offer.seller
        empty: Shape = {
            "shopId": int(seller.shop_id),
            "shopName": seller.name.zh,
            "userNick": seller.nick,
            "cartItemInfos": [],
        }
        groups.setdefault(seller.shop_id, empty)["cartItemInfos"].append(_row(row, offer, sku, call, urls))
    return list(groups.values())


def _row(row: CartRow, offer: MarketOffer, sku: MarketSku, call: Call, urls: Urls) -> Shape:
    return {
        "id": row.id,
        **item_id(offer, call),
        "skuId": sku.id,
        "mpId": offer.mp_id,
        "mpSkuId": sku.mp_sku_id,
        "itemTitle": offer.title.zh,
        "itemPic": urls.sku(offer, sku),
        "price": sku.price_fen,
        "promotionPrice": sku.promotion_fen or sku.price_fen,
        "quantity": row.quantity,
        "skuQuantity": str(sku.stock),
        "properties": json.dumps(
            [{"propName": name.zh, "valueName": value.zh} for name, value in sku.attributes],
            ensure_ascii=False,
        ),
    }


def _money(fen: int) -> Shape:
    return {"amount": fen, "currency": "CNY"}
