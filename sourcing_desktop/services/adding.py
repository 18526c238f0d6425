"""The way back from goods that were put into the cart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sourcing_desktop.domain.cart import CartLine, goods_id
from sourcing_desktop.domain.offer import OfferDetail
from sourcing_desktop.services.basket import Basket


@dataclass(frozen=True, slots=True)
class Added:
    """One SKU that is added, named as `CartLine.goods`, and its line in the cart before, if any."""

    goods: str
    before: CartLine | None


def before_adding(
    basket: Basket, wanted: Iterable[tuple[OfferDetail, Mapping[str, int]]]
) -> tuple[Added, ...]:
    """What has to be known before these pieces, by SKU id, are added, to take them out again."""
    return tuple(
        Added(goods, _line(basket, goods))
        for detail, quantities in wanted
        for goods in (f"{detail.ref.platform}:{goods_id(detail.ref, sku_id)}" for sku_id in quantities)
    )


async def take_back(basket: Basket, added: Iterable[Added]) -> None:
    """What was not in the cart before goes, the rest gets its old quantity."""
    found = [(each.before, line) for each in added if (line := _line(basket, each.goods)) is not None]
    await basket.remove([line.key for before, line in found if before is None])
    await basket.set_later([line.key for before, line in found if before and before.later], True)
    for before, line in found:
        if before is not None:
            await basket.set_quantity(line.key, before.quantity)


def _line(basket: Basket, goods: str) -> CartLine | None:
    return next((line for line in basket.cart.lines if line.goods == goods), None)
