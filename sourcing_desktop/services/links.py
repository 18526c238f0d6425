"""Reads what a buyer pastes to name a shop or offers: links, offer numbers, shop ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.language import tr

_ALIBABA_OFFER = re.compile(r"1688\.com/(?:\S*?/)?offer/(\d{6,15})(?!\d)|[?&]offerId=(\d{6,15})(?!\d)")
_TAOBAO_ITEM = re.compile(r"(?:taobao|tmall)\.(?:com|hk)/\S*?[?&]id=(\d{6,15})(?!\d)")
_NUMBER = re.compile(r"\d{9,15}")
_SHOP = re.compile(r"(?:^|[?&]sellerOpenId=)(BBB[\w-]{10,})")
_MAP_ID = re.compile(r"[\w-]{20,48}")

_ADDRESS = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*(?:1688|taobao|tmall|tb)\.(?:com|cn|hk)/[a-z0-9\-._~:/?#@!$&'*+=%]*",
    re.I,
)
_SHORT = re.compile(r"(?:\b[a-z]\.tb\.cn|\bqr\.1688\.com|\bs\.click\.taobao\.com)/", re.I)
_SKU = re.compile(r"[?&]sku_?id=(\d{6,20})", re.I)
_WORD = re.compile(r"[A-Za-z0-9_+.-]{5,48}")
_OPAQUE = re.compile(r"(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{22}(?:[A-Za-z0-9_-]{21})?")
_LONG = re.compile(r"\d{16,24}")
_SCIENTIFIC = re.compile(r"(\d)(?:\.(\d+))?E\+?(\d{1,2})", re.I)

SHORT_LINK = tr("This is a short link. Open it in a browser and paste the long address.")
NO_OFFER = tr("This link leads to no offer. Paste the link of the offer’s own page.")
ROUNDED = tr(
    "A spreadsheet has cut this number short, and its last digits are lost. Format the column as text there, "
    "and enter the number again."
)
TOO_LONG = tr("This number is too long for an offer. Spreadsheets lose what is beyond 15 digits.")


@dataclass(frozen=True, slots=True)
class ShopId:
    """A 1688 sellerOpenId."""

    seller_id: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Where in a text an offer is named. `refs` are what it may be, the likeliest first: a bare id does not
    say of which platform it is. Without any, `trouble` says why. `sku_id` is the SKU a link points at."""

    start: int
    end: int
    refs: tuple[OfferRef, ...] = ()
    sku_id: str = ""
    trouble: str = ""
    link: bool = False


def read_link(text: str) -> ShopId | OfferRef | None:
    """What the text names; None when it is neither a shop nor an offer.

    Numbers and links carry v1 ids, other ids are v2 (contract 1.10).
    """
    text = text.strip()
    if found := _SHOP.search(text):
        return ShopId(found.group(1))
    if linked := _linked(text):
        return linked
    if _NUMBER.fullmatch(text):
        return OfferRef(Platform.ALIBABA, "v1", text)
    if _MAP_ID.fullmatch(text):
        return OfferRef(Platform.ALIBABA, "v2", text)
    return None


def mentions(text: str) -> tuple[Mention, ...]:
    """Every offer a text names by link; where there is no link, every one it names by id."""
    links = tuple(map(_link, _ADDRESS.finditer(text)))
    return links or tuple(_ids(text))


def _linked(text: str) -> OfferRef | None:
    if found := _ALIBABA_OFFER.search(text):
        return OfferRef(Platform.ALIBABA, "v1", found.group(1) or found.group(2))
    if found := _TAOBAO_ITEM.search(text):
        return OfferRef(Platform.TAOBAO, "v1", found.group(1))
    return None


def _link(address: re.Match[str]) -> Mention:
    start, end, text = *address.span(), address.group()
    if ref := _linked(text):
        sku = _SKU.search(text)
        return Mention(start, end, (ref,), sku.group(1) if sku else "", link=True)
    return Mention(start, end, trouble=SHORT_LINK if _SHORT.search(text) else NO_OFFER, link=True)


def _ids(text: str) -> Iterator[Mention]:
    for word in _WORD.finditer(text):
        start, end, id_ = *word.span(), word.group()
        if found := _SCIENTIFIC.fullmatch(id_):
            lead, rest, exponent = found.group(1), found.group(2) or "", int(found.group(3))
            if len(rest) != exponent:
                yield Mention(start, end, trouble=ROUNDED)
                continue
            id_ = lead + rest
        if _NUMBER.fullmatch(id_):
            yield Mention(start, end, tuple(OfferRef(platform, "v1", id_) for platform in Platform))
        elif _OPAQUE.fullmatch(id_):
            yield Mention(start, end, tuple(OfferRef(platform, "v2", id_) for platform in Platform))
        elif _LONG.fullmatch(id_):
            yield Mention(start, end, trouble=TOO_LONG)
