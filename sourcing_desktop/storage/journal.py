"""The journal of what spends money: every intent and every turn it took, in rows that are never changed or
removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, Text, insert, literal_column, select, union_all

from sourcing_desktop.domain.errors import Conflict, NotFound
from sourcing_desktop.domain.intent import (
    CLOSED,
    MOVES,
    D,
    Draft,
    Intent,
    IntentState,
    OrderIntent,
    PaymentIntent,
    Turn,
)
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft
from sourcing_desktop.language import tr
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import INTENTS, JOURNAL

KINDS: dict[str, type[Draft]] = {"order": OrderDraft, "payment": PaymentDraft}

PAID_ORDER: ColumnElement[str] = literal_column("json_extract(draft, '$.order_id')", Text)
"""As the index has it."""

Work = Callable[[Connection], object]
"""Part of a transaction."""


class Journal:
    """The intents of one account. What a method returned is on disk."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def write(self, draft: D) -> Intent[D]:
        """Put a confirmed draft on disk, before anything is sent; errors as in `write_all`."""
        (intent,) = await self.write_all((draft,))
        return intent

    async def write_all(self, drafts: Sequence[D]) -> tuple[Intent[D], ...]:
        """Put confirmed drafts on disk, all or none. Conflict where an intent that is not closed pays the
        same order or orders the same cart lines; ValueError for a reference used before."""

        def work(connection: Connection) -> tuple[Intent[D], ...]:
            written = []
            for draft in drafts:
                if self._turns(connection, draft.reference):
                    raise ValueError(f"intent {draft.reference} exists")
                self._refuse_twins(connection, draft)
                self._append(
                    connection, draft.reference, _kind(draft), Turn(_now(), IntentState.PREPARED), draft
                )
                written.append(self._read(connection, draft.reference))
            return tuple(written)

        return await self._database.run(work)

    async def move(
        self,
        reference: str,
        state: IntentState,
        *,
        order_ids: tuple[str, ...] = (),
        explanation: str = "",
        evidence: str = "",
        also: Work | None = None,
    ) -> Intent[Any]:
        """Record the next turn of an intent, and do what else must happen in the same transaction. ValueError
        for a turn that MOVES does not allow from where the intent stands now, also when another program moved
        it meanwhile."""

        def work(connection: Connection) -> Intent[Any]:
            moved = self._move(connection, reference, Turn(_now(), state, order_ids, explanation, evidence))
            if also is not None:
                also(connection)
            return moved

        return await self._database.run(work)

    async def move_all(self, references: Iterable[str], state: IntentState) -> tuple[Intent[Any], ...]:
        """Record the same turn of several intents, all or none; errors as in `move`."""

        def work(connection: Connection) -> tuple[Intent[Any], ...]:
            return tuple(self._move(connection, each, Turn(_now(), state)) for each in references)

        return await self._database.run(work)

    async def intent(self, reference: str) -> Intent[Any]:
        """One intent of the account; NotFound."""
        mine = (INTENTS.c.reference == reference) & (INTENTS.c.account == self._account)
        found = await self._database.run(lambda connection: self._select(connection, mine))
        if not found:
            raise NotFound(tr("This is not in the journal of this account."))
        return found[0]

    async def orders(self, since: datetime | None = None) -> tuple[OrderIntent, ...]:
        """The intents to order, the latest first: all, or those that are not closed or changed since then."""
        return await self._database.run(
            lambda connection: self._select(connection, _some(self._account, "order", since))
        )

    async def payments(self, since: datetime | None = None) -> tuple[PaymentIntent, ...]:
        """The intents to pay, as `orders`."""
        return await self._database.run(
            lambda connection: self._select(connection, _some(self._account, "payment", since))
        )

    async def unfinished_orders(self) -> tuple[OrderIntent, ...]:
        """The intents to order that are not closed, the latest first."""
        return await self._database.run(
            lambda connection: self._select(connection, self._unfinished("order"))
        )

    async def unfinished_payments(self) -> tuple[PaymentIntent, ...]:
        """The intents to pay that are not closed, the latest first."""
        return await self._database.run(
            lambda connection: self._select(connection, self._unfinished("payment"))
        )

    async def anything_open(self) -> bool:
        """Whether there is an order or a payment of which nobody can say what became of it."""
        orders, payments = await self.unfinished_orders(), await self.unfinished_payments()
        return any(intent.open for intent in orders) or any(intent.open for intent in payments)

    async def payments_of(self, draft: PaymentDraft) -> tuple[PaymentIntent, ...]:
        """Every other intent to pay the same order, however long ago, the latest first."""

        def work(connection: Connection) -> tuple[PaymentIntent, ...]:
            named = PAID_ORDER.in_([draft.order_id])
            first = select(JOURNAL.c.id).where(named, JOURNAL.c.kind == "payment")
            likely = self._select(connection, (INTENTS.c.kind == "payment") & INTENTS.c.first.in_(first))
            return tuple(
                each
                for each in likely
                if each.reference != draft.reference and same_subject(each.draft, draft)
            )

        return await self._database.run(work)

    async def among(self, references: Iterable[str]) -> tuple[Intent[Any], ...]:
        """Those intents of the account that have one of the references."""
        wanted = INTENTS.c.reference.in_(list(references))
        return await self._database.run(lambda connection: self._select(connection, wanted))

    async def history(self, reference: str) -> tuple[Turn, ...]:
        """The turns of one intent of the account, the first one first."""
        return await self._database.run(
            lambda connection: tuple(read_turn(row) for row in self._turns(connection, reference))
        )

    def _select(self, connection: Connection, which: ColumnElement[bool]) -> tuple[Intent[Any], ...]:
        query = intents_query(self._account).where(which).order_by(INTENTS.c.first.desc())
        return tuple(read_intent(row) for row in connection.execute(query))

    def _read(self, connection: Connection, reference: str) -> Intent[Any]:
        return self._select(connection, INTENTS.c.reference == reference)[0]

    def _turns(self, connection: Connection, reference: str) -> Sequence[Row[Any]]:
        mine = (JOURNAL.c.reference == reference) & (JOURNAL.c.account == self._account)
        return connection.execute(select(JOURNAL).where(mine).order_by(JOURNAL.c.id)).all()

    def _unfinished(self, kind: str) -> ColumnElement[bool]:
        open_states = [state.value for state in IntentState if state not in CLOSED]
        return (
            (INTENTS.c.account == self._account) & (INTENTS.c.kind == kind) & INTENTS.c.state.in_(open_states)
        )

    def _refuse_twins(self, connection: Connection, draft: Draft) -> None:
        unfinished = self._select(connection, self._unfinished(_kind(draft)))
        if any(same_subject(intent.draft, draft) for intent in unfinished):
            raise Conflict(
                tr("These goods are being ordered already. See Orders for what becomes of it.")
                if isinstance(draft, OrderDraft)
                else tr("Order {order} is being paid already.", order=draft.order_number or draft.order_id)
            )

    def _move(self, connection: Connection, reference: str, turn: Turn) -> Intent[Any]:
        now = self._read(connection, reference)
        if turn.state not in MOVES[now.state]:
            raise ValueError(f"intent {reference} cannot go from {now.state} to {turn.state}")
        self._append(connection, reference, _kind(now.draft), turn)
        return self._read(connection, reference)

    def _append(
        self, connection: Connection, reference: str, kind: str, turn: Turn, draft: Draft | None = None
    ) -> None:
        connection.execute(
            insert(JOURNAL).values(
                reference=reference,
                account=self._account,
                at=turn.at.isoformat(),
                state=turn.state.value,
                draft=msgspec.json.encode(draft).decode() if draft else None,
                order_ids=msgspec.json.encode(turn.order_ids).decode(),
                explanation=turn.explanation,
                kind=kind,
                evidence=turn.evidence,
            )
        )


def same_subject(one: Draft, other: Draft) -> bool:
    """Whether two drafts pay the same order or order a same cart line."""
    if isinstance(one, PaymentDraft) and isinstance(other, PaymentDraft):
        return (one.platform, one.order_id) == (other.platform, other.order_id)
    if isinstance(one, OrderDraft) and isinstance(other, OrderDraft):
        return one.platform is other.platform and not one.cart_keys.isdisjoint(other.cart_keys)
    return False


def intents_query(account: str) -> Select[Any]:
    """Intents of an account with the draft of their first turn and what their last one says."""
    first, last = JOURNAL.alias("first_turn"), JOURNAL.alias("last_turn")
    return (
        select(INTENTS, first.c.draft, last.c.order_ids, last.c.explanation)
        .join(first, first.c.id == INTENTS.c.first)
        .join(last, last.c.id == INTENTS.c.last)
        .where(INTENTS.c.account == account)
    )


def read_intent(row: Row[Any]) -> Intent[Any]:
    """A row of `intents_query`."""
    return Intent(
        draft=msgspec.json.decode(row.draft, type=KINDS[row.kind]),
        state=IntentState(row.state),
        written_at=datetime.fromisoformat(row.written_at),
        changed_at=datetime.fromisoformat(row.changed_at),
        order_ids=msgspec.json.decode(row.order_ids, type=tuple[str, ...]),
        explanation=row.explanation,
    )


def read_turn(row: Row[Any]) -> Turn:
    """A row of the journal."""
    return Turn(
        at=datetime.fromisoformat(row.at),
        state=IntentState(row.state),
        order_ids=msgspec.json.decode(row.order_ids, type=tuple[str, ...]),
        explanation=row.explanation,
        evidence=row.evidence,
    )


def _some(account: str, kind: str, since: datetime | None) -> ColumnElement[bool]:
    """All, or those that are not closed or changed since then. Two searches in an index: one condition for
    both would have every entry of a long journal looked at."""
    mine = (INTENTS.c.account == account) & (INTENTS.c.kind == kind)
    if since is None:
        return mine
    closed = INTENTS.c.state.in_([state.value for state in CLOSED])
    unfinished = INTENTS.c.state.in_([state.value for state in IntentState if state not in CLOSED])
    lately = closed & (INTENTS.c.changed_at >= since.astimezone(UTC).isoformat())
    found = [select(INTENTS.c.first).where(mine & which) for which in (unfinished, lately)]
    return INTENTS.c.first.in_(union_all(*found))


def _kind(draft: Draft) -> str:
    return "order" if isinstance(draft, OrderDraft) else "payment"


def _now() -> datetime:
    return datetime.now(UTC)
