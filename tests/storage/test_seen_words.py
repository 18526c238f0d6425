"""Words of what was seen: any run of characters of a script without spaces is found, marks do not matter, and
nothing that is typed is an operator."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.storage.seen.schema import MIGRATIONS
from sourcing_desktop.storage.seen.words import APART, MOST_WORDS, question, searchable

INDEX = next(statement for statement in MIGRATIONS[0] if "fts5" in statement)
CHINESE = st.text("包帆布双肩女学生防水手机壳的", min_size=1, max_size=12)
THAI = st.lists(st.sampled_from(["ที่", "นอน", "แมว", "กุ้ง", "น้ำ"]), min_size=1).map("".join)
LATIN = st.text("abcdeôạđéxyz0189", min_size=1, max_size=8)


def finds(text: str, typed: str) -> bool:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(INDEX)
        connection.execute("INSERT INTO words (rowid, text) VALUES (7, ?)", (searchable(text),))
        found = connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ?", (question(typed),)
        ).fetchall()
    connection.close()
    return found == [(7,)]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("大容量帆布双肩包女", "包"),
        ("大容量帆布双肩包女", "双肩"),
        ("大容量帆布双肩包女", "帆布 包女"),
        ("Ba lô du lịch đựng laptop", "ba lo"),
        ("Ba lô du lịch đựng laptop", "DU LICH dung"),
        ("Ba lo\u0302 (chu\u031bo\u031bng tri\u0300nh)", "lô chương"),
        ("ที่นอนแมวนุ่ม", "แมว"),
        ("ที่นอนแมวนุ่ม", "นุ่ม"),
        ("iPhone15手机壳透明", "iphone15手机"),
        ("iPhone15手机壳透明", "壳 iPho"),
        ("ｉＰｈｏｎｅ　１５", "iphone 15"),
        ("Backpack for school", "school backp"),
        ("バッグ かわいい", "ッグ わい"),
        ("ກະເປົາ", "ເປົາ"),
        ("កាបូប", "បូប"),
        ("अच्छा बैग", "बैग"),
        ("Straße", "strasse"),
        ("包\U00020000大", "\U00020000大"),
        ("Yiwu 3-in-1 mug (blue)", "3-in-1"),
    ],
)
def test_what_a_buyer_types_finds(text: str, typed: str):
    assert finds(text, typed)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("帆布双肩包", "肩双"),
        ("帆布双肩包", "帆布 杯"),
        ("Backpack for school", "back school"),
        ("Backpack for school", "pack"),
        ("mug OR cup", "plate OR mug"),
        ("ที่นอน", "ทีนอน"),
    ],
)
def test_what_is_not_there_is_not_found(text: str, typed: str):
    assert not finds(text, typed)


@pytest.mark.parametrize("typed", ["", "  ", '"', "***", "()", "\0", "—…—"])
def test_without_a_word_there_is_no_question(typed: str):
    assert question(typed) == ""


@given(st.lists(CHINESE | THAI | LATIN, min_size=1, max_size=6), st.data())
def test_any_run_of_characters_and_any_word_is_found(parts: list[str], data: st.DataObject):
    part = data.draw(st.sampled_from(parts))
    if APART.match(part):
        begin = data.draw(st.integers(0, len(part) - 1))
        part = part[begin : data.draw(st.integers(begin + 1, len(part)))]
    assert finds(" ".join(parts), part)


@given(st.text() | st.text('"*()-+^:{}ANDORNT包bà '))
def test_nothing_that_is_typed_is_an_operator(typed: str):
    if question(typed):
        assert finds(f"first {typed} last", typed) or len(typed.split()) > MOST_WORDS
