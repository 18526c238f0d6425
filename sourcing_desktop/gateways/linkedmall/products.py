"""Products of the pool in full, what can be sold of them to one place, and the buyer's own selection. Pure.

Prices are fen. What the documents call reserved (suggestedRetailPrice, discountRetailPrice) and the stock,
which is always -1, are left unread.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.contract.linkedmall import MOST_ADDED, MOST_ROWS, MOST_SALE_INFOS, MOST_SKU_SALE_INFOS
from sourcing_desktop.domain.pool_product import (
    LimitRule,
    PoolPage,
    PoolProduct,
    PoolSku,
    ProductSaleInfo,
    SaleState,
    SkuSaleInfo,
    SkuSpec,
    SkuWanted,
    Spec,
)
from sourcing_desktop.gateways.linkedmall import values
from sourcing_desktop.gateways.linkedmall.fields import check_count, check_page, check_purchaser, given
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr


def list_request(purchaser_id: str, page: int, size: int) -> dict[str, object]:
    """ListSelectionProducts."""
    check_purchaser(purchaser_id)
    check_page(page, size, MOST_ROWS)
    return {"purchaserId": purchaser_id, "pageNumber": page, "pageSize": size}


def product_request(product_id: str, purchaser_id: str, division: str) -> dict[str, object]:
    """GetSelectionProduct and GetSelectionProductSaleInfo; the product is part of the path."""
    check_purchaser(purchaser_id)
    check_count(tr("products"), [product_id] if product_id else [], 1)
    return given({"productId": product_id, "purchaserId": purchaser_id, "divisionCode": division})


def sale_infos_request(product_ids: Sequence[str], purchaser_id: str, division: str) -> dict[str, object]:
    """ListSelectionProductSaleInfos."""
    check_purchaser(purchaser_id)
    check_count(tr("products"), product_ids, MOST_SALE_INFOS)
    return given(
        {"divisionCode": division, "productIds": list(product_ids), "purchaserId": purchaser_id},
    )


def sku_sale_infos_request(
    wanted: Sequence[SkuWanted], purchaser_id: str, division: str
) -> dict[str, object]:
    """ListSelectionSkuSaleInfos."""
    check_purchaser(purchaser_id)
    check_count(tr("SKUs"), wanted, MOST_SKU_SALE_INFOS)
    skus = [
        given({"productId": each.product_id, "skuId": each.sku_id, "buyAmount": each.pieces})
        for each in wanted
    ]
    return given({"divisionCode": division, "purchaserId": purchaser_id, "skuQueryParams": skus})


def change_request(purchaser_id: str, product_ids: Sequence[str]) -> dict[str, object]:
    """SelectionGroupAddProduct and SelectionGroupRemoveProduct."""
    check_purchaser(purchaser_id)
    check_count(tr("products"), product_ids, MOST_ADDED)
    return {"purchaserId": purchaser_id, "productIds": list(product_ids)}


def read_list(reply: Reader) -> PoolPage:
    """A page of the buyer's selection."""
    rows = values.need_rows(reply, "products")
    return PoolPage(tuple(read_product(row) for row in rows), reply.lenient().whole("total"))


def read_product(reply: Reader) -> PoolProduct:
    """A product; what cannot be read of it is left out, but for ids."""
    row = reply.lenient()
    return PoolProduct(
        product_id=row.need_text("productId"),
        item_id=row.text("lmItemId"),
        shop_id=row.text("shopId"),
        title=row.plain("title"),
        picture=values.picture_url(row.text("picUrl")),
        pictures=tuple(values.picture_url(url) for url in row.texts("images")),
        description_url=values.picture_url(row.text("descPath")),
        categories=values.categories(row.rows("categoryChain")),
        category_id=row.text("categoryLeafId"),
        brand=row.plain("brandName", "bandName"),
        kind=row.text("productType"),
        properties=tuple((each.plain("text"), each.texts("values")) for each in row.rows("properties")),
        specs=tuple(_spec(each) for each in row.rows("productSpecs")),
        skus=tuple(_sku(each) for each in row.rows("skus")),
        state=_state(row, "productStatus"),
        limits=_limits(row),
        extras=tuple((each.text("key"), each.text("value")) for each in row.rows("extendProperties")),
        promises=row.texts("servicePromises"),
        sold=values.sold(row, "soldQuantity"),
        in_selection=row.yes("inGroup"),
        tax=values.tax(row),
    )


def read_sale_info(reply: Reader) -> ProductSaleInfo:
    """Sale of one product."""
    row = reply.lenient()
    return ProductSaleInfo(
        product_id=row.need_text("productId"),
        item_id=row.text("lmItemId"),
        shop_id=row.text("shopId"),
        title=row.plain("title"),
        state=_state(row, "productStatus"),
        skus=tuple(_sku_sale_info(each) for each in row.rows("skus")),
        limits=_limits(row),
    )


def read_sale_infos(reply: Reader) -> tuple[ProductSaleInfo, ...]:
    """Sale of several products; those LinkedMall does not know are not among them."""
    return tuple(read_sale_info(row) for row in values.need_rows(reply, "productSaleInfos"))


def read_sku_sale_infos(reply: Reader) -> tuple[SkuSaleInfo, ...]:
    """Sale of several SKUs."""
    return tuple(_sku_sale_info(row.lenient()) for row in values.need_rows(reply, "skuSaleInfos"))


def read_changed(reply: Reader) -> tuple[str, ...]:
    """The products whose place in the selection was changed; those that failed are not among them."""
    return values.need_texts(reply, "productIds")


def _sku(row: Reader) -> PoolSku:
    return PoolSku(
        sku_id=row.need_text("skuId"),
        product_id=row.text("productId"),
        shop_id=row.text("shopId"),
        specs=tuple(_sku_spec(each, each.plain("key")) for each in row.rows("skuSpecs")),
        price=row.fen("price"),
        marked=row.fen("markPrice"),
        retail=row.fen("platformPrice"),
        state=_state(row, "skuStatus"),
        picture=values.picture_url(row.text("picUrl")),
        title=row.plain("title"),
        alias=row.plain("skuAlias"),
        specs_code=row.text("skuSpecsCode"),
        barcode=row.text("barcode"),
        rank=row.whole("rankValue"),
    )


def _sku_sale_info(row: Reader) -> SkuSaleInfo:
    return SkuSaleInfo(
        sku_id=row.need_text("skuId"),
        product_id=row.text("productId"),
        shop_id=row.text("shopId"),
        title=row.plain("title"),
        price=row.fen("price"),
        marked=row.fen("markPrice"),
        state=_state(row, "skuStatus"),
    )


def _state(row: Reader, status: str) -> SaleState:
    return SaleState(
        sellable=row.yes("canSell"),
        status=row.text(status),
        stock=row.text("fuzzyQuantity"),
        division=row.text("divisionCode"),
        why_not=row.plain("canNotSellReason"),
    )


def _spec(row: Reader) -> Spec:
    key, key_id = row.plain("key"), row.text("keyId")
    return Spec(key, tuple(_sku_spec(each, key, key_id) for each in row.rows("values")))


def _sku_spec(row: Reader, key: str, key_id: str = "") -> SkuSpec:
    return SkuSpec(
        key=key,
        value=row.plain("value"),
        alias=row.plain("valueAlias"),
        key_id=key_id or row.text("keyId"),
        value_id=row.text("valueId"),
    )


def _limits(row: Reader) -> tuple[LimitRule, ...]:
    """Limits that say a number; the times are Unix milliseconds, 0 where a limit is open."""
    return tuple(_limit(each) for each in row.rows("limitRules") if each.text("ruleType"))


def _limit(row: Reader) -> LimitRule:
    return LimitRule(
        kind=row.text("ruleType"),
        pieces=row.whole("limitNum") or 0,
        begins=row.moment("beginTime") if row.whole("beginTime") else None,
        ends=row.moment("endTime") if row.whole("endTime") else None,
        period=row.text("condcase"),
    )
