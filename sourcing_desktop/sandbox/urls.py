"""URLs in answers, and the renditions a picture host serves beside each original picture (upstream C11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.market.pictures import picture_of, picture_path

FULL_SIDE = 800

_DOT_SIDES = {60, 80, 100, 150, 220, 310, 400}
_DOT = re.compile(r"(img/ibank/.+)\.(?P<side>\d+)x(?P=side)(?P<end>\.jpg)")
_APPENDED = re.compile(r"(imgextra/.+\.jpg)_(?P<side>\d+)x(?P<height>\d+)(x[zc])?([qQ]\d\d)?\.jpg")


@dataclass(frozen=True, slots=True)
class Rendition:
    """One picture at so many pixels a side."""

    look: Look
    view: View
    side: int = FULL_SIDE


def rendition_of(path: str) -> Rendition:
    """What a path without leading slash shows. ValueError for a path this market never hands out, and for
    a size nobody serves."""
    if match := _DOT.fullmatch(path):
        original, side = match[1] + match["end"], int(match["side"])
        served = side in _DOT_SIDES
    elif match := _APPENDED.fullmatch(path):
        original, side = match[1], int(match["side"])
        served = 16 <= side <= FULL_SIDE and int(match["height"]) in (side, 10_000)
    else:
        original, side, served = path, FULL_SIDE, True
    if not served:
        raise ValueError(f"not a size of this picture host: {path}")
    return Rendition(*picture_of(original), side)


class Urls:
    """Absolute URLs of original pictures and of pages on the server at `base`, such as `http://127.0.0.1:4711`."""

    def __init__(self, base: str) -> None:
        self._base = self._pictures = base + "/"

    def pictures_at(self, base: str | None) -> None:
        """Say from now on that pictures are at that address, or at the server's own again."""
        self._pictures = self._base if base is None else base + "/"

    def main(self, offer: MarketOffer) -> str:
        return self._pictures + picture_path(offer, View.MAIN)

    def all(self, offer: MarketOffer) -> list[str]:
        """The main picture first, then the other views."""
        return [self._pictures + picture_path(offer, view) for view in View]

    def sku(self, offer: MarketOffer, sku: MarketSku) -> str:
        """The goods in the colour of one SKU."""
        return self._pictures + picture_path(offer, View.MAIN, sku.colour)

    def cashier(self, order_id: str) -> str:
        """Where an order is paid by hand."""
        return f"{self._base}cashier?orderId={order_id}"

    def chat(self, source: str, about: str, token: str) -> str:
        """Where a seller would be written to about an item or an order."""
        return f"{self._base}imchat?{urlencode({'sourceType': source, 'bizId': about, 'loginToken': token})}"

    @property
    def picture_domain(self) -> str:
        """The host of pictures, without trailing slash."""
        return self._pictures.removesuffix("/")

    def own_path(self, url: str) -> str:
        """The path of a URL of this server, without leading slash; empty for any other."""
        base = next((each for each in (self._base, self._pictures) if url.startswith(each)), url)
        return url.removeprefix(base)


def small(url: str) -> str:
    """The 80 px rendition of a 1688 picture."""
    return url.removesuffix(".jpg") + ".80x80.jpg"
