"""The cart: its split, its sums and the problems at its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.cart import MOST_SKUS, Cart, order_batches
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.quantity import Fault, MixedBatch
from sourcing_desktop.domain.supplier import Supplier
from tests.support.cart_lines import line

LINES = st.lists(
    st.builds(
        line,
        st.integers(0, 10**6),
        st.sampled_from(["A", "B", "C"]),
        st.sampled_from(["1", "2"]),
        st.sampled_from(list(Platform)),
        st.integers(1, 200),
    ),
    max_size=20,
    unique_by=lambda made: made.key,
)


@given(LINES)
def test_every_line_is_in_exactly_one_group_of_its_seller(lines):
    groups = Cart(tuple(lines)).groups()
    assert sorted(made.key for group in groups for made in group.lines) == sorted(made.key for made in lines)
    assert len({group.key for group in groups}) == len(groups)
    for group in groups:
        assert {(made.ref.platform, made.supplier.id) for made in group.lines} == {
            (group.platform, group.supplier.id)
        }


@given(LINES)
def test_the_cart_total_is_the_sum_of_its_groups(lines):
    cart = Cart(tuple(lines))
    assert cart.total == total(group.total for group in cart.groups())


def test_tiers_count_all_skus_of_an_offer_together():
    (group,) = Cart((line(1, quantity=30), line(2, quantity=20))).groups()
    assert group.unit_price(group.lines[0]) == Money(400)
    assert group.total == Money(50 * 400)


def test_the_moq_problem_says_what_this_line_must_become():
    (group,) = Cart((line(1, quantity=3), line(2, quantity=2))).groups()
    problem = group.problem(group.lines[0])
    assert problem.fault is Fault.BELOW_MOQ
    assert problem.mend == 8


def test_a_mixed_batch_lifts_the_moq_of_each_offer():
    seller = Supplier("S1", mixed_batch=MixedBatch(pieces=12))
    lines = (line(1, offer="1", quantity=6, supplier=seller), line(2, offer="2", quantity=6, supplier=seller))
    (group,) = Cart(lines).groups()
    assert group.problems == {}
    (short,) = Cart(lines[:1]).groups()
    assert short.problem(lines[0]).fault is Fault.BELOW_MOQ


def test_lines_that_are_not_sold_count_for_nothing():
    (group,) = Cart((line(1), line(2, sold=False))).groups()
    assert group.total == Money(5000)
    assert group.problem(group.lines[1]).fault is Fault.NOT_SOLD
    assert group.orderable_lines == group.lines[:1]


def test_equal_ids_of_two_platforms_are_two_lines():
    cart = Cart((line(1), line(1, platform=Platform.TAOBAO)))
    assert len(cart.without(frozenset({"1688:1001"})).lines) == 1
    changed = cart.with_quantity("taobao:1001", 99)
    assert [made.quantity for made in changed.lines] == [10, 99]


@given(st.integers(0, 230))
def test_more_than_fifty_skus_of_a_seller_become_several_orders(count):
    groups = Cart(tuple(line(row) for row in range(count))).groups()
    batches = [batch for group in groups for batch in order_batches(group)]
    assert sum(len(batch.lines) for batch in batches) == count
    assert all(1 <= len(batch.lines) <= MOST_SKUS for batch in batches)
