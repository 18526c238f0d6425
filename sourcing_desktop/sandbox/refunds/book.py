"""Refunds and their lives: asked for, answered by the seller, goods sent back, money paid back.

INVENTED: the times in which the sandbox's sellers act, and that they agree unless a test script says
otherwise.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.orders.book import OrderBook
from sourcing_desktop.sandbox.orders.order import PlacedOrder
from sourcing_desktop.sandbox.refunds.codes import RefundCode, refused_refund
from sourcing_desktop.sandbox.refunds.news import RefundNews
from sourcing_desktop.sandbox.refunds.refund import (
    OPEN,
    Claim,
    Refund,
    RefundState,
    ReturnParcel,
    Step,
    as_text,
    select_refunds,
)

BUYER, SELLER, SYSTEM = "buyer", "seller", "system"


class RefundBook:
    """All refunds. Writing methods commit nothing; callers wrap them in `with trade:`."""

    def __init__(self, trade: sqlite3.Connection, orders: OrderBook, news: RefundNews, clock: Clock) -> None:
        self._trade = trade
        self._orders = orders
        self._news = news
        self._clock = clock

    def apply(self, order: PlacedOrder, claim: Claim) -> str:
        """Ask for a refund that nothing speaks against, and answer its id."""
        refund_id, now = _new_id(order.platform), self._clock.milliseconds()
        self._trade.execute(
            "INSERT INTO refund (id, user_id, platform, order_id, state, after_sale, claim, created_at,"
            " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                refund_id,
                order.user_id,
                order.platform,
                order.id,
                RefundState.APPLIED,
                order.done_at is not None,
                as_text(claim),
                now,
                now,
            ),
        )
        self._note(refund_id, Step("BUYER_APPLY_REFUND", BUYER, claim.description, claim.pictures, now))
        return refund_id

    def find(self, user_id: str, platform: str, refund_id: str) -> Refund:
        """The refund of that id. Refused when there is none, and when it is somebody else's."""
        found = self.select("platform = ? AND id = ?", (platform, refund_id))
        if not found:
            taobao = platform == "taobao"
            raise refused_refund(RefundCode.TAOBAO_NO_REFUND if taobao else RefundCode.NO_REFUND)
        if found[0].user_id != user_id:
            raise refused_refund(RefundCode.REFUND_NOT_YOURS)
        return found[0]

    def select(
        self, where: str, arguments: Sequence[object], limit: int = -1, offset: int = 0
    ) -> tuple[Refund, ...]:
        """Refunds that meet an SQL condition, newest first."""
        clauses = f"{where} ORDER BY position DESC LIMIT ? OFFSET ?"
        return select_refunds(self._trade, clauses, (*arguments, limit, offset))

    def count(self, where: str, arguments: Sequence[object]) -> int:
        """How many refunds meet an SQL condition."""
        row = self._trade.execute(f"SELECT count(*) FROM refund WHERE {where}", arguments).fetchone()
        return int(row[0])

    def change(self, refund: Refund, claim: Claim) -> None:
        """Ask for something else: as long as the seller has not answered, or after a refusal. The name of
        the step is invented."""
        _expect(refund, RefundState.APPLIED, RefundState.REFUSED)
        self._trade.execute("UPDATE refund SET claim = ? WHERE id = ?", (as_text(claim), refund.id))
        step = Step("BUYER_MODIFY_REFUND", BUYER, claim.description, claim.pictures, self._now)
        self._move(refund, RefundState.APPLIED, step)

    def cancel(self, refund: Refund) -> None:
        """The buyer gives up."""
        _expect(refund, *OPEN)
        self._move(refund, RefundState.CLOSED, Step("BUYER_CANCEL_REFUND_CLOSE", BUYER, "", (), self._now))

    def send_back(self, refund: Refund, parcel: ReturnParcel, pictures: tuple[str, ...] = ()) -> None:
        """The buyer sends the goods the seller waits for."""
        _expect(refund, RefundState.TO_SEND)
        self._trade.execute("UPDATE refund SET parcel = ? WHERE id = ?", (as_text(parcel), refund.id))
        step = Step("BUYER_SEND_GOODS", BUYER, parcel.note, pictures, self._now)
        self._move(refund, RefundState.SENT, step)

    def say(self, refund: Refund, text: str, pictures: tuple[str, ...]) -> None:
        """The buyer leaves a message for the seller."""
        self._note(refund.id, Step("", BUYER, text, pictures, self._now))

    def agree(self, refund: Refund, moment: int | None = None) -> None:
        """The seller pays back, or first waits for the goods where they are to be returned."""
        _expect(refund, RefundState.APPLIED)
        state = RefundState.TO_SEND if refund.claim.returns else RefundState.REFUNDED
        self._move(refund, state, Step("SELLER_AGREE_REFUND", SELLER, "", (), moment or self._now))

    def refuse(self, refund: Refund, reason: str) -> None:
        """The seller does not want to pay."""
        _expect(refund, RefundState.APPLIED)
        self._trade.execute("UPDATE refund SET refusal = ? WHERE id = ?", (reason, refund.id))
        step = Step("SELLER_REJECT_REFUND", SELLER, reason, (), self._now)
        self._move(refund, RefundState.REFUSED, step)

    def want_back(self, refund: Refund) -> None:
        """The seller pays only for goods that come back. The name of the step is invented."""
        _expect(refund, RefundState.APPLIED)
        claim = replace(refund.claim, returns=True)
        self._trade.execute("UPDATE refund SET claim = ? WHERE id = ?", (as_text(claim), refund.id))
        self._move(refund, RefundState.TO_SEND, Step("SELLER_ASK_RETURN", SELLER, "", (), self._now))

    def receive(self, refund: Refund, moment: int | None = None) -> None:
        """The seller has the goods again and pays."""
        _expect(refund, RefundState.SENT)
        step = Step("SELLER_RECEIVE_GOODS", SELLER, "", (), moment or self._now)
        self._move(refund, RefundState.REFUNDED, step)

    def settle(self) -> None:
        """Let the time that has passed have its effect, in the order in which things were due; to be called
        before orders are read."""
        while due := self._due():
            with self._trade:
                self._wait_over(due)

    def _due(self) -> Refund | None:
        """The refund whose wait was over first, if any's is."""
        waiting = [(refund.due_at, refund) for refund in self.select("state IN (?, ?, ?, ?)", OPEN)]
        due = [(moment, refund) for moment, refund in waiting if moment is not None and moment <= self._now]
        return min(due, key=lambda each: (each[0], each[1].position))[1] if due else None

    def _wait_over(self, refund: Refund) -> None:
        """The seller agrees, or has received the goods; the platform closes what the buyer left lying."""
        moment = refund.due_at or self._now
        if refund.state is RefundState.APPLIED:
            self.agree(refund, moment)
        elif refund.state is RefundState.SENT:
            self.receive(refund, moment)
        else:
            self._move(refund, RefundState.CLOSED, Step("SYSTEM_CLOSE_REFUND", SYSTEM, "", (), moment))

    def _move(self, refund: Refund, state: RefundState, step: Step) -> None:
        self._trade.execute(
            "UPDATE refund SET state = ?, changed_at = ? WHERE id = ?", (state, step.at, refund.id)
        )
        self._note(refund.id, step)

    def _note(self, refund_id: str, step: Step) -> None:
        """Write a step down. The order takes notice of it, and so do others, unless it is but a message."""
        self._trade.execute(
            "INSERT INTO refund_step VALUES (?, ?, ?, ?, ?, ?)",
            (refund_id, step.action, step.actor, step.text, as_text(step.pictures), step.at),
        )
        if step.action:
            (refund,) = self.select("id = ?", (refund_id,))
            self._orders.refund_moved(refund, step.at)
            self._news.tell(refund, step)

    @property
    def _now(self) -> int:
        return self._clock.milliseconds()


def _expect(refund: Refund, *states: RefundState) -> None:
    if refund.state not in states:
        taobao = refund.platform == "taobao"
        raise refused_refund(RefundCode.TAOBAO_STATUS if taobao else RefundCode.RETURN_NOT_WANTED)


def _new_id(platform: str) -> str:
    """`TQ` and digits on 1688, twelve digits on Taobao (contract 1.10)."""
    if platform == "1688":
        return f"TQ{secrets.randbelow(10**18):018d}"
    return f"1100{secrets.randbelow(10**8):08d}"
