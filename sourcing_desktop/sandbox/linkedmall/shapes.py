"""Products, categories and places as LinkedMall writes them (contract upstream A2, A4). Details are in fen.

Traps of the documents are there too: prices as ranges in one text with either yen sign, tax codes as numbers
beyond 2^53, pictures whose beginning is there twice, counts that are cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sourcing_desktop.sandbox.linkedmall.divisions import REMOTE, Place
from sourcing_desktop.sandbox.linkedmall.pool import DAY_MS, Pooled, premium, price, retail, sku_id
from sourcing_desktop.sandbox.market.categories import Category
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku, Term
from sourcing_desktop.sandbox.shapes.amounts import stable_number, taobao_time, yuan_text
from sourcing_desktop.sandbox.urls import Urls

Shape = dict[str, object]

FEW = 10
"""Pieces below which stock is called tight."""
LEAF_LEVEL = 3
OUT, TIGHT, PLENTY = "无货", "库存紧张", "有货"


@dataclass(frozen=True, slots=True)
class Shown:
    """A product as it is on sale now, with the categories it stands in. `division` is where it shall go, or
    empty, `selected_at` since when it is in the selection."""

    product: Pooled
    offer: MarketOffer
    chain: tuple[Category, ...]
    selected_at: int | None
    division: str = ""

    @property
    def why_not(self) -> str | None:
        """Why nothing of it can be sold; None where something can."""
        if not self.product.is_online:
            return "商品已下架"
        if self.product.stays_near and self.division.startswith(REMOTE):
            return "该区域不可售"
        return None if any(sku.stock for sku in self.offer.skus) else "库存不足"

    def sku_why_not(self, sku: MarketSku, pieces: int = 1) -> str | None:
        """Why so many pieces of a SKU cannot be sold."""
        return self.why_not or (None if sku.stock >= pieces else "库存不足")


def search_row(shown: Shown, urls: Urls) -> Shape:
    """A row of SearchProducts. `bandName` is misspelt as documented."""
    product, offer = shown.product, shown.offer
    prices = [price(sku) for sku in offer.skus]
    retails = [retail(product, fen) for fen in prices]
    pairs = list(zip(prices, retails, strict=True))
    sign = "¥" if product.sold % 2 else "￥"
    return {
        "picUrl": urls.main(offer),
        "productName": offer.title.zh,
        "productId": product.product_id,
        "lmItemId": product.item_id,
        "distributionPrice": _yuan_range(prices, sign),
        "diffPrice": _yuan_range([fen - above for fen, above in pairs], sign),
        "distributionPriceRatio": _range([premium(*pair) for pair in pairs], _percent),
        "platformPrice": _yuan_range(retails, sign),
        "platformReservePrice": _yuan_range([fen * product.strike // 100 for fen in prices], sign),
        "soldQuantity": product.sold if product.sold % 3 == 0 else str(product.sold),
        "inventoryRiskLevel": product.risk,
        "externalPlatformType": product.source,
        "shopName": offer.seller.name.zh,
        "categoryChain": categories(shown.chain),
        "bandName": product.brand,
        "canSell": shown.why_not is None,
        "canNotSellReason": shown.why_not,
        "tradeMode": product.trade_mode,
        "credit": [product.credit],
        "invoiceType": product.invoice,
        "taxRate": product.tax_rate,
        "taxCode": int(product.tax_code) if product.sold % 2 else product.tax_code,
        "gmtCreate": taobao_time(product.created_at),
        "inGroupTime": taobao_time(shown.selected_at),
        "gmtModified": taobao_time(product.modified_at),
        "inGroup": shown.selected_at is not None,
    }


def product(shown: Shown, urls: Urls) -> Shape:
    """A product in full. Its description is a link without a scheme, as in the documented samples."""
    facts, offer = shown.product, shown.offer
    return {
        "productId": facts.product_id,
        "title": offer.title.zh,
        "picUrl": urls.main(offer),
        "descPath": f"//itemcdn.tmall.com/desc/icoss!{offer.id}",
        "categoryLeafId": offer.categories[-1],
        "images": urls.all(offer),
        "properties": [{"text": name.zh, "values": [value.zh]} for name, value in offer.attributes],
        "productSpecs": _specs(offer),
        "skus": [_sku(shown, sku, urls) for sku in offer.skus],
        "canSell": shown.why_not is None,
        "productType": "Normal",
        "productStatus": "Online" if facts.is_online else "Offline",
        "shopId": facts.shop_id,
        "quantity": -1,
        "fuzzyQuantity": _stock(sum(sku.stock for sku in offer.skus)),
        "taxRate": facts.tax_rate,
        "taxCode": facts.tax_code,
        "categoryChain": categories(shown.chain),
        "soldQuantity": _cut_off(facts.sold),
        "extendProperties": _extras(offer),
        "servicePromises": ["七天无理由退换"] if "noReason7DReturn" in offer.tags else [],
        "limitRules": _limits(shown),
        "lmItemId": facts.item_id,
        "divisionCode": shown.division or None,
        "brandName": facts.brand,
        "inGroup": shown.selected_at is not None,
    }


def sale_info(shown: Shown) -> Shape:
    """What can be sold of a product."""
    facts, offer = shown.product, shown.offer
    return {
        "shopId": facts.shop_id,
        "divisionCode": shown.division or None,
        "productId": facts.product_id,
        "title": offer.title.zh,
        "skus": [sku_sale_info(shown, sku) for sku in offer.skus],
        "canSell": shown.why_not is None,
        "productStatus": "Online" if facts.is_online else "Offline",
        "quantity": -1,
        "fuzzyQuantity": _stock(sum(sku.stock for sku in offer.skus)),
        "limitRules": _limits(shown),
        "lmItemId": facts.item_id,
    }


def sku_sale_info(shown: Shown, sku: MarketSku, pieces: int = 1) -> Shape:
    """What can be sold of a SKU."""
    reason = shown.sku_why_not(sku, pieces)
    return {
        "shopId": shown.product.shop_id,
        "divisionCode": shown.division or None,
        "productId": shown.product.product_id,
        "skuId": sku_id(sku),
        "title": _sku_title(sku),
        "skuStatus": "Online" if shown.product.is_online else "Offline",
        "canSell": reason is None,
        "canNotSellReason": reason,
        "quantity": -1,
        "fuzzyQuantity": _stock(sku.stock),
        "price": price(sku),
        "markPrice": price(sku) * shown.product.strike // 100,
    }


def categories(chain: Iterable[Category]) -> list[Shape]:
    return [
        {
            "categoryId": each.id,
            "name": each.name.zh,
            "parentId": each.parent,
            "level": each.level,
            "isLeaf": each.level == LEAF_LEVEL,
        }
        for each in chain
    ]


def place(each: Place) -> Shape:
    """A place; its code is a number here and text where it is asked for."""
    return {
        "parentId": int(each.parent),
        "divisionCode": int(each.code),
        "divisionName": each.name,
        "divisionLevel": each.level,
        "pinyin": each.pinyin,
    }


def _sku(shown: Shown, sku: MarketSku, urls: Urls) -> Shape:
    facts = shown.product
    return {
        "shopId": facts.shop_id,
        "productId": facts.product_id,
        "skuId": sku_id(sku),
        "title": _sku_title(sku),
        "picUrl": _twice(urls.sku(shown.offer, sku)),
        "skuSpecs": [{"keyId": 0, "key": name.zh, **_spec_value(value)} for name, value in sku.attributes],
        "skuSpecsCode": ";".join(f"{name.zh}:{value.zh}" for name, value in sku.attributes),
        "skuStatus": "Online" if facts.is_online else "Offline",
        "canSell": shown.sku_why_not(sku) is None,
        "quantity": -1,
        "fuzzyQuantity": _stock(sku.stock),
        "price": price(sku),
        "markPrice": price(sku) * facts.strike // 100,
        "platformPrice": retail(facts, price(sku)),
        "divisionCode": shown.division or None,
        "barcode": f"69{stable_number(sku.id, 11):011d}",
        "rankValue": shown.offer.skus.index(sku),
    }


def _specs(offer: MarketOffer) -> list[Shape]:
    """Every kind of choice with its values, in the order they come."""
    values: dict[str, dict[str, Shape]] = {}
    for sku in offer.skus:
        for name, value in sku.attributes:
            values.setdefault(name.zh, {})[value.zh] = _spec_value(value)
    return [{"keyId": 0, "key": key, "values": list(rows.values())} for key, rows in values.items()]


def _spec_value(value: Term) -> Shape:
    return {"valueId": stable_number(value.zh), "value": value.zh, "valueAlias": None}


def _limits(shown: Shown) -> list[Shape]:
    """The smallest order, and for some goods how many a buyer may take in a month."""
    begins, offer = shown.product.created_at, shown.offer
    rows = []
    if offer.moq > 1:
        rows.append(("LowerNumberPerBuy", offer.moq, "Null"))
    if offer.seed % 7 == 0:
        rows.append(("UpperNumberPerUserPeriod", max(1000, offer.moq * 10), "month"))
    return [
        {
            "ruleType": kind,
            "limitNum": pieces,
            "beginTime": begins,
            "endTime": begins + 3650 * DAY_MS,
            "condcase": period,
        }
        for kind, pieces, period in rows
    ]


def _extras(offer: MarketOffer) -> list[Shape]:
    extras = {"shoppingShowTitle": offer.category.zh}
    if offer.lot > 1:
        extras["multipleBuyLimit"] = str(offer.lot)
    return [{"key": key, "value": value} for key, value in extras.items()]


def _sku_title(sku: MarketSku) -> str:
    return " ".join(value.zh for _, value in sku.attributes)


def _twice(url: str) -> str:
    """The picture's address with its beginning doubled, as LinkedMall's SKUs have it."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}:////{rest.partition('/')[0]}/imgextra///{rest}"


def _stock(pieces: int) -> str:
    return OUT if pieces <= 0 else TIGHT if pieces < FEW else PLENTY


def _cut_off(pieces: int) -> str:
    return "100+" if pieces > 100 else str(pieces)


def _yuan_range(fen: list[int], sign: str) -> str:
    return _range(fen, lambda each: f"{sign}{'-' if each < 0 else ''}{yuan_text(abs(each))}")


def _percent(hundredths: int) -> str:
    return f"{hundredths / 100:.2f}%"


def _range(values: list[int], written: Callable[[int], str]) -> str:
    return f"{written(min(values))} ~ {written(max(values))}"
