"""What refunds may ask for, over any orders: nobody gets back more than was paid (contract AA4)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder, State
from sourcing_desktop.sandbox.refunds.reasons import REASONS
from sourcing_desktop.sandbox.refunds.refund import Claim, Refund, RefundState, Whereabouts
from sourcing_desktop.sandbox.refunds.rules import (
    Objection,
    bounds,
    claimable,
    freight_left,
    objection,
)

LINES = st.lists(
    st.tuples(st.integers(1, 50), st.integers(1, 10**6), st.integers(0, 10**6)), min_size=1, max_size=4
)
STATES = st.sampled_from(RefundState)


def order_of(lines: list[tuple[int, int, int]], freight_fen: int, shipped: bool) -> PlacedOrder:
    """A paid order; its lines are quantity, price of a piece and what the seller put on top, in fen."""
    return PlacedOrder(
        id="2059624776425880794",
        number="2059624776425880794",
        purchase_id="200048859479",
        user_id="2100007341207",
        platform="1688",
        seller_open_id="BBB",
        state=State.SHIPPED if shipped else State.TO_SHIP,
        freight_fen=freight_fen,
        note="",
        reference="",
        source="",
        receiver={},
        warehouse={},
        close_reason="",
        voucher_refused=False,
        parcels=None,
        created_at=1,
        voucher_at=None,
        paid_at=2,
        sent_at=3 if shipped else None,
        signed_at=None,
        confirmed_at=None,
        done_at=None,
        closed_at=None,
        lines=tuple(
            PlacedLine(str(number), str(number), "1", "1", quantity, unit, change, None, None)
            for number, (quantity, unit, change) in enumerate(lines, start=1)
        ),
        refunds=(),
    )


def claims(order: PlacedOrder) -> st.SearchStrategy[Claim]:
    """Claims that are right but for their amounts and pieces, which often are not."""
    pieces = {line.id: st.integers(1, line.quantity + 1) for line in order.lines}
    whole = st.sampled_from([{line.id: line.quantity} for line in order.lines])
    where = Whereabouts.UNSHIPPED if order.sent_at is None else Whereabouts.RECEIVED
    return st.builds(
        Claim,
        pieces=whole | st.fixed_dictionaries({}, optional=pieces),
        returns=st.just(False),
        whereabouts=st.just(where),
        reason_id=st.sampled_from([each.id for each in REASONS if each.whereabouts is where]),
        goods_fen=st.integers(-1, 2 * order.total_fen)
        | st.sampled_from([line.amount_fen for line in order.lines]),
        freight_fen=st.sampled_from([0, order.freight_fen, order.freight_fen + 1, -1]),
        description=st.just("退款"),
        pictures=st.just(("u",)),
    )


def with_refund(order: PlacedOrder, claim: Claim, state: RefundState) -> PlacedOrder:
    number = len(order.refunds) + 1
    refund = Refund(
        number, f"TQ{number}", order.user_id, "1688", order.id, state, False, claim, None, "", 1, 1, ()
    )
    return replace(order, refunds=(*order.refunds, refund))


def full_claim(order: PlacedOrder, line: PlacedLine, **others: object) -> Claim:
    whereabouts = Whereabouts.UNSHIPPED if order.sent_at is None else Whereabouts.RECEIVED
    reason = next(each for each in REASONS if each.whereabouts is whereabouts and not each.proof)
    claim = Claim({line.id: line.quantity}, False, whereabouts, reason.id, line.amount_fen, 0, "退款", ())
    return replace(claim, **others)


@given(LINES, st.integers(0, 10**5), st.booleans(), st.data())
def test_nobody_gets_back_more_than_was_paid(lines, freight_fen, shipped, data):
    order = order_of(lines, freight_fen, shipped)
    for _ in range(data.draw(st.integers(1, 6))):
        claim = data.draw(claims(order))
        if objection(order, claim) is None:
            named = [line.amount_fen for line in order.lines if line.id in claim.pieces]
            assert claim.goods_fen <= sum(named)
            order = with_refund(order, claim, data.draw(STATES))
    living = [each.claim for each in order.refunds if each.state is not RefundState.CLOSED]
    assert sum(claim.goods_fen for claim in living) <= order.goods_fen
    assert order.refunded_fen <= order.total_fen
    assert 0 <= freight_left(order) <= freight_fen


@given(LINES, st.integers(0, 10**5), st.booleans())
def test_a_whole_line_can_be_claimed_once(lines, freight_fen, shipped):
    order = order_of(lines, freight_fen, shipped)
    line = order.lines[0]
    claim = full_claim(order, line)
    assert claimable(order, line)
    assert objection(order, claim) is None
    for state in RefundState:
        claimed = with_refund(order, claim, state)
        free = state is RefundState.CLOSED
        assert claimable(claimed, line) is free
        assert objection(claimed, claim) is (None if free else Objection.PROGRESS)
        assert objection(claimed, claim, "TQ1") is None


@given(LINES, st.integers(0, 10**5), st.booleans())
def test_what_the_bounds_allow_is_accepted_and_nothing_beyond(lines, freight_fen, shipped):
    order = order_of(lines, freight_fen, shipped)
    line = order.lines[0]
    whereabouts = Whereabouts.UNDERWAY if shipped else Whereabouts.UNSHIPPED
    reason = next(each for each in REASONS if each.whereabouts is whereabouts)

    def accepted(fen: int) -> bool:
        goods = min(fen, line.amount_fen)
        asked = full_claim(order, line, whereabouts=whereabouts, reason_id=reason.id, goods_fen=goods)
        return objection(order, replace(asked, freight_fen=fen - goods)) is None

    allowed = bounds(order, line, whereabouts)
    assert accepted(allowed.least_fen)
    assert accepted(allowed.most_fen)
    assert not accepted(allowed.least_fen - 1)
    assert not accepted(allowed.most_fen + 1)
