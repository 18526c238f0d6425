"""What is asked of cards before somebody can do it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from sourcing_desktop.app.early_wishes import NOT_CONNECTED, OPENING, EarlyWishes
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.offer_cards import OfferCards
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.theme import LIGHT
from tests.ui.grid.moves import offer


@pytest.fixture
def results(qtbot: QtBot, tmp_path: Path) -> Iterator[ResultsView]:
    loader = PictureLoader(tmp_path / "pictures")
    results = ResultsView(LIGHT, loader, "search", "Search")
    qtbot.addWidget(results)
    yield results
    loader.close()


def cards_of(results: ResultsView, made_before: bool) -> OfferCards:
    """The cards of a results area, which are there already or are made later."""
    if made_before:
        assert results.grid
    cards = OfferCards(results)
    cards.adopt(results)
    return cards


@pytest.mark.parametrize("made_before", [True, False])
def test_all_wishes_are_said_to_be_heard_and_asked_again_in_order(results: ResultsView, made_before: bool):
    cards = cards_of(results, made_before)
    said: list[str] = []
    wishes = EarlyWishes(cards, said.append)
    assert results.has_grid is made_before
    results.grid.shortlist_toggled.emit([offer(1)])
    results.grid.similar_wanted.emit(offer(2))
    assert said == [OPENING] * 2

    heard: list[object] = []
    cards.shortlist_toggled.connect(heard.append)
    cards.similar_wanted.connect(heard.append)
    wishes.fulfil()
    assert heard == [[offer(1)], offer(2)]
    results.grid.shop_wanted.emit(offer(3))
    assert len(said) == 2


@pytest.mark.parametrize("made_before", [True, False])
def test_what_is_forgotten_is_heard_no_more(results: ResultsView, made_before: bool):
    cards = cards_of(results, made_before)
    said: list[str] = []
    EarlyWishes(cards, said.append).forget()
    results.grid.opened.emit(offer(1))
    assert not said


def test_pages_are_heard_too_and_told_why(qtbot: QtBot, tmp_path: Path):
    loader = PictureLoader(tmp_path / "pictures")
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(LIGHT, loader, settings)
    qtbot.addWidget(window)
    window.furnish()
    said: list[str] = []
    wishes = EarlyWishes(window.cards, said.append)
    for _ in range(2):
        wishes.hear_pages(window)
    wishes.sentence = NOT_CONNECTED
    window.image.sources_given.emit(("a picture",))
    window.image.results.retry_requested.emit()
    assert said == [NOT_CONNECTED] * 2
    heard: list[object] = []
    wishes.rest()
    window.image.sources_given.emit(("not heard",))
    wishes.listen()
    window.cards.opened.emit(offer(1))
    wishes.rest()
    window.cards.opened.connect(heard.append)
    window.image.sources_given.connect(heard.append)
    wishes.fulfil()
    assert heard == [("a picture",), offer(1)]
    loader.close()
