"""Searches the buyer made before: remembered, saved, forgotten and brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.services.searches import Searches
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.searches import SearchRows

MUG = KeywordQuery(Platform.ALIBABA, "mug")
LAMP = KeywordQuery(Platform.TAOBAO, "lámpara", language="es")


@pytest.fixture
def searches(tmp_path, runner, at_the_end) -> Searches:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    at_the_end.append(database.close)
    return Searches(SearchRows(database, "a"), "vi")


async def test_each_keeps_the_language_it_was_made_in(searches):
    await searches.remember(MUG)
    await searches.remember(LAMP)
    assert [entry.query for entry in searches.entries] == [LAMP, replace(MUG, language="vi")]


async def test_what_is_forgotten_can_be_restored_unless_it_is_there_again(searches):
    told = []
    searches.changed.subscribe(told.append)
    await searches.remember(MUG)
    await searches.remember(LAMP)
    gone = searches.entries
    await searches.forget(gone)
    assert searches.entries == ()
    await searches.remember(MUG)
    await searches.restore(gone)
    assert [entry.title for entry in searches.entries] == ["mug", "lámpara"]
    assert searches.entries[0].at > gone[1].at
    assert told[-1] == searches.entries


async def test_a_saved_search_is_called_by_its_words_where_no_name_is_given(searches):
    assert (await searches.save(MUG, "  ")).name == "mug"
    assert (await searches.save(LAMP, " for the shop ")).name == "for the shop"
    again = await searches.save(LAMP, "mug")
    assert [(entry.name, entry.query.keyword) for entry in searches.entries] == [
        ("mug", "lámpara"),
        ("for the shop", "lámpara"),
    ]
    await searches.forget([again])
    assert [entry.name for entry in searches.entries] == ["for the shop"]
