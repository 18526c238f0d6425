"""Finding a shop from whatever names it, and knowing again those the buyer was in."""

from __future__ import annotations

from datetime import UTC, datetime

from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, OfferRef, Platform
from sourcing_desktop.domain.supplier import KnownShop, Supplier
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.links import ShopId, read_link
from sourcing_desktop.storage.remembered_shops import RememberedShops


class Shops:
    """Shops of 1688; Taobao shops cannot be searched through the gateway (contract AG5). `known` are those
    the buyer was in, the latest first; `changed` tells them anew."""

    def __init__(self, gateway: PandaPon, rows: RememberedShops) -> None:
        self._gateway = gateway
        self._rows = rows
        self.known: tuple[KnownShop, ...] = ()
        self.changed: Changes[tuple[KnownShop, ...]] = Changes()

    async def find(self, text: str) -> Supplier:
        """The shop a pasted text names, through one of its offers if need be. NotFound says what to paste."""
        named = read_link(text)
        if named is None:
            raise NotFound(
                tr("This names no shop. Paste a shop id (BBB…), an offer number or the link of an offer.")
            )
        if isinstance(named, ShopId):
            return self._last_seen(named.seller_id) or Supplier(named.seller_id)
        return await self.of(named)

    async def of(self, ref: OfferRef) -> Supplier:
        """The shop that sells an offer."""
        if ref.generation == LINKEDMALL_IDS:
            raise NotFound(tr("Shops of LinkedMall’s pool cannot be searched. Paste a 1688 shop or offer."))
        if ref.platform is Platform.TAOBAO:
            raise NotFound(
                tr("Taobao shops cannot be searched through this gateway. Paste a 1688 shop or offer.")
            )
        return await self._gateway.alibaba.supplier_of(ref)

    async def load(self) -> None:
        """Read which shops the buyer was in."""
        self.known = await self._rows.all()
        self.changed.tell(self.known)

    async def visit(self, supplier: Supplier) -> None:
        """Know that the buyer is in this shop now, and what is known of it."""
        await self._put(supplier, self._remembers(supplier.id))

    async def keep(self, supplier: Supplier, remembered: bool) -> None:
        """Remember a shop for good, or only as one that was visited."""
        await self._put(supplier, remembered)

    async def forget(self, seller_id: str) -> KnownShop | None:
        """Know nothing of a shop any more; returns what was known, for `restore`."""
        gone = next((shop for shop in self.known if shop.supplier.id == seller_id), None)
        await self._rows.forget(seller_id)
        await self.load()
        return gone

    async def restore(self, shop: KnownShop) -> None:
        """Undo `forget`."""
        await self._rows.put(shop)
        await self.load()

    async def _put(self, supplier: Supplier, remembered: bool) -> None:
        if not supplier.name:
            supplier = self._last_seen(supplier.id) or supplier
        await self._rows.put(KnownShop(supplier, datetime.now(UTC), remembered))
        await self.load()

    def _remembers(self, seller_id: str) -> bool:
        return any(shop.remembered and shop.supplier.id == seller_id for shop in self.known)

    def _last_seen(self, seller_id: str) -> Supplier | None:
        return next((shop.supplier for shop in self.known if shop.supplier.id == seller_id), None)
