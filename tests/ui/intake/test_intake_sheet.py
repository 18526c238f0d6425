"""A list on the screen, from the paste to the cart and back."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services.intake.plan import Plan
from sourcing_desktop.services.intake.wishes import MOST_GOODS, WishList
from sourcing_desktop.ui.intake.intake_model import LINE, QUANTITY, SKU
from tests.services.intake.lists import ALL_SKUS, detail, ref, wish
from tests.support.desk import fits
from tests.support.waiting import until

KEY = Qt.Key
DEAD = "https://detail.1688.com/offer/999999999999.html"


async def order(bench, row: int = 0, platform: Platform = Platform.ALIBABA) -> tuple[str, object, object]:
    """A line for the first SKU of an offer that can be bought; the offer, and the SKU."""
    offer = await bench.desk.offer(platform, row)
    sku = next(each for each in offer.skus if fits(each, offer))
    return f"{offer.ref.id}\t{offer.rules.rounded_up(offer.rules.moq)}\t{sku.name}", offer, sku


def enter(bench, row: int, column: int) -> None:
    bench.sheet.table.setCurrentIndex(bench.sheet.rows.index(row, column))


async def test_a_pasted_list_goes_into_the_cart_and_out_again(bench):
    one, offer, sku = await order(bench)
    two, taobao, other = await order(bench, platform=Platform.TAOBAO)
    await bench.give(f"{one}\n{two}\n{DEAD}\t5\tred")
    assert not bench.desk.basket.cart.lines
    assert bench.sheet.add.text() == "Add 2 lines of 2 sellers"
    assert bench.sheet.remainder.text() == "without freight · 1 left out"
    assert bench.fates()[2].startswith("The gateway knows no such offer.")
    bench.sheet.add.click()
    await bench.added()
    assert bench.in_cart == {
        sku.id: offer.rules.rounded_up(offer.rules.moq),
        other.id: taobao.rules.rounded_up(taobao.rules.moq),
    }
    assert bench.toast.text.text() == "Added 2 lines to the cart"
    bench.toast.undo.click()
    await until(lambda: not bench.desk.basket.cart.lines)
    await bench.added()


async def test_taking_back_restores_the_quantity_that_was_there(bench):
    line, offer, sku = await order(bench)
    lot = offer.rules.rounded_up(offer.rules.moq)
    await bench.desk.basket.add(offer, {sku.id: lot})
    await bench.give(line)
    assert f"{lot:,} are in the cart; these come on top." in bench.fates()[0] or lot == 1
    bench.sheet.add.click()
    await bench.added()
    assert bench.in_cart == {sku.id: 2 * lot}
    bench.page.undo_requested.emit()
    await until(lambda: bench.in_cart == {sku.id: lot})
    await bench.added()


async def test_ctrl_v_on_the_cart_opens_the_list(bench, qtbot):
    line, *_ = await order(bench)
    QGuiApplication.clipboard().setText(line)
    bench.page.window().activateWindow()
    bench.page.refresh.setFocus()
    QTest.keyClick(bench.page.refresh, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: bench.controller.open_list is not None and bench.sheet.model.rowCount() == 1)
    assert bench.sheet.text.toPlainText() == line
    bench.sheet.reject()
    await bench.added()


async def test_a_file_dropped_on_the_cart_opens_the_list(bench, tmp_path):
    line, *_ = await order(bench)
    book = Workbook()
    book.active.append(("Product", "Qty", "Colour"))
    book.active.append(line.split("\t"))
    path = tmp_path / "order.xlsx"
    book.save(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    QApplication.sendEvent(bench.page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(20, 20), copy, data, left, none)
    QApplication.sendEvent(bench.page, drop)
    assert drop.isAccepted()
    await until(lambda: bench.controller.open_list is not None and bench.sheet.model.rowCount() == 1)
    assert bench.sheet.source.text() == "order.xlsx"
    assert bench.sheet.model.index(0, LINE).data() == "2"
    bench.sheet.reject()
    await bench.added()


async def test_a_sku_is_chosen_in_the_table(bench):
    offer = next(
        each for each in [await bench.desk.offer(row=row) for row in (0, 6, 12, 18)] if len(each.skus) > 2
    )
    await bench.give(f"{offer.ref.id}\t{offer.rules.rounded_up(offer.rules.moq)}\tpurple unicorn")
    assert bench.fates() == ["Choose a SKU."]
    assert not bench.sheet.add.isEnabled()
    enter(bench, 0, LINE)
    QTest.keyClick(bench.sheet.table, KEY.Key_Return)
    (box,) = bench.sheet.table.viewport().findChildren(QComboBox)
    assert box.count() == len(offer.skus)
    box.setCurrentIndex(box.findData(offer.skus[1].id))
    box.activated.emit(box.currentIndex())
    await until(bench.sheet.add.isEnabled)
    assert bench.sheet.model.index(0, SKU).data() == offer.skus[1].name
    bench.sheet.reject()
    await bench.added()


async def test_quantities_are_typed_and_mended(bench):
    line, *_ = await order(bench)
    await bench.give(line)
    enter(bench, 0, LINE)
    QTest.keyClick(bench.sheet.table, KEY.Key_9)
    (editor,) = bench.sheet.table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "99999")
    QTest.keyClick(editor, KEY.Key_Return)
    await until(lambda: bench.quantity(0) == "999,999")
    await until(lambda: "in stock" in bench.fates()[0])
    QTest.keyClick(bench.sheet.table, KEY.Key_M)
    await until(lambda: bench.fates() == ["Goes into the cart."])
    bench.sheet.model.setData(bench.sheet.model.index(0, QUANTITY), "a few")
    await until(lambda: bench.fates() == ["Enter a whole number, such as 12."])
    assert not bench.sheet.add.isEnabled()
    bench.sheet.reject()
    await bench.added()


async def test_space_leaves_rows_out_and_takes_them_in(bench):
    one, *_ = await order(bench)
    two, *_ = await order(bench, platform=Platform.TAOBAO)
    await bench.give(f"{one}\n{two}")
    enter(bench, 0, LINE)
    QTest.keyClick(bench.sheet.table, KEY.Key_Space)
    await until(lambda: bench.sheet.add.text() == "Add 1 line of 1 seller")
    QTest.keyClick(bench.sheet.table, KEY.Key_Space)
    await until(lambda: bench.sheet.add.text() == "Add 2 lines of 2 sellers")
    bench.sheet.reject()
    await bench.added()


async def test_enter_never_adds(bench):
    line, *_ = await order(bench)
    await bench.give(line)
    for widget in (bench.sheet, bench.sheet.table, bench.sheet.only_problems):
        QTest.keyClick(widget, KEY.Key_Return)
    assert bench.sheet.isVisible()
    assert not bench.desk.basket.cart.lines
    bench.sheet.reject()
    await bench.added()


async def test_only_problems_can_be_shown(bench):
    line, *_ = await order(bench)
    await bench.give(f"{line}\n{DEAD}\t5\tred")
    assert bench.sheet.only_problems.text() == "Only problems (1)"
    bench.sheet.only_problems.click()
    assert bench.sheet.rows.rowCount() == 1
    assert bench.sheet.rows.index(0, LINE).data() == "2"
    bench.sheet.reject()
    await bench.added()


async def test_what_was_not_reached_is_asked_for_again(bench):
    line, *_ = await order(bench)
    bench.desk.sandbox.control.fault("AG1", "http_500", times=0)
    await bench.give(line)
    assert not bench.sheet.add.isEnabled()
    bench.desk.sandbox.control.clear()
    enter(bench, 0, LINE)
    QTest.keyClick(bench.sheet.table, KEY.Key_R)
    await until(lambda: bench.fates() == ["Goes into the cart."])
    await bench.looked_up()
    bench.sheet.reject()
    await bench.added()


async def test_looking_up_can_be_stopped(bench):
    one, *_ = await order(bench)
    bench.desk.sandbox.control.fault("AG1", "delay", times=0, seconds=0.5)
    links = "\n".join(
        f"https://detail.1688.com/offer/{number}.html\t5\tred" for number in range(10**11, 10**11 + 40)
    )
    bench.page.list_given.emit(f"{one}\n{links}")
    await until(lambda: bench.controller.open_list is not None and bench.sheet.model.rowCount())
    assert not bench.sheet.add.isEnabled()
    assert bench.sheet.progress_text.text().startswith("Looked up 0 of 41")
    bench.sheet.stop.click()
    assert bench.fates()[-1] == "Not looked up."
    assert bench.sheet.stop.isHidden()
    bench.sheet.reject()
    await bench.added()


async def test_a_file_that_was_copied_in_a_folder_can_be_pasted(bench, tmp_path):
    path = tmp_path / "order.csv"
    path.write_text(f"{DEAD},5\n", encoding="utf-8")
    bench.controller.begin()
    await until(lambda: bench.controller.open_list is not None)
    bench.sheet.text.setPlainText(QUrl.fromLocalFile(str(path)).toString())
    bench.sheet.read.click()
    await until(lambda: bench.sheet.model.rowCount() == 1)
    assert bench.sheet.source.text() == "order.csv"
    bench.sheet.reject()
    await bench.added()


@pytest.mark.parametrize("text", ["hello there", "5, 6, 7"])
async def test_what_names_no_goods_stays_where_it_was_pasted(bench, text):
    bench.page.list_given.emit(text)
    await until(lambda: bench.controller.open_list is not None and bench.sheet.banner.isVisible())
    assert "names no goods" in bench.sheet.banner.text.text()
    assert bench.sheet.text.toPlainText() == text
    bench.sheet.reject()
    await bench.added()
    bench.controller.begin()
    await until(lambda: bench.controller.open_list is not None)
    assert bench.sheet.text.toPlainText() == text
    bench.sheet.reject()
    await bench.added()


async def test_a_full_disk_leaves_the_list_as_it_is(bench):
    line, *_ = await order(bench)
    await bench.give(line)
    statement = "CREATE TRIGGER full BEFORE INSERT ON cart_lines BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    await bench.desk.database.run(lambda connection: connection.exec_driver_sql(statement))
    bench.sheet.add.click()
    await until(bench.sheet.banner.isVisible)
    assert bench.sheet.add.isEnabled()
    assert bench.fates() == ["Goes into the cart."]
    assert not bench.desk.basket.cart.lines
    bench.sheet.reject()
    await bench.added()


async def test_the_menu_opens_the_list_in_the_window(program):
    program.window.actions_by_name["add list"].trigger()
    await until(lambda: program.session.intake.open_list is not None)
    sheet = program.session.intake.open_list.sheet
    await until(sheet.isVisible)
    assert sheet.width() >= 0.9 * min(program.window.width(), sheet.sizeHint().width())
    assert not sheet.read.isEnabled()
    sheet.text.setPlainText(DEAD)
    QTest.keyClick(sheet.text, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: sheet.model.rowCount() == 1)
    sheet.reject()
    await until(lambda: program.session.intake.open_list is None)


async def test_two_thousand_rows_are_shown_and_changed_in_no_time(bench):
    """As many as one list may hold; without the market, which would take minutes to answer for them."""
    wishes = [wish(number, "20", "red", "XL", place=number) for number in range(1, MOST_GOODS + 1)]
    bench.controller.begin()
    await until(lambda: bench.controller.open_list is not None)
    opened = bench.controller.open_list
    opened.plan = Plan(wishes)
    for number in range(1, MOST_GOODS + 1):
        skus = tuple(replace(each, id=f"{number}-{each.id}") for each in ALL_SKUS)
        opened.plan.found((ref(number),), detail(number, skus=skus, seller=f"shop-{number % 50}"))
    bench.sheet.show_plan(WishList(tuple(wishes)))
    bench.sheet.model.quantity_typed.emit(0, "21")
    await until(lambda: bench.sheet.model.rowCount() == MOST_GOODS)
    assert bench.sheet.add.text() == "Add 2,000 lines of 50 sellers"
    began = time.perf_counter()
    bench.sheet.model.quantity_typed.emit(7, "5000")
    await until(lambda: bench.quantity(7) == "5,000")
    assert time.perf_counter() - began < 1
    assert bench.sheet.only_problems.text() == "Only problems (1)"
    bench.sheet.reject()
    await bench.added()
