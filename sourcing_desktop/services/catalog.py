"""Reading offers in full."""

from __future__ import annotations

from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Words
from sourcing_desktop.gateways.pandapon import PandaPon


class Catalog:
    """Offers and categories of both platforms."""

    def __init__(self, gateway: PandaPon) -> None:
        self._gateway = gateway

    async def detail(self, ref: OfferRef) -> OfferDetail:
        """Everything the gateway knows about an offer. NotFound when it is gone."""
        return await self._gateway.side(ref.platform).detail(ref)

    async def categories(self) -> tuple[tuple[str, Words], ...]:
        """The top categories of 1688 as (id, name) (contract AG6)."""
        return await self._gateway.alibaba.categories()
