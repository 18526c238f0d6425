"""The offer page without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from sourcing_desktop.app.hand import press
from tests.support.waiting import until
from tests.ui.offer.conftest import tiered

KEY = Qt.Key


async def test_by_keyboard_alone(bench, pick):
    """Digits, Enter to the next row, Tab to the button, Space."""
    bench.page.setFocus()
    detail = await bench.open(pick(tiered))
    assert bench.table.hasFocus()
    assert bench.page.gallery.url == detail.pictures[0]
    for keys in ("20", "30"):
        for character in keys:
            QTest.keyClick(bench.page.focusWidget(), character)
        press(bench.table, KEY.Key_Return)
        await until(lambda: not bench.table.viewport().findChildren(QLineEdit))
    assert bench.table.currentIndex().row() == 2
    press(bench.table, KEY.Key_4)
    press(bench.table, KEY.Key_Tab)
    await until(lambda: bench.table.currentIndex().row() == 3)
    assert bench.cell(2).data() == "4"
    QTest.keyClick(bench.page.focusWidget(), KEY.Key_Tab)
    assert bench.page.add.hasFocus()
    QTest.keyClick(bench.page.add, KEY.Key_Space)
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[row].id: pieces for row, pieces in enumerate((20, 30, 4))}


async def test_tab_leaves_the_last_row_for_the_button(bench, pick):
    detail = await bench.open(pick(tiered))
    bench.table.setFocus()
    bench.table.setCurrentIndex(bench.cell(len(detail.skus) - 1))
    press(bench.table, KEY.Key_9)
    press(bench.table, KEY.Key_Tab)
    await until(bench.page.add.hasFocus)
    assert bench.cell(len(detail.skus) - 1).data() == "9"


async def test_shift_tab_leaves_the_first_row_backwards(bench, pick):
    await bench.open(pick(tiered))
    bench.table.take_keyboard()
    press(bench.table, KEY.Key_9)
    press(bench.table, KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    await until(
        bench.page.similar.hasFocus
        if bench.page.skus.list_button.isHidden()
        else bench.page.skus.list_button.hasFocus
    )
    assert bench.cell().data() == "9"


async def test_escape_leaves_the_quantity_as_it_was(bench, pick):
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.table.setCurrentIndex(bench.cell())
    press(bench.table, KEY.Key_5)
    press(bench.table, KEY.Key_Escape)
    await until(lambda: not bench.table.viewport().findChildren(QLineEdit))
    assert bench.cell().data() == "20"


async def test_tab_goes_through_the_page_in_the_order_it_stands(bench, pick):
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    page = bench.page
    bench.page.gallery.large.setFocus()
    seen = []
    while page.focusWidget() not in seen:
        seen.append(page.focusWidget())
        page.focusNextChild()
    wanted = [
        page.gallery.large,
        page.gallery.small[0],  # arrows go on to the others
        page.head.copy_title,
        page.head.copy_original,
        page.similar,
        page.skus.table,
        page.add,
        page.supplier.more,
        page.supplier.chat,
        *page.related.pictures,
    ]
    assert [each for each in seen if each in wanted] == wanted
