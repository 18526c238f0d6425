"""What a screen reader asks of a grid, and what it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from sourcing_desktop.ui.grid import accessible
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.theme import LIGHT
from tests.ui.grid.moves import CTRL, click, offer, selected

Role, Text = QAccessible.Role, QAccessible.Text
PROJECT = Path(__file__).parents[3]


@pytest.fixture
def heard(grid):
    return QAccessible.queryAccessibleInterface(grid)


@pytest.fixture
def reader(qapp):
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_the_grid_is_a_list_of_offers(grid, model, heard):
    model.reset([offer(number) for number in range(40)])
    assert (heard.role(), heard.text(Text.Name), heard.childCount()) == (Role.List, "Offers", 40)
    card = heard.child(3)
    assert card.role() is Role.ListItem
    assert card.text(Text.Name).startswith("Summer dress 3")
    assert "¥12.83" in card.text(Text.Name)
    assert (card.parent().object(), heard.indexOfChild(card)) == (grid, 3)
    assert heard.child(40) is None
    assert heard.child(-1) is None


def test_a_card_is_where_it_is_seen(grid, model, heard):
    model.reset([offer(number) for number in range(40)])
    place = heard.child(2).rect()
    assert grid.viewport().mapFromGlobal(place.center()) == grid.cell_rect(2).center()
    assert heard.childAt(place.center().x(), place.center().y()) is heard.child(2)
    assert heard.childAt(place.left() - 3, place.top()) is None
    assert not heard.child(2).state().offscreen
    assert heard.child(39).state().offscreen


def test_states_follow_keyboard_and_selection(grid, model, heard):
    model.reset([offer(number) for number in range(40)])
    click(grid, 1)
    click(grid, 4, CTRL)
    assert heard.child(4).state().focused
    assert [row for row in range(40) if heard.child(row).state().selected] == [1, 4]
    assert heard.focusChild() is heard.child(4)
    assert heard.child(0).state().selectable
    assert not heard.child(0).state().focused


def test_a_card_is_opened_selected_and_gone_to(qtbot, grid, model, heard):
    model.reset([offer(number) for number in range(40)])
    deeds = heard.child(7).actionInterface()
    with qtbot.waitSignal(grid.opened) as opened:
        deeds.doAction("Press")
    assert opened.args == [offer(7)]
    heard.child(9).actionInterface().doAction("Toggle")
    assert selected(grid) == [7, 9]
    heard.child(30).actionInterface().doAction("SetFocus")
    assert grid.currentIndex().row() == 30
    assert not heard.child(30).state().offscreen


def test_the_selection_is_asked_and_changed(grid, model, heard):
    model.reset([offer(number) for number in range(1000)])
    chosen = heard.selectionInterface()
    assert chosen.select(heard.child(2))
    assert chosen.isSelected(heard.child(2))
    assert [card.text(Text.Name)[:14] for card in chosen.selectedItems()] == ["Summer dress 2"]
    assert chosen.unselect(heard.child(2))
    assert chosen.selectedItemCount() == 0
    assert chosen.selectAll()
    assert chosen.selectedItemCount() == 1000
    assert len(chosen.selectedItems()) == accessible.MOST_CARDS
    assert chosen.clear()
    assert selected(grid) == []


def test_a_million_rows_make_few_objects(grid, model, heard):
    model.reset([offer(0)] * 1_000_000)
    assert heard.childCount() == 1_000_000
    for row in range(0, 1_000_000, 999):
        assert heard.child(row).isValid()
    assert len(accessible._cards) <= accessible.MOST_CARDS


def test_cards_of_other_offers_are_new_cards(grid, model, heard):
    model.reset([offer(number) for number in range(40)])
    before = heard.child(5)
    model.insert(0, [offer(99)])
    assert heard.child(5) is not before
    assert heard.child(6).text(Text.Name).startswith("Summer dress 5")
    model.reset([])
    assert heard.childCount() == 0
    assert heard.child(0) is None


def test_what_asks_for_other_interfaces_gets_none(grid, model, heard):
    model.reset([offer(0)])
    card = heard.child(0)
    assert card.textInterface() is None
    assert card.valueInterface() is None
    assert heard.textInterface() is None
    assert (card.childCount(), card.child(0)) == (0, None)


def test_everything_goes_on_while_a_reader_listens(reader, grid, model, heard):
    model.reset([offer(number) for number in range(40)])
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        QTest.keyClick(grid, key)
        assert heard.focusChild().row == grid.currentIndex().row()
    model.remove(range(10, 20))
    model.insert(3, [offer(70)])
    assert heard.childCount() == 31


def test_cards_of_a_grid_that_is_gone_are_no_longer_valid(qtbot, loader, reader):
    grid = OfferGrid(LIGHT, loader)
    grid.model().reset([offer(0)])
    card = QAccessible.queryAccessibleInterface(grid).child(0)
    assert card.isValid()
    del grid
    assert not card.isValid()
    assert card.state().invalid
    assert card.text(Text.Name) == ""


def test_a_grid_that_is_gone_answers_nothing(qtbot, loader, reader):
    grid = OfferGrid(LIGHT, loader)
    grid.model().reset([offer(0)])
    heard = QAccessible.queryAccessibleInterface(grid)
    card, chosen, deeds = heard.child(0), heard.selectionInterface(), heard.child(0).actionInterface()
    del grid
    deeds.doAction("Press")
    assert (chosen.selectedItemCount(), chosen.selectedItems(), chosen.isSelected(card)) == (0, [], False)
    assert not any((chosen.select(card), chosen.unselect(card), chosen.selectAll(), chosen.clear()))


def test_cards_of_another_grid_are_none_of_its_children(qtbot, grid, model, heard, loader):
    other = OfferGrid(LIGHT, loader)
    qtbot.addWidget(other)
    for each in (grid, other):
        each.model().reset([offer(0), offer(1)])
    strange = QAccessible.queryAccessibleInterface(other).child(1)
    chosen = heard.selectionInterface()
    assert heard.indexOfChild(strange) == -1
    other.selectAll()
    assert not chosen.isSelected(strange)
    assert not chosen.select(strange)
    assert selected(grid) == []


def test_a_card_never_becomes_another_offer(grid, model, heard):
    model.reset([offer(0), offer(1)])
    card = heard.child(1)
    deeds = card.actionInterface()
    model.replace(1, offer(7))
    assert not card.isValid()
    assert card.text(Text.Name) == ""
    assert heard.indexOfChild(card) == -1
    deeds.doAction("Toggle")
    assert selected(grid) == []
    assert heard.child(1).text(Text.Name).startswith("Summer dress 7")


def test_a_grid_in_the_place_of_one_that_is_gone_has_cards_of_its_own(qtbot, grid, model, heard, loader):
    """Addresses come again; here one is made to."""
    gone = OfferGrid(LIGHT, loader)
    gone.model().reset([offer(0)])
    accessible._cards[id(grid), 0] = accessible.CardAccess(gone, 0)
    del gone
    model.reset([offer(0)])
    assert heard.indexOfChild(heard.child(0)) == 0


def test_the_heart_is_spoken(reader, grid, model, heard):
    model.reset([offer(0), offer(1)])
    grid.set_shortlisted({offer(1).ref})
    assert [heard.child(row).text(Text.Description) for row in (0, 1)] == ["", "On the shortlist"]
    grid.set_shortlisted(set())
    assert heard.child(1).text(Text.Description) == ""


def test_a_change_of_hearts_is_told_of_the_cards_in_sight_that_it_concerns(grid, model):
    model.reset([offer(number) for number in range(400)])
    hearts = {offer(number).ref for number in (1, 2, 399)}
    assert [*accessible.other_hearts(grid, set(), hearts)] == [1, 2]
    assert [*accessible.other_hearts(grid, hearts, hearts - {offer(1).ref})] == [1]
    assert [*accessible.other_hearts(grid, hearts, hearts)] == []


def test_the_program_ends_cleanly_after_a_reader_has_asked(tmp_path):
    script = f"""
from pathlib import Path
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.theme import LIGHT
from tests.ui.grid.moves import offer
app = QApplication([])
QAccessible.setActive(True)
loader = PictureLoader(Path({str(tmp_path)!r}))
grid = OfferGrid(LIGHT, loader)
grid.model().reset([offer(number) for number in range(400)])
heard = QAccessible.queryAccessibleInterface(grid)
assert [heard.child(row).row for row in range(400)] == list(range(400))
loader.close()
"""
    ended = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")
