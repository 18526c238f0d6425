"""Taobao goods (contract TG1 to TG5, TGS): search, picture search, detail, supply match, chosen goods. Pure.

Search prices are yuan, those of the detail and of chosen goods fen. Assumed, for the contract does not have
them: the picture search's body, the fields of a supply match, all of chosen goods, most of source goods.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sourcing_desktop.domain.errors import Rejected
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.pricing import PriceList, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.search import KeywordQuery, Page, PictureQuery, Sort
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.gateways.pandapon.alibaba.goods import region_text
from sourcing_desktop.gateways.pandapon.answers import answer_in, rows_in
from sourcing_desktop.gateways.pandapon.shapes import (
    WHOLE_OFFER,
    Caller,
    filled,
    read_properties,
    wire_offer_id,
)
from sourcing_desktop.gateways.values import encode_json
from sourcing_desktop.gateways.wire import Reader, https_url
from sourcing_desktop.language import tr

MOST_ROWS = 40
"""The largest page (contract TG2)."""

SORTS: Mapping[Sort, str] = {
    Sort.PRICE_UP: "PRICE_ASC",
    Sort.PRICE_DOWN: "PRICE_DESC",
    Sort.SOLD: "SALE_QTY_DESC",
}
"""Upstream's words (contract TG2); which of them the gateway accepts is not documented."""

NO_CHOSEN_GOODS = tr("Only the first generation of the gateway lists goods chosen before.")
CHOSEN_LISTS = ("data", "list", "records", "productList", "product_list")
CHOSEN_TOTALS = ("total", "totalRecords", "results_total")

ID_NAMES = ("itemId", "item_id", "itemMapId")


@dataclass(frozen=True, slots=True)
class SupplyMatch:
    """The supply-side ids of one item: its own, and those of its SKUs by SKU id. Empty when there is none."""

    item: str = ""
    skus: Mapping[str, str] = field(default_factory=dict)


def keyword_request(query: KeywordQuery, page: int, size: int) -> dict[str, object]:
    """TG2. It knows neither prices nor filters."""
    fields = {
        "keyword": query.keyword,
        "pageSize": min(size, MOST_ROWS),
        "pageNo": page,
        "sort": SORTS.get(query.filters.sort, ""),
    }
    return filled(fields, keep=("keyword",))


def picture_request(query: PictureQuery, page: int, size: int, caller: Caller) -> dict[str, object]:
    """TG1, assumed: one step like the 1688 search, with paging like TG2."""
    region = query.picture.region
    fields = {
        "imageBase64": base64.b64encode(query.picture.jpeg).decode(),
        "pageSize": min(size, MOST_ROWS),
        "pageNo": page,
        "language": caller.language,
        "region": region_text(region) if region else "",
        "sort": SORTS.get(query.filters.sort, ""),
    }
    return filled(fields)


def detail_query(ref: OfferRef, caller: Caller) -> dict[str, str]:
    """TG4; parameters of a GET are text."""
    return {"itemId": str(wire_offer_id(ref, caller))}


def source_request(ref: OfferRef, caller: Caller) -> dict[str, object]:
    """TGS; the id is text in both generations."""
    return {"itemId": str(wire_offer_id(ref, caller)), "language": caller.language}


def chosen_query(page: int, size: int, caller: Caller) -> dict[str, str]:
    """TG5, assumed. Rejected, before anything is sent, in v2, which has no such call."""
    if not caller.is_v1:
        raise Rejected(NO_CHOSEN_GOODS)
    return {"pageNo": str(page), "pageSize": str(min(size, MOST_ROWS))}


def match_request(ref: OfferRef, sku_ids: Iterable[str], caller: Caller) -> dict[str, object]:
    """TG3: a JSON array inside a string."""
    item = {"itemId": str(wire_offer_id(ref, caller)), "skuIds": list(sku_ids)}
    return {"params": encode_json([item])}


def read_page(envelope: Reader, caller: Caller) -> Page:
    """A page of TG1 or TG2; the gateway claims no total."""
    rows = envelope.rows("data") if envelope.holds("data") is list else envelope.child("data").rows("data")
    return Page(tuple(_offer(row, caller) for row in rows))


def read_chosen(envelope: Reader, caller: Caller) -> Page:
    """TG5."""
    rows = rows_in(envelope, *CHOSEN_LISTS)
    total = None if envelope.holds("data") is list else answer_in(envelope).whole(*CHOSEN_TOTALS)
    return Page(tuple(_offer(row, caller, _price) for row in rows), total)


def read_detail(envelope: Reader, caller: Caller) -> OfferDetail:
    """TG4 and TGS; top-level fields with no place in it are kept in `unread`."""
    data = envelope.child("data")
    skus = _skus(data)
    pictures = tuple(https_url(url) for url in data.texts("picUrls"))
    supplier = Supplier(id=data.text("shopId"), name=data.plain("shopName") or data.plain("userNick"))
    moq = max(1, data.whole("beginAmount") or 1)
    offer = Offer(
        ref=_ref(data, caller),
        title=_title(data),
        picture=pictures[0] if pictures else "",
        price=min((sku.price for sku in skus if sku.price is not None), default=_price(data)),
        moq=moq,
        shop_name=supplier.name,
        seller_id=supplier.id,
    )
    unit = data.plain("productUnit")
    return OfferDetail(
        offer=offer,
        supplier=supplier,
        prices=PriceList(QuoteType.BY_SKU),
        rules=QuantityRules(moq=moq),
        skus=skus,
        pictures=pictures,
        description_html=data.text("description"),
        unit=Words(unit) if unit else Words("件", "piece"),
        status=data.text("status"),
        supply_id=data.text("mpId"),
        unread=data.unread(),
    )


def lacks_supply(detail: OfferDetail) -> bool:
    """Whether the item or one of its SKUs has no supply-side id, without which it cannot be ordered."""
    return not detail.supply_id or not all(sku.supply_id for sku in detail.skus)


def with_supply(detail: OfferDetail, match: SupplyMatch) -> OfferDetail:
    """The same detail with the ids of a supply match where it has none of its own."""
    skus = (replace(sku, supply_id=sku.supply_id or match.skus.get(sku.id, "")) for sku in detail.skus)
    return replace(detail, supply_id=detail.supply_id or match.item, skus=tuple(skus))


def read_match(envelope: Reader, ref: OfferRef) -> SupplyMatch:
    """TG3 for one item. An item the gateway lists under noMpProductItemIds, or nowhere, has no match."""
    matches = read_matches(envelope)
    return matches.get(ref.id) or matches.get("") or SupplyMatch()


def read_matches(envelope: Reader) -> dict[str, SupplyMatch]:
    """TG3, by the item's own id; one without an id counts for whatever was asked."""
    return {row.text(*ID_NAMES): _match(row) for row in envelope.child("data").rows("mpProducts")}


def _match(row: Reader) -> SupplyMatch:
    pairs = row.rows("skuList", "skus", "mpSkus", "skuPairs", "mpSkuList")
    return SupplyMatch(
        row.text("mpId"), {pair.text("skuId"): pair.text("mpSkuId", "mpSkuld") for pair in pairs}
    )


def _search_price(row: Reader) -> Money | None:
    """The price without coupons, which everybody pays, in yuan."""
    return row.yuan("price")


def _offer(row: Reader, caller: Caller, price: Callable[[Reader], Money | None] = _search_price) -> Offer:
    """A row."""
    row = row.lenient()
    return Offer(
        ref=_ref(row, caller),
        title=_title(row),
        picture=row.picture("mainImageUrl", "main_image_url", "picUrl"),
        price=price(row),
        badges=row.texts("tags"),
        shop_name=row.plain("shopName", "shop_name"),
    )


def _ref(row: Reader, caller: Caller) -> OfferRef:
    names = ID_NAMES if caller.is_v1 else tuple(reversed(ID_NAMES))
    return OfferRef(Platform.TAOBAO, caller.generation, row.need_text(*names))


def _title(row: Reader) -> Words:
    translation = row.child("multiLanguageInfo", "multi_language_info")
    return Words(row.plain("title"), translation.plain("title"))


def _skus(data: Reader) -> tuple[Sku, ...]:
    skus = tuple(_sku(row) for row in data.rows("skuList"))
    return skus or (Sku(WHOLE_OFFER, price=_price(data), stock=data.whole("quantity")),)


def _sku(row: Reader) -> Sku:
    return Sku(
        id=row.text("skuId") or WHOLE_OFFER,
        attributes=read_properties(row, "properties"),
        price=_price(row),
        stock=row.whole("quantity"),
        picture=row.picture("picUrl"),
        supply_id=row.text("mpSkuId", "mpSkuld"),
        freight=row.lenient().fen("postFee"),
    )


def _price(row: Reader) -> Money | None:
    """What is paid now, in fen: the promotion's price where there is one."""
    return row.fen("promotionPrice") or row.fen("price")
