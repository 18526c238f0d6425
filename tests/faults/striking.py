"""Lets the faults of a scenario strike: at their call, at their byte, and once."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from sourcing_desktop.tasks import TaskScope
from tests.faults.line import Cut, Exchange, Line, Listens
from tests.faults.lives import Life
from tests.faults.market import Goods, Market
from tests.faults.scenario import PAYMENT, SHOWN, Action, Fault, Moment

NEVER_THERE = "2990000000000000017"
"""An order number nobody has."""

PAGE = b"<html><body><h1>Welcome to the hotel network</h1></body></html>"
HTML = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: %d\r\n\r\n" % len(PAGE) + PAGE
ERROR = b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 5\r\n\r\nsorry"
BUSY = b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\ncontent-length: 2\r\n\r\n{}"

LONGER_THAN_ANYBODY_WAITS = 8.0
NO_CREDIT = "400_1"

REFUSALS = ((500, "LOGISTICS_UN_REACH"), (500, "SYSTEM_ERROR"), (400, "下单失败"), (403, "no permission"))
"""Codes and words a gateway that refuses may say."""


class Striker(Listens):
    """Counts the calls of one life and meets the faults that are on the line. `others_order` is the number of
    an order that is another's; `repriced` are orders whose total the seller changed. `changed_elsewhere`
    hears what another computer did to the cart: the order it made, if it did, the SKU and the pieces."""

    def __init__(
        self,
        faults: tuple[Fault, ...],
        market: Market,
        user_id: str,
        goods: list[Goods],
        library: Path,
        dice: random.Random,
        second_program: Callable[[], Coroutine[object, object, None]],
        changed_elsewhere: Callable[[str | None, str, int], None],
        report: Callable[[BaseException], None],
    ) -> None:
        self._waiting = [fault for fault in faults if not fault.in_the_library and fault.action not in SHOWN]
        self._market = market
        self._user_id = user_id
        self._goods = goods
        self._library = library
        self._dice = dice
        self._second_program = second_program
        self._changed_elsewhere = changed_elsewhere
        self._calls: Counter[str] = Counter()
        self._here: dict[int, Fault] = {}
        self._scope = TaskScope("strikes", report)
        self.others_order = NEVER_THERE
        self.line: Line
        self.life: Life
        self.struck: list[str] = []
        self.repriced: set[str] = set()

    async def done(self) -> None:
        """Wait for what is under way, such as a second program that comes up."""
        while self._scope.busy:
            await _pass(0.05)

    async def over(self) -> None:
        """Nothing strikes any more; the gateway is well."""
        await self._scope.finish(seconds=30)
        self._waiting.clear()
        self.line.down = False

    async def sending(self, exchange: Exchange) -> int | None:
        self._calls[exchange.aim] += 1
        fault = self._met(exchange)
        if fault is None:
            return None
        if fault.moment is Moment.SENDING:
            return await self._strike(fault, exchange)
        self._here[id(exchange)] = fault
        if fault.action is Action.TWICE:
            exchange.forwarded, exchange.taken = 2, self._dice.randrange(2)
        elif fault.action in (Action.FALSE_YES, Action.ERROR_PAGE):
            exchange.forwarded = 0
        return None

    async def delivered(self, exchange: Exchange) -> None:
        fault = self._here.get(id(exchange))
        if fault is not None and fault.moment is Moment.DELIVERED:
            await self._strike(fault, exchange)
            if fault.action in (Action.KILL, Action.CUT, Action.DOWN, Action.NO_PREVIEW):
                raise Cut

    async def answering(self, exchange: Exchange) -> int | None:
        fault = self._here.pop(id(exchange), None)
        if fault is not None and fault.moment is Moment.ANSWERING:
            return await self._strike(fault, exchange)
        return None

    def _met(self, exchange: Exchange) -> Fault | None:
        for fault in self._waiting:
            here = (fault.aim, fault.nth) == (exchange.aim, self._calls[exchange.aim])
            if here and not fault.before_paying and fault.action is not Action.ELSEWHERE:
                self._waiting.remove(fault)
                return fault
        return None

    async def _strike(self, fault: Fault, exchange: Exchange) -> int | None:
        """Let it happen; how many bytes of the message go on, None for all."""
        self.struck.append(f"{fault.kind} at {exchange.code}")
        whole = exchange.request if fault.moment is Moment.SENDING else exchange.answer
        passing = int(fault.share * (len(whole) - 1))
        match fault.action:
            case Action.KILL:
                self.life.kill()
                return passing
            case Action.CUT:
                return passing
            case Action.DOWN:
                self.line.down = True
                asyncio.get_running_loop().call_later(2 * fault.seconds, self._well_again)
                return 0
            case Action.CLOSE:
                await self._tell("close")
            case Action.DISK_FULL | Action.CLOCK:
                await self._tell("strike", action=fault.action.value, seconds=fault.seconds)
            case Action.LATE_ANSWER:
                await _pass(1.3 + fault.seconds)
            case Action.NO_PREVIEW:
                await _pass(LONGER_THAN_ANYBODY_WAITS)
            case Action.STALE_LIST:
                exchange.answer = self.line.first_answer(exchange)
            case Action.LOCKED:
                await self._lock(fault.seconds)
            case Action.SECOND_PROGRAM:
                self._scope.start(self._second_program(), name="second program")
            case Action.NEW_PRICE:
                await self._change_prices()
            case Action.GARBLED:
                exchange.answer = self._dice.choice((HTML, ERROR, _halved(exchange.answer)))
            case Action.ERROR_PAGE:
                exchange.answer = self._dice.choice((HTML, ERROR, BUSY))
            case Action.FALSE_NO:
                code, words = self._dice.choice(REFUSALS)
                exchange.answer_with({"requestId": "r", "code": code, "msg": words, "data": None})
            case Action.FALSE_YES:
                exchange.answer_with(_yes(exchange, NEVER_THERE))
            case Action.OLD_ANSWER:
                exchange.answer_with(_yes(exchange, self.others_order))
        return None

    def _well_again(self) -> None:
        self.line.down = False

    async def _tell(self, what: str, **how: Any) -> None:
        """A word to the program, which may be gone before it answers."""
        self.life.tell(what, **how)
        await _pass(0.02)

    async def _lock(self, seconds: float) -> None:
        """Another program holds the library: at once, and for so long."""
        holder = sqlite3.connect(self._library, isolation_level=None, check_same_thread=False)
        try:
            holder.execute("PRAGMA busy_timeout = 2000")
            holder.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            holder.close()
            return
        asyncio.get_running_loop().call_later(seconds, holder.close)

    def approved(self) -> None:
        """The buyer has seen what the orders cost and is about to press the button."""
        self._scope.start(self._strike_before_paying(), name="before paying")

    def at_cart(self) -> None:
        """The buyer has seen the cart and is about to check out."""
        self._scope.start(self._strike_at_cart(), name="at the cart")

    async def _strike_before_paying(self) -> None:
        for fault in [each for each in self._waiting if each.before_paying]:
            self._waiting.remove(fault)
            orders = await self._market.ordered(self._user_id)
            payable = [order for order in orders if order["state"] == "to pay"]
            if fault.action is Action.NEW_PRICE:
                await self._reprice(payable)
            elif len(payable) > 1:
                refused = self._dice.choice(payable)["id"]
                self.struck.append(f"payment of {refused} refused")
                await self._market.tell("/refusals", order_id=refused, code=NO_CREDIT)
        self.life.tell("go")

    async def _reprice(self, orders: list[dict[str, Any]]) -> None:
        for order in orders:
            self.struck.append("price changed before paying")
            self.repriced.add(order["id"])
            total = max(1_000, order["total_fen"] + self._dice.choice((-100, 250, 5_000)))
            await self._market.tell("/orders/price", order_id=order["id"], total_fen=total)

    async def _strike_at_cart(self) -> None:
        for fault in [each for each in self._waiting if each.action is Action.ELSEWHERE]:
            self._waiting.remove(fault)
            goods = self._dice.choice(self._goods)
            one = {"user_id": self._user_id, "sku_id": self._dice.choice(goods.sku_ids)}
            self.struck.append("cart changed elsewhere")
            if self._dice.random() < 0.5:
                order = await self._market.tell("/buyers/bought", **one)
                self._changed_elsewhere(order["id"], one["sku_id"], goods.quantity)
            else:
                await self._market.tell("/buyers/cart", **one, quantity=goods.quantity)
                self._changed_elsewhere(None, one["sku_id"], goods.quantity)
        self.life.tell("go")

    async def _change_prices(self) -> None:
        for goods in self._goods:
            await self._market.tell(
                "/price", offer_id=goods.offer_id, percent=self._dice.choice((80, 130, 200))
            )


def _yes(exchange: Exchange, order_id: str) -> object:
    """A success as this endpoint says it, of another order."""
    if exchange.aim == PAYMENT:
        data: object = {"success": True, "orderId": order_id, "protocolPaySuccess": True}
    elif exchange.code.startswith("T"):
        data = {"success": True, "order_list": [{"purchase_id": order_id, "order_line_list": []}]}
    else:
        data = {"success": True, "orderId": order_id, "totalSuccessAmount": 1000, "postFee": 0}
    return {"requestId": "r", "code": 200, "msg": "成功", "data": data}


def _halved(answer: bytes) -> bytes:
    """The answer with its JSON cut off, under a head that knows it."""
    head, _, body = answer.partition(b"\r\n\r\n")
    kept = body[: len(body) // 2]
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-length")]
    return b"\r\n".join([*lines, b"content-length: %d" % len(kept)]) + b"\r\n\r\n" + kept


async def _pass(seconds: float) -> None:
    """Let time pass."""
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, over.set)
    await over.wait()
