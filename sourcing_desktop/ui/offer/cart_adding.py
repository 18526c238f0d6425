"""Puts what was chosen of an offer into the cart, says what came of it, and offers the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import OfferDetail
from sourcing_desktop.language import tr, trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer.offer_tabs import OfferTabs
from sourcing_desktop.ui.offer.visits import Visit

if TYPE_CHECKING:
    from sourcing_desktop.services.adding import Added
    from sourcing_desktop.services.basket import Basket


@dataclass(frozen=True, slots=True)
class _Goods:
    """Pieces by SKU id on their way into the cart, and what was in it before."""

    visit: Visit
    detail: OfferDetail
    quantities: Mapping[str, int]
    before: Mapping[str, Added]


class CartAdding:
    """One for the offers of a session."""

    def __init__(
        self, tabs: OfferTabs, basket: Basket, scope: TaskScope, toast: Toast, undo: CartUndo
    ) -> None:
        self._tabs = tabs
        self._page = tabs.page
        self._basket = basket
        self._scope = scope
        self._toast = toast
        self._undo = undo

    def add(self) -> None:
        """Put what is typed at the offer in front into the cart, unless something else is on its way."""
        from sourcing_desktop.services.adding import before_adding

        visit, detail, quantities = self._tabs.front, self._page.detail, dict(self._page.skus.quantities())
        if visit is None or detail is None or not quantities:
            return
        before = before_adding(self._basket, [(detail, quantities)])
        goods = _Goods(visit, detail, quantities, dict(zip(quantities, before, strict=True)))
        self._scope.start_once(lambda: self._put_in_cart(goods), name="add to cart")
        self._page.show_adding(True)

    async def _put_in_cart(self, goods: _Goods) -> None:
        fault = None
        try:
            await self._basket.add(goods.detail, goods.quantities)
        except SourcingError as error:
            fault = error
        finally:
            self._page.show_adding(False)
        self._tell(goods, fault)

    def _arrived(self, goods: _Goods, sku_id: str) -> bool:
        """Whether the cart has as many of the SKU as it would have after adding: one may be refused alone."""
        line = goods.before[sku_id].before
        least = (line.quantity if line is not None else 0) + goods.quantities[sku_id]
        return self._basket.pieces(goods.detail, sku_id) >= least

    def _tell(self, goods: _Goods, fault: SourcingError | None) -> None:
        added = {each: pieces for each, pieces in goods.quantities.items() if self._arrived(goods, each)}
        in_front = self._page.detail is goods.detail and self._tabs.front is goods.visit
        if in_front:
            typed = self._page.skus.quantities()
            self._page.skus.clear_quantities(each for each in added if typed.get(each) == added[each])
        else:
            for each in added:
                goods.visit.typed.pop(each, None)
        if added:
            self._remember(goods, added, say=fault is None)
        if fault is not None and in_front:
            self._page.banner.say(fault.sentence, self.add)
        elif fault is not None:
            title = goods.detail.offer.title.shown
            self._toast.say(tr("Not added to the cart: {title}. {why}", title=title, why=fault.sentence))

    def _remember(self, goods: _Goods, added: Mapping[str, int], *, say: bool) -> None:
        from sourcing_desktop.services.adding import take_back

        way_back = partial(take_back, self._basket, [goods.before[each] for each in added])
        pieces = sum(added.values())
        done = trn("Added {count} piece to the cart", "Added {count} pieces to the cart", pieces)
        step = self._undo.add(done, way_back)
        if say:
            self._undo.say(step)
