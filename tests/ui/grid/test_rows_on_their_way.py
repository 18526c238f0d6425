"""What a buyer does with a card whose offer is still being read breaks nothing, and makes nothing up."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.seen import SeenOffer
from sourcing_desktop.ui.grid.accessible import card
from sourcing_desktop.ui.library.library_model import LibraryModel
from tests.support.seen import MUGS
from tests.ui.grid.moves import CTRL, offer

THEN = datetime(2026, 11, 3, tzinfo=UTC)
KEY, Text = Qt.Key, QAccessible.Text
MANY = 1_000_000


def seen(number: int) -> SeenOffer:
    return SeenOffer(number, offer(number), THEN, THEN, 1, MUGS)


@pytest.fixture
def rows(grid):
    """A million rows; only the first is there."""
    rows = LibraryModel(grid)
    grid.setModel(rows)
    rows.show(MANY, [seen(0)])
    yield rows
    QGuiApplication.clipboard().clear()


@pytest.fixture
def absent(grid, rows):
    """The keyboard is at a card that is not there yet."""
    grid.setCurrentIndex(rows.index(1))
    return rows.index(1)


def test_it_is_drawn_and_can_be_selected(grid, absent):
    before = grid.grab().toImage()
    grid.clearSelection()
    assert grid.grab().toImage() != before  # the frame of what is selected is gone


def test_it_opens_nothing(grid, absent):
    spies = [QSignalSpy(signal) for signal in (grid.opened, grid.opened_apart, grid.menu_requested)]
    QTest.keyClick(grid, KEY.Key_Return)
    QTest.keyClick(grid, KEY.Key_Return, CTRL)
    grid.doubleClicked.emit(absent)
    grid.middle_clicked.emit(absent)
    place = grid.visualRect(absent).center()
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), menu)
    assert [spy.count() for spy in spies] == [0, 0, 0]
    assert grid.current_offer() is None


def test_what_is_taken_along_is_what_is_there(grid, rows, absent):
    grid.selectAll()
    said = QSignalSpy(grid.said)
    assert grid.chosen_offers() == [offer(0)]
    grid.copy()
    assert offer(0).title.shown in QGuiApplication.clipboard().text()
    assert said.count() == 1
    assert "1 of 1,000,000" in said.at(0)[0]


def test_the_mouse_on_it_finds_no_buttons_and_no_tip(grid, rows, absent):
    place = grid.visualRect(absent).center()
    QTest.mouseMove(grid.viewport(), place)
    grid.hover_changed.emit(1)
    assert grid.hover_actions.isHidden()
    tip = QHelpEvent(QEvent.Type.ToolTip, place, grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), tip)


def test_typing_passes_it_over_and_says_where_it_looked(grid, rows, qtbot):
    QTest.keyClicks(grid, "zzz")
    qtbot.waitUntil(lambda: "not near here" in grid.type_ahead.text(), timeout=5_000)


def test_screen_readers_hear_that_it_comes_and_then_what_it_is(grid, rows, absent):
    described = card(grid, 1)
    assert described.text(Text.Name) == "Still being read"
    assert described.text(Text.Description) == ""
    arrive(rows)
    assert not described.isValid()
    assert card(grid, 1).text(Text.Name).startswith("Summer dress 1")


def test_it_is_painted_and_its_picture_wanted_when_it_arrives(grid, rows, absent):
    before = grid.grab().toImage()
    arrive(rows)
    assert grid.grab().toImage() != before
    assert grid.current_offer() == offer(1)


def test_quick_look_walks_onto_it_and_shows_it_when_it_arrives(window):
    grid = window.keyword.results.grid
    rows = LibraryModel(grid)
    grid.setModel(rows)
    rows.show(MANY, [seen(0)])
    window.keyword.results.show_results()
    window.keyword.results.take_keyboard()
    QTest.keyClick(grid, KEY.Key_Space)
    look = window.offer_commands.quick_look
    QTest.keyClick(look, KEY.Key_Right)
    assert look.isVisible()
    assert look.place.text() == "2 of 1,000,000"
    assert look.caption.isHidden()
    arrive(rows)
    assert look.caption.isVisible()
    assert look.offer == offer(1)
    look.close()


def arrive(rows: LibraryModel) -> None:
    """The numbers of all rows come, and the second offer."""
    rows.take_numbers(array("q", range(MANY)))
    rows.look_at(range(0, 3))
    rows.take([1], [seen(1)])
