"""The Taobao side of the gateway: one method per thing a buyer does there. All errors are the domain's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup, CartLine
from sourcing_desktop.domain.chat import Chat
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Platform
from sourcing_desktop.domain.order import Order, OrderDraft, OrderPage, OrderPreview, OrderState, Placed
from sourcing_desktop.domain.order_filter import ALL_ORDERS, OrderFilter
from sourcing_desktop.domain.parcel import Parcel
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.domain.search import KeywordQuery, Page, PictureQuery
from sourcing_desktop.gateways.gate import Priority
from sourcing_desktop.gateways.pandapon import chats, payments
from sourcing_desktop.gateways.pandapon.answers import ensure_done
from sourcing_desktop.gateways.pandapon.refunds import TaobaoRefunds
from sourcing_desktop.gateways.pandapon.shapes import Caller, merged
from sourcing_desktop.gateways.pandapon.taobao import cart as taobao_cart
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.pandapon.taobao import parcels as taobao_parcels
from sourcing_desktop.gateways.pandapon.taobao.goods import SupplyMatch
from sourcing_desktop.gateways.pandapon.transport import Transport
from sourcing_desktop.gateways.wire import Reader


class Taobao:
    """Taobao through one account. Pages count from 1."""

    platform = Platform.TAOBAO

    def __init__(self, transport: Transport, caller: Caller) -> None:
        self._transport = transport
        self._caller = caller
        self.refunds = TaobaoRefunds(transport)

    async def keyword(self, query: KeywordQuery, page: int, size: int) -> Page:
        """Goods by words, at most 40 a page. The gateway has no filters here: prices and words are not
        applied."""
        body = taobao_goods.keyword_request(query, page, size)
        return taobao_goods.read_page(await self._transport.read("TG2", body=body), self._caller)

    async def picture(
        self, query: PictureQuery, page: int, size: int, priority: Priority = Priority.INTERACTIVE
    ) -> Page:
        """Goods by sight, at most 40 a page; filters are not applied."""
        body = taobao_goods.picture_request(query, page, size, self._caller)
        envelope = await self._transport.read("TG1", body=body, priority=priority)
        return taobao_goods.read_page(envelope, self._caller)

    async def detail(self, ref: OfferRef, priority: Priority = Priority.INTERACTIVE) -> OfferDetail:
        """The whole offer, with the supply-side ids that ordering needs where the gateway has them."""
        query = taobao_goods.detail_query(ref, self._caller)
        envelope = await self._transport.read("TG4", query=query, priority=priority)
        detail = taobao_goods.read_detail(envelope, self._caller)
        if not taobao_goods.lacks_supply(detail):
            return detail
        match = await self.supply_match(ref, [sku.id for sku in detail.skus])
        return taobao_goods.with_supply(detail, match)

    async def detail_elsewhere(self, ref: OfferRef, priority: Priority = Priority.INTERACTIVE) -> OfferDetail:
        """The offer, asked in the numbering its id is of, which need not be the account's."""
        caller = replace(self._caller, generation=ref.generation)
        query = taobao_goods.detail_query(ref, caller)
        envelope = await self._transport.read(
            "TG4", query=query, priority=priority, generation=ref.generation
        )
        return taobao_goods.read_detail(envelope, caller)

    async def source(self, ref: OfferRef) -> OfferDetail:
        """An item as Taobao itself has it, whether or not somebody supplies it."""
        body = taobao_goods.source_request(ref, self._caller)
        return taobao_goods.read_detail(await self._transport.read("TGS", body=body), self._caller)

    async def chosen(self, page: int, size: int) -> Page:
        """Goods chosen at the gateway before. Rejected in v2."""
        query = taobao_goods.chosen_query(page, size, self._caller)
        return taobao_goods.read_chosen(await self._transport.read("TG5", query=query), self._caller)

    async def supply_match(self, ref: OfferRef, sku_ids: Sequence[str]) -> SupplyMatch:
        """The supply-side ids of an item and its SKUs; empty where nobody behind the gateway supplies it."""
        body = taobao_goods.match_request(ref, sku_ids, self._caller)
        return taobao_goods.read_match(await self._transport.read("TG3", body=body), ref)

    async def cart_lines(self) -> tuple[CartLine, ...]:
        """The gateway's cart. MOQ is not in it and is neutral in these lines."""
        return taobao_cart.read_lines(await self._transport.read("TK3"), self._caller)

    async def add_to_cart(self, line: CartLine) -> None:
        """Put a SKU into the cart."""
        body = taobao_cart.add_request(line, self._caller)
        ensure_done(await self._transport.write("TK5", body=body))

    async def edit_cart(self, row_id: str, quantity: int) -> None:
        """Another quantity for a cart row."""
        body = taobao_cart.edit_request(row_id, quantity)
        ensure_done(await self._transport.write("TK6", body=body))

    async def delete_from_cart(self, row_ids: Sequence[str]) -> None:
        """Take rows out of the cart."""
        ensure_done(await self._transport.write("TK4", body=taobao_cart.delete_request(row_ids)))

    async def preview(self, group: CartGroup, address: Address) -> OrderPreview:
        """What one seller's order would cost, asked with the rows of the gateway's cart; refused lines are
        part of the answer, not an error."""
        lines = group.orderable_lines
        body = taobao_cart.rows_request([line.row_id for line in lines], address, self._caller)
        envelope = await self._transport.read("TK2", body=body, refusal_is_answer=True)
        return taobao_cart.read_preview(envelope, lines, self._transport.moment())

    async def create(self, draft: OrderDraft) -> Placed:
        """Place one order; sent once. The buyer's note has no place in this call (contract TO1).

        Unreachable with `sent`, and BadReply, leave open whether the order exists.
        """
        body = taobao_orders.create_request(draft)
        envelope = await self._transport.write("TO1", body=body, refusal_is_answer=True)
        return taobao_orders.read_placed(envelope)

    async def order_cart(self, row_ids: Sequence[str], address: Address) -> Placed:
        """Order rows of the gateway's cart; errors as in `create`. The order carries no reference of ours, so
        an answer that is lost cannot be settled: the ordering service must use `create`."""
        body = taobao_cart.rows_request(row_ids, address, self._caller)
        envelope = await self._transport.write("TK1", body=body, refusal_is_answer=True)
        return taobao_orders.read_placed(envelope)

    async def orders(
        self, page: int, size: int, state: OrderState | None = None, which: OrderFilter = ALL_ORDERS
    ) -> OrderPage:
        """One page of the orders, newest first. A state that is several numbers at Taobao is asked for number
        by number, and the page is then as many times longer; empty for a state it does not have."""
        if state is None:
            return taobao_orders.read_orders(await self._list(page, size, "", which))
        pages = [
            taobao_orders.read_orders(await self._list(page, size, number, which))
            for number in taobao_orders.ASKED_STATES.get(state, ())
        ]
        return merged(pages)

    async def order(self, order_id: str) -> Order:
        """One order, whole."""
        query = taobao_orders.detail_query(order_id)
        return taobao_orders.read_detail(await self._transport.read("TO8", query=query))

    async def parcels(self, sub_purchase_id: str) -> tuple[Parcel, ...]:
        """The parcels that a line travels in, by its `OrderLine.sub_purchase_id`; none before it ships."""
        query = {"subPurchaseOrderId": sub_purchase_id}
        return taobao_parcels.read_parcels(await self._transport.read("TO9", query=query))

    async def cancel(
        self, order_id: str, reason: str, remark: str = "", line_ids: Sequence[str] = ()
    ) -> None:
        """Ask to close an unpaid order, or only the lines of those `OrderLine.sub_purchase_id`s. The platform
        does it later: look at the order again (contract TO4)."""
        body = taobao_orders.cancel_request(order_id, reason, remark, line_ids)
        ensure_done(await self._transport.write("TO4", body=body))

    async def upload_voucher(self, order_id: str, picture_urls: Sequence[str]) -> None:
        """Show pictures of a transfer instead of paying; somebody then checks them. Rejected in v2."""
        body = taobao_orders.voucher_request(order_id, picture_urls, self._caller)
        ensure_done(await self._transport.write("TO3", body=body))

    async def send_to(self, order_id: str, warehouse: str, address: str) -> None:
        """Send an order to another forwarding warehouse, before it ships."""
        body = taobao_orders.warehouse_request(order_id, warehouse, address)
        ensure_done(await self._transport.write("TO5", body=body))

    async def pay_many(self, order_ids: Sequence[str]) -> Payment:
        """Pay up to 10 orders; sent once. Rejected says that nothing was paid; Unreachable with `sent`, and
        BadReply, leave it open."""
        body = payments.pay_request(order_ids, payments.MOST_TAOBAO_ORDERS)
        envelope = await self._transport.write("TO6", body=body, refusal_is_answer=True)
        return payments.read_outcome(envelope, order_ids)

    async def chat(self, ref: OfferRef) -> Chat:
        """A page to write to the seller of an item, good for one visit."""
        body = chats.item_request(ref, self._caller)
        return chats.read_chat(await self._transport.read("TO7", body=body))

    async def _list(self, page: int, size: int, status: str, which: OrderFilter) -> Reader:
        body = taobao_orders.list_request(page, size, status, which)
        if self._caller.is_v1:  # a GET there (contract TO2)
            query = {name: str(value) for name, value in body.items()}
            return await self._transport.read("TO2", query=query)
        return await self._transport.read("TO2", body=body)
