"""Taobao items as the contract writes them (TG1 to TG5, TGS): searches in yuan, everything else in fen."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.orders.quote import freight_fen
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import stable_number, yuan_text
from sourcing_desktop.sandbox.urls import Urls

WAREHOUSES = "浙江省"
"""Where the freight an item states would send it."""


def item_id(offer: MarketOffer, call: Call) -> Shape:
    """The item's id in the id space of the generation (contract 1.10)."""
    return {"itemMapId": offer.map_id} if call.is_v2 else {"itemId": int(offer.id)}


def search_row(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A row of the keyword and picture searches."""
    picture = urls.main(offer)
    return {
        "mainImageUrl": picture,
        **item_id(offer, call),
        "multiLanguageInfo": {
            "language": call.language,
            "title": offer.title.translated(call.language),
            "mainImageUrl": picture,
        },
        "price": yuan_text(offer.price_fen),
        "couponPrice": yuan_text(price_now(offer)),
        "quantity": sum(sku.stock for sku in offer.skus),
        "shopName": offer.seller.name.zh,
        "title": offer.title.zh,
        "tags": list(offer.tags),
        "promotionDisplays": [],
    }


def page(rows: Sequence[Shape], number: int, size: int) -> Shape:
    return {"pageNo": number, "pageSize": size, "data": list(rows)}


def item(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """The whole item (TG4). `mpSkuld` is misspelt and null as in the documented sample: only the batch check
    knows the supply-side ids of SKUs."""
    return {
        "quantity": sum(sku.stock for sku in offer.skus),
        "categoryPath": offer.category.zh,
        "categoryId": str(offer.categories[-1]),
        "categoryName": offer.category.zh,
        "shopName": offer.seller.name.zh,
        "shopId": int(offer.seller.shop_id),
        "userNick": offer.seller.nick,
        "title": offer.title.zh,
        "multiLanguageInfo": {
            "language": call.language,
            "title": offer.title.translated(call.language),
            "mainImageUrl": urls.main(offer),
        },
        "description": "".join(f'<img src="{url}"/>' for url in urls.all(offer)),
        "productUnit": None,
        "picUrls": urls.all(offer),
        "mpId": offer.mp_id,
        **item_id(offer, call),
        "price": offer.price_fen,
        "promotionPrice": price_now(offer),
        "couponPrice": price_now(offer),
        "beginAmount": offer.moq if offer.moq > 1 else 0,
        "status": "active",
        "itemType": "HAVE_MATERIAL",
        "skuList": [_sku(offer, sku, urls) for sku in offer.skus],
    }


def source_item(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """The item as Taobao has it (TGS): the fields of the item without supply-side ids. Only the first two of
    its fields are documented; the name of the third is cut off there."""
    whole = item(offer, call, urls)
    first = {"description": whole["description"], **item_id(offer, call), "itemResource": "TAOBAO"}
    return first | {name: value for name, value in whole.items() if name != "mpId"}


def chosen_row(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A chosen item (TG5, field names after TG4): prices in fen."""
    return {
        **item_id(offer, call),
        "mpId": offer.mp_id,
        "title": offer.title.zh,
        "picUrl": urls.main(offer),
        "price": offer.price_fen,
        "promotionPrice": price_now(offer),
        "quantity": sum(sku.stock for sku in offer.skus),
        "shopName": offer.seller.name.zh,
        "status": "active",
    }


def matched(offer: MarketOffer, wanted: Sequence[str], key: str) -> Shape:
    """A supply match (TG3, field names invented): the item with the supply-side ids of it and its SKUs."""
    return {
        "itemId": key,
        "mpId": offer.mp_id,
        "skuList": [
            {"skuId": sku.id, "mpSkuId": sku.mp_sku_id}
            for sku in offer.skus
            if not wanted or sku.id in wanted
        ],
    }


def price_now(offer: MarketOffer) -> int:
    """The lowest price anybody pays today, in fen."""
    return min((sku.promotion_fen or sku.price_fen for sku in offer.skus), default=offer.price_fen)


def _sku(offer: MarketOffer, sku: MarketSku, urls: Urls) -> Shape:
    return {
        "picUrl": urls.sku(offer, sku),
        "quantity": sku.stock,
        "price": sku.price_fen,
        "skuId": sku.id,
        "status": "active",
        "promotionPrice": str(sku.promotion_fen or sku.price_fen),
        "postFee": freight_fen(offer.seller, sku.weight_g, WAREHOUSES),
        "mpSkuld": None,
        "properties": [
            {
                "valueId": stable_number(value.zh),
                "valueName": value.zh,
                "propId": stable_number(name.zh),
                "propName": name.zh,
            }
            for name, value in sku.attributes
        ],
    }
