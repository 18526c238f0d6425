"""Finding a shop from whatever names it."""

from __future__ import annotations

from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.links import ShopId, read_link


class Shops:
    """Shops of 1688; Taobao shops cannot be searched through the gateway (contract AG5)."""

    def __init__(self, gateway: PandaPon) -> None:
        self._gateway = gateway

    async def find(self, text: str) -> Supplier:
        """The shop a pasted text names, through one of its offers if need be. NotFound says what to paste."""
        named = read_link(text)
        if named is None:
            raise NotFound(
                "This names no shop. Paste a shop id (BBB…), an offer number or the link of an offer."
            )
        if isinstance(named, ShopId):
            return Supplier(named.seller_id)
        return await self.of(named)

    async def of(self, ref: OfferRef) -> Supplier:
        """The shop that sells an offer."""
        if ref.platform is Platform.TAOBAO:
            raise NotFound(
                "Taobao shops cannot be searched through this gateway. Paste a 1688 shop or offer."
            )
        return await self._gateway.alibaba.supplier_of(ref)
