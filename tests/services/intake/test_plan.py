"""What a list would do to the cart, before it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.cart import Cart, CartLine
from sourcing_desktop.domain.errors import NotFound, Unreachable
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.quantity import Fault, MixedBatch
from sourcing_desktop.services.intake.plan import Plan
from sourcing_desktop.services.intake.verdicts import Standing, Summary, summary, verdicts
from tests.services.intake.lists import ALL_SKUS, detail, ref, wish

EMPTY = Cart()


def looked_up(*wishes, **details) -> Plan:
    plan = Plan(wishes)
    for goods in plan.waiting:
        plan.found(goods, detail(int(goods[0].id), **details))
    return plan


def cart_line(offer, sku, quantity: int) -> CartLine:
    return CartLine(
        "", offer.ref, sku, quantity, offer.offer.title, "", offer.prices, offer.rules, offer.supplier
    )


def standing(plan: Plan, cart: Cart = EMPTY):
    (row,) = plan.rows
    return verdicts(plan.rows, cart)[row.number]


def test_a_row_that_says_everything_is_ready():
    plan = looked_up(wish(1, "20", "red", "XL"))
    (row,) = plan.rows
    assert (row.sku_id, row.coming.pieces) == ("01", 20)
    assert standing(plan).standing is Standing.READY
    assert standing(plan).unit == Money(500)


def test_without_a_quantity_the_least_that_is_sold_is_taken():
    plan = looked_up(wish(1, "", "red", "XL"), moq=10, lot=4)
    assert (plan.rows[0].quantity, plan.rows[0].by_rule) == ("12", True)
    assert standing(plan).problem is None


@pytest.mark.parametrize("typed", ["12.5", "-3", "abc", "", "99999999999"])
def test_what_is_no_whole_number_asks(typed):
    plan = looked_up(wish(1, "5", "red", "XL"))
    plan.set_quantity(0, typed)
    assert standing(plan).standing is Standing.OPEN
    plan.set_quantity(0, "6")
    assert standing(plan).standing is Standing.READY


@pytest.mark.parametrize(
    ("typed", "fault", "stands"),
    [
        ("0", Fault.NOT_POSITIVE, Standing.OPEN),
        ("1000000000", Fault.TOO_MANY, Standing.OPEN),
        ("1001", Fault.ABOVE_STOCK, Standing.READY),
        ("15", Fault.NOT_A_LOT, Standing.READY),
        ("4", Fault.BELOW_MOQ, Standing.READY),
    ],
)
def test_a_quantity_against_the_rules_says_so(typed, fault, stands):
    plan = looked_up(wish(1, typed, "red", "XL"), moq=20, lot=4)
    found = standing(plan)
    assert (found.problem.fault, found.standing) == (fault, stands)


def test_what_is_sold_out_is_left_out():
    plan = looked_up(wish(1, "5"), skus=(replace(ALL_SKUS[0], stock=0),))
    assert standing(plan).standing is Standing.OUT


def test_a_sku_that_is_not_clear_is_asked_for():
    plan = looked_up(wish(1, "5", "purple"))
    assert standing(plan).standing is Standing.OPEN
    plan.choose_sku(0, "21")
    assert standing(plan).standing is Standing.READY


def test_goods_that_cannot_be_ordered_are_left_out():
    assert standing(looked_up(wish(1, "5", "red", "S"), status="off sale")).standing is Standing.OUT


def test_trouble_that_may_pass_can_be_asked_about_again():
    plan = Plan([wish(1, "5"), wish(2, "5")])
    plan.failed((ref(1),), Unreachable("No answer."))
    plan.failed((ref(2),), NotFound("Gone."))
    assert [(row.trouble, row.passing) for row in plan.rows] == [("No answer.", True), ("Gone.", False)]
    plan.ask_again([0, 1])
    assert plan.waiting == ((ref(1),),)
    assert {each.standing for each in verdicts(plan.rows, EMPTY).values()} == {Standing.LOOKING, Standing.OUT}


def test_two_lines_of_one_sku_become_one_with_the_sum():
    plan = looked_up(
        wish(1, "5", "red", "XL", place=1),
        wish(2, "1", "red", "S", place=2),
        wish(1, "7", "红色", "XL", place=3),
        wish(1, "", "RED XL", place=4),
        wish(1, "12.5", "red", "XL", place=5),
    )
    assert [(row.places, row.quantity) for row in plan.rows] == [
        ((1, 3, 4), "12"),
        ((2,), "1"),
        ((5,), "12.5"),
    ]


def test_what_the_buyer_leaves_out_is_not_added():
    plan = looked_up(wish(1, "5", "red", "XL"))
    plan.want([0], False)
    assert plan.rows[0].coming is None
    assert standing(plan).standing is Standing.UNWANTED
    plan.want([0], True)
    assert standing(plan).standing is Standing.READY


def test_the_minimum_counts_over_the_skus_of_an_offer_and_the_cart():
    plan = looked_up(wish(1, "5", "red", "XL"), wish(1, "4", "red", "S"), moq=20)
    found = verdicts(plan.rows, EMPTY)
    assert {each.problem.fault for each in found.values()} == {Fault.BELOW_MOQ}
    assert found[0].problem.mend == 16
    cart = Cart((cart_line(detail(1, moq=20), ALL_SKUS[5], 11),))
    assert {each.problem for each in verdicts(plan.rows, cart).values()} == {None}


def test_what_is_in_the_cart_counts_for_stock_and_tier():
    cart = Cart((cart_line(detail(1), ALL_SKUS[1], 960),))
    plan = looked_up(wish(1, "60", "red", "XL"))
    found = standing(plan, cart)
    assert (found.in_cart, found.unit) == (960, Money(400))
    assert (found.problem.fault, found.problem.mend) == (Fault.ABOVE_STOCK, 40)


def test_a_mixed_batch_lifts_the_minimum():
    rule = MixedBatch(pieces=30)
    plan = looked_up(wish(1, "20", "red", "XL"), wish(2, "9", "red", "XL"), moq=100, mixed=rule)
    assert all(each.problem for each in verdicts(plan.rows, EMPTY).values())
    plan.set_quantity(1, "10")
    assert not any(each.problem for each in verdicts(plan.rows, EMPTY).values())


def test_the_summary_counts_what_goes_in_and_what_does_not():
    plan = Plan(
        [wish(1, "20", "red", "XL"), wish(2, "5"), wish(3, "1", "red", "S"), wish(4, "1"), wish(5, "1")]
    )
    for number, seller in ((1, "a"), (2, "a"), (3, "b")):
        plan.found((ref(number),), detail(number, seller=seller))
    plan.failed((ref(4),), NotFound("Gone."))
    counts = summary(plan.rows, verdicts(plan.rows, EMPTY))
    assert counts == Summary(lines=2, sellers=2, total=Money(21 * 500), left_out=2, looking=1)


rows = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(ALL_SKUS), st.integers(1, 1200)), min_size=1, max_size=8
)


def own(number: int, id_: str) -> str:
    """SKU ids of different offers differ."""
    return f"{number}-{id_}"


def offer_of(number: int, **rules):
    return detail(number, skus=tuple(replace(each, id=own(number, each.id)) for each in ALL_SKUS), **rules)


@given(
    rows,
    rows,
    st.integers(1, 60),
    st.sampled_from([1, 4, 10]),
    st.none() | st.builds(MixedBatch, st.integers(1, 99)),
)
def test_the_verdict_is_what_the_cart_says_afterwards(listed, present, moq, lot, mixed):
    rules = {"moq": moq, "lot": lot, "mixed": mixed}
    listed = [(each, own(each, sku.id), pieces) for each, sku, pieces in listed]
    present = [(each, own(each, sku.id), pieces) for each, sku, pieces in present]
    offers = {number: offer_of(number, **rules) for number in (1, 2, 3)}
    held = {id_: cart_line(offers[each], offers[each].sku(id_), pieces) for each, id_, pieces in present}
    plan = Plan(
        [wish(each, str(pieces), sku_id=id_, place=place) for place, (each, id_, pieces) in enumerate(listed)]
    )
    for goods in plan.waiting:
        plan.found(goods, offers[int(goods[0].id)])
    judged = verdicts(plan.rows, Cart(tuple(held.values())))
    after = dict(held)
    for row in plan.rows:
        before = held[row.sku_id].quantity if row.sku_id in held else 0
        after[row.sku_id] = cart_line(row.detail, row.sku, before + row.coming.pieces)
        assert judged[row.number].in_cart == before
    (group,) = Cart(tuple(after.values())).groups()
    for row in plan.rows:
        line = after[row.sku_id]
        told, said = judged[row.number].problem, group.problem(line)
        assert (told and told.fault) == (said and said.fault)
        assert judged[row.number].unit == group.unit_price(line)
