"""1688 offers as the contract writes them: search rows (3.8), detail (AG1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller, MarketSku, Term
from sourcing_desktop.sandbox.shapes.amounts import stable_number, yuan_text
from sourcing_desktop.sandbox.urls import Urls

Shape = dict[str, Any]
Row = Callable[[MarketOffer, Call, Urls], Shape]


def offer_id(offer: MarketOffer, call: Call) -> Shape:
    """The offer's id in the id space of the generation (contract 1.10)."""
    return {"offerMapId": offer.map_id} if call.is_v2 else {"offerId": int(offer.id)}


def search_row(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A row of the keyword and picture searches: as the store's in v1; 8 fields in v2, whose names the
    contract does not list."""
    if not call.is_v2:
        return store_row(offer, call, urls)
    return {
        **_titles(offer, call, urls),
        **offer_id(offer, call),
        "isJxhy": offer.curated,
        "repurchaseRate": f"{offer.repurchase_percent}%",
        "monthSold": offer.sold_30_days,
        "priceInfo": _price_info(offer),
    }


def store_row(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A row of the store search: ten fields in v1, nine in v2."""
    row = {
        **_titles(offer, call, urls),
        **offer_id(offer, call),
        "isJxhy": offer.curated,
        "repurchaseRate": f"{offer.repurchase_percent}%",
        "monthSold": offer.sold_30_days,
    }
    if not call.is_v2:
        row["traceInfo"] = _trace(offer)
    return row | {"isOnePsale": offer.dropship_fen is not None, "priceInfo": _price_info(offer)}


def recommended_row(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A row of the recommendation: eight fields, with a longer, URL-encoded tracking tag."""
    trace = f"{_trace(offer)}^trace@{stable_number(offer.id):030x}^outMemberId@null"
    return {
        **_titles(offer, call, urls),
        "priceInfo": {
            "price": yuan_text(offer.price_fen),
            "consignPrice": yuan_text(offer.dropship_fen or offer.price_fen),
        },
        **offer_id(offer, call),
        "monthSold": offer.sold_30_days,
        "repurchaseRate": f"{offer.repurchase_percent}%",
        "traceInfo": quote(trace, safe=""),
    }


def related_row(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A row of the related offers: twelve fields, three of which the gateway never fills."""
    top, second, third = offer.categories
    return {
        **_titles(offer, call, urls),
        "priceInfo": {"price": str(offer.price_fen / 100)},
        **offer_id(offer, call),
        "isJxhy": None,
        "isOnePsale": None,
        "monthSold": None,
        "sellerIdentities": list(offer.seller.identities),
        "topCategoryId": top,
        "secondCategoryId": second,
        "thirdCategoryId": third,
    }


def detail(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """The whole offer (AG1), nested parts as upstream writes them."""
    return {
        **offer_id(offer, call),
        "categoryId": offer.categories[-1],
        "categoryName": offer.category.translated(call.language),
        "subject": offer.title.zh,
        "subjectTrans": offer.title.translated(call.language),
        "description": _description(offer, urls),
        "mainVideo": None,
        "detailVideo": None,
        "productImage": {"images": urls.all(offer), "whiteImage": urls.main(offer)},
        "productAttribute": [_attribute(name, value, call) for name, value in offer.attributes],
        "productSkuInfos": [_sku(offer, sku, call, urls) for sku in offer.skus],
        "productSaleInfo": _sale_info(offer, call),
        "productShippingInfo": _shipping_info(offer, call),
        "isJxhy": offer.curated,
        "sellerOpenId": offer.seller.open_id,
        "minOrderQuantity": offer.moq,
        "batchNumber": offer.lot if offer.lot > 1 else None,
        "status": "published",
        "tagInfoList": [{"key": tag, "value": True} for tag in offer.tags],
        "traceInfo": _trace(offer),
        "sellerMixSetting": _mix_setting(offer.seller),
        "companyName": offer.seller.name.zh,
        "shopAddress": offer.seller.location.zh,
        "sellerDataInfo": _seller_data(offer.seller),
    }


def page(rows: Sequence[Shape], total: int, number: int, size: int) -> Shape:
    """The paging wrapper, with its `totalPage` that is one too many on exact multiples (contract 1.7)."""
    return {
        "totalRecords": total,
        "totalPage": total // size + 1,
        "pageSize": size,
        "currentPage": number,
        "data": list(rows),
    }


def sku_id(sku: MarketSku, call: Call) -> int | str:
    """A number in v1, text in v2 (contract 1.10)."""
    return sku.id if call.is_v2 else int(sku.id)


def _titles(offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    return {
        "imageUrl": urls.main(offer),
        "subject": offer.title.zh,
        "subjectTrans": offer.title.translated(call.language),
    }


def _price_info(offer: MarketOffer) -> Shape:
    return {"price": yuan_text(offer.price_fen)}


def _trace(offer: MarketOffer) -> str:
    return f"object_id@{offer.id}^object_type@offer"


def _attribute(name: Term, value: Term, call: Call) -> Shape:
    return {
        "attributeId": str(stable_number(name.zh)),
        "attributeName": name.zh,
        "value": value.zh,
        "attributeNameTrans": name.translated(call.language),
        "valueTrans": value.translated(call.language),
    }


def _sku(offer: MarketOffer, sku: MarketSku, call: Call, urls: Urls) -> Shape:
    """Priced by quantity, a SKU has no price of its own (upstream C1)."""
    by_sku = offer.quote == 1
    return {
        "amountOnSale": sku.stock,
        "price": yuan_text(sku.price_fen) if by_sku else None,
        "skuId": sku_id(sku, call),
        "specId": sku.spec_id,
        "skuAttributes": [
            _attribute(name, value, call)
            | {"attributeId": stable_number(name.zh), "skuImageUrl": urls.sku(offer, sku) if first else None}
            for first, (name, value) in _marked_first(sku.attributes)
        ],
        "jxhyPrice": None,
        "pfJxhyPrice": None,
        "consignPrice": yuan_text(offer.dropship_fen) if offer.dropship_fen else None,
        "promotionPrice": yuan_text(sku.promotion_fen) if by_sku and sku.promotion_fen else None,
        "cargoNumber": f"HH{offer.id[-6:]}-{sku.id[-3:]}",
        "fenxiaoPriceInfo": _fenxiao(offer) | {"offerPrice": yuan_text(sku.price_fen)},
    }


def _marked_first(attributes: Sequence[tuple[Term, Term]]) -> list[tuple[bool, tuple[Term, Term]]]:
    return [(position == 0, attribute) for position, attribute in enumerate(attributes)]


def _fenxiao(offer: MarketOffer) -> Shape:
    return {"onePiecePrice": yuan_text(offer.dropship_fen) if offer.dropship_fen else None}


def _sale_info(offer: MarketOffer, call: Call) -> Shape:
    tiers = offer.tiers if offer.quote != 1 else ((offer.moq, offer.price_fen),)
    return {
        "amountOnSale": sum(sku.stock for sku in offer.skus),
        "priceRangeList": [
            {"startQuantity": start, "price": yuan_text(fen), "promotionPrice": None} for start, fen in tiers
        ],
        "quoteType": offer.quote,
        "consignPrice": yuan_text(offer.dropship_fen) if offer.dropship_fen else None,
        "jxhyPrice": None,
        "unitInfo": {"unit": offer.unit.zh, "transUnit": offer.unit.translated(call.language)},
        "fenxiaoSaleInfo": _fenxiao(offer)
        | {"startQuantity": 1, "onePieceFreePostage": False, "offerPrice": yuan_text(offer.price_fen)},
    }


def _shipping_info(offer: MarketOffer, call: Call) -> Shape:
    """Weights: kilograms for the offer, grams per SKU (upstream C6)."""
    quick = "shipIn24Hours" in offer.filter_words or "shipInToday" in offer.filter_words
    return {
        "sendGoodsAddressText": offer.seller.location.zh,
        "weight": offer.weight_g / 1000,
        **_box_cm(offer.weight_g),
        "shippingTimeGuarantee": "shipIn24Hours" if quick else "shipIn48Hours",
        "skuShippingInfoList": [
            {
                "specId": sku.spec_id,
                "skuId": sku_id(sku, call),
                **_box_cm(sku.weight_g),
                "weight": sku.weight_g,
            }
            for sku in offer.skus
        ],
        "skuShippingDetails": [
            {"skuId": sku_id(sku, call), "officialWeight": sku.weight_g / 1000}
            for sku in offer.skus
            if offer.curated
        ],
    }


def _box_cm(weight_g: int) -> Shape:
    """Invented: a flat box of four cubic centimetres for each gram."""
    side = round((4 * weight_g) ** (1 / 3), 1)
    return {"length": round(side * 1.6, 1), "width": side, "height": round(side / 1.6, 1)}


def _mix_setting(seller: MarketSeller) -> Shape:
    mixes = seller.mix_pieces is not None or seller.mix_fen is not None
    return {
        "generalHunpi": mixes,
        "mixAmount": None if seller.mix_fen is None else seller.mix_fen // 100,
        "mixNumber": seller.mix_pieces,
    }


def _seller_data(seller: MarketSeller) -> Shape:
    score = f"{seller.service_score:.1f}"
    return {
        "tradeMedalLevel": str(seller.medal_level),
        "compositeServiceScore": score,
        "logisticsExperienceScore": score,
        "disputeComplaintScore": score,
        "offerExperienceScore": score,
        "consultingExperienceScore": score,
        "afterSalesExperienceScore": "",
        "collect30DayWithin48HPercent": f"{seller.collect_48h_percent / 100:.4f}",
        "qualityRefundWithin30Day": "0.0",
        "repeatPurchasePercent": f"{seller.repurchase_percent / 100:.4f}",
    }


def _description(offer: MarketOffer, urls: Urls) -> str:
    pictures = "".join(f'<p><img src="{url}" alt=""/></p>' for url in urls.all(offer))
    return f'<div id="offer-template-0"><p>{offer.title.zh}</p>{pictures}</div>'
