"""The larger picture beside the card on which the mouse rests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.grid.moves import LEFT, move_mouse, offer, shown, wheel

PICTURE = "http://127.0.0.1:9/img/ibank/{}.jpg"


@pytest.fixture
def grid(window):
    """In the program's window, with pictures nobody answers for."""
    results = window.keyword.results
    results.model.reset([offer(number, PICTURE.format(number)) for number in range(50)])
    results.show_results()
    results.grid.setFocus()
    window.repaint()
    return results.grid


@pytest.fixture
def preview(window):
    return window.offer_commands.preview


def rest(grid, row, down=40):
    """What Qt does when the mouse has rested for a while."""
    at = QPoint(shown(grid, row).center().x(), shown(grid, row).top() + down)
    move_mouse(grid, at)
    event = QHelpEvent(QEvent.Type.ToolTip, at, grid.viewport().mapToGlobal(at))
    QApplication.sendEvent(grid.viewport(), event)


@pytest.mark.parametrize("column", [0, -1])
def test_it_is_larger_beside_the_card_and_inside_the_window(window, grid, preview, column):
    row = column % grid._geometry.columns
    rest(grid, row)
    assert preview.isVisible()
    card = QRect(grid.viewport().mapTo(window, shown(grid, row).topLeft()), shown(grid, row).size())
    assert not preview.geometry().intersects(card)
    assert window.rect().contains(preview.geometry())
    assert preview.picture.width() > card.width()
    assert preview.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert grid.hasFocus()


@pytest.mark.parametrize(
    "go_on",
    [
        lambda grid: QApplication.sendEvent(grid.viewport(), QEvent(QEvent.Type.Leave)),
        lambda grid: move_mouse(grid, shown(grid, 2).center()),
        lambda grid: grid.verticalScrollBar().setValue(30),
        lambda grid: QTest.mouseClick(grid.viewport(), LEFT, pos=shown(grid, 1).center()),
        lambda grid: QTest.keyClick(grid, Qt.Key.Key_Escape),
        lambda grid: wheel(grid, -1, shown(grid, 1).center()),
        lambda grid: grid.model().reset([]),
    ],
    ids=["leave", "next card", "scroll", "click", "key", "wheel", "reset"],
)
def test_it_goes_when_the_buyer_goes_on(grid, preview, go_on):
    rest(grid, 1)
    assert preview.isVisible()
    go_on(grid)
    assert not preview.isVisible()


def test_large_cards_have_none(grid, preview):
    grid.set_cell_width(320)
    rest(grid, 0)
    assert not preview.isVisible()


def test_the_caption_has_its_usual_tip(grid, preview):
    rest(grid, 0, down=shown(grid, 0).height() - 12)
    assert not preview.isVisible()
    assert offer(0).title.original in QToolTip.text()
    QToolTip.hideText()


def test_it_can_be_switched_off_for_good(window, grid, preview):
    window.actions_by_name["preview"].trigger()
    rest(grid, 0)
    assert not preview.isVisible()
    assert window.settings.value("preview", True, bool) is False
    window.actions_by_name["preview"].trigger()
    rest(grid, 1)
    assert preview.isVisible()


def test_a_broken_picture_tells_its_reason_instead(grid, preview):
    grid.model().reset([offer(0)])
    rest(grid, 0)
    assert not preview.isVisible()
    assert QToolTip.text().startswith("The offer has no picture.")
    QToolTip.hideText()


@pytest.mark.parametrize("direct", [True, False], ids=["to the grid", "through the window"])
@pytest.mark.parametrize(
    ("key", "steps"),
    [(Qt.Key.Key_Space, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)],
    ids=["space", "right", "left"],
)
def test_space_and_arrows_begin_quick_look_at_the_card_that_is_seen_large(
    window, grid, preview, key, steps, direct
):
    grid.setCurrentIndex(grid.model().index(0))
    rest(grid, 2)
    QTest.keyClick(grid if direct else window.windowHandle(), key)
    look = window.offer_commands.quick_look
    assert not preview.isVisible()
    assert look.isVisible()
    assert look.offer == grid.model().offer(2 + steps)
    assert grid.selected_offers() == [look.offer]


def test_the_command_for_quick_look_also_means_the_card_that_is_seen_large(window, grid, preview):
    grid.setCurrentIndex(grid.model().index(0))
    rest(grid, 2)
    window.actions_by_name["quick look"].trigger()
    assert not preview.isVisible()
    assert window.offer_commands.quick_look.offer == grid.model().offer(2)


def test_a_space_typed_into_the_search_line_meanwhile_is_a_space(window, grid, preview):
    window.keyword.words.setFocus()
    rest(grid, 2)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    assert window.keyword.words.text() == " "
    assert not preview.isVisible()
    assert not window.offer_commands.quick_look.isVisible()
