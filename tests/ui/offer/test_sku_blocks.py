"""Blocks of the SKU matrix: copied, pasted from a spreadsheet, filled down, by key and by menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from sourcing_desktop.app.hand import press
from sourcing_desktop.ui.offer.sku_commands import read_block
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from tests.support.skus import COLOURS, colours_and_sizes, offer_of, one_choice

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def picker(theme, loader, on_screen, monkeypatch, qapp):
    """With a hole at red L."""
    monkeypatch.setattr(SkuPicker, "as_list", False)
    picker = SkuPicker(theme, loader)
    picker.resize(480, 700)
    on_screen(picker)
    picker.show_offer(offer_of(colours_and_sizes(sold=lambda *place: place != (1, 2))))
    picker.take_keyboard()
    yield picker
    qapp.clipboard().clear()


def paste(picker: SkuPicker, text: str, at: str = "0-0") -> None:
    QApplication.clipboard().setText(text)
    picker.table.setCurrentIndex(picker.model.index_of(at))
    press(picker.table, KEY.Key_V, CTRL)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("5", [["5"]]),
        ("5\r\n", [["5"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\n\n3\n", [["1"], [""], ["3"]]),
        (" 1,000 \t2", [["1,000", "2"]]),
    ],
)
def test_how_a_spreadsheet_is_read(text, block):
    assert read_block(text) == block


def test_a_column_is_pasted(picker):
    paste(picker, "10\r\n20\r\n1,000\r\n", at="1-1")
    assert picker.quantities() == {"1-1": 10, "2-1": 20, "3-1": 1000}
    assert not picker.said.isVisible()
    press(picker.table, KEY.Key_Z, CTRL)
    assert not picker.quantities(), "a paste is one step"


def test_what_is_no_number_is_kept_and_said(picker):
    paste(picker, "12,5\n-3\nzwölf\n1.000")
    assert picker.quantities() == {}
    assert len(picker.faults()) == 4
    assert [picker.model.sheet.text(f"{row}-0") for row in range(4)] == ["12,5", "-3", "zwölf", "1.000"]


def test_what_has_no_place_is_named(picker):
    paste(picker, "1\t2\t3\n4\t5\t6", at="0-2")
    assert picker.quantities() == {"0-2": 1, "0-3": 2, "1-3": 5}
    assert picker.said.text() == "3 values had no place in the matrix: 3, 4, 6"
    assert picker.said.isVisible()
    picker.table.commands.clear()
    assert not picker.said.isVisible()


def test_many_without_a_place_are_counted(picker):
    paste(picker, "\n".join(map(str, range(1, 20))))
    assert picker.said.text() == "14 values had no place in the matrix: 6, 7, 8, 9, 10, …"


def test_one_value_goes_into_every_chosen_cell(picker):
    picker.table.setCurrentIndex(picker.model.index_of("0-1"))
    for key in (KEY.Key_Right, KEY.Key_Down):
        press(picker.table, key, SHIFT)
    QApplication.clipboard().setText("24\n")
    press(picker.table, KEY.Key_V, CTRL)
    assert picker.quantities() == {"0-1": 24, "0-2": 24, "1-1": 24}


def test_a_block_comes_back_as_it_was_copied(picker):
    picker.model.write({"0-1": "5", "0-2": "6", "1-1": "7", "2-2": "8"})
    picker.table.setCurrentIndex(picker.model.index_of("0-1"))
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Down):
        press(picker.table, key, SHIFT)
    press(picker.table, KEY.Key_C, CTRL)
    assert QApplication.clipboard().text() == "5\t6\n7\t\n\t8"
    paste(picker, QApplication.clipboard().text(), at="2-0")
    assert {sku_id: picker.quantities()[sku_id] for sku_id in ("2-0", "2-1", "3-0", "4-1")} == {
        "2-0": 5,
        "2-1": 6,
        "3-0": 7,
        "4-1": 8,
    }


def test_a_block_is_pasted_while_a_field_is_open(picker):
    press(picker.table, KEY.Key_9)
    QApplication.clipboard().setText("1\n2")
    press(picker.table, KEY.Key_V, CTRL)
    assert picker.quantities() == {"0-0": 1, "1-0": 2}
    press(picker.table, KEY.Key_9)
    QApplication.clipboard().setText("7")
    press(picker.table, KEY.Key_V, CTRL)
    press(picker.table, KEY.Key_Return)
    assert picker.quantities() == {"0-0": 97, "1-0": 2}, "one value goes into the text"


def test_fill_down(picker):
    picker.model.write({"0-1": "5", "0-2": "6"})
    picker.table.setCurrentIndex(picker.model.index_of("0-1"))
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Down):
        press(picker.table, key, SHIFT)
    press(picker.table, KEY.Key_D, CTRL)
    assert picker.quantities() == {"0-1": 5, "0-2": 6, "1-1": 5, "2-1": 5, "2-2": 6}
    picker.table.setCurrentIndex(picker.model.index_of("3-1"))
    press(picker.table, KEY.Key_D, CTRL)
    assert picker.quantities()["3-1"] == 5, "alone it takes the text above"


def test_a_list_takes_a_column_too(picker):
    picker.show_offer(offer_of(one_choice(COLOURS, stock=500), number=2))
    paste(picker, "1\n2\n3\n", at="1")
    assert picker.quantities() == {"1": 1, "2": 2, "3": 3}


def test_the_menu_offers_the_same(picker):
    picker.set_quantity("0-0", 5)
    where = picker.table.visualRect(picker.model.index_of("1-0")).center()
    QTest.mouseClick(picker.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    picker.table.commands.open_menu(QPoint(10, 10))
    (menu,) = picker.table.findChildren(QMenu)
    names = [action.text() for action in menu.actions()]
    assert names == ["Copy", "Paste", "Fill down", "One lot more", "One lot less", "Clear", "Take back"]
    menu.actions()[names.index("Fill down")].trigger()
    assert picker.quantities() == {"0-0": 5, "1-0": 5}
    menu.actions()[names.index("Take back")].trigger()
    assert picker.quantities() == {"0-0": 5}
    menu.close()
