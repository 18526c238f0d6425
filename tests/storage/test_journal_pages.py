"""The journal by the page: every entry once, found by its words, and nothing decoded that nobody looks at."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, insert
from sqlalchemy.dialects import sqlite

from benchmarks.journal_entries import LAST, entry, write_entries
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.journal import EVERYTHING, EntryKind, JournalFilter, JournalMark
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.journal_pages import FOUND_BY, JournalPages, page_query
from sourcing_desktop.storage.schema import JOURNAL

OURS = "Sandbox"


@pytest.fixture
def database(tmp_path: Path, runner: asyncio.Runner) -> Iterator[Database]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def pages(database: Database) -> JournalPages:
    return JournalPages(database, OURS)


async def walk(pages: JournalPages, size: int, wanted: JournalFilter = EVERYTHING) -> list[str]:
    """The references of all that is wanted, page after page."""
    found, mark, more = [], None, True
    while more:
        page = await pages.page(size, mark, wanted)
        found += [intent.reference for intent in page.intents]
        mark, more = page.mark, page.mark is not None
    return found


async def first_found(pages: JournalPages, words: str) -> list[str]:
    return await walk(pages, 100, JournalFilter(words))


def order(**changes) -> OrderDraft:
    draft = entry(0)
    assert isinstance(draft, OrderDraft)
    return replace(draft, **changes)


@pytest.mark.parametrize("size", [1, 7, 30, 31])
async def test_pages_hold_every_entry_once_the_latest_first(database, pages, size):
    await write_entries(database, OURS, 30)
    assert await walk(pages, size) == [entry(number).reference for number in reversed(range(30))]


async def test_an_entry_written_meanwhile_moves_no_page(database, pages):
    await write_entries(database, OURS, 6)
    first = await pages.page(3)
    await Journal(database, OURS).write(order(reference="SD-NEW"))
    second = await pages.page(3, first.mark)
    assert [intent.reference for intent in second.intents] == [entry(n).reference for n in (2, 1, 0)]
    assert second.mark is None


async def test_accounts_do_not_see_each_other(database, pages):
    await write_entries(database, "Another", 3)
    assert await pages.page(10) == await pages.page(10, None, JournalFilter("SD"))
    assert (await pages.page(10)).intents == ()


async def test_states_and_kinds_narrow_what_is_found(database, pages):
    await write_entries(database, OURS, 30)
    journal = Journal(database, OURS)
    intents = [*await journal.orders(), *await journal.payments()]
    refused = JournalFilter(states=frozenset({IntentState.REJECTED}))
    paid = JournalFilter(states=frozenset({IntentState.DONE}), kinds=frozenset({EntryKind.PAYMENT}))
    assert set(await walk(pages, 4, refused)) == {
        each.reference for each in intents if each.state is IntentState.REJECTED
    }
    assert await walk(pages, 4, paid) == []
    orders = JournalFilter(kinds=frozenset({EntryKind.ORDER}))
    assert await walk(pages, 4, orders) == [each.reference for each in await journal.orders()]


@pytest.mark.parametrize(
    "words",
    [
        "SD-000000000003", "sd-000000000003", "第3分店", "b2b-2200000003", "4970432383398", "670000000015",
        "  2871134000003 ", "星河 SD-000000000003",
    ],
)  # fmt: skip
async def test_an_entry_is_found_by_what_a_buyer_knows_of_it(database, pages, words):
    await write_entries(database, OURS, 30)
    assert entry(3).reference in await first_found(pages, words)
    assert entry(7).reference not in await first_found(pages, words)


@pytest.mark.parametrize("words", ["ĐỎ / xl", "đỏ", "CỐC SỨ", "陶瓷马克杯", "ที่นอนแมว"])
async def test_capitals_make_no_difference_in_any_script(database, pages, words):
    await write_entries(database, OURS, 1)
    assert await first_found(pages, words) == [entry(0).reference]


@pytest.mark.parametrize("words", [*FOUND_BY, "quantity", "%", "_", '"', "[", "null", "cbu01", "nobody"])
async def test_what_only_the_file_knows_finds_nothing(database, pages, words):
    await write_entries(database, OURS, 3)
    assert await first_found(pages, words) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1).filter(lambda text: bool(text.split())))
def test_any_seller_is_found_by_the_first_word_of_the_name(database, pages, runner, text):
    async def found() -> list[str]:
        reference = f"SD-{text.encode('utf-8', 'replace').hex()}"
        name = text.encode("utf-8", "replace").decode()
        journal = Journal(database, OURS)
        if reference not in [each.reference for each in await journal.orders()]:
            await journal.write(order(reference=reference, seller_name=name, lines=()))
        assert reference in await first_found(pages, text.split()[0])

    runner.run(found())


async def test_nothing_is_decoded_that_is_not_shown(database, pages):
    row = {
        "account": OURS,
        "at": "2026-01-01T00:00:00+00:00",
        "order_ids": "[]",
        "explanation": "",
        "evidence": "",
    }
    damaged = row | {"reference": "old", "state": "done", "draft": "damaged", "kind": "order"}
    await database.run(lambda connection: connection.execute(insert(JOURNAL), [damaged]))
    await write_entries(database, OURS, 10_000)
    assert len((await pages.page(200)).intents) == 200
    assert len((await pages.page(20, None, JournalFilter("第3分店"))).intents) == 20


async def test_a_page_is_found_by_its_index(database):
    statement = page_query(OURS, 10, JournalMark(5), JournalFilter(states=frozenset({IntentState.DONE})))
    text = str(statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = await database.run(
        lambda connection: [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    )
    assert plan[0] == "SEARCH intents USING INDEX intents_age (account=? AND first<?)"
    assert not [step for step in plan if "TEMP B-TREE" in step or step.startswith("SCAN")]
    assert "OFFSET" not in text.replace("OFFSET 0", "")


async def test_a_story_has_every_turn_with_what_came_back(database, pages):
    journal = Journal(database, OURS)
    intent = await journal.write(order())
    await journal.move(intent.reference, IntentState.SENDING)
    last = await journal.move(
        intent.reference, IntentState.REJECTED, explanation="Not sold any more.", evidence="code 500"
    )
    other = await journal.write(order(reference="SD-OTHER", lines=()))
    stories = await pages.stories([other, last])
    assert [story.intent for story in stories] == [other, last]
    assert [turn.state for turn in stories[1].turns] == ["prepared", "sending", "rejected"]
    assert (stories[1].turns[2].explanation, stories[1].turns[2].evidence) == (
        "Not sold any more.",
        "code 500",
    )
    assert stories[1].turns == await journal.history(intent.reference)


async def test_what_is_unfinished_is_found_without_looking_at_what_is_closed(database):
    asked = []
    event.listen(database._engine, "before_cursor_execute", lambda *said: asked.append(said[2:4]))
    await Journal(database, OURS).orders(since=LAST)
    ((query, values),) = [each for each in asked if each[0].startswith("SELECT")]
    plan = await database.run(
        lambda connection: [
            row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        ]
    )
    assert "SEARCH intents USING INDEX intents_state (account=? AND kind=? AND state=?)" in plan
    assert "SEARCH intents USING INDEX intents_age (account=?)" not in plan
