"""What an offer says about itself, in sentences: rules, prices, sizes."""

from __future__ import annotations

from datetime import datetime

from sourcing_desktop.domain.offer import LINKEDMALL_IDS, OfferDetail, OfferRef, SaidBy, Size, Sku
from sourcing_desktop.domain.pricing import price_span
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats

DISPATCH = {
    "shipInToday": tr("Ships on the day it is paid."),
    "shipIn24Hours": tr("Ships within 24 hours."),
    "shipIn48Hours": tr("Ships within 48 hours."),
}
"""What the gateway says about sending, where it is documented (contract upstream C6)."""

SOURCES = {
    SaidBy.SELLER: tr("as the platform states it"),
    SaidBy.OFFICIAL: tr("measured by the platform"),
    SaidBy.PREDICTED: tr("guessed by the platform"),
}


def kept(at: datetime) -> str:
    """That an offer is shown as it was, because the gateway cannot be asked."""
    day, time = formats.day(at), at.astimezone().strftime("%H:%M")
    return tr(
        "No connection. This is what was kept on {day}, {time}; prices may have changed.", day=day, time=time
    )


def rules(detail: OfferDetail) -> str:
    """How many must be bought at once, and how soon they leave."""
    said = []
    if detail.rules.moq > 1:
        said.append(trn("Minimum {count} piece.", "Minimum {count} pieces.", detail.rules.moq))
    if detail.rules.lot > 1:
        said.append(trn("Sold in lots of {count}.", "Sold in lots of {count}.", detail.rules.lot))
    if detail.supplier.mixed_batch is not None:
        limits = formats.mixed_limits(detail.supplier.mixed_batch)
        said.append(tr("This shop mixes from {limits}.", limits=limits))
    if detail.dispatch in DISPATCH:
        said.append(DISPATCH[detail.dispatch])
    return " ".join(said)


def price(detail: OfferDetail, pieces: int) -> str:
    """The price at the quantity typed; before that the span from the cheapest to the dearest."""
    tiers = detail.prices.tiers if detail.prices.by_quantity else ()
    if pieces and tiers:
        return formats.money((detail.prices.tier_at(pieces) or tiers[0]).price)
    own = [sku.price for sku in detail.skus if sku.price is not None]
    span = price_span([tier.price for tier in tiers] or own)
    if span is None:
        return formats.money(detail.offer.price)
    low, high = (formats.money(each) for each in span)
    return low if low == high else tr("{low} – {high}", low=low, high=high)


def measures(detail: OfferDetail) -> list[tuple[str, str]]:
    """Weight and size of the offer, each with where it comes from."""
    said = []
    stated = SOURCES[SaidBy.SELLER]
    if detail.weight_g is not None:
        said.append((tr("Weight"), _sourced(formats.weight(detail.weight_g), stated)))
    if detail.size is not None:
        said.append((tr("Size"), _sourced(size(detail.size), stated)))
    return said


def sku_pictures(detail: OfferDetail) -> dict[str, str]:
    """The SKUs' own pictures by url, with the values that all the SKUs of a picture share."""
    shown: dict[str, list[Sku]] = {}
    for sku in detail.skus:
        if sku.picture:
            shown.setdefault(sku.picture, []).append(sku)
    return {url: _shared_name(skus) for url, skus in shown.items()}


def _shared_name(skus: list[Sku]) -> str:
    values = ([attribute.value.shown for attribute in sku.attributes] for sku in skus)
    first, *others = values
    return " / ".join(value for value in first if all(value in each for each in others))


def page_problem(ref: OfferRef) -> str:
    """Why an offer has no page to open, in one sentence; empty where it has one."""
    if ref.page:
        return ""
    if ref.generation == LINKEDMALL_IDS:
        return tr("Goods of LinkedMall’s pool have no page on the marketplaces.")
    return tr("The gateway gives only an encrypted id of this offer.")


def sku_measures(sku: Sku) -> str:
    """The same of one SKU, in a line; empty where nothing is known of it alone."""
    figures = []
    if sku.weight_g is not None:
        figures.append(_sourced(formats.weight(sku.weight_g), _source(sku)))
    if sku.size is not None:
        figures.append(_sourced(size(sku.size), SOURCES[SaidBy.SELLER]))
    if not figures or not sku.name:
        return ""
    return tr("{sku}: {figures}", sku=sku.name, figures=" · ".join(figures))


def size(millimetres: Size) -> str:
    """`30 × 20.5 × 12 cm`."""
    sides = (f"{side / 10:,.1f}".removesuffix(".0") for side in millimetres)
    return tr("{sides} cm", sides=" × ".join(sides))


def _sourced(figure: str, source: str) -> str:
    return tr("{figure}, {source}", figure=figure, source=source)


def _source(sku: Sku) -> str:
    if sku.weight_said_by is SaidBy.PREDICTED and sku.weight_sure_percent is not None:
        sure = formats.percent(sku.weight_sure_percent)
        return tr("guessed by the platform, {sure} sure", sure=sure)
    return SOURCES[sku.weight_said_by]
