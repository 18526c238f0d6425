"""The cart as a tree, and the words about what is wrong in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.quantity import MixedBatch
from sourcing_desktop.ui.cart.cart_model import GOODS, TOTAL, CartModel
from tests.support.cart_rows import (
    CHECK,
    CHECKED,
    PARTLY,
    UNCHECKED,
    enter,
    line,
    seller,
    state,
    watched_model,
)
from tests.support.goods import cart_line, full_cart, supplier


@pytest.fixture
def model(qapp):
    return watched_model()


def spies(model):
    signals = (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset, model.layoutChanged)
    return [QSignalSpy(signal) for signal in signals]


def test_platforms_hold_sellers_and_sellers_hold_lines(model):
    model.show_cart(full_cart())
    headings = [model.index(row, GOODS).data() for row in range(model.rowCount())]
    assert headings == ["1688", "Taobao", "Cannot be ordered now"]
    assert [model.rowCount(model.index(row, GOODS)) for row in range(2)] == [7, 5]
    assert model.rowCount(seller(model)) == 2
    assert model.parent(line(model)) == seller(model)


def test_a_changed_quantity_moves_nothing(model):
    cart = full_cart()
    model.show_cart(cart)
    kept = QPersistentModelIndex(line(model, 1, 2))
    told = spies(model)
    model.show_cart(cart.with_quantity(cart.lines[0].key, 99))
    assert [spy.count() for spy in told] == [0] * len(told)
    assert line(model).data() == "99"
    assert kept.isValid()


def test_only_the_rows_that_go_and_come_are_touched(model):
    cart = full_cart()
    model.show_cart(cart)
    kept = QPersistentModelIndex(line(model, 0, 3))
    before = kept.data()
    model.show_cart(cart.without(frozenset({cart.lines[0].key, cart.lines[1].key})))
    assert (kept.data(), model.rowCount(model.index(0, GOODS))) == (before, 6)
    model.show_cart(cart)
    assert (kept.data(), model.rowCount(model.index(0, GOODS))) == (before, 7)
    model.show_cart(Cart(tuple(reversed(cart.lines))))
    assert kept.data() == before
    model.show_cart(Cart())
    assert model.rowCount() == 0
    assert not kept.isValid()


@settings(max_examples=20)
@given(before=st.permutations(range(6)), after=st.lists(st.integers(0, 5), unique=True))
def test_any_cart_can_follow_any_other(qapp, before, after):
    lines = full_cart().lines[10:16]  # of three sellers on both platforms
    model = CartModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    model.show_cart(Cart(tuple(lines[at] for at in before)))
    cart = Cart(tuple(lines[at] for at in after))
    model.show_cart(cart)
    shown = [
        model.line(line(model, row, of, platform)).line.key
        for platform in range(model.rowCount())
        for of in range(model.rowCount(model.index(platform, GOODS)))
        for row in range(model.rowCount(seller(model, of, platform)))
    ]
    assert shown == [each.key for group in cart.groups() for each in group.lines]


def test_a_typed_quantity_counts_at_once_and_is_told(model):
    model.show_cart(Cart((cart_line(quantity=20),)))
    told = QSignalSpy(model.quantity_typed)
    assert enter(model, "1,000")
    assert told.at(0) == ["1688:sku-1", 1000]
    assert line(model, column=TOTAL).data() == "¥10,000.00"
    assert model.chosen_groups()[0].lines[0].quantity == 1000


ASK = "Enter a whole number, such as 12."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        *[(text, ASK) for text in ("20 pcs", "abc", "-5", "1.5", "二十", "12,5")],
        ("", "Enter a quantity."),
        ("99999999999", "More than 1,000,000 pieces; check the number."),
        ("1,000,000,000", "More than 1,000,000 pieces; check the number."),
    ],
)
def test_what_is_no_number_stays_visible_with_its_sentence(model, text, sentence):
    model.show_cart(Cart((cart_line(quantity=20),)))
    told = QSignalSpy(model.quantity_typed)
    enter(model, text)
    model.show_cart(Cart((cart_line(quantity=20),)))
    assert line(model).data() == text
    assert state(model).sentence == sentence
    assert told.count() == 0
    assert model.cart.pieces == 20
    assert "Shop 1" in model.cart.obstacle
    assert model.mend(line(model))
    assert (line(model).data(), state(model).sentence) == ("20", "")


@given(text=st.text(max_size=40))
def test_nothing_typed_is_lost(qapp, text):
    model = CartModel()
    model.show_cart(Cart((cart_line(quantity=20),)))
    enter(model, text)
    assert line(model).data() == text.strip() or int(line(model).data()) == 20


def test_a_slip_of_the_keyboard_is_not_told(model):
    model.show_cart(Cart((cart_line(stock=None),)))
    told = QSignalSpy(model.quantity_typed)
    enter(model, "1000000000")
    assert state(model).sentence == "More than 1,000,000 pieces; check the number."
    assert told.count() == 0
    assert model.cart.obstacle


def test_zero_is_a_problem_and_not_a_removal(model):
    model.show_cart(Cart((cart_line(quantity=20, lot=5),)))
    told = QSignalSpy(model.quantity_typed)
    enter(model, "0")
    assert (state(model).sentence, state(model).mend, told.count()) == ("Enter at least 1.", 5, 0)


@pytest.mark.parametrize(
    ("rules", "quantity", "sentence", "mended"),
    [
        ({"moq": 20}, 3, "Below the minimum of 20 for this offer.", "20"),
        ({"lot": 6}, 20, "Sold in lots of 6.", "24"),
        ({"stock": 12}, 20, "Only 12 in stock.", "12"),
    ],
)
def test_a_problem_is_said_and_mended(model, rules, quantity, sentence, mended):
    model.show_cart(Cart((cart_line(quantity=quantity, **rules),)))
    assert state(model).sentence == sentence
    told = QSignalSpy(model.quantity_typed)
    assert model.mend(line(model))
    assert (line(model).data(), state(model).sentence) == (mended, "")
    assert told.at(0) == ["1688:sku-1", int(mended)]


def test_a_refused_quantity_stays_with_the_reason(model):
    model.show_cart(Cart((cart_line(quantity=20),)))
    enter(model, "30")
    model.refuse("1688:sku-1", 30, "The gateway cannot be reached.")
    assert (line(model).data(), state(model).sentence) == ("30", "The gateway cannot be reached.")
    assert model.cart.obstacle
    enter(model, "31")
    assert state(model).sentence == ""


def test_what_is_typed_while_an_answer_comes_is_kept(model):
    model.show_cart(Cart((cart_line(quantity=20),)))
    enter(model, "30")
    enter(model, "40")
    model.confirm("1688:sku-1", 30)
    model.refuse("1688:sku-1", 30, "no")
    assert (line(model).data(), state(model).sentence) == ("40", "")


def test_sellers_and_platforms_are_chosen(model):
    model.show_cart(full_cart())
    platform = model.index(0, GOODS)
    assert platform.data(CHECK) == CHECKED
    model.setData(seller(model), UNCHECKED, CHECK)
    assert (seller(model).data(CHECK), platform.data(CHECK)) == (UNCHECKED, PARTLY)
    model.setData(platform, UNCHECKED, CHECK)
    assert {group.platform for group in model.chosen_groups()} == {Platform.TAOBAO}
    model.setData(model.index(1, GOODS), UNCHECKED, CHECK)
    assert model.cart.obstacle == "Choose at least one seller."
    assert model.cart.total == Money(0)


def test_lines_being_ordered_cannot_be_chosen_or_changed(model):
    first, second = cart_line(1), cart_line(2)
    model.show_cart(Cart((first, second)))
    model.show_in_flight(frozenset({first.key}))
    assert state(model).sentence.startswith("Being ordered")
    assert not line(model).flags() & Qt.ItemFlag.ItemIsEditable
    assert not enter(model, "5")
    assert model.chosen_groups()[0].lines == (second,)
    model.show_in_flight(frozenset({first.key, second.key}))
    assert model.chosen_groups() == ()
    assert seller(model).data(CHECK) is None
    model.show_in_flight(frozenset())
    assert len(model.chosen_groups()[0].lines) == 2


def test_a_sku_not_sold_any_more_does_not_hold_the_seller_back(model):
    model.show_cart(Cart((cart_line(1), cart_line(2, sold=False))))
    gone = model.line(model.index(0, GOODS, model.index(1, GOODS)))
    assert gone.sentence == "This SKU is not sold any more."
    assert not model.cart.obstacle
    assert [each.row_id for each in model.chosen_groups()[0].lines] == ["row-1"]


@pytest.mark.parametrize(
    ("mixed", "quantity", "note"),
    [
        (MixedBatch(30), 18, "Mixes from 30 pieces: 12 more to go"),
        (MixedBatch(None, Money(50000)), 20, "Mixes from ¥500.00: ¥250.00 more to go"),
        (MixedBatch(30), 30, "Mixed batch reached: the minimum of each offer is lifted"),
        (
            MixedBatch(30, Money(50000)),
            20,
            "Mixes from 30 pieces or ¥500.00: 10 pieces or ¥250.00 more to go",
        ),
        (None, 30, ""),
    ],
)
def test_a_seller_says_how_far_the_mixed_batch_is(model, mixed, quantity, note):
    model.show_cart(Cart((cart_line(quantity=quantity, seller=supplier(1, mixed)),)))
    assert model.cart.sellers[0].note == note


def test_a_reached_mixed_batch_lifts_the_minimum(model):
    shop = supplier(1, MixedBatch(30))
    lines = (cart_line(1, seller=shop, quantity=3, moq=20), cart_line(2, seller=shop, quantity=20))
    model.show_cart(Cart(lines))
    assert state(model).sentence == "Below the minimum of 20 for this offer."
    enter(model, "27", row=1)
    assert state(model).sentence == ""


def test_a_screen_reader_hears_what_is_wrong(model):
    model.show_cart(Cart((cart_line(quantity=3, moq=20),)))
    assert line(model).data(Qt.ItemDataRole.AccessibleTextRole) == "Quantity: 3"
    said = line(model).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Below the minimum of 20" in said
    assert "Press M to set 20." in said
