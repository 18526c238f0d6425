"""SearchProducts: what is asked (contract upstream A2), checked before it is sent, and the answer. Pure.

Prices asked for are fen, prices answered are texts in yuan.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from sourcing_desktop.contract.linkedmall import MOST_ROWS
from sourcing_desktop.domain.errors import Rejected
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.selection import (
    Bounds,
    SelectionPage,
    SelectionProduct,
    SelectionQuery,
    TaxFilter,
)
from sourcing_desktop.gateways.linkedmall import values
from sourcing_desktop.gateways.linkedmall.fields import check_page, check_purchaser, given
from sourcing_desktop.gateways.values import CHINA
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

SOLD = "soldQuantity"
"""The one documented order; without it the newest come first."""


def search_request(query: SelectionQuery, page: int, size: int) -> dict[str, object]:
    """The body, in the documented order and without what is not asked. Rejected for what cannot be asked."""
    check_purchaser(query.purchaser_id)
    check_page(page, size, MOST_ROWS)
    price_low, price_high = _bounds(tr("price"), query.price, _fen)
    premium_low, premium_high = _bounds(tr("premium"), query.premium, _hundredths)
    marked_low, marked_high = _bounds(tr("struck-through price"), query.marked, _fen)
    retail_low, retail_high = _bounds(tr("retail price"), query.retail, _fen)
    selected_from, selected_to = _bounds(tr("selection time"), query.selected, _time)
    modified_from, modified_to = _bounds(tr("modification time"), query.modified, _time)
    created_from, created_to = _bounds(tr("creation time"), query.created, _time)
    return given(
        {
            "purchaserId": query.purchaser_id,
            "categoryIds": list(query.category_ids),
            "productStatus": _status(query.sellable),
            "productName": query.name,
            "productId": query.product_id,
            "lmItemId": query.item_id,
            "inGroup": query.in_selection,
            "inventoryRiskLevel": query.risk,
            "distributionLowPrice": price_low,
            "distributionHighPrice": price_high,
            "distributionLowPriceRatio": premium_low,
            "distributionHighPriceRatio": premium_high,
            "lowMarkPrice": marked_low,
            "highMarkPrice": marked_high,
            "lowPrice": retail_low,
            "highPrice": retail_high,
            "platform": query.source,
            "brandName": query.brand,
            "inGroupStartTime": selected_from,
            "inGroupEndTime": selected_to,
            "modifyStartTime": modified_from,
            "modifyEndTime": modified_to,
            "createStartTime": created_from,
            "createEndTime": created_to,
            "tradeModeAndCredit": query.trade_mode,
            "taxRate": _taxes(query.taxes),
            "pageSize": size,
            "pageNumber": page,
            "orderBy": SOLD if query.sold else None,
            "orderDirection": query.sold,
        }
    )


def read_page(reply: Reader) -> SelectionPage:
    """A page of the pool."""
    rows = values.need_rows(reply, "products")
    return SelectionPage(tuple(read_product(row) for row in rows), reply.lenient().whole("total"))


def read_product(row: Reader) -> SelectionProduct:
    """One row; what cannot be read of it is left out, but for its id."""
    row = row.lenient()
    return SelectionProduct(
        product_id=row.need_text("productId"),
        item_id=row.text("lmItemId"),
        name=row.plain("productName"),
        picture=values.picture_url(row.text("picUrl")),
        price=values.price_range(row, "distributionPrice"),
        difference=values.price_range(row, "diffPrice"),
        premium=values.percent_range(row, "distributionPriceRatio"),
        retail=values.price_range(row, "platformPrice"),
        marked=values.price_range(row, "platformReservePrice"),
        sold=values.sold(row, "soldQuantity"),
        risk=row.text("inventoryRiskLevel"),
        source=row.text("externalPlatformType"),
        shop_name=row.plain("shopName"),
        categories=values.categories(row.rows("categoryChain")),
        brand=row.plain("bandName", "brandName"),
        sellable=row.yes("canSell"),
        why_not=row.plain("canNotSellReason"),
        trade_mode=row.text("tradeMode"),
        credit=row.texts("credit"),
        invoice=row.text("invoiceType"),
        tax=values.tax(row),
        created=values.stamp(row, "gmtCreate"),
        modified=values.stamp(row, "gmtModified"),
        in_selection=row.yes("inGroup"),
        selected=values.stamp(row, "inGroupTime"),
    )


def _bounds(
    what: str, bounds: Bounds[Money] | Bounds[Decimal] | Bounds[datetime], write: Callable[..., object]
) -> tuple[object, object]:
    """Both ends as they are written, None for an open one."""
    low, high = bounds.low, bounds.high
    written = None if low is None else write(what, low), None if high is None else write(what, high)
    if low is not None and high is not None and low > high:  # type: ignore[operator]
        raise Rejected(tr("The {what} to search for begins above its end. Exchange the two.", what=what))
    return written


def _fen(what: str, money: Money) -> int:
    if money.minor < 0 or money.currency != "CNY":
        raise Rejected(tr("The {what} to search for must be yuan and not below zero.", what=what))
    return money.minor


def _hundredths(what: str, percent: Decimal) -> int:
    """133 is 1.33 %."""
    hundredths = percent * 100
    if not percent.is_finite() or hundredths != hundredths.to_integral_value():
        raise Rejected(tr("The {what} to search for may have two decimal places at most.", what=what))
    return int(hundredths)


def _time(what: str, moment: datetime) -> str:
    """China's time without a zone."""
    if moment.tzinfo is None:
        raise Rejected(tr("The {what} to search for needs a time zone.", what=what))
    return f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def _status(sellable: bool | None) -> str | None:
    return None if sellable is None else "Sellable" if sellable else "Unsellable"


def _taxes(taxes: frozenset[TaxFilter]) -> str:
    """Joined by commas. The documents let `HasRate` stand alone only."""
    if TaxFilter.ANY in taxes and len(taxes) > 1:
        raise Rejected(tr("Search for any tax rate, or for certain ones, not for both."))
    return ",".join(each for each in TaxFilter if each in taxes)
