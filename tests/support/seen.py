"""Offers as searches put them before a buyer, for the library of what was seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QBuffer, QIODevice

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.seen import FoundBy, FoundIn
from sourcing_desktop.sandbox.drawing.goods import draw
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.services.sightings import Shown

YESTERDAY = datetime.now(UTC) - timedelta(days=1)
MUGS = FoundBy(FoundIn.WORDS, "mug")
CUPS = FoundBy(FoundIn.WORDS, "cup")


def offer(number: int, fen: int = 1000, picture: str = "", shop: str = "Yiwu Fancy Store") -> Offer:
    """One that differs from others in its number."""
    ref = OfferRef(Platform.ALIBABA, "v2", f"id-{number}")
    return Offer(ref, Words("杯", f"Mug {number}"), picture, Money(fen), shop_name=shop)


def page(*offers: Offer, found_by: FoundBy = MUGS, at: datetime | None = None) -> Shown:
    """Offers shown together by a search that began then; now, unless told."""
    began = at or datetime.now(UTC)
    return Shown(offers, found_by, began, began)


def jpeg(kind: str, seed: int, colour: str = "#884422", side: int = 320, quality: int = 85) -> bytes:
    """A picture of goods as the sandbox draws them."""
    image = draw(Look(kind, seed, colour, "#ddccaa"), View.MAIN, side)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", quality)
    return bytes(buffer.data())
