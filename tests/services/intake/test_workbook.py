"""Excel files as buyers have them: merged, computed, hidden, huge, broken."""

from __future__ import annotations

import asyncio
import time
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QTimer

from sourcing_desktop.domain.errors import BadList
from sourcing_desktop.services.intake.reading import read_list
from sourcing_desktop.services.intake.workbook import MOST_UNPACKED_BYTES
from sourcing_desktop.services.links import TOO_LONG
from tests.services.intake.lists import link, ref

A, B, C = 672991141190, 683381637585, 611111111111
HEAD = ("Photo", "Product", "Colour", "Qty")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "order.xlsx"


def book(*rows: tuple, title: str = "Order") -> Workbook:
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def read(made: Workbook, path: Path):
    made.save(path)
    return read_list(path)


def told(made: Workbook, path: Path) -> list[tuple]:
    return [
        (wish.places, wish.refs[0] if wish.refs else None, wish.quantity, wish.words)
        for wish in read(made, path).wishes
    ]


def with_xml(path: Path, name: str, change) -> None:
    """Write a member of the file anew."""
    with zipfile.ZipFile(path) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    members[name] = change(members[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in members.items():
            archive.writestr(each, data)


def test_rows_below_any_heading_are_read(path):
    made = book(("Our order",), (), HEAD, ("", link(A), "red", 20), ("", link(B), "blue", "1,000"))
    assert told(made, path) == [((4,), ref(A), "20", ("red",)), ((5,), ref(B), "1000", ("blue",))]


def test_ids_that_excel_keeps_as_numbers_are_ids(path):
    made = book(("id", "qty"), (A, 20), (float(B), 5.0), (6.72991141191e11, 1))
    assert [(refs.id, quantity) for _, refs, quantity, _ in told(made, path)] == [
        (str(A), "20"),
        (str(B), "5"),
        ("672991141191", "1"),
    ]


def test_an_id_that_lost_its_end_is_refused(path):
    found = read(book(("id", "qty"), (A, 1), (681923748192837460, 20)), path).wishes
    assert [wish.trouble for wish in found] == ["", TOO_LONG]


def test_what_merged_cells_say_they_say_of_each_row(path):
    made = book(
        HEAD, ("", link(A), "red", 5), ("", None, "blue", 7), ("", link(B), "red", 30), ("", None, "blue")
    )
    made.active.merge_cells("B2:B3")
    made.active.merge_cells("B4:B5")
    made.active.merge_cells("D4:D5")
    assert told(made, path) == [
        ((2,), ref(A), "5", ("red",)),
        ((3,), ref(A), "7", ("blue",)),
        ((4,), ref(B), "30", ("red",)),
        ((5,), ref(B), "", ("blue",)),
    ]


def test_rows_that_are_only_a_part_of_a_merged_one_are_none(path):
    made = book(HEAD, ("", link(A), "red", 5), (), ("", link(B), "red", 6))
    for column in "BCD":
        made.active.merge_cells(f"{column}2:{column}3")
    assert [places for places, *_ in told(made, path)] == [(2,), (4,)]


def computed(xml: str) -> str:
    assert "<f>4*5</f><v />" in xml
    return xml.replace("<f>4*5</f><v />", "<f>4*5</f><v>20</v>")


def test_formulas_count_with_what_they_came_to(path):
    made = book(HEAD, ("", link(A), "red", "=4*5"), ("", link(B), "red", 6))
    made.save(path)
    with_xml(path, "xl/worksheets/sheet1.xml", computed)
    assert [wish.quantity for wish in read_list(path).wishes] == ["20", "6"]


def test_formulas_that_were_never_computed_are_said(path):
    found = read(book(HEAD, ("", link(A), "red", "=4*5"), ("", link(B), "red", 6)), path)
    assert [wish.quantity for wish in found.wishes] == ["(formula)", "6"]
    assert found.remarks == (
        "Formulas without a saved result cannot be read. Open the file in Excel and save it there.",
    )


def test_links_behind_texts_are_followed(path):
    made = book(HEAD, ("", "Bag", "red", 5), ("", f'=HYPERLINK("{link(B)}", "Lamp")', "blue", 6))
    made.active["B2"].hyperlink = link(A)
    assert [(refs, quantity) for _, refs, quantity, _ in told(made, path)] == [(ref(A), "5"), (ref(B), "6")]


def test_hidden_rows_and_sheets_are_left_out(path):
    made = book(HEAD, ("", link(A), "red", 5), ("", link(B), "red", 6))
    made.active.row_dimensions[3].hidden = True
    old = made.create_sheet("Old")
    old.append((link(C), 5))
    old.append((link(A), 5))
    old.sheet_state = "hidden"
    found = read(made, path)
    assert [wish.places for wish in found.wishes] == [(2,)]
    assert (found.source, found.remarks) == ("order.xlsx", ("1 hidden row was left out.",))


def test_the_sheet_with_the_goods_is_read(path):
    made = book(("Read me",), ("Order by Friday",), title="About")
    goods = made.create_sheet("Goods")
    for number in (A, B, C):
        goods.append((link(number), number % 7 + 1))
    made.create_sheet("Last year").append((link(A), 9))
    found = read(made, path)
    assert found.source == "order.xlsx, sheet “Goods”"
    assert len(found.wishes) == 3
    assert found.remarks == ("Sheet “Last year” names goods, too, and was not read.",)


def test_a_date_for_a_quantity_is_none(path):
    made = book(
        HEAD, ("", link(A), "red", date(2026, 5, 10)), ("", link(B), "red", 6), ("", link(C), "red", 7)
    )
    assert [quantity for _, _, quantity, _ in told(made, path)] == ["2026-05-10", "6", "7"]


def test_a_sheet_without_goods_is_said(path):
    with pytest.raises(BadList, match="names no goods"):
        read(book(("Qty", "Colour"), (5, "red")), path)


async def test_fifty_thousand_rows_are_cut_and_the_window_lives_on(path):
    made = Workbook(write_only=True)
    rows = made.create_sheet("Order")
    rows.append(HEAD)
    for number in range(50_000):
        rows.append(("", link(A + number), "red", number % 90 + 1))
    made.save(path)
    beats = []
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    try:
        found = await asyncio.to_thread(read_list, path)
    finally:
        heart.stop()
    gaps = sorted(later - sooner for sooner, later in pairwise(beats))
    assert len(found.goods) == 2_000
    assert "more than 2,000 different goods" in found.remarks[-1]
    assert gaps[len(gaps) * 95 // 100] < 0.1


def test_a_bomb_is_not_unpacked(path):
    book((link(A), 5)).save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b" " * (MOST_UNPACKED_BYTES + 1))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(BadList, match="too large"):
        read_list(path)


def test_a_locked_file_and_an_old_one_say_so(path):
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    with pytest.raises(BadList, match="password"):
        read_list(path)
    path.write_bytes(ole + "Workbook".encode("utf-16-le") + bytes(512))
    with pytest.raises(BadList, match="old Excel format"):
        read_list(path)


def test_a_damaged_file_says_so(path):
    book(*((link(A + number), 5) for number in range(500))).save(path)
    whole = path.read_bytes()
    for kept in (30, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:kept])
        with pytest.raises(BadList, match="damaged"):
            read_list(path)
    path.write_bytes(whole)
    with_xml(path, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    with pytest.raises(BadList, match="damaged"):
        read_list(path)


def test_another_archive_is_no_workbook(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(BadList, match="not an Excel workbook"):
        read_list(path)


def test_a_new_file_with_the_old_ending_is_read(tmp_path):
    path = tmp_path / "order.xls"
    made = book((link(A), 5))
    with path.open("wb") as file:
        made.save(file)
    assert read_list(path).wishes[0].refs == (ref(A),)


def test_a_file_is_read_by_what_it_holds_whatever_it_is_called(tmp_path):
    path = tmp_path / "order.xlsx"
    path.write_text(f"{link(A)},5\n", encoding="utf-8")
    assert read_list(path).wishes[0].quantity == "5"
    with pytest.raises(BadList, match="cannot be read"):
        read_list(tmp_path / "gone.csv")
    with pytest.raises(BadList, match="cannot be read"):
        read_list(tmp_path)
