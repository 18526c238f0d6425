"""What menus and keys do with the offers and cards of the page in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.grid.geometry import GAP, NARROWEST, USUAL, WIDEST
from sourcing_desktop.ui.search.offer_menu import OfferMenu
from tests.ui.grid.moves import CTRL, ask_for_menu, offer, selected, shown, wheel

KEY = Qt.Key
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
TAOBAO = 2


@pytest.fixture
def grid(window):
    """Fifty offers in the program's window, the keyboard at the first."""
    results = window.keyword.results
    results.model.reset([offer(number) for number in range(50)])
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
        (KEY.Key_O, CTRL_SHIFT, grid.opened, offer(1)),
        (KEY.Key_B, CTRL, grid.shortlist_toggled, [offer(1)]),
        (KEY.Key_G, CTRL, grid.similar_wanted, offer(1)),
        (KEY.Key_S, CTRL_SHIFT, grid.shop_wanted, offer(1)),
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
    assert toggled.args == [[offer(0), offer(3), offer(7)]]


def test_no_shop_is_looked_for_on_taobao(qtbot, grid):
    grid.setCurrentIndex(grid.model().index(TAOBAO))
    with qtbot.assertNotEmitted(grid.shop_wanted):
        QTest.keyClick(grid, KEY.Key_S, CTRL_SHIFT)


def test_without_offers_nothing_happens(window):
    for name in ("open", "quick look", "shortlist", "similar", "shop"):
        window.actions_by_name[name].trigger()
    assert QApplication.activePopupWidget() is None
    assert not window.offer_commands.quick_look.isVisible()


def test_the_menu_of_one_offer(qtbot, grid):
    actions = menu_at(grid, 1)
    assert [*actions] == [
        *("Open", "Quick look", "Shortlist", "Find similar", "More of this shop"),
        *("Copy link", "Copy Chinese title", "Open page in the browser"),
    ]
    for text, signal, told in (
        ("Open", grid.opened, offer(1)),
        ("Quick look", grid.quick_look_wanted, 1),
        ("Shortlist", grid.shortlist_toggled, [offer(1)]),
        ("Find similar", grid.similar_wanted, offer(1)),
        ("More of this shop", grid.shop_wanted, offer(1)),
    ):
        with qtbot.waitSignal(signal) as asked:
            actions[text].trigger()
        assert asked.args == [told]
    keys = {text: action.text().partition("\t")[2] for text, action in actions.items()}
    assert (keys["Open"], keys["Quick look"], keys["Shortlist"]) == ("Enter", "Space", "Ctrl+B")
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
    assert toggled.args == [[offer(number) for number in range(3)]]
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
    assert window._settings.value("cards/Keyword", 0, int) == grid.cell_width != USUAL
