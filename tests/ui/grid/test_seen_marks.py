"""The tab on cards that were seen before: what it says, where it is, and what a click on it asks for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QHelpEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.ui import seen_words
from sourcing_desktop.ui.grid.offer_cell import picture_box
from sourcing_desktop.ui.theme import DARK, LIGHT
from tests.ui.grid.moves import LEFT, offer, selected, shown

DAY = datetime(2026, 11, 3, 12, tzinfo=UTC)
CHEAP = Money(980)
SAME, ALIKE = 1, 4


def before(number: int, alike: float = 1.0, price: Money | None = CHEAP, seller: str = "Yiwu Fancy"):
    return SeenBefore(offer(number).ref, DAY, price, seller, alike)


@pytest.fixture
def marked(grid, model):
    """A grid in which the second card was seen before, and the fifth looks like one that was."""
    model.reset([offer(number) for number in range(30)])
    grid.seen_marks.show({offer(SAME).ref: before(SAME), offer(ALIKE).ref: before(90, 0.93)})
    grid.grab()
    return grid


def tab(grid, row):
    """The middle of a card's tab, in the viewport."""
    mark = grid.seen_marks.of(offer(row))
    return grid.itemDelegate().seen.place(picture_box(shown(grid, row)), mark).center()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [80, 109, 110, 184, 480])
def test_only_the_cards_that_were_seen_before_look_different(grid, model, theme, width):
    model.reset([offer(number) for number in range(12)])
    grid.set_theme(theme)
    grid.set_cell_width(width)
    plain = grid.grab().toImage()
    grid.seen_marks.show({offer(SAME).ref: before(SAME), offer(0).ref: before(90, 0.93)})
    now = grid.grab().toImage()
    changed = [row for row in range(12) if now.copy(shown(grid, row)) != plain.copy(shown(grid, row))]
    assert changed == [0, SAME]
    assert now.copy(shown(grid, SAME)) != now.copy(shown(grid, 0))


def test_the_tab_stays_inside_the_picture_with_the_longest_price(grid):
    for mark in (before(1, price=Money(2**31, "VND")), before(2, 0.9, Money(99_999_999))):
        for width in (80, 109, 110, 184):
            grid.set_cell_width(width)
            box = picture_box(grid.cell_rect(0))
            assert box.contains(grid.itemDelegate().seen.place(box, mark))


def test_only_what_changed_is_painted_again(marked, qtbot):
    painted: list[QRegion] = []

    class Watch(type(marked.viewport())):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Paint:
                painted.append(event.region())
            return False

    watch = Watch()
    qtbot.addWidget(watch)
    marked.viewport().installEventFilter(watch)
    marked.seen_marks.show({offer(SAME).ref: before(SAME)})
    qtbot.waitUntil(lambda: bool(painted))
    assert [region.boundingRect() for region in painted] == [picture_box(shown(marked, ALIKE))]


@pytest.mark.parametrize("row", [SAME, ALIKE])
def test_a_click_on_the_tab_asks_for_what_was_seen_then_and_selects_nothing(qtbot, marked, row):
    with qtbot.waitSignal(marked.earlier_wanted) as asked, qtbot.assertNotEmitted(marked.opened):
        QTest.mouseClick(marked.viewport(), LEFT, pos=tab(marked, row))
    assert asked.args == [offer(row), marked.seen_marks.of(offer(row))]
    assert selected(marked) == []


def test_a_double_click_on_the_tab_opens_nothing(qtbot, marked):
    with qtbot.assertNotEmitted(marked.opened):
        QTest.mouseDClick(marked.viewport(), LEFT, pos=tab(marked, SAME))


def test_a_press_on_the_tab_that_is_taken_elsewhere_asks_for_nothing(qtbot, marked):
    with qtbot.assertNotEmitted(marked.earlier_wanted):
        QTest.mousePress(marked.viewport(), LEFT, pos=tab(marked, SAME))
        QTest.mouseRelease(marked.viewport(), LEFT, pos=tab(marked, SAME) + QPoint(0, 60))
    QTest.mouseClick(marked.viewport(), LEFT, pos=shown(marked, 2).center())
    assert selected(marked) == [2]


def test_the_tab_says_the_whole_sentence_where_the_mouse_rests(marked):
    place = tab(marked, SAME)
    event = QHelpEvent(QEvent.Type.ToolTip, place, marked.viewport().mapToGlobal(place))
    QApplication.sendEvent(marked.viewport(), event)
    assert QToolTip.text() == "Seen on 3 Nov 2026, lowest ¥9.80 at Yiwu Fancy"
    QToolTip.hideText()


def test_a_screen_reader_hears_it_beside_the_heart(marked):
    marked.set_shortlisted({offer(SAME).ref})
    cards = QAccessible.queryAccessibleInterface(marked)
    said = [cards.child(row).text(QAccessible.Text.Description) for row in (0, SAME, ALIKE)]
    assert said == [
        "",
        "On the shortlist. Seen on 3 Nov 2026, lowest ¥9.80 at Yiwu Fancy",
        "Looks like an offer seen on 3 Nov 2026 for ¥9.80 at Yiwu Fancy",
    ]


def test_a_library_where_all_were_seen_has_no_tabs(marked):
    marked.seen_marks.switch_off()
    assert marked.seen_marks.of(offer(SAME)) is None
    marked.seen_marks.show({offer(SAME).ref: before(SAME)})
    assert marked.seen_marks.of(offer(SAME)) is None


def test_as_much_is_said_as_is_known():
    said = [
        (seen_words.short(mark), seen_words.sentence(mark))
        for mark in (
            before(1, seller=""),
            before(1, price=None),
            before(1, 0.9, seller=""),
            before(1, 0.9, price=None, seller=""),
        )
    ]
    assert said == [
        ("¥9.80", "Seen on 3 Nov 2026, lowest ¥9.80"),
        ("", "Seen on 3 Nov 2026"),
        ("≈ ¥9.80", "Looks like an offer seen on 3 Nov 2026 for ¥9.80"),
        ("≈", "Looks like an offer seen on 3 Nov 2026"),
    ]
