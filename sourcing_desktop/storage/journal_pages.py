"""The journal read by the page, for people to look through: what is not asked for is not decoded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from sourcing_desktop.domain.intent import Intent, Turn
from sourcing_desktop.domain.journal import EVERYTHING, JournalFilter, JournalMark, JournalPage, JournalStory
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import intents_query, read_intent, read_turn
from sourcing_desktop.storage.schema import INTENTS, JOURNAL

FOUND_BY = (
    "reference", "seller_name", "seller_id", "order_id", "order_number", "id", "sku_id", "spec_id",
    "supply_id", "supply_sku_id", "sku_name", "original", "translated", "note",
)  # fmt: skip
"""The fields of a draft that words are looked for in."""


class JournalPages:
    """The entries of one account, the latest written first."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def page(
        self, size: int, before: JournalMark | None = None, wanted: JournalFilter = EVERYTHING
    ) -> JournalPage:
        """At most `size` entries that are wanted, from a mark on."""

        def work(connection: Connection) -> JournalPage:
            rows = connection.execute(page_query(self._account, size + 1, before, wanted)).all()
            mark = JournalMark(rows[size - 1].first) if len(rows) > size else None
            return JournalPage(tuple(read_intent(row) for row in rows[:size]), mark)

        return await self._database.run(work)

    async def stories(self, intents: Sequence[Intent[Any]]) -> tuple[JournalStory, ...]:
        """The entries with every turn they took, in the order given."""
        wanted = [intent.reference for intent in intents]

        def work(connection: Connection) -> dict[str, list[Turn]]:
            mine = JOURNAL.c.reference.in_(wanted) & (JOURNAL.c.account == self._account)
            turns: dict[str, list[Turn]] = {}
            for row in connection.execute(select(JOURNAL).where(mine).order_by(JOURNAL.c.id)):
                turns.setdefault(row.reference, []).append(read_turn(row))
            return turns

        turns = await self._database.run(work)
        return tuple(JournalStory(intent, tuple(turns.get(intent.reference, ()))) for intent in intents)


def page_query(account: str, size: int, before: JournalMark | None, wanted: JournalFilter) -> Select[Any]:
    """Walks the index of ages from the mark on, and stops when it has enough."""
    query = intents_query(account).order_by(INTENTS.c.first.desc()).limit(size)
    if before is not None:
        query = query.where(INTENTS.c.first < before.first)
    if wanted.states:
        query = query.where(INTENTS.c.state.in_(sorted(wanted.states)))
    if wanted.kinds:
        query = query.where(INTENTS.c.kind.in_(sorted(wanted.kinds)))
    draft, order_ids = query.selected_columns.draft, query.selected_columns.order_ids
    return query.where(*(_holds(draft, order_ids, word) for word in wanted.words.split()))


def _holds(draft: ColumnElement[str], order_ids: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whether an order number or one of the fields has the word, in capitals or not. A look at the whole text
    comes first, as taking it apart costs ten times as much."""
    fields = func.json_tree(draft).table_valued("key", "atom")
    numbers = func.json_each(order_ids).table_valued("atom", name="numbers")
    spellings = sorted({_text(each) for each in (word, word.lower(), word.upper(), word.capitalize())})

    def in_one_of(texts: ColumnElement[str]) -> ColumnElement[bool]:
        return or_(*(texts.contains(each, autoescape=True) for each in spellings))

    somewhere = or_(*(draft.contains(_in_json(each), autoescape=True) for each in spellings))
    field = select(fields.c.key).where(fields.c.key.in_(FOUND_BY), in_one_of(fields.c.atom)).exists()
    number = select(numbers.c.atom).where(in_one_of(numbers.c.atom)).exists()
    return or_(somewhere & field, number)


def _in_json(word: str) -> str:
    return msgspec.json.encode(word).decode()[1:-1]


def _text(word: str) -> str:
    """Without halves of characters, which no text on disk has."""
    return word.encode("utf-8", "replace").decode()
