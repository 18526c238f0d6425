"""A few letters find what is meant, in every script people type."""

from __future__ import annotations

import pytest

from sourcing_desktop.ui.palette.entries import Entry, found

TEXTS = (
    "Search by keyword",
    "Search by picture",
    "Find similar",
    "Your shortlist",
    "Refresh cart and orders",
)


def entries(*texts: str) -> list[Entry]:
    return [Entry(text, list) for text in texts]


def best(query: str, *texts: str, used: tuple[str, ...] = ()) -> str:
    return found(query, entries(*texts), used)[0].text


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("pict", "Search by picture"),
        ("sbp", "Search by picture"),
        ("SHORT", "Your shortlist"),
        ("cart ref", "Refresh cart and orders"),
        ("fs", "Find similar"),
    ],
)
def test_letters_find_what_they_begin(query, meant):
    assert best(query, *TEXTS) == meant


def test_letters_that_are_not_there_find_nothing():
    assert found("zebra", entries(*TEXTS), ()) == []
    assert found("picture shortlist", entries(*TEXTS), ()) == []


@pytest.mark.parametrize(
    ("query", "text"), [("tim", "Tìm theo ảnh"), ("do choi", "Đồ chơi"), ("连衣", "连衣裙"), ("ค้น", "ค้นหา")]
)
def test_accents_and_other_scripts_are_typed_as_people_type(query, text):
    assert found(query, entries(text), ())


def test_what_it_is_about_counts_when_the_words_do_not_say_it():
    titles = Entry("Español", list, about="Titles in")
    assert [each.text for each in found("titles esp", [titles, *entries(*TEXTS)], ())] == ["Español"]


def test_what_was_used_last_comes_first():
    assert best("", *TEXTS, used=("Find similar", "Your shortlist")) == "Find similar"
    assert best("search", *TEXTS) == "Search by keyword"
    assert best("search", *TEXTS, used=("Search by picture",)) == "Search by picture"
