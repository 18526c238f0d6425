"""The journal of orders: every intent and every turn it took, in rows that are never changed or removed."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, Row, insert, select

from sourcing_desktop.domain.intent import MOVES, Intent, IntentState
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import JOURNAL


class Journal:
    """The intents of one account. What a method returned is on disk."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def write(self, draft: OrderDraft) -> Intent:
        """Put a confirmed draft on disk, before anything is sent. ValueError for a reference used before."""

        def work(connection: Connection) -> Intent:
            if self._rows(connection, draft.reference):
                raise ValueError(f"intent {draft.reference} exists")
            self._append(connection, draft.reference, IntentState.PREPARED, (), "", draft)
            return _intent(self._rows(connection, draft.reference))

        return await self._database.run(work)

    async def move(
        self,
        reference: str,
        state: IntentState,
        *,
        order_ids: tuple[str, ...] = (),
        explanation: str = "",
    ) -> Intent:
        """Record the next turn of an intent. ValueError for a turn that MOVES does not allow from where the
        intent stands now, also when another program moved it meanwhile."""

        def work(connection: Connection) -> Intent:
            now = _intent(self._rows(connection, reference))
            if state not in MOVES[now.state]:
                raise ValueError(f"intent {reference} cannot go from {now.state} to {state}")
            self._append(connection, reference, state, order_ids, explanation)
            return _intent(self._rows(connection, reference))

        return await self._database.run(work)

    async def intents(self) -> tuple[Intent, ...]:
        """All intents of the account, the latest first."""

        def work(connection: Connection) -> tuple[Intent, ...]:
            query = select(JOURNAL).where(JOURNAL.c.account == self._account).order_by(JOURNAL.c.id)
            turns: dict[str, list[Row[tuple[object, ...]]]] = {}
            for row in connection.execute(query):
                turns.setdefault(row.reference, []).append(row)
            return tuple(_intent(rows) for rows in reversed(turns.values()))

        return await self._database.run(work)

    def _rows(self, connection: Connection, reference: str) -> list[Row[tuple[object, ...]]]:
        query = select(JOURNAL).where(JOURNAL.c.reference == reference).order_by(JOURNAL.c.id)
        return list(connection.execute(query))

    def _append(
        self,
        connection: Connection,
        reference: str,
        state: IntentState,
        order_ids: tuple[str, ...],
        explanation: str,
        draft: OrderDraft | None = None,
    ) -> None:
        connection.execute(
            insert(JOURNAL).values(
                reference=reference,
                account=self._account,
                at=datetime.now(UTC).isoformat(),
                state=state.value,
                draft=msgspec.json.encode(draft).decode() if draft else None,
                order_ids=msgspec.json.encode(order_ids).decode(),
                explanation=explanation,
            )
        )


def _intent(rows: list[Row[tuple[object, ...]]]) -> Intent:
    if not rows:
        raise ValueError("no such intent")
    first, last = rows[0], rows[-1]
    return Intent(
        draft=msgspec.json.decode(first.draft, type=OrderDraft),
        state=IntentState(last.state),
        written_at=datetime.fromisoformat(first.at),
        changed_at=datetime.fromisoformat(last.at),
        order_ids=msgspec.json.decode(last.order_ids, type=tuple[str, ...]),
        explanation=last.explanation,
    )
