"""Letters typed in the grid find the next offer with a word that begins so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.offer import Words
from sourcing_desktop.ui.grid.type_ahead import beginning_with, folded
from tests.ui.grid.moves import click, offer

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
TITLES = [
    Words("棉麻连衣裙女", "Linen dress for summer"),
    Words("男士纯棉T恤", "Cotton shirt"),
    Words("猫窝", "ที่นอนแมวนุ่มอบอุ่น"),
    Words("女士上衣", "Áo thun nữ đẹp"),
    Words("女士衬衫", "Áo sơ mi nữ"),
    Words("夏季新款女士宽松显瘦连衣裙"),
    Words("XXL shirt", "Very wide"),
]


@pytest.fixture
def titled(grid, model, qapp):
    patience = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(5_000)  # a busy machine types slowly
    model.reset([replace(offer(number), title=title) for number, title in enumerate(TITLES)])
    yield grid
    qapp.setKeyboardInputInterval(patience)


def write(grid, text):
    """As an input method does: letters of any script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(grid, event)


def found(qtbot, grid, row):
    qtbot.waitUntil(lambda: grid.currentIndex().row() == row)
    qtbot.waitUntil(lambda: not grid.type_ahead._slices.isActive())
    assert grid.currentIndex().row() == row


@pytest.mark.parametrize(
    ("typed", "row"), [("ao t", 3), ("AO S", 4), ("dep", 3), ("shirt", 1), ("xxl", 6), ("very", 6), ("t", 1)]
)
def test_letters_find_the_next_word_that_begins_so(qtbot, titled, typed, row):
    QTest.keyClicks(titled, typed)
    found(qtbot, titled, row)
    assert titled.viewport().rect().contains(titled.visualRect(titled.currentIndex()))
    assert titled.selected_offers() == [titled.current_offer()]


@pytest.mark.parametrize(
    ("written", "row"), [("连衣裙", 0), ("แมว", 2), ("宽松", 5), ("áo sơ", 4), ("女士衬", 4)]
)
def test_an_input_method_writes_any_script(qtbot, titled, written, row):
    write(titled, written)
    found(qtbot, titled, row)


def test_the_same_letter_walks_on_and_round_the_end(qtbot, titled):
    for row in (0, 1, 4, 6, 0):
        QTest.keyClick(titled, KEY.Key_S)
        found(qtbot, titled, row)


def test_more_letters_keep_the_offer_that_still_fits(qtbot, titled):
    QTest.keyClick(titled, KEY.Key_A)
    found(qtbot, titled, 3)
    QTest.keyClicks(titled, "o t")
    found(qtbot, titled, 3)


def test_a_space_belongs_to_what_is_typed_and_else_looks_quickly(qtbot, titled):
    asked = []
    titled.quick_look_wanted.connect(asked.append)
    QTest.keyClick(titled, KEY.Key_Space)
    assert asked == [0]  # there is no current offer yet: the first in sight
    asked.clear()
    QTest.keyClicks(titled, "ao s")
    found(qtbot, titled, 4)
    assert asked == []
    QTest.keyClick(titled, KEY.Key_Right)
    QTest.keyClick(titled, KEY.Key_Space)
    assert asked == [5]


def test_it_is_said_what_was_typed_and_that_nothing_fits(qtbot, titled):
    titled.setCurrentIndex(titled.model().index(2))
    QTest.keyClicks(titled, "zq")
    label = titled.type_ahead
    assert label.isVisible()
    qtbot.waitUntil(lambda: label.text() == "“zq”: no such title")
    assert titled.currentIndex().row() == 2
    assert titled.rect().contains(label.geometry())
    QTest.keyClick(titled, KEY.Key_Escape)
    assert not label.isVisible()


def test_what_is_being_composed_is_said_too(titled):
    QApplication.sendEvent(titled, QInputMethodEvent("lian", []))
    assert titled.type_ahead.text() == "“lian”"
    assert titled.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    assert titled.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_million_titles_are_searched_without_blocking(qtbot, titled, model):
    model.reset([offer(0)] * 1_000_000)
    QTest.keyClick(titled, KEY.Key_Z)
    for _ in range(20):
        titled.type_ahead._look()
        assert titled.type_ahead._slices.isActive()  # it has let go long before the end
    QTest.keyClick(titled, KEY.Key_Down)
    assert not titled.type_ahead._slices.isActive()


@pytest.mark.parametrize("end", ["click", "reset", "key"])
def test_anything_else_ends_it(titled, model, end):
    QTest.keyClick(titled, KEY.Key_Z)
    assert titled.type_ahead.collecting
    match end:
        case "click":
            click(titled, 1)
        case "reset":
            model.reset([offer(0)])
        case "key":
            QTest.keyClick(titled, KEY.Key_End)
    assert not titled.type_ahead.collecting
    assert not titled.type_ahead.isVisible()


def test_shift_on_the_way_to_a_capital_does_not(qtbot, titled):
    QTest.keyClick(titled, KEY.Key_A)
    QTest.keyPress(titled, KEY.Key_Shift)
    QTest.keyClick(titled, KEY.Key_O, SHIFT)
    QTest.keyClicks(titled, " s")
    found(qtbot, titled, 4)


@pytest.mark.parametrize(
    ("modifiers", "on_the_way"),
    [
        (Qt.KeyboardModifier.KeypadModifier, KEY.Key_NumLock),
        (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, KEY.Key_Control),
    ],
    ids=["keypad", "AltGr on Windows"],
)
def test_keys_that_write_with_a_modifier_belong_to_the_word(qtbot, titled, model, modifiers, on_the_way):
    titles = map(Words, ("1 a", "2", "12 b"))
    model.reset([replace(offer(number), title=title) for number, title in enumerate(titles)])
    for digit in "12":
        QTest.keyPress(titled, on_the_way)
        event = QKeyEvent(QEvent.Type.KeyPress, ord(digit), modifiers, digit)
        QApplication.sendEvent(titled, event)
    found(qtbot, titled, 2)
    assert titled.type_ahead.text() == "“12”"


def test_the_word_stays_in_its_corner_when_the_view_shrinks(titled):
    QTest.keyClicks(titled, "z" * 60)
    label = titled.type_ahead
    titled.resize(320, 300)
    assert titled.viewport().geometry().contains(label.geometry())
    titled.resize(900, 700)
    assert label.text() == f"“{'z' * 60}”"
    assert label.geometry().bottom() == titled.viewport().geometry().bottom() - 8


def test_rows_may_go_while_it_looks(qtbot, titled, model):
    QTest.keyClick(titled, KEY.Key_Z)
    model.remove(range(3, 7))
    qtbot.waitUntil(lambda: not titled.type_ahead._slices.isActive())
    model.remove(range(3))
    QTest.keyClick(titled, KEY.Key_Z)
    qtbot.waitUntil(lambda: titled.type_ahead.text().endswith("no such title"))


@pytest.mark.parametrize(
    ("typed", "title", "fits"),
    [
        ("ĐẦM", "đầm xòe", True),
        ("dam xoe", "Đầm xòe", True),
        ("hun", "Áo thun", False),
        ("恤", "T恤", True),
        ("5", "(5 pcs)", True),
        ("5", "A5", False),
        ("(5", "x (5 pcs)", True),
        ("t", "夏季T恤", True),
        ("قميص", "قميص قطن", True),
        ("straße", "STRASSE", True),
    ],
)
def test_what_fits(typed, title, fits):
    assert bool(beginning_with(folded(typed))(folded(title))) is fits


def test_the_empty_grid_finds_nothing(qtbot, grid):
    QTest.keyClick(grid, KEY.Key_A)
    qtbot.waitUntil(lambda: grid.type_ahead.text().endswith("no such title"))
    QApplication.sendEvent(grid.viewport(), QEvent(QEvent.Type.Leave))
    assert grid.current_offer() is None
