"""What menus and keys do with the offers and cards of the page in front."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.grid.carrying import MOST_CARRIED
from sourcing_desktop.ui.grid.geometry import GAP, NARROWEST, USUAL, WIDEST
from sourcing_desktop.ui.search.offer_menu import OfferMenu
from tests.ui.grid.moves import CTRL, ask_for_menu, move_mouse, offer, selected, shown, wheel

KEY = Qt.Key
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
TAOBAO = 2
DEEDS = ("open", "open apart", "quick look", "shortlist", "similar", "kept similar", "shop")
PICTURE = "http://127.0.0.1:9/img/ibank/{}.jpg"


def card(number):
    return offer(number, PICTURE.format(number))


@pytest.fixture
def grid(window):
    """Fifty offers in the program's window, the keyboard at the first."""
    results = window.keyword.results
    results.model.reset([card(number) for number in range(50)])
    results.show_results()
    results.take_keyboard()
    QTest.keyClick(results.grid, KEY.Key_Right)
    QTest.keyClick(results.grid, KEY.Key_Home)
    return results.grid


@pytest.fixture
def empty_clipboard(qapp):
    yield
    QGuiApplication.clipboard().clear()


def choose(grid, *rows):
    for row in rows:
        grid.selectionModel().select(grid.model().index(row), QItemSelectionModel.SelectionFlag.Select)


def menu_at(grid, row):
    """The texts of the menu at a row, with its actions."""
    ask_for_menu(grid, QContextMenuEvent.Reason.Mouse, shown(grid, row).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, OfferMenu)
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    menu.hide()
    return actions


def test_keys_act_on_the_current_offer(qtbot, grid):
    QTest.keyClick(grid, KEY.Key_Right)
    for key, hold, signal, told in (
        (KEY.Key_O, CTRL_SHIFT, grid.opened, card(1)),
        (KEY.Key_N, CTRL_SHIFT, grid.opened_apart, card(1)),
        (KEY.Key_B, CTRL, grid.shortlist_toggled, [card(1)]),
        (KEY.Key_G, CTRL, grid.similar_wanted, card(1)),
        (KEY.Key_S, CTRL_SHIFT, grid.shop_wanted, card(1)),
        (KEY.Key_Y, CTRL, grid.quick_look_wanted, 1),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.keyClick(grid, key, hold)
        assert asked.args == [told]


def test_the_quick_look_key_closes_it_again(window, grid):
    for visible in (True, False, True):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Y, CTRL)
        assert window.offer_commands.quick_look.isVisible() is visible


def test_the_shortlist_key_acts_on_all_that_is_selected(qtbot, grid):
    choose(grid, 3, 7)
    with qtbot.waitSignal(grid.shortlist_toggled) as toggled:
        QTest.keyClick(grid, KEY.Key_B, CTRL)
    assert toggled.args == [[card(0), card(3), card(7)]]


def test_no_shop_is_looked_for_on_taobao(qtbot, window, grid):
    grid.setCurrentIndex(grid.model().index(TAOBAO))
    with qtbot.assertNotEmitted(grid.shop_wanted):
        QTest.keyClick(grid, KEY.Key_S, CTRL_SHIFT)
    assert said(window) == "The gateway knows no shops on Taobao."


def test_nothing_similar_is_looked_for_without_a_picture(qtbot, window, grid):
    grid.model().replace(0, offer(0))
    with qtbot.assertNotEmitted(grid.similar_wanted):
        QTest.keyClick(grid, KEY.Key_G, CTRL)
    assert said(window) == "The offer has no picture."
    assert not menu_at(grid, 0)["Find similar"].isEnabled()
    move_mouse(grid, shown(grid, 0).center())
    assert not grid.hover_actions.similar.isEnabled()


def said(window):
    assert window.toast.isVisible()
    return window.toast.text.text()


def test_the_shortlist_key_belongs_to_a_line_that_is_typed_into(qtbot, window, grid):
    lines = (window.keyword.words, window.keyword.filters.price_from)
    for line in lines:
        line.setFocus()
        with qtbot.assertNotEmitted(grid.shortlist_toggled):
            QTest.keyClick(line, KEY.Key_B, CTRL)
        with qtbot.waitSignal(grid.shortlist_toggled):  # whoever chooses it in the menu means it
            window.actions_by_name["shortlist"].trigger()


@contextmanager
def offers_menu(window):
    """The commands in the menu bar, by name, as they stand there while it is open."""
    menu = next(each.menu() for each in window.menuBar().actions() if each.text() == "&Offers")
    menu.popup(window.mapToGlobal(QPoint()))
    yield {action.objectName(): action for action in menu.actions()}
    menu.hide()


def test_the_menu_bar_offers_what_can_be_done(window, grid):
    actions = {name: window.actions_by_name[name] for name in DEEDS}
    with offers_menu(window):
        assert all(action.isEnabled() for action in actions.values())
        assert plain(actions["shortlist"]) == "Shortlist"
    grid.set_shortlisted({offer(0).ref})
    with offers_menu(window):
        assert plain(actions["shortlist"]) == "Remove from shortlist"
    choose(grid, 1)
    with offers_menu(window):
        assert plain(actions["shortlist"]) == "Shortlist 2 offers"
    grid.model().replace(TAOBAO, offer(TAOBAO))
    grid.setCurrentIndex(grid.model().index(TAOBAO))
    with offers_menu(window):
        dead = [name for name, action in actions.items() if not action.isEnabled()]
        assert dead == ["similar", "kept similar", "shop"]
        assert actions["shop"].toolTip() == "The gateway knows no shops on Taobao."
        assert actions["similar"].toolTip() == "The offer has no picture."
    assert all(action.isEnabled() for action in actions.values()), "else their keys would be dead"
    grid.model().reset([])
    with offers_menu(window):
        assert not any(action.isEnabled() for action in actions.values())


def plain(action):
    return action.text().replace("&", "").partition("\t")[0]


def test_both_menus_show_the_same_keys(window, grid):
    cards = {text: action.text().partition("\t")[2] for text, action in menu_at(grid, 0).items()}
    with offers_menu(window) as bar:
        assert bar["open"].text().partition("\t")[2] == cards["Open"] == "Enter or Ctrl+Shift+O"
        assert bar["quick look"].text().partition("\t")[2] == cards["Quick look"] == "Space or Ctrl+Y"
        assert bar["shortlist"].shortcut().toString() == cards["Shortlist"]


def test_the_menu_of_results_that_are_gone_looks_at_nothing(qtbot, grid):
    look = menu_at(grid, 3)["Quick look"]
    grid.model().remove([0])
    with qtbot.waitSignal(grid.quick_look_wanted) as wanted:
        look.trigger()
    assert wanted.args == [2]
    look = menu_at(grid, 3)["Quick look"]
    grid.model().reset([offer(number) for number in range(50, 60)])
    with qtbot.assertNotEmitted(grid.quick_look_wanted):
        look.trigger()


def test_the_menu_is_for_the_card_it_was_asked_at(qtbot, grid):
    choose(grid, 1, 2)
    with qtbot.waitSignal(grid.quick_look_wanted) as wanted:
        menu_at(grid, 2)["Quick look"].trigger()
    assert wanted.args == [2]


@pytest.fixture
def many(window, grid):
    """Far more than can be taken at once, all selected."""
    grid.model().reset([offer(number) for number in range(1000)] * 20)
    grid.setCurrentIndex(grid.model().index(0))
    grid.selectAll()
    return grid


def test_of_very_many_the_first_are_taken_and_that_is_said(qtbot, window, many, empty_clipboard):
    clipboard = QGuiApplication.clipboard()
    sentence = f"{MOST_CARRIED:,} of 20,000 offers: more are not taken at once."
    actions = menu_at(many, 0)
    assert "Shortlist 5,000 of 20,000 offers" in actions
    assert not actions["Open 20,000 pages in the browser"].isEnabled()
    for take, links in (
        (actions["Copy 5,000 of 20,000 links"].trigger, "\n"),
        (actions["Copy 5,000 of 20,000 Chinese titles"].trigger, "\n"),
        (lambda: QTest.keyClick(many, KEY.Key_C, CTRL), "\n"),
    ):
        window.toast.hide()
        take()
        assert clipboard.text().count(links) == MOST_CARRIED - 1
        assert said(window) == sentence
    for take in (
        actions["Shortlist 5,000 of 20,000 offers"].trigger,
        lambda: QTest.keyClick(many, KEY.Key_B, CTRL),
    ):
        window.toast.hide()
        with qtbot.waitSignal(many.shortlist_toggled) as toggled:
            take()
        assert len(toggled.args[0]) == MOST_CARRIED
        assert said(window) == sentence


def test_a_menu_never_reads_all_that_is_selected(monkeypatch, many):
    read = []
    offer_at = type(many.model()).offer
    monkeypatch.setattr(
        type(many.model()), "offer", lambda model, row: read.append(row) or offer_at(model, row)
    )
    menu_at(many, 0)
    assert len(read) <= MOST_CARRIED + 2 * len(many.shown_rows())


def test_without_offers_it_is_said_that_there_are_none(window):
    for name in DEEDS:
        window.toast.hide()
        window.actions_by_name[name].trigger()
        assert said(window) == "There is no offer here yet."
    assert QApplication.activePopupWidget() is None
    assert not window.offer_commands.quick_look.isVisible()


def test_the_menu_of_one_offer(qtbot, grid):
    actions = menu_at(grid, 1)
    assert [*actions] == [
        *("Open", "Open in a new tab", "Quick look", "Shortlist", "Find similar", "Find in your library"),
        *("More of this shop", "Copy link", "Copy Chinese title", "Open page in the browser"),
    ]
    for text, signal, told in (
        ("Open", grid.opened, card(1)),
        ("Open in a new tab", grid.opened_apart, card(1)),
        ("Quick look", grid.quick_look_wanted, 1),
        ("Shortlist", grid.shortlist_toggled, [card(1)]),
        ("Find similar", grid.similar_wanted, card(1)),
        ("More of this shop", grid.shop_wanted, card(1)),
    ):
        with qtbot.waitSignal(signal) as asked:
            actions[text].trigger()
        assert asked.args == [told]
    keys = {text: action.text().partition("\t")[2] for text, action in actions.items()}
    assert (keys["Find similar"], keys["Open in a new tab"]) == ("Ctrl+G", "Ctrl+Enter or Ctrl+Shift+N")
    shop = menu_at(grid, TAOBAO)["More of this shop"]
    assert not shop.isEnabled()
    assert "Taobao" in shop.toolTip()


def test_the_menu_of_several_offers_says_how_many(qtbot, grid, empty_clipboard):
    choose(grid, 1, 2)
    actions = menu_at(grid, 1)
    for text in (
        "Shortlist 3 offers",
        "Copy 3 links",
        "Copy 3 Chinese titles",
        "Open 3 pages in the browser",
    ):
        assert actions[text].isEnabled()
    with qtbot.waitSignal(grid.shortlist_toggled) as toggled:
        actions["Shortlist 3 offers"].trigger()
    assert toggled.args == [[card(number) for number in range(3)]]
    actions["Copy 3 links"].trigger()
    assert QGuiApplication.clipboard().text().split("\n") == [offer(number).ref.page for number in range(3)]
    actions["Copy 3 Chinese titles"].trigger()
    assert QGuiApplication.clipboard().text() == "\n".join([offer(0).title.original] * 3)
    grid.set_shortlisted({offer(number).ref for number in range(2)})
    assert "Shortlist 3 offers" in menu_at(grid, 1)
    grid.set_shortlisted({offer(number).ref for number in range(3)})
    assert "Remove 3 offers from shortlist" in menu_at(grid, 1)
    grid.selectAll()
    assert not menu_at(grid, 1)["Open 50 pages in the browser"].isEnabled()


def test_cards_become_larger_and_smaller_by_keys_and_the_slider_follows(window, grid):
    slider = window.keyword.results.size_slider
    columns = grid._geometry.columns
    QTest.keyClick(grid, KEY.Key_Plus, CTRL)
    assert grid._geometry.columns == columns - 1
    assert slider.value() == grid.cell_width
    QTest.keyClick(grid, KEY.Key_Minus, CTRL)
    assert grid._geometry.columns == columns
    for _ in range(20):
        QTest.keyClick(grid, KEY.Key_Minus, CTRL)
    assert grid.cell_width == slider.value() == NARROWEST == slider.minimum()
    for _ in range(20):
        QTest.keyClick(grid, KEY.Key_Plus, CTRL)
    assert grid.cell_width == slider.value() == WIDEST == slider.maximum()
    QTest.keyClick(grid, KEY.Key_0, CTRL)
    assert grid.cell_width == slider.value() == USUAL


def test_the_current_offer_stays_in_place(window, grid):
    slider = window.keyword.results.size_slider
    grid.setCurrentIndex(grid.model().index(30))
    grid.scrollTo(grid.currentIndex(), grid.ScrollHint.PositionAtCenter)
    middle = shown(grid, 30).center().y()
    for width in (100, 300, 220, 140):
        slider.setValue(width)
        assert abs(shown(grid, 30).center().y() - middle) < 2 * GAP
        assert selected(grid) == [30]


def test_ctrl_and_the_wheel_move_the_slider(window, grid):
    slider = window.keyword.results.size_slider
    before = slider.value()
    wheel(grid, 1, QPoint(100, 100), CTRL)
    assert slider.value() == grid.cell_width > before


def test_the_size_is_kept(window, grid):
    QTest.keyClick(grid, KEY.Key_Plus, CTRL)
    window.close()
    assert window.settings.value("cards/Keyword", 0, int) == grid.cell_width != USUAL
