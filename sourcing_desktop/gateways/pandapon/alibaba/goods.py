"""What is asked of the 1688 goods calls (contract AG1, AG3 to AG5, AG7, AG8) and the pages they answer.
Pure; the detail is read in `detail`."""

from __future__ import annotations

import base64
import re

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Badge, Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.search import (
    Filters,
    FilterWord,
    KeywordQuery,
    Page,
    PictureQuery,
    Region,
    ShopQuery,
    Sort,
)
from sourcing_desktop.gateways.pandapon.answers import unwrapped
from sourcing_desktop.gateways.pandapon.shapes import Caller, filled, wire_number, wire_offer_id, wire_yuan
from sourcing_desktop.gateways.values import encode_json
from sourcing_desktop.gateways.wire import Reader

MOST_PICTURE_ROWS = 50
MOST_RELATED_ROWS = 10
"""Page sizes upstream accepts (contract 1.8)."""

STRICT = str(Badge.STRICT_SELECTION)
"""What offer identities call `yx` (contract upstream C3)."""

NO = ("", "false", "0")

BOX = re.compile(r"\s*([0-9]+)\s*,\s*([0-9]+)\s*,\s*([0-9]+)\s*,\s*([0-9]+)\s*")


def keyword_request(query: KeywordQuery, page: int, size: int, caller: Caller) -> dict[str, object]:
    """AG3. Like its examples, v1 sends member and category even when they are empty."""
    fields = {
        "keyword": query.keyword,
        "beginPage": page,
        "pageSize": size,
        "country": query.language or caller.language,
        "filter": _filter_text(query.filters),
        "sort": sort_text(query.filters.sort),
        "outMemberId": caller.user_id,
        **_price_range(query.filters),
        "categoryId": query.filters.category_id,
    }
    return filled(fields, keep=("keyword", "outMemberId", "categoryId") if caller.is_v1 else ("keyword",))


def picture_request(query: PictureQuery, page: int, size: int, caller: Caller) -> dict[str, object]:
    """AG4: one step, the picture itself as base64 without a prefix."""
    region = query.picture.region
    fields = {
        "imageBase64": base64.b64encode(query.picture.jpeg).decode(),
        "beginPage": page,
        "pageSize": min(size, MOST_PICTURE_ROWS),
        "country": caller.language,
        "region": region_text(region) if region else "",
        "filter": _filter_text(query.filters),
        "sort": sort_text(query.filters.sort),
        **_price_range(query.filters),
        "categoryId": wire_number(query.filters.category_id),
        "outMemberId": caller.user_id,
    }
    return filled(fields, keep=("region",) if caller.is_v1 else ())


def shop_request(query: ShopQuery, page: int, size: int, caller: Caller) -> dict[str, object]:
    """AG5."""
    fields = {
        "keyword": query.keyword,
        "beginPage": page,
        "pageSize": size,
        "filter": _filter_text(query.filters),
        "sort": sort_text(query.filters.sort),
        "outMemberId": caller.user_id,
        **_price_range(query.filters),
        "categoryId": wire_number(query.filters.category_id),
        "country": caller.language,
        "sellerOpenId": query.seller_id,
    }
    return filled(fields, keep=("outMemberId",) if caller.is_v1 else ())


def recommendations_request(page: int, size: int, caller: Caller) -> dict[str, object]:
    """AG7."""
    return {"beginPage": page, "pageSize": size, "language": caller.language}


def related_request(ref: OfferRef, page: int, size: int, caller: Caller) -> dict[str, object]:
    """AG8. The field is called offerId in v2 too, where it holds the map id (contract 1.10)."""
    return {
        "offerId": wire_offer_id(ref, caller),
        "pageNo": page,
        "pageSize": min(size, MOST_RELATED_ROWS),
        "language": caller.language,
    }


def detail_request(ref: OfferRef, caller: Caller) -> dict[str, object]:
    """AG1."""
    return {
        offer_id_field(caller): wire_offer_id(ref, caller),
        "country": caller.language,
        "outMemberId": caller.user_id,
    }


def offer_id_field(caller: Caller) -> str:
    """The name of the offer's id in each generation (contract 1.10)."""
    return "offerId" if caller.is_v1 else "offerMapId"


def region_text(region: Region) -> str:
    """A box as upstream samples order it: left, right, top, bottom (contract upstream C5)."""
    return f"{region.left},{region.right},{region.top},{region.bottom}"


def read_region(text: str) -> Region | None:
    """The box a `region_text` stands for; None for what is no box."""
    match = BOX.fullmatch(text)
    if match is None:
        return None
    left, right, top, bottom = (int(number) for number in match.groups())
    return Region(left, top, right, bottom)


def sort_text(sort: Sort) -> str:
    """The sort order as JSON in a string, such as `{"price":"asc"}`; empty for the platform's own."""
    if sort is Sort.DEFAULT:
        return ""
    key, direction = sort.value.split()
    return encode_json({key: direction})


def read_page(envelope: Reader, caller: Caller, *, seller_id: str = "") -> Page:
    """A page with the paging wrapper of contract 1.7. `seller_id`: whose shop was asked for."""
    data = unwrapped(envelope)
    regions = data.child("picRegionInfo")
    boxes = map(read_region, regions.text("yoloCropRegion").split(";"))
    return Page(
        offers=tuple(read_offer(row, caller, seller_id) for row in data.rows("data")),
        total=data.lenient().whole("totalRecords"),
        subjects=tuple(filter(None, boxes)),
    )


def read_bare_page(envelope: Reader, caller: Caller) -> Page:
    """A page of the feeds, whose `data` is the bare list; upstream wraps it (contract upstream C1)."""
    bare = envelope.holds("data") is not dict and "result" not in envelope.names()
    rows = envelope.rows("data") if bare else unwrapped(envelope).rows("result", "data")
    return Page(offers=tuple(read_offer(row, caller, "") for row in rows))


def read_offer(row: Reader, caller: Caller, seller_id: str) -> Offer:
    """One row (contract 3.8). Prices are yuan."""
    row = row.lenient()
    prices = row.child("priceInfo")
    percent = row.percent("repurchaseRate")
    return Offer(
        ref=read_ref(row, caller),
        title=Words(row.plain("subject"), row.plain("subjectTrans")),
        picture=row.picture("imageUrl"),
        price=prices.yuan("price"),
        dropship_price=prices.yuan("consignPrice"),
        promotion_price=prices.yuan("promotionPrice"),
        moq=row.whole("minOrderQuantity", "quantityBegin"),
        sold_30_days=row.whole("monthSold"),
        repurchase_percent=None if percent is None else round(percent),
        badges=read_badges(row),
        shop_name=row.plain("companyName"),
        seller_id=row.text("sellerOpenId") or seller_id,
        score=score(row, "tradeScore"),
    )


def read_ref(row: Reader, caller: Caller) -> OfferRef:
    """The offer's id in the id space of the account's generation."""
    names = ("offerId", "offerMapId") if caller.is_v1 else ("offerMapId", "offerId")
    return OfferRef(Platform.ALIBABA, caller.generation, row.need_text(*names))


def read_badges(row: Reader) -> tuple[str, ...]:
    """Evidence in a row or detail; null is not known and makes no badge."""
    words = [*read_identities(row), *map(_code, row.texts("offerIdentities"))]
    words += [str(name) for name in (Badge.CURATED, Badge.DROPSHIP) if row.marked(name)]
    words += [tag.text("key") for tag in row.rows("tagInfoList") if tag.text("value") not in NO]
    return tuple(dict.fromkeys(STRICT if word == "yx" else word for word in words))


def read_identities(row: Reader) -> tuple[str, ...]:
    """What the platform says of the seller, as codes."""
    return tuple(map(_code, row.texts("sellerIdentities")))


def score(row: Reader, name: str) -> float | None:
    """A score, None where the gateway has none."""
    number = row.number(name)
    return None if number is None else float(number)


def _code(identity: str) -> str:
    """Samples join code and label: `super_factory-超级工厂` (contract upstream C3)."""
    return identity.partition("-")[0].strip()


def _filter_text(filters: Filters) -> str:
    return ",".join(word for word in FilterWord if word in filters.words)


def _price_range(filters: Filters) -> dict[str, object]:
    return {"priceStart": _price(filters.price_from), "priceEnd": _price(filters.price_to)}


def _price(money: Money | None) -> str:
    return wire_yuan(money) if money is not None else ""
