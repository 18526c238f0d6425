"""What cards and panels say of an offer that was seen before, or of one that looks like it."""

from __future__ import annotations

from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats


def short(mark: SeenBefore) -> str:
    """`¥9.80`, `≈ ¥8.20` of offers that look the same; without a price as little as that leaves."""
    price = "" if mark.best_price is None else formats.money(mark.best_price)
    return price if mark.same else f"≈ {price}".strip()


def sentence(mark: SeenBefore) -> str:
    """When it was seen, for how much at least and where, as far as it is known."""
    day, price, seller = formats.day(mark.at), mark.best_price, mark.seller
    amount = formats.money(price)
    if mark.same:
        if price is None:
            return tr("Seen on {day}", day=day)
        if not seller:
            return tr("Seen on {day}, lowest {price}", day=day, price=amount)
        return tr("Seen on {day}, lowest {price} at {seller}", day=day, price=amount, seller=seller)
    if price is None:
        return tr("Looks like an offer seen on {day}", day=day)
    if not seller:
        return tr("Looks like an offer seen on {day} for {price}", day=day, price=amount)
    return tr(
        "Looks like an offer seen on {day} for {price} at {seller}", day=day, price=amount, seller=seller
    )
