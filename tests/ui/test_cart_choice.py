"""Which lines of a cart are ordered now, which stand apart, and what is said below them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Sku, SkuAttribute, Words
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY
from sourcing_desktop.ui.cart.cart_state import CartState
from sourcing_desktop.ui.cart.line_row import sku, tier
from sourcing_desktop.ui.cart.row_states import Choice
from tests.support.cart_rows import CHECK, PARTLY, UNCHECKED, line, seller, state, watched_model
from tests.support.goods import cart_line, full_cart, supplier


@pytest.fixture
def model(qapp):
    return watched_model()


def test_lines_are_chosen_one_by_one(model):
    model.show_cart(full_cart())
    first, heading = line(model, column=GOODS), model.index(0, GOODS)
    assert model.setData(first, UNCHECKED, CHECK)
    assert (first.data(CHECK), seller(model).data(CHECK), heading.data(CHECK)) == (UNCHECKED, PARTLY, PARTLY)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Goods: ")
    chosen = model.chosen_groups()[0]
    assert [each.sku.id for each in chosen.lines] == ["sku-11"]
    assert model.cart.choice is Choice.SOME
    model.choose_all(False)
    assert (model.cart.choice, model.chosen_groups()) == (Choice.NONE, ())
    model.choose_all(True)
    assert model.cart.choice is Choice.ALL


def test_a_line_left_out_does_not_help_the_others_to_a_tier(model):
    goods = cart_line(1, quantity=60)
    other = replace(goods, sku=replace(goods.sku, id="sku-other"), quantity=40)
    model.show_cart(Cart((goods, other)))
    assert state(model).unit == Money(1000)
    model.setData(line(model, 1, column=GOODS), UNCHECKED, CHECK)
    assert state(model).unit == Money(1250)
    assert model.cart.total == Money(60 * 1250)


def test_a_problem_of_a_line_left_out_is_in_nobodys_way(model):
    model.show_cart(Cart((cart_line(1, quantity=3, moq=20), cart_line(2))))
    assert model.cart.first_blocked == "1688:sku-1"
    model.setData(line(model, column=GOODS), UNCHECKED, CHECK)
    assert (model.cart.obstacle, model.cart.first_blocked) == ("", "")
    assert state(model).sentence == "Below the minimum of 20 for this offer."


@pytest.mark.parametrize(
    ("gone", "why"),
    [
        ({"sold": False}, "This SKU is not sold any more."),
        ({"stock": 0}, "Out of stock."),
        ({"stock": 4, "lot": 6}, "Only 4 in stock. Sold in lots of 6."),
    ],
)
def test_what_no_quantity_can_mend_stands_apart_with_the_reason(model, gone, why):
    model.show_cart(Cart((cart_line(1), cart_line(2, **gone))))
    apart = model.index(1, GOODS)
    assert apart.data() == "Cannot be ordered now"
    row = model.index(0, QUANTITY, apart)
    assert model.line(row).sentence == why
    assert not row.flags() & Qt.ItemFlag.ItemIsEditable
    assert row.siblingAtColumn(GOODS).data(CHECK) is None
    assert (model.cart.total, model.cart.obstacle) == (Money(25000), "")


def test_what_is_kept_for_later_is_in_no_sum_and_comes_back(model):
    cart = Cart((cart_line(1), cart_line(2, seller=supplier(2))))
    kept = Cart((cart.lines[0], replace(cart.lines[1], later=True)))
    model.show_cart(kept)
    assert [model.index(row, GOODS).data() for row in range(2)] == ["1688", "For later"]
    assert model.line(model.index(0, GOODS, model.index(1, GOODS))).line.later
    assert (model.cart.total, len(model.chosen_groups())) == (Money(25000), 1)
    model.show_cart(cart)
    assert (model.rowCount(), model.cart.total) == (1, Money(50000))


def test_the_next_tier_is_offered_where_it_saves(model):
    model.show_cart(Cart((cart_line(1, quantity=90), cart_line(2, quantity=55), cart_line(3, quantity=20))))
    said = [[remark.text for remark in state(model, row).remarks] for row in range(3)]
    assert said == [["¥125.00 less in all at ¥10.00 each"], ["¥10.00 each for ¥312.50 more in all"], []]
    assert not state(model).blocks
    assert not model.mend(line(model))


def test_a_tier_is_offered_once_for_all_skus_of_an_offer(model):
    goods = cart_line(1, quantity=50)
    other = replace(goods, sku=replace(goods.sku, id="sku-other"), quantity=30)
    model.show_cart(Cart((other, goods)))
    assert [state(model, row).cheaper is not None for row in range(2)] == [False, True]


def test_the_tier_that_gives_the_price_is_named(model):
    model.show_cart(Cart((cart_line(1, quantity=130), cart_line(2, quantity=20))))
    assert [tier(state(model, row)) for row in range(2)] == ["from 100", ""]
    assert "¥10.00 each from 100" in line(model).data(Qt.ItemDataRole.ToolTipRole)


def test_a_sku_is_named_in_both_languages(model):
    goods = cart_line(1)
    plain = replace(goods, sku=Sku("one"))
    chinese = replace(goods, sku=Sku("two", (SkuAttribute(Words("颜色"), Words("红色")),)))
    model.show_cart(Cart((goods, plain, chinese)))
    assert [sku(state(model, row)) for row in range(3)] == ["dark green · 墨绿色", "One size", "红色"]


def test_weights_are_summed_up_where_all_are_known(model):
    heavy = replace(cart_line(1), sku=replace(cart_line(1).sku, weight_g=350))
    model.show_cart(Cart((heavy, cart_line(2, seller=supplier(2)))))
    assert [seller.weight_g for seller in model.cart.sellers] == [7000, None]
    assert model.cart.weight_g is None
    model.setData(seller(model, 1), UNCHECKED, CHECK)
    assert model.cart.weight_g == 7000


def test_notes_are_shown_where_they_belong(model):
    long = "🧵 " + "مرحبا " * 2000
    model.show_cart(Cart((replace(cart_line(1), note=long),), {"1688:shop-1": "no invoice"}))
    (note,) = state(model).remarks
    assert (note.text[:7], len(note.text) <= 200) == ("🧵 مرحبا", True)
    assert model.cart.sellers[0].remarks[0].text == "no invoice"


def test_a_screen_reader_hears_the_keys_that_answer(model):
    model.show_cart(Cart((replace(cart_line(1, quantity=90), elsewhere=40),)))
    said = line(model).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "¥125.00 less in all at ¥10.00 each. Press T to take 100." in said
    assert "Another computer set 40. Press E to take that, K to keep 90." in said


def test_only_what_changed_is_told(model):
    cart = full_cart()
    model.show_cart(cart)
    told = QSignalSpy(model.dataChanged)
    model.show_cart(cart)
    assert told.count() == 0
    model.show_cart(cart.with_quantity(cart.lines[0].key, 4))
    parents = [told.at(number)[0].parent().data() for number in range(told.count())]
    assert parents == ["Shop 1", "1688"]


LINES = full_cart().lines
KEYS = st.sampled_from([line.key for line in LINES])
DEEDS = st.one_of(
    st.tuples(st.just("type"), KEYS, st.sampled_from(["", "abc", "3", "90", "1000"])),
    st.tuples(st.just("refuse"), KEYS, st.just(7), st.just("no")),
    st.tuples(st.just("confirm"), KEYS, st.sampled_from([3, 90])),
    st.tuples(st.just("choose"), st.lists(KEYS, max_size=5), st.booleans()),
    st.tuples(st.just("set_in_flight"), st.frozensets(KEYS, max_size=3)),
    st.tuples(
        st.just("take"), st.lists(st.sampled_from(LINES), unique=True).map(tuple).map(Cart), st.just("")
    ),
)


@settings(max_examples=40)
@given(deeds=st.lists(DEEDS, max_size=12))
def test_a_seller_that_is_not_worked_out_again_would_be_the_same(deeds):
    state = CartState()
    state.take(full_cart(), "")
    for name, *what in deeds:
        getattr(state, name)(*what)
    afresh = deepcopy(state)
    afresh._known.clear()
    afresh.choose((), True)
    assert (afresh.sellers, afresh.invalid) == (state.sellers, state.invalid)


def test_another_cart_leaves_nothing_behind(model):
    model.show_cart(Cart((cart_line(1),)))
    model.setData(line(model, column=GOODS), UNCHECKED, CHECK)
    model.show_cart(Cart())
    model.show_cart(Cart((cart_line(1),)))
    assert model.cart.choice is Choice.ALL


def test_what_two_computers_want_differently_is_decided_before_it_is_ordered(model):
    goods = replace(cart_line(1, quantity=90), elsewhere=40)
    model.show_cart(Cart((goods,)))
    assert model.cart.obstacle == "Decide which of two quantities counts or leave out Shop 1."
    assert state(model).remarks[-1].text == "Another computer set 40"
    assert (model.cart.first_blocked, state(model).remarks[-1].warns) == (goods.key, True)
    model.setData(line(model, column=GOODS), UNCHECKED, CHECK)
    assert model.cart.first_blocked == ""
    model.show_cart(Cart((replace(goods, elsewhere=None),)))
    model.choose_all(True)
    assert model.cart.obstacle == ""


def test_a_price_that_changed_since_it_was_taken_is_said_below_the_line(model):
    goods = cart_line(1, quantity=90)
    double = replace(
        goods.prices, tiers=tuple(replace(each, price=each.price * 2) for each in goods.prices.tiers)
    )
    model.show_cart(Cart((replace(goods, prices=double, taken_at=goods.quote),)))
    said = [remark.text for remark in state(model).remarks if remark.warns]
    assert said == ["¥12.50 each when you took it"]
    assert "It was ¥12.50 each when you took it." in line(model).data(Qt.ItemDataRole.ToolTipRole)
    model.show_cart(Cart((replace(goods, taken_at=replace(goods.quote, sku=Money(1))),)))
    assert state(model).before is None  # the price of the SKU alone does not rule
