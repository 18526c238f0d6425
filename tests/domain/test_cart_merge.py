"""Two carts become one: no change of either side disappears without a sign."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.cart_merge import KeptLine, agreed, merge
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.pricing import PriceTier
from tests.support.cart_lines import line

PIECES = st.sampled_from([None, 5, 10, 20, 40])
SKUS = (1, 2, 3)
GOODS = [line(sku).goods for sku in SKUS]


def kept(base, wanted, **marks) -> KeptLine:
    return KeptLine(line(1, quantity=wanted or 1, **marks), base=base, removed=wanted is None)


KEPT = st.builds(
    lambda base, wanted, sent, elsewhere: replace(kept(base, wanted, elsewhere=elsewhere), sent=sent),
    PIECES,
    PIECES,
    st.sampled_from([None, 0, 5, 10, 20]),
    PIECES,
)


@given(PIECES, PIECES, PIECES)
def test_no_change_of_either_side_disappears_without_a_sign(base, mine, theirs):
    after = agreed(kept(base, mine), theirs)
    if mine == base:
        assert after.wanted == theirs
    elif theirs == base:
        assert after.wanted == mine
    elif None in (mine, theirs):
        assert after.wanted == (mine or theirs)  # removed on one side, changed on the other
    else:
        assert after.wanted == mine
        assert after.line.elsewhere == (theirs if theirs != mine else None)


@given(KEPT, PIECES)
def test_merging_twice_changes_nothing(mine, theirs):
    once = agreed(mine, theirs)
    assert agreed(once, theirs) == once
    assert once.base == theirs
    assert once.sent is None


@given(PIECES, PIECES, st.sampled_from([0, 5, 10, 20]))
def test_what_we_told_without_an_answer_is_not_taken_for_somebody_elses(base, mine, sent):
    told = replace(kept(base, mine), sent=sent)
    for theirs in (base, sent or None):
        after = agreed(told, theirs)
        assert after.wanted == mine
        assert after.line.elsewhere is None


def test_a_conflict_is_shown_until_it_is_decided():
    told = replace(agreed(kept(10, 20), 40), base=20)
    assert agreed(told, 20).line.elsewhere == 40
    assert agreed(told, 30).line.elsewhere is None  # somebody saw ours and changed it


class Computer:
    """One of several that keep the same cart."""

    def __init__(self) -> None:
        self.kept: dict[str, KeptLine] = {}

    def want(self, sku: int, pieces: int | None) -> None:
        key = line(sku).key
        mine = self.kept.get(key)
        if pieces is not None:
            wanted = replace(mine.line if mine else line(sku, row_id=""), quantity=pieces)
            self.kept[key] = replace(mine or KeptLine(wanted), line=wanted, removed=False)
        elif mine is not None:
            self.kept[key] = replace(mine, removed=True)

    def sync(self, gateway: dict[int, int]) -> None:
        """Read, merge, and tell everything, as one goes online."""
        rows = [line(sku, quantity=pieces) for sku, pieces in gateway.items()]
        merged = merge(self.kept, rows)
        for sku in SKUS:
            each = merged.get(line(sku).key)
            if each is not None and each.wanted is not None:
                gateway[sku] = each.wanted
            else:
                gateway.pop(sku, None)
        self.kept = {
            key: replace(each, base=each.wanted) for key, each in merged.items() if each.wanted is not None
        }

    def cart(self) -> dict[str, int]:
        return {key: each.line.quantity for key, each in self.kept.items()}


STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(SKUS), PIECES, st.booleans()), max_size=12)


@given(STEPS)
def test_computers_that_sync_in_turn_end_with_the_same_cart(steps):
    computers, gateway = (Computer(), Computer()), {}
    for which, sku, pieces, online in steps:
        computers[which].want(sku, pieces)
        if online:
            computers[which].sync(gateway)
    for computer in (*computers, *computers):
        computer.sync(gateway)
    expected = {line(sku).key: pieces for sku, pieces in gateway.items()}
    assert [computer.cart() for computer in computers] == [expected, expected]


ROWS = st.lists(
    st.builds(
        lambda row, sku, pieces: line(sku, row_id=str(row), quantity=pieces),
        st.integers(1, 9),
        st.sampled_from(SKUS),
        st.integers(1, 50),
    ),
    max_size=8,
    unique_by=lambda row: row.row_id,
)


def pieces_by_goods(lines) -> dict[str, int]:
    return {goods: sum(each.quantity for each in lines if each.goods == goods) for goods in GOODS}


@given(ROWS, ROWS)
def test_rows_of_one_sku_are_lines_of_their_own_and_none_is_lost(before, now):
    kept = merge({}, before)
    merged = {key: each for key, each in merge(kept, now).items() if not each.gone}
    assert all(key == each.line.key for key, each in merged.items())
    assert sorted(each.line.row_id for each in merged.values()) == sorted(row.row_id for row in now)
    assert pieces_by_goods([each.line for each in merged.values()]) == pieces_by_goods(now)
    assert merge(merged, now) == merged


def test_a_second_row_that_was_changed_here_and_removed_elsewhere_goes_to_the_first():
    first, second = line(1, row_id="7"), line(1, row_id="8", quantity=4)
    kept = merge({}, [first, second])
    key = next(key for key, each in kept.items() if each.line.second)
    kept[key] = replace(kept[key], line=replace(kept[key].line, quantity=6))
    merged = merge(kept, [first])
    assert merged[key].gone
    assert merged[first.key].wanted == first.quantity + 6
    alone = merge(kept, [])
    assert (alone[first.key].wanted, alone[first.key].line.row_id) == (6, "7")


def test_marks_stay_and_goods_become_as_the_row_says():
    mine = line(1, note="for Anna", later=True)
    (merged,) = merge({mine.key: KeptLine(mine, base=10)}, [line(1, quantity=15, sold=False)]).values()
    assert merged.line == replace(mine, quantity=15, sold=False)


@given(st.integers(1, 40), st.integers(1, 40), PIECES.filter(bool), PIECES)
def test_what_was_bought_is_not_asked_for_again(mine, bought, base, theirs):
    after = agreed(kept(base, mine).without(bought), theirs)
    if mine > bought:
        wanted = agreed(kept(base, mine - bought), theirs)
        assert (after.wanted, after.line.elsewhere) == (wanted.wanted, wanted.line.elsewhere)
    elif theirs is None or theirs <= bought or theirs == base:
        assert after.wanted is None
    else:
        assert (after.wanted, after.line.elsewhere) == (theirs - bought, theirs)
        assert after.base == theirs


def test_no_refusal_brings_back_what_was_ordered():
    rest = kept(7, 7).without(2)
    assert rest.claimed().taken_back().wanted == 5
    assert kept(7, 7).without(7).claimed().taken_back().wanted is None
    assert agreed(rest, 5).taken_back().wanted == agreed(rest, 5).base == 5
    assert rest.without(5).ordered == 7


def test_what_the_buyer_took_a_line_at_is_kept_while_it_costs_something_else():
    mine = kept(5, 5)
    dear = replace(mine.line, prices=replace(mine.line.prices, tiers=(PriceTier(1, Money(9999)),)))
    for row in (dear, replace(dear, row_id="2")):
        mine = merge({mine.line.key: mine}, [row])[mine.line.key]
        assert mine.line.quote == dear.quote
        assert mine.line.taken_at == kept(5, 5).line.quote
        assert mine.line.as_taken.quote == kept(5, 5).line.quote
    back = merge({mine.line.key: mine}, [kept(5, 5).line])[mine.line.key]
    assert back.line.taken_at is None
