"""Searches saved under a name, and the star that says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

KEY = Qt.Key


@pytest.fixture
def box(kept):
    return kept.controller._box


async def saved(kept, box, name: str) -> None:
    """Save the search in front under a name."""
    click(kept.page.star)
    box.name.clear()
    write(box.name, name)
    press(box.name, KEY.Key_Return)
    await until(lambda: name in kept.titles)


async def test_a_search_is_saved_under_its_words_or_another_name(kept, box):
    await kept.search("mug")
    click(kept.page.star)
    assert (box.name.text(), box.name.hasFocus(), box.remove.isVisible()) == ("mug", True, False)
    press(box.name, KEY.Key_Return)
    await until(lambda: kept.titles == ["mug", "mug"])
    assert (box.isVisible(), kept.toast.text.text()) == (False, "Saved the search “mug”")
    assert kept.page.star.toolTip() == "This search is saved"
    await saved(kept, box, "Tassen für den Laden")


async def test_escape_saves_nothing(kept, box):
    await kept.search("mug")
    click(kept.page.star)
    press(box.name, KEY.Key_Escape)
    await kept.settled()
    assert (box.isVisible(), kept.titles) == (False, ["mug"])


async def test_it_stands_above_the_recent_ones_with_its_words(kept, box):
    await kept.search("mug")
    await saved(kept, box, "For the shop")
    await kept.search("lamp")
    kept.page.words.clear()
    press(kept.page.words, KEY.Key_Down)
    assert kept.offered == ["For the shop", "lamp", "mug"]
    assert kept.page.suggestions.rows[0].details.text() == "“mug” · 1688"


async def test_the_star_follows_the_search_in_front(kept, box):
    await kept.search("mug")
    await saved(kept, box, "For the shop")
    await kept.search("lamp")
    assert kept.page.star.toolTip() == "Save this search"
    kept.page.new_search()
    await kept.search("mug")
    assert kept.page.star.toolTip() == "This search is saved"
    kept.page.tabs.walk(1)
    assert kept.page.star.toolTip() == "Save this search"


async def test_a_saved_search_is_given_up_and_brought_back(kept, box):
    await kept.search("mug")
    await saved(kept, box, "For the shop")
    click(kept.page.star)
    assert box.name.text() == "For the shop"
    click(box.remove)
    await until(lambda: kept.titles == ["mug"])
    assert kept.page.star.toolTip() == "Save this search"
    kept.toast.undo.click()
    await until(lambda: "For the shop" in kept.titles)


async def test_without_a_search_there_is_nothing_to_save(kept, box):
    click(kept.page.star)
    assert not box.isVisible()
    assert kept.toast.text.text() == "Search for something first, then it can be saved."


async def test_the_palette_finds_them_and_opens_them_beside(kept, box):
    await kept.search("mug")
    await saved(kept, box, "For the shop")
    await kept.search("lamp")
    assert list(kept.controller.entries("")) == []
    entries = {entry.text: entry for entry in kept.controller.entries("x")}
    assert (entries["For the shop"].about, entries["lamp"].about) == ("Saved search", "Search made before")
    entries["For the shop"].call()
    await kept.bench.stage(Stage.RESULTS)
    assert (kept.page.words.text(), kept.page.tabs.bar.count()) == ("mug", 2)
