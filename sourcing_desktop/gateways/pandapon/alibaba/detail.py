"""Reads the 1688 detail (contract AG1, upstream C1 to C3, C6): prices in yuan, weights in kilograms for the
offer and in grams for a SKU. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, SaidBy, Size, Sku, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import MixedBatch, QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.gateways.pandapon.alibaba.goods import read_badges, read_identities, read_ref, score
from sourcing_desktop.gateways.pandapon.answers import unwrapped
from sourcing_desktop.gateways.pandapon.shapes import WHOLE_OFFER, Caller, read_attribute
from sourcing_desktop.gateways.values import unreadable
from sourcing_desktop.gateways.wire import Reader, https_url
from sourcing_desktop.language import tr

KILOGRAM = 1000
LONGEST_CM = 10_000
"""A side longer than that is nonsense."""

NOTHING = Reader({}, lenient=True)


def read_detail(envelope: Reader, caller: Caller) -> OfferDetail:
    """The whole offer; fields with no place in it are kept in `unread`. What describes the goods may be
    missing or odd; how they are priced and counted may not."""
    data = unwrapped(envelope)
    words = data.lenient()
    sale, shipping = data.child("productSaleInfo"), words.child("productShippingInfo")
    unit = words.child("productSaleInfo").child("unitInfo")
    supplier = _supplier(words)
    prices = PriceList(_quote_type(sale), _tiers(sale))
    moq = _moq(data, prices)
    skus = _skus(data, sale, shipping)
    pictures = _pictures(data)
    return OfferDetail(
        offer=_offer(data, sale, caller, supplier, prices, moq, skus, pictures),
        supplier=supplier,
        prices=prices,
        rules=QuantityRules(moq=max(1, moq or 1), lot=max(1, data.whole("batchNumber") or 1)),
        skus=skus,
        pictures=pictures,
        attributes=tuple(read_attribute(row) for row in words.rows("productAttribute")),
        description_html=words.text("description"),
        unit=Words(unit.text("unit") or "件", unit.text("transUnit") or "piece"),
        weight_g=_grams(shipping.number("weight"), KILOGRAM),
        size=_size(shipping),
        ships_from=shipping.plain("sendGoodsAddressText"),
        dispatch=shipping.text("shippingTimeGuarantee"),
        status=words.text("status") or "published",
        unread=data.unread(),
    )


def _offer(
    data: Reader,
    sale: Reader,
    caller: Caller,
    supplier: Supplier,
    prices: PriceList,
    moq: int | None,
    skus: tuple[Sku, ...],
    pictures: tuple[str, ...],
) -> Offer:
    words, percent = data.lenient(), supplier.repurchase_percent
    return Offer(
        ref=read_ref(data, caller),
        title=Words(data.plain("subject"), data.plain("subjectTrans")),
        picture=pictures[0] if pictures else "",
        price=_price_from(prices, skus),
        dropship_price=sale.yuan("consignPrice") or sale.child("fenxiaoSaleInfo").yuan("onePiecePrice"),
        moq=moq,
        sold_30_days=words.whole("monthSold"),
        repurchase_percent=None if percent is None else round(percent),
        badges=read_badges(words),
        shop_name=supplier.name,
        seller_id=supplier.id,
        score=score(words, "tradeScore"),
    )


def _price_from(prices: PriceList, skus: tuple[Sku, ...]) -> Money | None:
    """What one piece costs at the first quantity one may buy: the cheapest SKU, or the first tier."""
    own = [sku.price for sku in skus if sku.price is not None]
    if prices.quote is QuoteType.BY_SKU and own:
        return min(own)
    return prices.tiers[0].price if prices.tiers else min(own, default=None)


def _moq(data: Reader, prices: PriceList) -> int | None:
    """The minimum order quantity; where tiers rule, never below the first (contract upstream C1)."""
    said = data.whole("minOrderQuantity")
    if not (prices.by_quantity and prices.tiers):
        return said
    return max(said or 1, prices.tiers[0].start)


def _quote_type(sale: Reader) -> QuoteType:
    number = sale.whole("quoteType")
    if number is None:
        return QuoteType.BY_SKU
    if number not in list(QuoteType):
        unreadable(f"{sale.path}.quoteType", tr("is no known way to price"))
    return QuoteType(number)


def _tiers(sale: Reader) -> tuple[PriceTier, ...]:
    tiers = (
        (row.whole("startQuantity"), row.yuan("price"), row.lenient().yuan("promotionPrice"))
        for row in sale.rows("priceRangeList")
    )
    return tuple(
        PriceTier(start or 1, price, promoted) for start, price, promoted in tiers if price is not None
    )


def _skus(data: Reader, sale: Reader, shipping: Reader) -> tuple[Sku, ...]:
    parcels = {row.text("skuId"): row for row in shipping.rows("skuShippingInfoList")}
    more = {row.text("skuId"): row for row in shipping.rows("skuShippingDetails")}
    skus = tuple(_sku(row, parcels, more) for row in data.rows("productSkuInfos"))
    return skus or (Sku(WHOLE_OFFER, stock=sale.whole("amountOnSale")),)


def _sku(row: Reader, parcels: Mapping[str, Reader], more: Mapping[str, Reader]) -> Sku:
    attributes = tuple(read_attribute(each) for each in row.rows("skuAttributes"))
    sku_id = row.need_text("skuId", "specId")
    parcel, measured = parcels.get(sku_id, NOTHING), more.get(sku_id, NOTHING)
    weight_g, said_by, sure = _weight(parcel, measured)
    return Sku(
        id=sku_id,
        attributes=attributes,
        price=row.yuan("price"),
        promotion_price=row.lenient().yuan("promotionPrice"),
        stock=row.whole("amountOnSale"),
        picture=next((each.picture for each in attributes if each.picture), ""),
        spec_id=row.text("specId"),
        weight_g=weight_g,
        size=_size(parcel) or _size(measured),
        weight_said_by=said_by,
        weight_sure_percent=sure,
    )


def _weight(parcel: Reader, measured: Reader) -> tuple[int | None, SaidBy, float | None]:
    """What was measured before what was entered before what was guessed (contract upstream C6); grams in the
    one list, kilograms in the other."""
    official, guessed = measured.number("officialWeight"), measured.number("aiWeight")
    entered = _grams(parcel.number("weight"), 1) or _grams(measured.number("weight"), KILOGRAM)
    if official:
        return _grams(official, KILOGRAM), SaidBy.OFFICIAL, None
    if entered or not guessed:
        return entered, SaidBy.SELLER, None
    return _grams(guessed, KILOGRAM), SaidBy.PREDICTED, measured.percent("aiWeightAccuracy")


def _size(parcel: Reader) -> Size | None:
    """From centimetres; None where one of the three is missing or nothing."""
    sides = [parcel.number(name) for name in ("length", "width", "height")]
    found = [round(side * 10) for side in sides if side is not None and 0 < side <= LONGEST_CM]
    return (found[0], found[1], found[2]) if len(found) == len(sides) else None


def _supplier(data: Reader) -> Supplier:
    scores, mixing = data.child("sellerDataInfo"), data.child("sellerMixSetting")
    return Supplier(
        id=data.text("sellerOpenId"),
        name=data.plain("companyName"),
        location=data.plain("shopAddress"),
        identities=read_identities(data),
        repurchase_percent=scores.percent("repeatPurchasePercent"),
        service_score=score(scores, "compositeServiceScore"),
        collect_48h_percent=scores.percent("collect30DayWithin48HPercent"),
        medal_level=scores.whole("tradeMedalLevel"),
        mixed_batch=_mixed_batch(mixing),
        goods_score=score(scores, "offerExperienceScore"),
        logistics_score=score(scores, "logisticsExperienceScore"),
        advice_score=score(scores, "consultingExperienceScore"),
        after_sales_score=score(scores, "afterSalesExperienceScore"),
        dispute_score=score(scores, "disputeComplaintScore"),
        quality_refund_percent=scores.percent("qualityRefundWithin30Day"),
    )


def _mixed_batch(mixing: Reader) -> MixedBatch | None:
    """The rule where the seller mixes at all; a bound of 0 is no bound."""
    pieces, amount = mixing.whole("mixNumber"), mixing.yuan("mixAmount")
    if not mixing.marked("generalHunpi") or not (pieces or amount):
        return None
    return MixedBatch(pieces or None, amount or None)


def _pictures(data: Reader) -> tuple[str, ...]:
    images = data.lenient().child("productImage")
    urls = (*images.texts("images"), images.text("whiteImage"))
    return tuple(dict.fromkeys(https_url(url) for url in urls if url))


def _grams(weight: Decimal | None, grams_per_unit: int) -> int | None:
    return round(weight * grams_per_unit) if weight else None
