"""The 1688 side of the gateway: one method per thing a buyer does there. All errors are the domain's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup, CartLine
from sourcing_desktop.domain.category import ROOT, Category
from sourcing_desktop.domain.chat import Chat
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Platform, Words
from sourcing_desktop.domain.order import Order, OrderDraft, OrderPage, OrderPreview, OrderState, Placed
from sourcing_desktop.domain.order_filter import ALL_ORDERS, OrderFilter
from sourcing_desktop.domain.parcel import Parcel
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.domain.search import KeywordQuery, Page, PictureQuery, ShopQuery
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.gateways.gate import Priority
from sourcing_desktop.gateways.pandapon import chats, payments
from sourcing_desktop.gateways.pandapon.alibaba import cart as alibaba_cart
from sourcing_desktop.gateways.pandapon.alibaba import categories as alibaba_categories
from sourcing_desktop.gateways.pandapon.alibaba import detail as alibaba_detail
from sourcing_desktop.gateways.pandapon.alibaba import goods as alibaba_goods
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba import parcels as alibaba_parcels
from sourcing_desktop.gateways.pandapon.alibaba import preview as alibaba_preview
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.alibaba.marketing import Marketing
from sourcing_desktop.gateways.pandapon.answers import ensure_done
from sourcing_desktop.gateways.pandapon.refunds import AlibabaRefunds
from sourcing_desktop.gateways.pandapon.shapes import Caller, merged, note_with_reference
from sourcing_desktop.gateways.pandapon.transport import Transport


class Alibaba:
    """1688 through one account. Pages count from 1."""

    platform = Platform.ALIBABA

    def __init__(self, transport: Transport, caller: Caller) -> None:
        self._transport = transport
        self._caller = caller
        self.refunds = AlibabaRefunds(transport)
        self.marketing = Marketing(transport, caller)

    async def keyword(self, query: KeywordQuery, page: int, size: int) -> Page:
        """Goods by words."""
        body = alibaba_goods.keyword_request(query, page, size, self._caller)
        return alibaba_goods.read_page(await self._transport.read("AG3", body=body), self._caller)

    async def picture(
        self, query: PictureQuery, page: int, size: int, priority: Priority = Priority.INTERACTIVE
    ) -> Page:
        """Goods by sight; at most 50 a page."""
        body = alibaba_goods.picture_request(query, page, size, self._caller)
        envelope = await self._transport.read("AG4", body=body, priority=priority)
        return alibaba_goods.read_page(envelope, self._caller)

    async def shop(self, query: ShopQuery, page: int, size: int) -> Page:
        """Goods of one shop."""
        body = alibaba_goods.shop_request(query, page, size, self._caller)
        envelope = await self._transport.read("AG5", body=body)
        return alibaba_goods.read_page(envelope, self._caller, seller_id=query.seller_id)

    async def recommendations(self, page: int, size: int) -> Page:
        """What the platform recommends; never keeps a search waiting."""
        body = alibaba_goods.recommendations_request(page, size, self._caller)
        envelope = await self._transport.read("AG7", body=body, priority=Priority.BACKGROUND)
        return alibaba_goods.read_bare_page(envelope, self._caller)

    async def related(self, ref: OfferRef, page: int, size: int) -> Page:
        """Goods like this one, at most 10 a page; never keeps a search waiting."""
        body = alibaba_goods.related_request(ref, page, size, self._caller)
        envelope = await self._transport.read("AG8", body=body, priority=Priority.BACKGROUND)
        return alibaba_goods.read_bare_page(envelope, self._caller)

    async def detail(self, ref: OfferRef, priority: Priority = Priority.INTERACTIVE) -> OfferDetail:
        """The whole offer."""
        body = alibaba_goods.detail_request(ref, self._caller)
        envelope = await self._transport.read("AG1", body=body, priority=priority)
        return alibaba_detail.read_detail(envelope, self._caller)

    async def detail_elsewhere(self, ref: OfferRef, priority: Priority = Priority.INTERACTIVE) -> OfferDetail:
        """The whole offer, asked in the numbering its id is of, which need not be the account's."""
        caller = replace(self._caller, generation=ref.generation)
        body = alibaba_goods.detail_request(ref, caller)
        envelope = await self._transport.read("AG1", body=body, priority=priority, generation=ref.generation)
        return alibaba_detail.read_detail(envelope, caller)

    async def supplier_of(self, ref: OfferRef) -> Supplier:
        """Who sells an offer of either numbering: shops have the same id in both (contract 1.10)."""
        return (await self.detail_elsewhere(ref)).supplier

    async def categories(self) -> tuple[tuple[str, Words], ...]:
        """Id and name of the top categories."""
        return tuple((each.id, each.name) for each in (await self.category()).children)

    async def category(self, category_id: str = ROOT) -> Category:
        """A category and those below it; never keeps a search waiting."""
        body = alibaba_categories.category_request(category_id, self._caller)
        envelope = await self._transport.read("AG6", body=body, priority=Priority.BACKGROUND)
        return alibaba_categories.read_category(envelope)

    async def cart_lines(self) -> tuple[CartLine, ...]:
        """The gateway's cart. Tiers, MOQ and lot are not in it and are neutral in these lines."""
        return alibaba_cart.read_lines(await self._transport.read("AK6"), self._caller)

    async def add_to_cart(self, line: CartLine) -> None:
        """Put a SKU into the cart."""
        body = alibaba_cart.add_request(line, self._caller)
        ensure_done(await self._transport.write("AK5", body=body))

    async def edit_cart(self, row_id: str, quantity: int) -> None:
        """Another quantity for a cart row."""
        body = alibaba_cart.edit_request(row_id, quantity)
        ensure_done(await self._transport.write("AK4", body=body))

    async def delete_from_cart(self, row_ids: Sequence[str]) -> None:
        """Take rows out of the cart."""
        ensure_done(await self._transport.write("AK2", body=alibaba_cart.delete_request(row_ids)))

    async def preview(self, group: CartGroup, address: Address) -> OrderPreview:
        """What one seller's order would cost; refused lines are part of the answer, not an error."""
        body = alibaba_preview.preview_request([group], address, self._caller)
        envelope = await self._transport.read("AO6", body=body, refusal_is_answer=True)
        return alibaba_preview.read_preview(
            envelope, LineNames.of_cart(group.lines), self._transport.moment()
        )

    async def preview_many(self, groups: Sequence[CartGroup], address: Address) -> tuple[OrderPreview, ...]:
        """What the orders of several sellers would cost, in the order of the groups."""
        body = alibaba_preview.preview_request(groups, address, self._caller, with_seller=True)
        envelope = await self._transport.read("AO2", body=body, refusal_is_answer=True)
        return alibaba_preview.read_previews(envelope, groups, self._transport.moment())

    async def preview_cart(self, row_ids: Sequence[str], address: Address) -> OrderPreview:
        """What the rows of the gateway's cart would cost; refusals go by the gateway's ids of the lines."""
        body = alibaba_cart.preview_request(row_ids, address)
        envelope = await self._transport.read("AK3", body=body, refusal_is_answer=True)
        return alibaba_preview.read_preview(envelope, LineNames.of_cart(()), self._transport.moment())

    async def create(self, draft: OrderDraft) -> Placed:
        """Place one order; sent once. Rejected carries the reasons per line; Unreachable with `sent`, and
        BadReply, leave open whether the order exists."""
        body = alibaba_orders.create_request([draft], self._caller)
        envelope = await self._transport.write("AO7", body=body, refusal_is_answer=True)
        return alibaba_orders.read_placed(envelope, LineNames.of_draft(draft.lines))

    async def create_many(self, drafts: Sequence[OrderDraft]) -> tuple[Placed, ...]:
        """Place the orders of several sellers in one call; errors as in `create`, for all of them. BadReply
        also where it is not clear which order is whose; it names those there are.

        They share one message, so each comes back with the references of all, joined by blanks: a lost answer
        is settled by looking for one's reference and one's goods.
        """
        body = alibaba_orders.create_request(drafts, self._caller, with_seller=True)
        envelope = await self._transport.write("AO3", body=body, refusal_is_answer=True)
        return alibaba_orders.read_placed_together(envelope, drafts)

    async def order_cart(
        self,
        row_ids: Sequence[str],
        address: Address,
        *,
        reference: str,
        note: str = "",
        flow: str = alibaba_orders.USUAL_FLOW,
        trade_type: str = "",
        promotion: str = "",
    ) -> Placed:
        """Order rows of the gateway's cart; errors as in `create`. The rows name no goods that could be
        written down before: the ordering service must use `create`."""
        message = note_with_reference(note, [reference])
        body = alibaba_cart.order_request(
            row_ids,
            address,
            self._caller,
            message=message,
            flow=flow,
            trade_type=trade_type,
            promotion=promotion,
        )
        envelope = await self._transport.write("AK1", body=body, refusal_is_answer=True)
        return alibaba_orders.read_placed(envelope, LineNames.of_cart(()))

    async def orders(
        self, page: int, size: int, state: OrderState | None = None, which: OrderFilter = ALL_ORDERS
    ) -> OrderPage:
        """One page of the orders, newest first. A state that is several words at 1688 is asked for word by
        word, and the page is then as many times longer; empty for a state it does not have."""
        if state is None:
            return await self._list(page, size, "", which)
        words = alibaba_orders.ASKED_STATES.get(state, ())
        return merged([await self._list(page, size, word, which) for word in words])

    async def order(self, order_id: str) -> Order:
        """One order, whole."""
        body = alibaba_orders.detail_request(order_id)
        return alibaba_orders.read_detail(await self._transport.read("AOD", body=body))

    async def parcels(self, order_id: str, logistics_id: str = "") -> tuple[Parcel, ...]:
        """The parcels of an order, or one of them, with their traces. NotFound where there is nothing to
        trace yet, Rejected for orders older than a year."""
        query = alibaba_parcels.traces_query(order_id, logistics_id)
        return alibaba_parcels.read_traces(await self._transport.read("AO4", query=query))

    async def cancel(self, order_id: str, reason: str = "buyerCancel", remark: str = "") -> None:
        """Close an unpaid order, for a word of 1688's or any other reason; not in its first ten seconds."""
        body = alibaba_orders.cancel_request(order_id, reason, remark)
        ensure_done(await self._transport.write("AO8", body=body))

    async def pay(self, order_id: str) -> Payment:
        """Pay one order; sent once. Where the account may not pay by itself, the answer is a cashier's page.

        Rejected says that nothing was paid; Unreachable with `sent`, and BadReply, leave it open.
        """
        envelope = await self._transport.write(
            "AO9", query=payments.pay_query(order_id), refusal_is_answer=True
        )
        return payments.read_outcome(envelope, [order_id])

    async def pay_many(self, order_ids: Sequence[str]) -> Payment:
        """Pay up to 30 orders, 10 advised; errors as in `pay`, for all of them."""
        body = payments.pay_request(order_ids, payments.MOST_1688_ORDERS)
        envelope = await self._transport.write("AO1", body=body, refusal_is_answer=True)
        return payments.read_outcome(envelope, order_ids)

    async def confirm_receipt(self, order_id: str, line_ids: Sequence[str] = ()) -> None:
        """Say that the goods have come, all or those of some lines: the seller gets the money."""
        body = alibaba_orders.receipt_request(order_id, line_ids)
        ensure_done(await self._transport.write("AO10", body=body))

    async def chat(self, seller_id: str, ref: OfferRef | None = None) -> Chat:
        """How to write to a seller, about an offer. Only for a buyer who wants to write now: the platform
        forbids asking for many (contract AG2)."""
        body = chats.seller_request(seller_id, ref, self._caller)
        return chats.read_chat(await self._transport.read("AG2", body=body))

    async def _list(self, page: int, size: int, status: str, which: OrderFilter) -> OrderPage:
        body = alibaba_orders.list_request(page, size, status, which)
        return alibaba_orders.read_orders(await self._transport.read("AO5", body=body))
