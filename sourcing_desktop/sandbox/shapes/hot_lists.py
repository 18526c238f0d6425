"""Hot lists as upstream writes them (contract AM3)."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.categories import Category
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.urls import Urls

_SERVICES = {"shipIn24Hours": "sendGoods24H", "shipIn48Hours": "sendGoods48H"}
_PIECES_PER_BUYER = 3


def hot_list(category: Category, kind: str, offers: Sequence[MarketOffer], call: Call, urls: Urls) -> Shape:
    """A list with its goods, the first ranked 1."""
    return {
        "rankId": str(category.id),
        "rankName": category.name.translated(call.language),
        "rankType": kind,
        "rankProductModels": [_row(offer, rank, call, urls) for rank, offer in enumerate(offers, start=1)],
    }


def _row(offer: MarketOffer, rank: int, call: Call, urls: Urls) -> Shape:
    """`itemId` is the offer's number; that v2 puts its opaque id there is invented."""
    return {
        "itemId": offer.map_id if call.is_v2 else int(offer.id),
        "title": offer.title.zh,
        "translateTitle": offer.title.translated(call.language),
        "imgUrl": urls.main(offer),
        "sort": rank,
        "serviceList": [label for word, label in _SERVICES.items() if word in offer.filter_words],
        "buyerNum": -(-offer.sold_30_days // _PIECES_PER_BUYER),
        "soldOut": offer.sold_30_days,
        "goodsScore": f"{offer.trade_score:.1f}",
    }
