"""The paths of the market's pictures. A path holds all that its picture depends on, so it can be drawn from
the path alone, and looks like the picture paths of the real hosts. Draws nothing."""

from __future__ import annotations

import base64
import re

from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.market.vocabulary import KINDS

_NUMBERS = {key: number for number, key in enumerate(KINDS)}
_KEYS = tuple(KINDS)
_TOKEN = re.compile(r"/O1CN01([A-Za-z0-9_-]{16})_!!\d+(?:-0-cib)?\.jpg$")


def look_of(offer: MarketOffer, colour: str | None = None) -> Look:
    """What the offer's pictures show, in the colour of one of its SKUs when given."""
    return Look(offer.kind, offer.seed, colour or offer.colour, offer.accent)


def picture_path(offer: MarketOffer, view: View, colour: str | None = None) -> str:
    """The path of one picture of the offer, without host and leading slash."""
    token = _token(look_of(offer, colour), view)
    if offer.platform == "1688":
        return f"img/ibank/O1CN01{token}_!!{offer.seller.shop_id}-0-cib.jpg"
    return f"imgextra/i{offer.seed % 4 + 1}/{offer.seller.shop_id}/O1CN01{token}_!!{offer.seller.shop_id}.jpg"


def picture_of(path: str) -> tuple[Look, View]:
    """What the picture of that path (without rendition suffix) shows; ValueError when it is none of ours."""
    match = _TOKEN.search("/" + path)
    if match is None:
        raise ValueError(f"not a picture of this market: {path}")
    data = base64.urlsafe_b64decode(match.group(1))
    number, view = data[0], data[1]
    if number >= len(_KEYS) or view >= len(View):
        raise ValueError(f"not a picture of this market: {path}")
    seed = int.from_bytes(data[2:6], "big")
    return Look(_KEYS[number], seed, f"#{data[6:9].hex()}", f"#{data[9:12].hex()}"), View(view)


def _token(look: Look, view: View) -> str:
    data = bytes((_NUMBERS[look.kind], view)) + look.seed.to_bytes(4, "big")
    data += bytes.fromhex(look.colour[1:]) + bytes.fromhex(look.accent[1:])
    return base64.urlsafe_b64encode(data).decode()
