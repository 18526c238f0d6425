"""The palette does what its entries say, and gives the keyboard back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.palette.entries import Entry
from sourcing_desktop.ui.palette.entry_list import ENTRY


@pytest.fixture
def palette(qtbot, window):
    """Open, over the window."""
    window.keyword.words.setFocus()
    window.actions_by_name["palette"].trigger()
    palette = window.guidance.palette
    qtbot.waitUntil(palette.line.hasFocus)
    return palette


def shown(palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_it_offers_every_command_and_every_choice_of_a_menu(window, palette):
    offered = set(shown(palette))
    for name, action in window.actions_by_name.items():
        if name != "palette":
            assert action.text().partition("\t")[0].replace("&", "") in offered
    assert {"Tiếng Việt", "Dark"} <= offered


def test_enter_does_what_is_marked_and_gives_the_keyboard_back(qtbot, window, palette):
    qtbot.keyClicks(palette.line, "mouse rests")
    before = window.actions_by_name["preview"].isChecked()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.actions_by_name["preview"].isChecked() is not before
    assert QApplication.focusWidget() is window.keyword.words
    window.actions_by_name["palette"].trigger()
    assert shown(palette)[0] == "Preview while the mouse rests"  # used last


def test_arrows_go_around_and_escape_leaves(qtbot, window, palette):
    last = palette.list.count() - 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentRow() == last
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.keyword.words


def test_what_cannot_be_done_says_why_and_stays(qtbot, palette):
    qtbot.keyClicks(palette.line, "find similar")
    entry = palette.list.entry
    assert entry.obstacle == "There is no offer here yet."
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_does_it_and_a_click_beside_leaves(qtbot, window, palette):
    done = []
    palette.add(lambda query: [Entry("Lamps of last week", lambda: done.append(query), about="Search")])
    qtbot.keyClicks(palette.line, "lamps")
    place = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["lamps"]
    window.actions_by_name["palette"].trigger()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_nothing_found_is_said(qtbot, palette):
    qtbot.keyClicks(palette.line, "zzz")
    assert palette.none.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_look_in_use_is_ticked(window):
    window.actions_by_name["theme"].trigger()
    window.actions_by_name["palette"].trigger()
    lines = window.guidance.palette.list
    entries = [lines.item(row).data(ENTRY) for row in range(lines.count())]
    ticked = {entry.text for entry in entries if entry.icon == "check"}
    assert window.appearance.chosen in ("light", "dark")
    assert ticked & {"As the system", "Light", "Dark"} == {window.appearance.chosen.title()}
    window.actions_by_name["theme"].trigger()
