"""Lines of 1688 previews and orders: as they are sent (contract 3.5), and whose they are when the gateway
refuses some. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.order import DraftLine
from sourcing_desktop.gateways.pandapon.alibaba.goods import offer_id_field
from sourcing_desktop.gateways.pandapon.faults import seller_reason
from sourcing_desktop.gateways.pandapon.shapes import Caller, wire_offer_id
from sourcing_desktop.gateways.wire import Reader

LINE_NAMES = ("specId", "skuId", "skuID", "offerMapId", "offerId", "productID")
"""What the gateway may call a line by, the most exact first."""

FINE = ("", "0", "200", "success", "s0000")
"""Result codes of a line that is not refused."""


def cargo(
    ref: OfferRef, spec_id: str, quantity: int, seller_id: str, caller: Caller, *, with_seller: bool
) -> dict[str, object]:
    """`FastCargo`. v1 names the seller only in the calls for different merchants, `with_seller`; v2 always
    (contract 3.5)."""
    goods: dict[str, object] = {
        offer_id_field(caller): wire_offer_id(ref, caller),
        "specId": spec_id,
        "quantity": quantity,
    }
    seller: dict[str, object] = {"sellerOpenId": seller_id}
    if caller.is_v1:
        return goods | seller if with_seller else goods
    return seller | goods


class LineNames:
    """Which SKU of ours the gateway means by its ids of a line."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._sku_ids = names

    @classmethod
    def of_cart(cls, lines: Iterable[CartLine]) -> LineNames:
        return cls._of((line.sku.id, line.sku.spec_id, line.ref.id) for line in lines)

    @classmethod
    def of_draft(cls, lines: Iterable[DraftLine]) -> LineNames:
        return cls._of((line.sku_id, line.spec_id, line.ref.id) for line in lines)

    def sku_id(self, line: Reader) -> str:
        """Our SKU id of a line; the gateway's own id of it when we know none."""
        said = [text for text in map(line.text, LINE_NAMES) if text]
        known = (self._sku_ids[text] for text in said if text in self._sku_ids)
        return next(known, said[0] if said else "")

    def knows(self, line: Reader) -> bool:
        return self.sku_id(line) in self._sku_ids.values()

    @classmethod
    def _of(cls, lines: Iterable[tuple[str, str, str]]) -> LineNames:
        names: dict[str, str] = {}
        for sku_id, *others in lines:
            names[sku_id] = sku_id
            for other in filter(None, others):
                names.setdefault(other, sku_id)
        return cls(names)


def refusals(lines: Iterable[Reader], names: LineNames) -> dict[str, str]:
    """Why lines are refused, by SKU id. A line that says nothing of an error is fine."""
    found = {}
    for line in lines:
        code = line.text("resultCode", "errorCode")
        if code.lower() not in FINE:
            found[names.sku_id(line)] = seller_reason(code, line.plain("message", "errorMessage"))
    return found
