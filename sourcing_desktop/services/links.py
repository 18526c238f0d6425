"""Reads what a buyer pastes to name a shop or an offer: a link, an offer number or a shop id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcing_desktop.domain.offer import OfferRef, Platform

_ALIBABA_OFFER = re.compile(r"1688\.com/(?:\S*?/)?offer/(\d{6,})|[?&]offerId=(\d{6,})")
_TAOBAO_ITEM = re.compile(r"(?:taobao|tmall)\.com/\S*?[?&]id=(\d{6,})")
_NUMBER = re.compile(r"\d{9,15}")
_SHOP = re.compile(r"(?:^|[?&]sellerOpenId=)(BBB[\w-]{10,})")
_MAP_ID = re.compile(r"[\w-]{20,48}")


@dataclass(frozen=True, slots=True)
class ShopId:
    """A 1688 sellerOpenId."""

    seller_id: str


def read_link(text: str) -> ShopId | OfferRef | None:
    """What the text names; None when it is neither a shop nor an offer.

    Numbers and links carry v1 ids, other ids are v2 (contract 1.10).
    """
    text = text.strip()
    if found := _SHOP.search(text):
        return ShopId(found.group(1))
    if found := _ALIBABA_OFFER.search(text):
        return OfferRef(Platform.ALIBABA, "v1", found.group(1) or found.group(2))
    if found := _TAOBAO_ITEM.search(text):
        return OfferRef(Platform.TAOBAO, "v1", found.group(1))
    if _NUMBER.fullmatch(text):
        return OfferRef(Platform.ALIBABA, "v1", text)
    if _MAP_ID.fullmatch(text):
        return OfferRef(Platform.ALIBABA, "v2", text)
    return None
