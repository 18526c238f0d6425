"""The book of all orders: placed and changed by buyers, sellers and the time that passes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.codes import Upstream, refused_upstream
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.orders.lives import PAYING, SHIPPING, Step, forced_step, own_step
from sourcing_desktop.sandbox.orders.news import OrderNews
from sourcing_desktop.sandbox.orders.order import (
    PAYABLE,
    UNPAID,
    Change,
    PlacedLine,
    PlacedOrder,
    State,
    Wish,
)
from sourcing_desktop.sandbox.orders.quote import Quote
from sourcing_desktop.sandbox.orders.rows import OrderRows
from sourcing_desktop.sandbox.orders.showing import Showing
from sourcing_desktop.sandbox.refunds.refund import Refund
from sourcing_desktop.sandbox.shelf import Shelf

TOO_FAST_MS = 10_000

_TIMES = {
    State.CHECKING: "voucher_at",
    State.ACCEPTED: "paid_at",
    State.TO_SHIP: "paid_at",
    State.SHIPPED: "sent_at",
    State.SIGNED: "signed_at",
    State.CONFIRMED: "confirmed_at",
    State.DONE: "done_at",
    State.CANCELLED: "closed_at",
}


class OrderBook:
    """All orders. Writing methods commit nothing: callers wrap them in `with trade:`, and read outside it."""

    def __init__(
        self, trade: sqlite3.Connection, catalogue: Catalogue, shelf: Shelf, clock: Clock, news: OrderNews
    ) -> None:
        self._trade = trade
        self._rows = OrderRows(trade)
        self._catalogue = catalogue
        self._shelf = shelf
        self._clock = clock
        self._news = news
        self.forgetful = False
        """Whether the cashier takes money for what is paid already, as no real one does: with it a test sees
        that a client asks twice."""
        self._showings: dict[str, Showing] = {}

    def place(self, user_id: str, quote: Quote, wish: Wish) -> str:
        """Write an order whose quote has no refusal, take its stock, and answer its id."""
        now = self._clock.milliseconds()
        order_id = self._rows.add(user_id, quote, wish, now)
        for line in quote.lines:
            self._shelf.take(*line.wanted.goods, line.wanted.quantity)
        self._changed(order_id, Change.CREATED, now)
        return order_id

    def find(self, user_id: str, platform: str, order_id: str) -> PlacedOrder:
        """The order as it is now. Refused with ORDER_NOT_EXIST when there is none of that id, and with 400_3
        when it is somebody else's."""
        found = self.select("platform = ? AND id = ?", (platform, order_id))
        if not found or found[0].created_at > self._listed_until(user_id):
            raise refused_upstream(Upstream.NO_SUCH_ORDER)
        if found[0].user_id != user_id:
            raise refused_upstream(Upstream.NOT_YOURS)
        return found[0]

    def select(
        self, where: str, arguments: Sequence[object], limit: int = -1, offset: int = 0
    ) -> list[PlacedOrder]:
        """Orders that meet an SQL condition as they are now, newest first."""
        self.settle()
        return self._rows.select(where, arguments, limit, offset)

    def page(
        self, user_id: str, where: str, arguments: Sequence[object], size: int, number: int
    ) -> tuple[list[PlacedOrder], int]:
        """A page of a buyer's orders that meet an SQL condition, as they are shown, and how many there are in
        all."""
        showing = self._showing(user_id)
        size = showing.size(size)
        where = f"user_id = ? AND {where} AND created_at <= {self._listed_until(user_id)}"
        arguments = (user_id, *arguments)
        self.settle()
        offset = (number - 1) * size
        found = self._rows.select(where, arguments, size, offset, oldest_first=showing.oldest_first)
        return [self.shown(order) for order in found], self._rows.count(where, arguments)

    def shown(self, order: PlacedOrder) -> PlacedOrder:
        """The order as its buyer sees it."""
        return self._showing(order.user_id).shown(order, self._clock.milliseconds())

    def show(self, user_id: str, showing: Showing) -> None:
        """Show a buyer's orders so from now on."""
        self._showings[user_id] = showing

    def money_taken(self, order_id: str) -> list[int]:
        """What was taken for an order, in fen, payment by payment."""
        return self._rows.money_taken(order_id)

    def can_be_paid(self, order: PlacedOrder) -> bool:
        """Whether the cashier takes money for it."""
        return order.state in PAYABLE or (self.forgetful and order.paid_at is not None)

    def count(self, where: str, arguments: Sequence[object]) -> int:
        """How many orders meet an SQL condition now."""
        self.settle()
        return self._rows.count(where, arguments)

    def of_id(self, order_id: str) -> PlacedOrder:
        """The order of that id as it stands in the book, whatever is due."""
        return self._rows.of_id(order_id)

    def settle(self) -> None:
        """Let the time that has passed have its effect, in the order in which things were due."""
        now = self._clock.milliseconds()
        while due := self._rows.first_due(now):
            order = self.of_id(due[0])
            step = own_step(order)
            if step is None:
                raise LookupError(f"order {order.id} is due, but nothing follows {order.state}")
            with self._trade:
                self._take(order, step[1], due[1])

    def pay(self, order: PlacedOrder) -> None:
        """Refused with ORDER_STATUS_ERROR unless the order waits for payment."""
        if not self.can_be_paid(order):
            raise refused_upstream(Upstream.STATUS_ERROR)
        now = self._clock.milliseconds()
        self._rows.take_money(order.id, order.total_fen, now)
        if order.state in PAYABLE:
            self._take(order, PAYING, now)

    def send_voucher(self, order: PlacedOrder) -> None:
        """Pay by a transfer whose proof somebody has to check. Refused unless the order waits for payment."""
        if order.state not in PAYABLE:
            raise refused_upstream(Upstream.STATUS_ERROR)
        self._take(order, Step(State.CHECKING, Change.VOUCHER_SENT), self._clock.milliseconds())

    def script_voucher(self, order: PlacedOrder, refused: bool) -> None:
        """Decide beforehand what becomes of the next voucher of an order."""
        self._rows.change(order.id, voucher_refused=refused)

    def cancel(self, order: PlacedOrder, reason: str) -> None:
        """Close an unpaid order for the buyer. 1688 refuses in the first ten seconds."""
        if order.state not in UNPAID:
            raise refused_upstream(Upstream.STATUS_ERROR)
        if order.platform == "1688" and self._clock.milliseconds() - order.created_at < TOO_FAST_MS:
            raise refused_upstream(Upstream.CLOSED_TOO_FAST)
        self.close(order, reason, Change.CLOSED_BY_BUYER)

    def cancel_lines(self, order: PlacedOrder, lines: Sequence[PlacedLine], reason: str) -> None:
        """Close some lines of an unpaid order, and the order with the last of them."""
        if set(lines) >= set(order.open_lines):
            return self.cancel(order, reason)
        if order.state not in UNPAID:
            raise refused_upstream(Upstream.STATUS_ERROR)
        now = self._clock.milliseconds()
        for line in lines:
            self._rows.change_line(line.id, closed_at=now)
        self._put_back(order, {line.id: line.quantity for line in lines})
        self._changed(order.id, Change.CLOSED_BY_BUYER, now)

    def close(self, order: PlacedOrder, reason: str, change: Change) -> None:
        """Close an order, whatever its state, and put its stock back."""
        self._rows.change(order.id, close_reason=reason)
        self._take(order, Step(State.CANCELLED, change), self._clock.milliseconds())

    def refund_moved(self, refund: Refund, moment: int) -> None:
        """Take notice of a refund as it is now. An open one holds its order up, goods that were paid back
        before anything was sent are on sale again, and an unfinished order is closed when all its goods
        were; the refund tells."""
        order = self.of_id(refund.order_id)
        if refund.paid_back and order.sent_at is None:
            self._put_back(order, refund.claim.pieces)
        back = sum(each.claim.goods_fen for each in order.refunds if each.paid_back)
        if refund.paid_back and back >= order.goods_fen and not order.done_at:
            self._rows.change(
                order.id, state=State.CANCELLED, closed_at=moment, close_reason="refund", due_at=None
            )
        else:
            step = own_step(order)
            self._rows.change(order.id, due_at=max(step[0], moment) if step else None)

    def ship(self, order: PlacedOrder, parcels: int | None = None) -> None:
        """Ship a paid order now, in so many parcels if that is given. Refused for any other order, and under
        an open refund."""
        if order.state is not State.TO_SHIP or order.held:
            raise refused_upstream(Upstream.STATUS_ERROR)
        self._rows.change(order.id, parcels=parcels)
        self._take(order, SHIPPING, self._clock.milliseconds())

    def confirm(self, order: PlacedOrder, lines: Iterable[PlacedLine]) -> None:
        """Note that the buyer has received these lines; with the last of them the order is confirmed. Refused
        unless `can_be_confirmed`."""
        if not order.can_be_confirmed:
            raise refused_upstream(Upstream.STATUS_ERROR)
        now, received = self._clock.milliseconds(), {line.id for line in lines}
        for line_id in received:
            self._rows.change_line(line_id, received_at=now)
        if all(line.received_at or line.id in received for line in order.open_lines):
            self._take(order, Step(State.CONFIRMED, Change.CONFIRMED), now)

    def change_price(self, order: PlacedOrder, total_fen: int) -> None:
        """Let the seller ask another total for an unpaid order; the freight stays. ValueError for a total
        that does not even cover the freight."""
        if order.state not in PAYABLE:
            raise refused_upstream(Upstream.STATUS_ERROR)
        left = total_fen - order.freight_fen
        if left < 0:
            raise ValueError(f"total_fen is below the freight of {order.freight_fen}")
        prices = [line.unit_fen * line.quantity for line in order.open_lines]
        for position, line in enumerate(order.open_lines):
            share = left * prices[position] // max(1, sum(prices[position:]))
            left -= share
            change = share - prices[position]
            self._rows.change_line(line.id, change_fen=change)
        self._changed(order.id, Change.PRICED, self._clock.milliseconds())

    def move_warehouse(self, order: PlacedOrder, name: str, address: str) -> None:
        """Send an order that has not left yet to another forwarding warehouse."""
        if order.state not in UNPAID | {State.ACCEPTED, State.TO_SHIP}:
            raise refused_upstream(Upstream.STATUS_ERROR)
        changed = order.warehouse | {
            key: value for key, value in (("name", name), ("address", address)) if value
        }
        self._rows.change(order.id, warehouse=json.dumps(changed, ensure_ascii=False))

    def advance(self, order: PlacedOrder) -> None:
        """Take the next step of an order's life at once; a finished or closed one stays as it is."""
        if step := forced_step(order):
            self._take(order, step, self._clock.milliseconds())

    def _showing(self, user_id: str) -> Showing:
        return self._showings.get(user_id, Showing())

    def _listed_until(self, user_id: str) -> int:
        """The moment, in milliseconds, up to which a buyer's orders are shown by now."""
        return self._clock.milliseconds() - self._showing(user_id).orders_ms

    def _take(self, order: PlacedOrder, step: Step, moment: int) -> None:
        self._rows.change(order.id, state=step.state)
        column = _TIMES.get(step.state)
        if column and (column != "paid_at" or order.paid_at is None):
            self._rows.change(order.id, **{column: moment})
        if step.state is State.CANCELLED:
            self._put_back(order, {line.id: line.quantity for line in order.open_lines})
        self._changed(order.id, step.change, moment)

    def _changed(self, order_id: str, change: Change, moment: int) -> None:
        """Work out what an order does next by itself, and tell what happened to it."""
        order = self.of_id(order_id)
        step = own_step(order)
        self._rows.change(order_id, due_at=step[0] if step else None)
        self._news.tell(order, change, moment)

    def _put_back(self, order: PlacedOrder, pieces: Mapping[str, int]) -> None:
        """Put so many pieces of an order's lines, by line id, back into stock."""
        for line in order.lines:
            offer = self._catalogue.offer(line.offer_id)
            sku = next((sku for sku in offer.skus if sku.id == line.sku_id), None) if offer else None
            if offer and sku and line.id in pieces:
                self._shelf.take(offer, sku, -pieces[line.id])
