"""Reads what narrows a search: page, filter words, sort, price range, category (contract 1.7, 1.14)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.model import MarketOffer

_WITHOUT_MEANING = {"", "ksCiphertext"}  # stands in every documented sample and is explained nowhere
_DEAREST_YUAN = 10**9
_SORT_KEYS: dict[str, Callable[[MarketOffer], int]] = {
    "price": lambda offer: offer.price_fen,
    "monthSold": lambda offer: offer.sold_30_days,
    "rePurchaseRate": lambda offer: offer.repurchase_percent,
}
_TAOBAO_SORTS = {
    "PRICE_ASC": "price asc",
    "PRICE_DESC": "price desc",
    "SALE_QTY_ASC": "monthSold asc",
    "SALE_QTY_DESC": "monthSold desc",
    "tk_rate_desc": "",
}


@dataclass(frozen=True, slots=True)
class Paging:
    """A page, counted from 1, of so many rows."""

    number: int
    size: int

    def cut(self, offers: Sequence[MarketOffer]) -> Sequence[MarketOffer]:
        return offers[(self.number - 1) * self.size : self.number * self.size]


def paging(fields: Fields, number: str, size: str, most: int) -> Paging:
    """The page asked for. Page 0 is the first; a larger size than `most` is cut, as the gateway does."""
    return Paging(max(1, fields.whole(number, 1)), min(max(1, fields.whole(size, 20)), most))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What offers must meet, and their order: words of `sort` as `price asc`, prices in fen, 0 for any
    category."""

    filter_words: tuple[str, ...] = ()
    sort: str = ""
    category: int = 0
    price_from: int | None = None
    price_to: int | None = None

    def apply(self, offers: Sequence[MarketOffer]) -> list[MarketOffer]:
        """Narrow and sort offers that were found by sight."""
        kept = [offer for offer in offers if self._holds(offer)]
        if self.sort:
            key, direction = self.sort.split()
            kept.sort(key=_SORT_KEYS[key], reverse=direction == "desc")
        return kept

    def _holds(self, offer: MarketOffer) -> bool:
        return (
            set(self.filter_words) <= set(offer.filter_words)
            and (not self.category or self.category in offer.categories)
            and (self.price_from is None or offer.price_fen >= self.price_from)
            and (self.price_to is None or offer.price_fen <= self.price_to)
        )


def narrowing(fields: Fields) -> Narrowing:
    """The narrowing of the 1688 searches. `categoryId` may be text or a number."""
    words = tuple(word.strip() for word in fields.text("filter").split(","))
    return Narrowing(
        filter_words=tuple(word for word in words if word not in _WITHOUT_MEANING),
        sort=_alibaba_sort(fields.text("sort")),
        category=fields.whole("categoryId", 0),
        price_from=_fen(fields, "priceStart"),
        price_to=_fen(fields, "priceEnd"),
    )


def taobao_narrowing(fields: Fields) -> Narrowing:
    """The narrowing of the Taobao search, which is its sort."""
    sort = fields.text("sort")
    if sort and sort not in _TAOBAO_SORTS:
        raise Refused(Code.BAD_PARAMETER, "sort")
    return Narrowing(sort=_TAOBAO_SORTS.get(sort, ""))


def _alibaba_sort(text: str) -> str:
    """A JSON object in a string, with one key."""
    if not text:
        return ""
    try:
        ((key, direction),) = json.loads(text).items()
    except (ValueError, AttributeError) as error:
        raise Refused(Code.BAD_PARAMETER, "sort") from error
    if key not in _SORT_KEYS or direction not in ("asc", "desc"):
        raise Refused(Code.BAD_PARAMETER, "sort")
    return f"{key} {direction}"


def _fen(fields: Fields, name: str) -> int | None:
    text = fields.text(name)
    if not text:
        return None
    try:
        yuan = Decimal(text)
    except InvalidOperation as error:
        raise Refused(Code.BAD_PARAMETER, name) from error
    if not (yuan.is_finite() and 0 <= yuan <= _DEAREST_YUAN):
        raise Refused(Code.BAD_PARAMETER, name)
    return int(yuan * 100)
