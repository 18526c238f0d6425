"""The cart dock's rows by mouse and by key: lots, mending, choosing, notes, what is for later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from sourcing_desktop.domain.cart import LONGEST_NOTE, LONGEST_PRIVATE_NOTE, Cart
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.row_geometry import check_rect, remark_rect
from tests.support.goods import cart_line, full_cart, supplier

KEY = Qt.Key
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def page(theme, loader, on_screen):
    page = CartPage(theme, loader)
    page.resize(460, 700)
    on_screen(page)
    return page


def fill(page, *lines, notes=None):
    page.model.show_cart(Cart(lines, notes or {}))
    page.show_read()
    page.tree.setFocus()
    page.tree.setCurrentIndex(row(page))


def row(page, number=0, seller=0, platform=0, column=GOODS):
    model = page.model
    return model.index(number, column, model.index(seller, GOODS, model.index(platform, GOODS)))


def apart(page, section=1, number=0):
    """A line in a section behind the platforms."""
    return page.model.index(number, GOODS, page.model.index(section, GOODS))


def press(page, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(page.tree, key, modifiers)


def quantity(page, number=0):
    return row(page, number, column=QUANTITY).data()


def painted(page, index) -> QRect:
    rect = page.tree.visualRect(index)
    return QRect(0, rect.y(), page.tree.viewport().width(), rect.height())


def click(page, at: QPoint):
    QTest.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def remark(page, index, number=0) -> QRect:
    return remark_rect(painted(page, index), page.model.state(index), True, number)


def press_deed(page, index, text):
    """Click the word of that text below a row."""
    place = remark(page, index)
    for x in range(place.left(), place.right(), 2):
        deed = page.tree._deed_at(index, QPoint(x, place.center().y()))
        if deed is not None and deed.text == text:
            click(page, QPoint(x + 2, place.center().y()))
            return
    raise AssertionError(f"no {text}")


def typed(page) -> QLineEdit:
    (found,) = page.tree.viewport().findChildren(QLineEdit)
    return found


def test_plus_and_minus_go_by_the_lot(page):
    fill(page, cart_line(1, quantity=20, lot=6))
    told = QSignalSpy(page.tree.model().quantity_typed)
    press(page, KEY.Key_Plus)
    assert quantity(page) == "24"
    press(page, KEY.Key_Minus, KEY.Key_Minus)
    assert quantity(page) == "12"
    press(page, *[KEY.Key_Minus] * 5)
    assert (quantity(page), told.at(told.count() - 1)) == ("6", ["1688:sku-1", 6])


def test_arrows_and_the_wheel_go_by_the_lot_where_a_quantity_is_typed(page, qtbot):
    fill(page, cart_line(1, quantity=20, lot=6))
    press(page, KEY.Key_F2)
    QTest.keyClick(typed(page), KEY.Key_Up)
    assert typed(page).text() == "24"
    QTest.keyClick(typed(page), KEY.Key_Down)
    assert typed(page).text() == "18"
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(typed(page), turn)
    assert typed(page).text() == "24"
    QTest.keyClick(typed(page), KEY.Key_Return)
    qtbot.waitUntil(lambda: quantity(page) == "24")


def test_a_cheaper_tier_is_taken_by_click_and_by_key(page):
    fill(page, cart_line(1, quantity=90), cart_line(2, quantity=95))
    click(page, remark(page, row(page)).center())
    assert quantity(page) == "100"
    page.tree.setCurrentIndex(row(page, 1))
    press(page, KEY.Key_M)
    assert quantity(page, 1) == "95"
    press(page, KEY.Key_T)
    assert quantity(page, 1) == "100"


def test_enter_does_not_buy_more(page):
    fill(page, cart_line(1, quantity=90))
    press(page, KEY.Key_Return)
    assert typed(page).text() == "90"


def test_two_computers_disagree_and_the_buyer_decides(page):
    fill(page, replace(cart_line(1, quantity=20), elsewhere=40))
    told = QSignalSpy(page.tree.commands.decide_requested)
    press_deed(page, row(page), "take 40")
    press_deed(page, row(page), "keep 20")
    press(page, KEY.Key_E, KEY.Key_K)
    said = [told.at(number)[1] for number in range(told.count())]
    assert said == [40, 20, 40, 20]


def test_space_and_the_box_leave_a_line_out(page):
    fill(page, cart_line(1), cart_line(2))
    press(page, KEY.Key_Space)
    assert row(page).data(CHECK) == Qt.CheckState.Unchecked
    assert (page.foot.total.text(), page.all.checkState()) == ("¥250.00", Qt.CheckState.PartiallyChecked)
    click(page, check_rect(painted(page, row(page)), page.model.state(row(page))).center())
    assert (page.foot.total.text(), page.all.checkState()) == ("¥500.00", Qt.CheckState.Checked)


def test_one_box_chooses_everything_or_nothing(page):
    page.model.show_cart(full_cart())
    page.model.setData(row(page), Qt.CheckState.Unchecked, CHECK)
    page.all.click()
    assert page.all.checkState() == Qt.CheckState.Checked
    page.all.click()
    assert page.foot.obstacle.text() == "Choose at least one seller."
    assert page.all.text() == "12 sellers · 24 lines"


def test_the_obstacle_leads_to_the_first_line_in_the_way(page):
    fill(page, *(cart_line(n, seller=supplier(n), quantity=3, moq=20 if n > 17 else 1) for n in range(1, 20)))
    page.tree.collapse(row(page, 0, 17).parent())
    QTest.mouseClick(page.foot.obstacle, Qt.MouseButton.LeftButton)
    assert page.tree.currentIndex() == row(page, 0, 17)
    assert page.tree.viewport().rect().contains(painted(page, row(page, 0, 17)).center())
    press(page, KEY.Key_M)
    page.foot.obstacle.setFocus()
    QTest.keyClick(page.foot.obstacle, KEY.Key_Return)
    assert page.tree.currentIndex() == row(page, 0, 18)


def test_the_buttons_of_a_row_move_note_and_remove(page):
    fill(page, cart_line(1), cart_line(2))
    commands = page.tree.commands
    moved, removed = QSignalSpy(commands.move_requested), QSignalSpy(commands.remove_requested)
    place = painted(page, row(page))
    for right in (60, 36, 12):
        click(page, QPoint(place.right() - 12 - right, place.y() + 18))
        assert page.note_editor.isVisible() is (right == 36)
        page.tree.setFocus()
    assert moved.at(0) == [("1688:sku-1",), True]
    assert removed.at(0) == [("1688:sku-1",)]


def test_what_is_for_later_moves_both_ways_by_key(page):
    fill(page, cart_line(1), replace(cart_line(2), later=True))
    told = QSignalSpy(page.tree.commands.move_requested)
    press(page, KEY.Key_L)
    page.tree.setCurrentIndex(apart(page))
    press(page, KEY.Key_L)
    assert [told.at(0), told.at(1)] == [[("1688:sku-1",), True], [("1688:sku-2",), False]]


def test_a_note_is_written_and_kept_with_enter(page):
    fill(page, replace(cart_line(1), note="old"))
    told = QSignalSpy(page.note_written)
    press(page, KEY.Key_N)
    editor = page.note_editor.text
    assert (editor.hasFocus(), editor.toPlainText()) == (True, "old")
    editor.insertPlainText(" and 🧵 مرحبا")
    QTest.keyClick(editor, KEY.Key_Return)
    assert told.at(0) == ["1688:sku-1", "old and 🧵 مرحبا"]
    assert page.note_editor.isHidden()
    assert page.tree.hasFocus()


def test_escape_leaves_a_note_as_it_was(page):
    fill(page, replace(cart_line(1), note="old"))
    told = QSignalSpy(page.note_written)
    press(page, KEY.Key_N)
    page.note_editor.text.insertPlainText("new")
    QTest.keyClick(page.note_editor.text, KEY.Key_Escape)
    assert (told.count(), page.tree.hasFocus()) == (0, True)


def test_a_note_to_the_seller_is_short_and_one_line(page):
    fill(page, cart_line(1), notes={"1688:shop-1": "old"})
    told = QSignalSpy(page.seller_note_written)
    page.tree.setCurrentIndex(row(page).parent())
    press(page, KEY.Key_N)
    page.note_editor.text.setPlainText("pack by\ncolour " + "x" * 300)
    assert page.note_editor.count.text() == f"{LONGEST_NOTE} of {LONGEST_NOTE}"
    QTest.mouseClick(page.note_editor.keep, Qt.MouseButton.LeftButton)
    key, text = told.at(0)
    assert (key, text[:15], len(text)) == ("1688:shop-1", "pack by colour ", LONGEST_NOTE)


def test_ten_thousand_characters_are_a_note(page):
    fill(page, cart_line(1))
    told = QSignalSpy(page.note_written)
    press(page, KEY.Key_N)
    page.note_editor.text.setPlainText("字" * (LONGEST_PRIVATE_NOTE + 5))
    page.finish_typing()
    assert told.at(0) == ["1688:sku-1", "字" * LONGEST_PRIVATE_NOTE]


def test_leaving_a_note_keeps_it(page):
    fill(page, cart_line(1), cart_line(2))
    told = QSignalSpy(page.note_written)
    press(page, KEY.Key_N)
    page.note_editor.text.setPlainText("first")
    page.tree.setFocus()
    assert told.at(0) == ["1688:sku-1", "first"]


def test_the_menu_offers_what_fits_the_row(page):
    fill(page, cart_line(1), replace(cart_line(2), later=True), cart_line(3, sold=False))
    offered = []
    for index in (row(page), row(page).parent(), apart(page, 1), apart(page, 2)):
        page.tree.setCurrentIndex(index)
        page.tree.commands.open_menu(QPoint(0, 0))
        (menu,) = (each for each in page.tree.findChildren(QMenu) if each.isVisible())
        offered.append([action.text() for action in menu.actions()])
        menu.close()
        menu.setParent(None)
    common = ["Open the offer", "Copy the link", "Remove from the cart"]
    assert offered[0] == ["Change the quantity", "Order this time or not", "Note", "Keep for later", *common]
    assert offered[1] == ["Order this time or not", "Note", "Keep for later", "Remove from the cart"]
    assert offered[2] == ["Note", "Keep for later", *common]
    assert offered[3] == ["Change the quantity", "Note", "Order now", *common]


def test_links_are_copied(page):
    fill(page, cart_line(1), cart_line(2))
    press(page, KEY.Key_A, modifiers=Qt.KeyboardModifier.ControlModifier)
    press(page, KEY.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
    lines = (cart_line(1), cart_line(2))
    assert QGuiApplication.clipboard().text() == "\n".join(line.ref.page for line in lines)


def test_what_the_gateway_does_not_know_is_said_once(page):
    cart = Cart((replace(cart_line(1), untold=True), replace(cart_line(2), untold=True)))
    page.model.show_cart(cart)
    page.show_read()
    assert not page.banner.isVisible()
    assert not page.model.line(row(page)).untold
    page.model.show_cart(cart, "The gateway cannot be reached.", untold=2)
    assert page.model.line(row(page)).untold
    page.show_failed("The gateway cannot be reached.")
    sentence = "The gateway cannot be reached. 2 changes here are kept and told when it answers."
    assert page.banner.text.text() == sentence
    page.model.show_cart(Cart((cart_line(1),)), "The gateway cannot be reached.", untold=1)  # a removal
    assert page.banner.text.text().endswith("1 change here is kept and told when it answers.")
    page.show_read()
    page.model.show_cart(Cart((cart_line(1),)))
    assert not page.banner.isVisible()


def test_the_last_change_is_taken_back_by_key_and_by_button(page):
    fill(page, cart_line(1))
    told = QSignalSpy(page.undo_requested)
    press(page, KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert told.count() == 2
    assert page.undo.toolTip() == "Take back the last change of the cart (Ctrl+Z)"
    page.model.show_cart(Cart())
    assert page.undo.isVisible()
