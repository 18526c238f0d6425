"""The journal as a file: complete, harmless in a spreadsheet, and never half of one."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from benchmarks.journal_entries import WAREHOUSE, entry, write_entries
from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.intent import Intent, IntentState, Turn
from sourcing_desktop.domain.journal import EntryKind, JournalFilter, JournalStory
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.services.journal_book import JournalBook
from sourcing_desktop.services.journal_export import (
    ENTRY_COLUMNS,
    LINE_COLUMNS,
    TURN_COLUMNS,
    JournalFile,
    csv_cell,
)
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal_pages import JournalPages
from sourcing_desktop.tasks import TaskScope
from tests.support.waiting import until

NOW = datetime(2026, 5, 4, 12, 0, 30, tzinfo=UTC)
COUNT = 450
FORMS = (".xlsx", ".csv", ".jsonl")


@pytest.fixture
def book(tmp_path: Path, runner: asyncio.Runner) -> Iterator[JournalBook]:
    """A journal of more entries than are written at once."""
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    runner.run(write_entries(database, "A", COUNT))
    yield JournalBook(JournalPages(database, "A"))
    runner.run(database.close())


def story(note: str = "", seller: str = "Shop 1", explanation: str = "") -> JournalStory:
    draft = entry(0)
    assert isinstance(draft, OrderDraft)
    draft = replace(draft, note=note, seller_name=seller)
    turns = (
        Turn(NOW, IntentState.PREPARED),
        Turn(NOW, IntentState.DONE, ("2871134000000000001", "7002"), explanation, "code 200"),
    )
    return JournalStory(Intent(draft, IntentState.DONE, NOW, NOW, turns[1].order_ids, explanation), turns)


def written(path: Path, *stories: JournalStory) -> Path:
    file = JournalFile(path)
    file.add(stories)
    file.finish()
    return path


def sheets(path: Path) -> dict[str, list[list[object]]]:
    """The cells of a workbook, formulas as formulas."""
    book = load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book}


def table(path: Path) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))]


@pytest.mark.parametrize("ending", FORMS)
async def test_every_entry_is_in_the_file_and_progress_is_told(book, tmp_path, ending):
    told: list[int] = []
    path = tmp_path / f"journal{ending}"
    assert await book.export(path, told=told.append) == COUNT
    assert told == [200, 400, COUNT]
    references = [entry(number).reference for number in reversed(range(COUNT))]
    if ending == ".xlsx":
        found = sheets(path)
        assert [row[0] for row in found["Entries"]] == ["Reference", *references]
        assert len(found["Lines of orders"]) == 1 + 5 * COUNT * 2 // 3
        assert {row[0] for row in found["Turns"][1:]} == set(references)
    elif ending == ".csv":
        assert [row["Reference"] for row in table(path)] == references
    else:
        lines = path.read_bytes().splitlines()
        assert [msgspec.json.decode(line)["intent"]["draft"]["reference"] for line in lines] == references


async def test_only_what_was_found_can_be_written(book, tmp_path):
    wanted = JournalFilter("第3分店", kinds=frozenset({EntryKind.ORDER}))
    assert await book.export(tmp_path / "found.csv", wanted) == 2
    assert {row["Seller"] for row in table(tmp_path / "found.csv")} == {"义乌市星河日用百货有限公司第3分店"}


def test_a_workbook_keeps_ids_as_text_and_amounts_as_numbers(tmp_path):
    found = sheets(written(tmp_path / "journal.xlsx", story("a note")))
    assert tuple(found["Entries"][0]) == ENTRY_COLUMNS
    row = dict(zip(ENTRY_COLUMNS, found["Entries"][1], strict=True))
    assert row["Order ids"] == "2871134000000000001; 7002"
    assert (row["Goods"], row["Freight"], row["Total"], row["Currency"]) == (1375, 8, 1383, "CNY")
    assert row["Written"] == NOW.astimezone().replace(tzinfo=None)
    assert row["Delivered to"] == WAREHOUSE.one_line
    line = dict(zip(LINE_COLUMNS, found["Lines of orders"][1], strict=True))
    assert (line["SKU id"], line["Offer id"], line["Unit price"]) == ("4970432383383", "670000000000", 12.5)
    turn = dict(zip(TURN_COLUMNS, found["Turns"][2], strict=True))
    assert (turn["State"], turn["What came back"]) == ("done", "code 200")


def test_json_says_all_that_is_known(tmp_path):
    told = story("a note", explanation="Seen at the gateway.")
    (line,) = written(tmp_path / "journal.jsonl", told).read_bytes().splitlines()
    kept = msgspec.json.decode(line)
    assert msgspec.convert(kept["intent"]["draft"], OrderDraft) == told.intent.draft
    assert tuple(msgspec.convert(turn, Turn) for turn in kept["turns"]) == told.turns


@settings(max_examples=25)
@given(texts=st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_a_workbook_holds_any_text_as_text(tmp_path_factory, texts):
    texts += ["=1+1", "=cmd|'/c calc'!A0", "#N/A", "@SUM(A1)", "\x00\x1f", "-2+3", "x" * 40_000]
    path = written(
        tmp_path_factory.mktemp("book") / "any.xlsx", *(story(text, seller=text) for text in texts)
    )
    note = ENTRY_COLUMNS.index("Note") + 1
    for cells, text in zip(load_workbook(path)["Entries"].iter_rows(min_row=2), texts, strict=True):
        cell = cells[note - 1]
        assert cell.data_type in ("s", "inlineStr"), text
        if text.isprintable() and len(text) < 32_767:
            assert (cell.value or "") == text


@given(text=st.text())
def test_a_table_for_spreadsheets_has_no_formula_but_our_own(text):
    cell = csv_cell(text)
    if cell.startswith("="):
        assert cell == f'="{text}"'
        assert text.replace(".", "").isalnum()
        assert text.isascii()
    else:
        assert not cell.startswith(("+", "-", "@", "\t", "\r", "\n"))
        assert cell.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", ["2871134000000000001", "0123", "12e5", "1.5", "4970432383383"])
def test_a_spreadsheet_keeps_every_digit_of_an_id(text):
    assert csv_cell(text) == f'="{text}"'


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_formula_is_only_text(text):
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [Decimal("-3.50"), 12, None, NOW.replace(tzinfo=None)])
def test_what_is_no_text_stays_as_it_is(value):
    assert csv_cell(value) == ("" if value is None else str(value))


def test_a_table_is_read_back_as_it_was(tmp_path):
    told = story('two\nlines, "quoted"; 引号', seller="=HYPERLINK()", explanation="Seen.")
    (row,) = table(written(tmp_path / "journal.csv", told))
    assert row["Note"] == 'two\nlines, "quoted"; 引号'
    assert row["Seller"] == "'=HYPERLINK()"
    assert (row["Total"], row["Currency"], row["State"]) == ("1383.00", "CNY", "done")
    assert (tmp_path / "journal.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("ending", FORMS)
async def test_a_full_disk_leaves_the_file_that_was_there(book, tmp_path, ending):
    resource = pytest.importorskip("resource", reason="only Unix limits how long a file may be")
    path = tmp_path / f"journal{ending}"
    path.write_text("what was there")
    before = {*tmp_path.iterdir()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    await book.page(1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, limits[1]))
    try:
        with pytest.raises(StorageFailed, match=f"journal{ending} could not be written"):
            await book.export(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_text() == "what was there"
    assert {*tmp_path.iterdir()} == before


@pytest.mark.parametrize("place", ["nowhere/journal.csv", "folder"])
async def test_a_place_that_cannot_be_written_is_said_in_a_sentence(book, tmp_path, place):
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageFailed, match=r"could not be written: .+ Make room or choose another folder"):
        await book.export(tmp_path / place)
    assert sorted(path.name for path in tmp_path.iterdir() if "library" not in path.name) == ["folder"]


@pytest.mark.parametrize("ending", FORMS)
async def test_who_stops_it_finds_no_half_of_a_file(book, tmp_path, at_the_end, ending):
    scope = TaskScope("export", pytest.fail)
    at_the_end.append(scope.close)
    path = tmp_path / f"journal{ending}"
    export = scope.start(book.export(path, told=lambda _: export.cancel()), name="export")
    await until(export.done)
    assert export.cancelled()
    assert [each.name for each in tmp_path.iterdir() if "library" not in each.name] == []
