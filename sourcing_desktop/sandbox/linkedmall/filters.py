"""SearchProducts' filters (contract upstream A2), every one applied to the products as they were prepared.

INVENTED: that the lowest value counts where a product has a range, and what `HasRate` covers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.linkedmall.pool import TAX_RATES, Pooled
from sourcing_desktop.sandbox.shapes.amounts import milliseconds_of

Test = Callable[[Pooled], bool]

EXEMPT = -100
RATES: dict[str, set[int | None]] = {
    **{f"Rate{percent}": {percent * 100} for percent in (0, 1, 5, 6, 9, 13)},
    "HasRate": set(TAX_RATES) - {EXEMPT, None},
    "NonRate": {None},
    "TaxExemption": {EXEMPT},
}
MODES: dict[str, Test] = {
    "Credit90": lambda each: each.credit == "Credit90",
    "NonCredit": lambda each: each.credit == "NonCredit",
    "ConsignmentJingXiao": lambda each: each.trade_mode == "ConsignmentJingXiao",
    "JingXiao": lambda each: each.trade_mode == "JingXiao",
    "None": lambda each: each.trade_mode is None,
}
BOUNDS: dict[str, tuple[str, str, Callable[[Pooled], int]]] = {
    "price": ("distributionLowPrice", "distributionHighPrice", lambda each: each.price_fen),
    "premium": ("distributionLowPriceRatio", "distributionHighPriceRatio", lambda each: each.premium),
    "marked": ("lowMarkPrice", "highMarkPrice", lambda each: each.marked_fen),
    "retail": ("lowPrice", "highPrice", lambda each: each.retail_fen),
}


def filters(fields: Fields, selected_at: Callable[[Pooled], int | None]) -> list[Test]:
    """What a product must meet. Refused for values that are not documented. `selected_at` tells since when a
    product is in the buyer's selection."""
    return [
        *_words(fields),
        *_categories(fields),
        *_choices(fields),
        *_bounds(fields),
        *_times(fields, selected_at),
        *_in_group(fields, selected_at),
    ]


def choice(fields: Fields, name: str, *words: str) -> str:
    """One of the documented words, or empty."""
    text = fields.text(name).strip()
    if text and text not in words:
        raise Refused(Code.BAD_PARAMETER, name)
    return text


def _words(fields: Fields) -> list[Test]:
    name, brand = fields.text("productName").casefold().split(), fields.text("brandName").casefold()
    product_id, item_id = fields.text("productId"), fields.text("lmItemId")
    tests: list[Test] = [lambda each, word=word: word in each.names for word in name]  # type: ignore[misc]
    if brand:
        tests.append(lambda each: brand in each.brand.casefold())
    if product_id:
        tests.append(lambda each: each.product_id == product_id)
    if item_id:
        tests.append(lambda each: each.item_id == item_id)
    return tests


def _categories(fields: Fields) -> list[Test]:
    wanted = set(fields.texts("categoryIds"))
    return [lambda each: bool(wanted & {str(category) for category in each.categories})] if wanted else []


def _choices(fields: Fields) -> list[Test]:
    tests: list[Test] = []
    if source := choice(fields, "platform", "Cbu", "Tmall", "Taobao"):
        tests.append(lambda each: each.source == source)
    if status := choice(fields, "productStatus", "Sellable", "Unsellable"):
        tests.append(lambda each: (each.is_online and each.stock > 0) == (status == "Sellable"))
    if risk := choice(fields, "inventoryRiskLevel", "High", "Low"):
        tests.append(lambda each: each.risk == risk)
    if mode := choice(fields, "tradeModeAndCredit", *MODES):
        tests.append(MODES[mode])
    rates = [word.strip() for word in fields.text("taxRate").split(",") if word.strip()]
    if any(word not in RATES for word in rates) or ("HasRate" in rates and len(rates) > 1):
        raise Refused(Code.BAD_PARAMETER, "taxRate")
    if rates:
        tests.append(lambda each: any(each.tax_rate in RATES[word] for word in rates))
    return tests


def _bounds(fields: Fields) -> list[Test]:
    tests: list[Test] = []
    for low_name, high_name, value in BOUNDS.values():
        low, high = _number(fields, low_name), _number(fields, high_name)
        tests += _between(low, high, value)
    return tests


def _times(fields: Fields, selected_at: Callable[[Pooled], int | None]) -> list[Test]:
    moments: list[tuple[str, Callable[[Pooled], int | None]]] = [
        ("inGroup", selected_at),
        ("modify", lambda each: each.modified_at),
        ("create", lambda each: each.created_at),
    ]
    tests: list[Test] = []
    for name, moment in moments:
        tests += _between(_time(fields, f"{name}StartTime"), _time(fields, f"{name}EndTime"), moment)
    return tests


def _in_group(fields: Fields, selected_at: Callable[[Pooled], int | None]) -> list[Test]:
    asked = choice(fields, "inGroup", "True", "False", "true", "false").lower()
    return [lambda each: (selected_at(each) is not None) == (asked == "true")] if asked else []


def _between(low: int | None, high: int | None, value: Callable[[Pooled], int | None]) -> list[Test]:
    tests: list[Test] = []
    if low is not None:
        tests.append(lambda each: (found := value(each)) is not None and found >= low)
    if high is not None:
        tests.append(lambda each: (found := value(each)) is not None and found <= high)
    return tests


def _number(fields: Fields, name: str) -> int | None:
    return fields.whole(name) if fields.text(name) else None


def _time(fields: Fields, name: str) -> int | None:
    text = fields.text(name)
    if not text:
        return None
    try:
        datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    except ValueError as error:
        raise Refused(Code.BAD_PARAMETER, name) from error
    return milliseconds_of(text)
