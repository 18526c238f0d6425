"""Orders and drafts name goods in several ways; what is the same must be seen to be the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Words
from sourcing_desktop.domain.order import DraftLine, Order, OrderDraft, OrderLine, OrderState
from sourcing_desktop.domain.same_goods import holds_all, missing_goods, pieces_of, pieces_wanted
from sourcing_desktop.services.finding import more_than_wanted, same_goods


def line(sku_id="11", spec_id="", offer="1", quantity=2, key="k") -> DraftLine:
    ref = OfferRef(Platform.ALIBABA, "v2", offer)
    return DraftLine(
        "7", ref, sku_id, spec_id, "", "", quantity, None, Words("包"), "", "", f"{key}{offer}{sku_id}"
    )


def draft(*lines: DraftLine) -> OrderDraft:
    place = Address("a", "13800000000", "p", "c", "d", "s", "t")
    return OrderDraft("SD-1", Platform.ALIBABA, "S", "S", place, lines, Money(1), Money(0), Money(1))


def order(*lines: OrderLine) -> Order:
    return Order(Platform.ALIBABA, "1", OrderState.TO_PAY, "", lines, None, None)


def there(quantity=2, **names: str) -> OrderLine:
    return OrderLine("包", quantity, **names)


def test_two_lines_of_one_sku_are_one():
    wanted = draft(line(quantity=2), line(quantity=3, key="second"))
    one = order(there(5, sku_id="11"))
    assert same_goods(one, wanted)
    assert not more_than_wanted([one], wanted)
    assert not missing_goods([one], wanted)


def test_goods_without_skus_go_by_their_offer():
    wanted = draft(line("0", offer="1"), line("0", offer="2", quantity=9), line("11", offer="3"))
    whole = order(there(2, offer_id="1", sku_id="0"), there(9, offer_id="2"), there(2, sku_id="11"))
    assert same_goods(whole, wanted)
    part = order(there(9, offer_id="2"), there(2, sku_id="11"))
    assert missing_goods([part], wanted) == {("1", "")}
    assert not holds_all([part], wanted)


def test_names_nobody_knows_are_compared_by_their_number():
    wanted = draft(line("11"))
    strange = order(there(2, offer_id="987"))
    assert holds_all([strange], wanted)
    assert not missing_goods([strange], wanted)
    assert not more_than_wanted([strange], wanted)
    assert more_than_wanted([strange, strange], wanted)


@given(
    st.lists(st.tuples(st.sampled_from("0123"), st.sampled_from("ABC"), st.integers(1, 9)), min_size=1),
    st.sampled_from(["sku_id", "spec_id"]),
)
def test_an_order_of_the_draft_is_the_draft(wanted: list[tuple[str, str, int]], name: str):
    lines = [line(f"{offer}{sku}", f"spec {offer}{sku}", offer, pieces) for sku, offer, pieces in wanted]
    lines = [replace(each, sku_id="0", spec_id="") if each.sku_id.endswith("0") else each for each in lines]
    held = [
        there(
            each.quantity, offer_id=each.ref.id, **{name: getattr(each, name) if each.sku_id != "0" else ""}
        )
        for each in lines
    ]
    assert same_goods(order(*held), draft(*lines))
    assert holds_all([order(*held)], draft(*lines))
    assert pieces_of([order(*held[1:])], draft(*lines)) < pieces_wanted(draft(*lines))
