"""What the window does with cards that were seen before, and how any card is looked for in the library."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from tests.ui.grid.moves import ask_for_menu, offer, shown

KEY, DAY = Qt.Key, datetime(2026, 11, 3, 12, tzinfo=UTC)


def card(number):
    return offer(number, f"http://127.0.0.1:9/img/ibank/{number}.jpg")


@pytest.fixture
def grid(window) -> OfferGrid:
    """Some offers in the program's window, the keyboard at the first."""
    results = window.keyword.results
    results.model.reset([card(number) for number in range(20)])
    results.show_results()
    results.take_keyboard()
    return results.grid


def menu_at(grid, row):
    """The texts of the menu at a row, with its actions."""
    ask_for_menu(grid, QContextMenuEvent.Reason.Mouse, shown(grid, row).center())
    menu = QApplication.activePopupWidget()
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    menu.hide()
    return actions


def test_a_card_is_looked_for_in_the_library_by_key_and_by_menu(qtbot, window, grid):
    QTest.keyClick(grid, KEY.Key_Right)
    wanted = [PictureSource(url=card(1).picture, title=card(1).title.shown), None]
    for ask in (
        window.actions_by_name["kept similar"].trigger,
        lambda: menu_at(grid, 1)["Find in your library"].trigger(),
    ):
        with qtbot.waitSignal(window.library_sight_wanted) as asked:
            ask()
        assert asked.args == wanted


def test_a_card_that_was_seen_before_shows_it_from_its_menu(qtbot, window, grid):
    mark = SeenBefore(card(2).ref, DAY, Money(820), "Yiwu", 0.9)
    window.cards.set_seen_before({card(1).ref: mark})
    entry = menu_at(grid, 1)["Show what was seen before"]
    assert entry.toolTip() == "Looks like an offer seen on 3 Nov 2026 for ¥8.20 at Yiwu"
    with qtbot.waitSignal(window.cards.earlier_wanted) as asked:
        entry.trigger()
    assert asked.args == [card(1), mark]
    window.cards.forget_seen_before([card(1).ref, card(2).ref])
    assert "Show what was seen before" not in menu_at(grid, 1)


def test_quick_look_tells_what_was_seen_before(window, grid):
    QTest.keyClick(grid, KEY.Key_Right)
    window.actions_by_name["quick look"].trigger()
    caption = window.offer_commands.quick_look.caption
    assert "Seen on" not in caption.facts.text()
    mark = SeenBefore(card(1).ref, DAY, Money(820), "Yiwu")
    window.cards.set_seen_before({card(1).ref: mark})
    assert "Seen on 3 Nov 2026, lowest ¥8.20 at Yiwu" in caption.facts.text()
