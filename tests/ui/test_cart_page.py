"""The cart dock by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit

from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY, UNIT_PRICE
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.row_geometry import check_rect, fold_rect, remark_rect
from tests.support.goods import cart_line, full_cart, supplier

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(theme, loader, on_screen):
    page = CartPage(theme, loader)
    page.resize(460, 700)
    on_screen(page)
    return page


def fill(page, *lines):
    page.model.show_cart(Cart(lines))
    page.show_read()
    page.tree.setFocus()
    go_to(page, 0)


def row(page, number, seller=0, platform=0, column=GOODS):
    model = page.model
    return model.index(number, column, model.index(seller, GOODS, model.index(platform, GOODS)))


def go_to(page, number, seller=0):
    page.tree.setCurrentIndex(row(page, number, seller))


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.tree, key)


def editor(page) -> QLineEdit:
    (found,) = page.tree.viewport().findChildren(QLineEdit)
    return found


def quantity(page, number=0):
    return row(page, number, column=QUANTITY).data()


def sentence(page, number=0):
    return page.model.line(row(page, number)).sentence


def painted(page, index) -> QRect:
    rect = page.tree.visualRect(index)
    return QRect(0, rect.y(), page.tree.viewport().width(), rect.height())


def click(page, at: QPoint):
    QTest.mouseClick(page.tree.viewport(), LEFT, pos=at)


def test_an_empty_cart_says_how_to_fill_it(page):
    page.show_read()
    assert page.hint.isVisible()
    assert not page.foot.isVisible()


def test_digits_change_the_quantity_and_enter_keeps_it(page, qtbot):
    fill(page, cart_line(1), cart_line(2))
    told = QSignalSpy(page.model.quantity_typed)
    press(page, KEY.Key_4)
    QTest.keyClicks(editor(page), "5")
    QTest.keyClick(editor(page), KEY.Key_Return)
    qtbot.waitUntil(lambda: quantity(page) == "45")
    assert told.at(0) == ["1688:sku-1", 45]
    assert page.tree.hasFocus()


def test_escape_leaves_the_quantity_as_it_was(page):
    fill(page, cart_line(1))
    press(page, KEY.Key_F2)
    QTest.keyClicks(editor(page), "99")
    QTest.keyClick(editor(page), KEY.Key_Escape)
    assert quantity(page) == "20"


def test_text_pasted_into_a_quantity_stays_visible(page, qtbot):
    fill(page, cart_line(1))
    QGuiApplication.clipboard().setText("about 300 pieces")
    press(page, KEY.Key_F2)
    QTest.keyClick(editor(page), KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor(page), KEY.Key_Return)
    qtbot.waitUntil(lambda: quantity(page) == "about 300 pieces")
    assert sentence(page) == "Enter a whole number, such as 12."
    assert not page.checkout.isEnabled()
    assert page.foot.obstacle.text() == "Mend the marked quantities or leave out Shop 1."


def test_what_is_being_typed_survives_a_new_cart(page, qtbot):
    fill(page, cart_line(1), cart_line(2))
    press(page, KEY.Key_7)
    page.model.show_cart(Cart((cart_line(1, quantity=21), cart_line(2), cart_line(3))))
    assert editor(page).text() == "7"
    QTest.keyClick(editor(page), KEY.Key_Return)
    qtbot.waitUntil(lambda: quantity(page) == "7")


def test_place_and_folds_survive_a_new_cart(page):
    cart = full_cart()
    page.model.show_cart(cart)
    page.tree.setCurrentIndex(row(page, 1, 2))
    folded = page.model.index(0, GOODS, page.model.index(0, GOODS))
    page.tree.collapse(folded)
    page.model.show_cart(cart.with_quantity(cart.lines[5].key, 77))
    assert page.tree.currentIndex() == row(page, 1, 2)
    assert not page.tree.isExpanded(folded)
    assert page.tree.isExpanded(page.model.index(1, GOODS, page.model.index(0, GOODS)))


def test_a_folded_seller_comes_back_folded(page):
    cart = full_cart()
    page.model.show_cart(cart)
    folded = page.model.index(1, GOODS, page.model.index(0, GOODS))
    key = page.model.row_key(folded)
    page.tree.collapse(folded)
    gone = page.model.state(folded).group.key
    page.model.show_cart(
        Cart(tuple(line for group in cart.groups() if group.key != gone for line in group.lines))
    )
    assert not page.model.find(key).isValid()
    page.model.show_cart(cart)
    assert not page.tree.isExpanded(page.model.find(key))
    page.tree.expand(page.model.find(key))
    page.model.show_cart(Cart())
    page.model.show_cart(cart)
    assert page.tree.isExpanded(page.model.find(key))


@pytest.mark.parametrize("key", [KEY.Key_M, KEY.Key_Return, KEY.Key_Enter])
def test_a_key_mends_a_quantity_below_the_minimum(page, key):
    fill(page, cart_line(1, quantity=3, moq=20))
    assert not page.checkout.isEnabled()
    press(page, key)
    assert (quantity(page), sentence(page)) == ("20", "")
    assert page.checkout.isEnabled()


def test_a_click_on_the_sentence_mends(page):
    fill(page, cart_line(1, quantity=3, moq=20))
    click(page, remark_rect(painted(page, row(page, 0)), page.model.line(row(page, 0)), True, 0).center())
    assert quantity(page) == "20"


def test_enter_keeps_what_is_typed_also_where_a_problem_was(page, qtbot):
    fill(page, cart_line(1, quantity=3, moq=20))
    press(page, KEY.Key_2)
    QTest.keyClicks(editor(page), "5")
    QTest.keyClick(editor(page), KEY.Key_Return)
    qtbot.waitUntil(lambda: quantity(page) == "25")


def test_letters_do_not_open_the_editor(page):
    fill(page, cart_line(1))
    press(page, KEY.Key_X)
    assert page.tree.state() != page.tree.State.EditingState


def test_delete_removes_the_line_or_all_lines_of_a_seller(page):
    fill(page, cart_line(1), cart_line(2), cart_line(3, seller=supplier(2)))
    told = QSignalSpy(page.tree.commands.remove_requested)
    go_to(page, 1)
    press(page, KEY.Key_Delete)
    page.tree.setCurrentIndex(row(page, 0).parent())
    press(page, KEY.Key_Backspace)
    page.tree.setCurrentIndex(row(page, 0).parent().parent())
    press(page, KEY.Key_Delete)
    assert [told.at(number) for number in range(told.count())] == [
        [("1688:sku-2",)],
        [("1688:sku-1", "1688:sku-2")],
    ]


def test_a_line_being_ordered_is_not_removed(page):
    fill(page, cart_line(1), cart_line(2))
    page.model.show_in_flight(frozenset({"1688:sku-1"}))
    told = QSignalSpy(page.tree.commands.remove_requested)
    press(page, KEY.Key_Delete)
    press(page, KEY.Key_5)
    assert told.count() == 0
    assert not page.tree.viewport().findChildren(QLineEdit)


def test_space_chooses_a_seller_and_the_sums_follow(page):
    fill(page, cart_line(1), cart_line(2, seller=supplier(2)))
    assert (page.checkout.text(), page.foot.total.text()) == ("Check out 2 sellers", "¥500.00")
    press(page, KEY.Key_Space)
    assert (page.checkout.text(), page.foot.total.text()) == ("Check out 1 seller", "¥250.00")
    assert page.foot.counts.text() == "20 pieces · without freight"
    press(page, KEY.Key_Space)
    assert page.checkout.text() == "Check out 2 sellers"


def test_the_check_box_and_the_arrow_can_be_clicked(page):
    fill(page, cart_line(1), cart_line(2, seller=supplier(2)))
    seller = row(page, 0).parent()
    click(page, check_rect(painted(page, seller), page.model.state(seller)).center())
    assert seller.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    click(page, fold_rect(painted(page, seller)).center())
    assert not page.tree.isExpanded(seller)


def test_checking_out_hands_over_what_is_shown(page):
    fill(page, cart_line(1), cart_line(2, seller=supplier(2)))
    page.model.setData(row(page, 0, column=QUANTITY), "33")
    told = QSignalSpy(page.checkout_requested)
    page.checkout.setFocus()
    QTest.keyClick(page.checkout, KEY.Key_Space)
    assert told.count() == 1
    groups = page.model.chosen_groups()
    assert [group.supplier.id for group in groups] == ["shop-1", "shop-2"]
    assert groups[0].lines[0].quantity == 33


def test_the_keyboard_reaches_everything(page):
    fill(page, cart_line(1))
    seen = set()
    for _ in range(6):
        seen.add(page.focusWidget())
        page.focusNextChild()
    assert {page.tree, page.refresh, page.checkout} <= seen


def test_an_offer_is_opened_by_key(page):
    fill(page, cart_line(1))
    told = QSignalSpy(page.offer_requested)
    press(page, KEY.Key_O)
    assert told.at(0)[0] == cart_line(1).ref


def test_the_unit_price_has_a_column_where_there_is_room(page):
    fill(page, cart_line(1))
    assert page.tree.isColumnHidden(UNIT_PRICE)
    page.resize(800, 700)
    assert not page.tree.isColumnHidden(UNIT_PRICE)


def test_a_failure_leaves_what_is_there(page):
    page.show_failed("The gateway cannot be reached.")
    assert page.failed.isVisible()
    page.model.show_in_flight(frozenset())
    assert page.failed.isVisible()
    fill(page, cart_line(1))
    told = QSignalSpy(page.refresh_requested)
    page.show_failed("The gateway cannot be reached.")
    assert page.tree.isVisible()
    page.banner.retry.click()
    assert told.count() == 1
