"""Quantities typed into the SKU matrix with the keys of a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.app.hand import press
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from tests.support.skus import colours_and_sizes, offer_of

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qapp) -> QWidget:
    return QWidget()


@pytest.fixture
def picker(page, theme, loader, on_screen, monkeypatch) -> SkuPicker:
    """With a hole at red L, and a button behind it."""
    monkeypatch.setattr(SkuPicker, "as_list", False)
    picker, after = SkuPicker(theme, loader), QPushButton("after")
    column = QVBoxLayout(page)
    column.addWidget(picker)
    column.addWidget(after)
    page.resize(480, 700)
    on_screen(page)
    picker.show_offer(offer_of(colours_and_sizes(sold=lambda *place: place != (1, 2))))
    picker.take_keyboard()
    return picker


def place(picker: SkuPicker) -> tuple[int, int]:
    return picker.table.currentIndex().row(), picker.table.currentIndex().column()


def editing(picker: SkuPicker) -> bool:
    return isinstance(picker.window().focusWidget(), QLineEdit)


def keys(picker: SkuPicker, text: str) -> None:
    for character in text:
        press(picker.table, KEY(ord(character)))


def test_digits_and_enter_go_down(picker):
    keys(picker, "20")
    press(picker.table, KEY.Key_Return)
    keys(picker, "30")
    press(picker.table, KEY.Key_Enter)
    assert picker.quantities() == {"0-0": 20, "1-0": 30}
    assert place(picker) == (2, 0)
    press(picker.table, KEY.Key_Return, SHIFT)
    press(picker.table, KEY.Key_Return, SHIFT)
    assert place(picker) == (0, 0)
    assert not editing(picker)


def test_arrows_end_typing_that_began_with_a_digit(picker):
    keys(picker, "1")
    press(picker.table, KEY.Key_Right)
    keys(picker, "2")
    press(picker.table, KEY.Key_Down)
    keys(picker, "3")
    press(picker.table, KEY.Key_Left)
    assert picker.quantities() == {"0-0": 1, "0-1": 2, "1-1": 3}
    assert place(picker) == (1, 0)


def test_f2_changes_what_is_there_and_arrows_walk_in_it(picker):
    keys(picker, "13")
    press(picker.table, KEY.Key_Return)
    press(picker.table, KEY.Key_Up)
    press(picker.table, KEY.Key_F2)
    press(picker.table, KEY.Key_End)
    press(picker.table, KEY.Key_Left)
    press(picker.table, KEY.Key_2)
    press(picker.table, KEY.Key_Return)
    assert picker.quantities() == {"0-0": 123}


def test_tab_goes_on_in_reading_order_and_over_holes(picker):
    picker.table.setCurrentIndex(picker.model.index_of("1-1"))
    keys(picker, "5")
    press(picker.table, KEY.Key_Tab)
    assert place(picker) == (1, 3)
    keys(picker, "6")
    press(picker.table, KEY.Key_Tab)
    assert place(picker) == (2, 0)
    keys(picker, "7")
    press(picker.table, KEY.Key_Backtab, SHIFT)
    assert place(picker) == (1, 3)
    assert picker.quantities() == {"1-1": 5, "1-3": 6, "2-0": 7}


def test_enter_goes_over_holes_and_arrows_into_them(picker):
    picker.table.setCurrentIndex(picker.model.index_of("0-2"))
    press(picker.table, KEY.Key_Return)
    assert place(picker) == (2, 2)
    press(picker.table, KEY.Key_Up)
    assert place(picker) == (1, 2)
    keys(picker, "5")
    assert picker.said.text() == "This combination is not sold."
    assert place(picker) == (1, 2)
    press(picker.table, KEY.Key_Up)
    keys(picker, "5")
    press(picker.table, KEY.Key_Return)
    assert picker.quantities() == {"0-2": 5}
    assert not picker.said.isVisible()


def test_tab_leaves_where_nothing_is_typed_and_behind_the_last(picker):
    press(picker.table, KEY.Key_Tab)
    assert picker.window().focusWidget().text() == "after"
    picker.table.setFocus()
    picker.table.setCurrentIndex(picker.model.index_of("4-3"))
    keys(picker, "9")
    press(picker.table, KEY.Key_Tab)
    assert picker.window().focusWidget().text() == "after"
    assert picker.quantities() == {"4-3": 9}


def test_what_is_typed_counts_at_once_and_is_judged_when_it_is_finished(picker):
    picker.show_offer(offer_of(colours_and_sizes(), number=2, rules=QuantityRules(2, lot=12)))
    picker.take_keyboard()
    changes = QSignalSpy(picker.quantities_changed)
    keys(picker, "1")
    assert picker.quantities() == {"0-0": 1}
    assert not picker.faults()
    keys(picker, "3")
    assert picker.quantities() == {"0-0": 13}
    assert changes.count() == 2
    press(picker.table, KEY.Key_Return)
    assert picker.faults() == ("navy / S: Sold in lots of 12.",)


def test_escape_takes_back_what_is_being_typed(picker):
    picker.set_quantity("0-0", 20)
    keys(picker, "77")
    assert picker.quantities() == {"0-0": 77}
    press(picker.table, KEY.Key_Escape)
    assert picker.quantities() == {"0-0": 20}
    assert not editing(picker)
    assert place(picker) == (0, 0)
    press(picker.table, KEY.Key_Z, CTRL)
    assert not picker.quantities(), "what was escaped from is no step of its own"


def test_delete_clears_all_that_is_chosen(picker):
    for sku_id in ("0-0", "0-1", "1-0", "2-0"):
        picker.set_quantity(sku_id, 5)
    press(picker.table, KEY.Key_Right, SHIFT)
    press(picker.table, KEY.Key_Down, SHIFT)
    press(picker.table, KEY.Key_Delete)
    assert picker.quantities() == {"2-0": 5}
    press(picker.table, KEY.Key_Z, CTRL)
    assert picker.quantities() == dict.fromkeys(("0-0", "0-1", "1-0", "2-0"), 5)


def test_plus_and_minus_go_by_the_lot(picker):
    picker.show_offer(offer_of(colours_and_sizes(), number=2, rules=QuantityRules(2, lot=12)))
    picker.take_keyboard()
    picker.model.write({"0-0": "13", "0-1": "abc"})
    press(picker.table, KEY.Key_Right, SHIFT)
    press(picker.table, KEY.Key_Right, SHIFT)
    press(picker.table, KEY.Key_Plus, SHIFT)
    assert picker.quantities() == {"0-0": 24, "0-2": 12}
    press(picker.table, KEY.Key_Minus)
    assert picker.quantities() == {"0-0": 12}
    press(picker.table, KEY.Key_Minus)
    assert not picker.quantities()
    assert picker.model.sheet.text("0-1") == "abc", "no number to go on from"


def test_every_step_is_taken_back_in_turn(picker):
    keys(picker, "20")
    press(picker.table, KEY.Key_Return)
    keys(picker, "30")
    press(picker.table, KEY.Key_Return)
    press(picker.table, KEY.Key_Z, CTRL)
    assert picker.quantities() == {"0-0": 20}
    press(picker.table, KEY.Key_Z, CTRL)
    press(picker.table, KEY.Key_Z, CTRL)
    assert not picker.quantities()


def test_what_went_into_the_cart_is_not_brought_back(picker):
    picker.set_quantity("0-0", 20)
    picker.clear_quantities(["0-0"])
    press(picker.table, KEY.Key_Z, CTRL)
    assert not picker.quantities()


def test_taking_back_is_the_windows_where_nothing_was_typed(picker):
    undone = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), picker.window(), lambda: undone.append("window"))
    picker.set_quantity("0-0", 20)
    press(picker.table, KEY.Key_Z, CTRL)
    assert not picker.quantities()
    assert not undone
    press(picker.table, KEY.Key_Z, CTRL)
    assert undone == ["window"]
    shortcut.setEnabled(False)


def test_finish_typing_takes_over_what_is_in_the_field(picker):
    keys(picker, "13")
    picker.finish_typing()
    assert not editing(picker)
    assert picker.quantities() == {"0-0": 13}
    assert picker.model.sheet.can_undo


def test_an_offer_read_again_while_typing_keeps_the_text(picker):
    picker.set_quantity("0-1", 5)
    keys(picker, "77")
    picker.show_offer(offer_of(colours_and_sizes()))
    assert picker.quantities() == {"0-0": 77, "0-1": 5}
    picker.show_offer(offer_of(colours_and_sizes(), number=2))
    assert not picker.quantities()


def test_the_keyboard_tells_which_sku_it_is_at(picker):
    chosen = QSignalSpy(picker.sku_chosen)
    picker.take_keyboard()
    assert chosen.count() == 0
    press(picker.table, KEY.Key_Down)
    assert chosen.at(0)[0].id == "1-0"


def test_a_double_click_opens_the_field(picker):
    where = picker.table.visualRect(picker.model.index_of("2-1")).center()
    viewport = picker.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    assert editing(picker)
    keys(picker, "8")
    press(picker.table, KEY.Key_Return)
    assert picker.quantities() == {"2-1": 8}


def test_lots_by_mouse_alone(picker):
    picker.show_offer(offer_of(colours_and_sizes(), number=2, rules=QuantityRules(2, lot=12)))
    cell = picker.table.visualRect(picker.model.index_of("2-1"))
    more, less = cell.topLeft() + QPoint(12, 11), cell.topLeft() + QPoint(12, 24)
    viewport, left = picker.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, pos=more)
    QTest.mouseDClick(viewport, left, pos=more)
    assert picker.quantities() == {"2-1": 24}
    assert not editing(picker)
    QTest.mouseClick(viewport, left, pos=less)
    assert picker.quantities() == {"2-1": 12}
    assert place(picker) == (2, 1)
    QTest.mouseClick(viewport, left, pos=picker.table.visualRect(picker.model.index_of("1-1")).center())
    assert picker.quantities() == {"2-1": 12}, "a click elsewhere chooses the cell only"
