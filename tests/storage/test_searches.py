"""Searches kept per account: recent ones by their words, saved ones by their name."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from sourcing_desktop.domain.kept_search import KeptSearch
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, FilterWord, KeywordQuery, Sort
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.searches import MOST_RECENT, SearchRows

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
NARROW = Filters(Money.yuan(20), None, frozenset({FilterWord.SHIP_24H}), "7", Sort.SOLD)
BAGS = KeywordQuery(Platform.ALIBABA, "双肩包", NARROW, "ba lô", "vi")


def kept(words: str, minutes: int = 0, name: str = "", platform: Platform = Platform.ALIBABA) -> KeptSearch:
    return KeptSearch(KeywordQuery(platform, words), NOON + timedelta(minutes=minutes), name)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def database(path, runner, at_the_end):
    database = Database(path)
    runner.run(database.open())
    at_the_end.append(database.close)
    return database


async def test_all_of_a_search_comes_back_for_its_account_alone(database):
    whole = KeptSearch(BAGS, NOON, "Bags for Tết")
    await SearchRows(database, "a").put([whole])
    assert await SearchRows(database, "a").all() == (whole,)
    assert await SearchRows(database, "b").all() == ()


async def test_the_same_words_again_take_the_place_of_the_earlier_and_saved_ones_stay(database):
    rows = SearchRows(database, "a")
    saved = kept("Mug", 1, "my mugs")
    await rows.put([kept("mug"), saved, kept("mug", 2, platform=Platform.TAOBAO)])
    await rows.put([kept("Mug", 3)])
    assert await rows.all() == (kept("Mug", 3), kept("mug", 2, platform=Platform.TAOBAO), saved)
    await rows.remove([kept("MUG")])
    assert await rows.all() == (kept("mug", 2, platform=Platform.TAOBAO), saved)


async def test_only_the_newest_are_kept_of_those_without_a_name(database):
    rows = SearchRows(database, "a")
    await rows.put([kept("saved", -9, "saved"), *(kept(f"word {n}", n) for n in range(MOST_RECENT + 5))])
    found = await rows.all()
    assert len(found) == MOST_RECENT + 1
    assert (found[0].title, found[-2].title, found[-1].title) == (
        f"word {MOST_RECENT + 4}",
        "word 5",
        "saved",
    )


@pytest.mark.expects_log("a search cannot be read")
async def test_a_row_that_cannot_be_read_is_left_out_and_left_alone(database, path):
    rows = SearchRows(database, "a")
    await rows.put([kept("mug"), kept("lamp", 1)])
    with sqlite3.connect(path) as other:
        other.execute("UPDATE searches SET query = '{' WHERE key LIKE '%mug'")
    assert await rows.all() == (kept("lamp", 1),)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT count(*) FROM searches").fetchone() == (2,)
