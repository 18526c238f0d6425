"""What a preview says besides its plain sums: fees, freight that is open, lines nobody abroad can pay for,
promotions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Sku
from sourcing_desktop.domain.order import OrderPreview, draft_order
from sourcing_desktop.gateways.pandapon.alibaba import cart as alibaba_cart
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba import preview as alibaba_preview
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import cart as taobao_cart
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.goods import WAREHOUSE, draft_line, draft_of, group_of, line_of

V2 = Caller("v2", "en", "2100007340000")
NOW = datetime(2025, 1, 1, tzinfo=UTC)
ONE = OfferRef(Platform.ALIBABA, "v2", "one")
TWO = OfferRef(Platform.ALIBABA, "v2", "two")
ENTRY = {"sumPayment": 6400, "sumCarriage": 900, "tradeModeNameList": ["alipay"]}


def previewed(*entries: dict[str, object], **data: object) -> OrderPreview:
    answer = Reader({"code": 200, "data": {"orderPreviewResuslt": list(entries), **data}})
    return alibaba_preview.read_preview(answer, LineNames.of_cart([line_of(ONE)]), NOW)


def sums(preview: OrderPreview) -> tuple[int, int, int, int, int]:
    """Goods, freight, fee, discount and total, which add up."""
    parts = (preview.goods, preview.freight, preview.fee, preview.discount, preview.total)
    goods, freight, fee, discount, total = parts
    assert goods + freight + fee - discount == total
    return tuple(each.minor for each in parts)  # type: ignore[return-value]


def test_a_fee_is_part_of_the_total_and_not_of_the_goods():
    assert sums(previewed(ENTRY)) == (5500, 900, 0, 0, 6400)
    assert sums(previewed(ENTRY | {"sumTotalPayment": 6561})) == (5500, 900, 161, 0, 6561)
    assert sums(previewed(ENTRY | {"additionalFee": 100})) == (5400, 900, 100, 0, 6400)
    both = ENTRY | {"sumTotalPayment": 6561, "additionalFee": 100, "discountFee": 50}
    assert sums(previewed(both, ENTRY)) == (10950, 1800, 261, 50, 12961)


def test_the_answer_of_a_sibling_has_a_fee_too():
    entry = {"sumCarriage": 600, "sumPayment": 6400, "sumTotalPayment": 6561, "sumPaymentNoCarriage": 5800}
    answer = Reader({"code": 200, "data": [entry]})
    preview = alibaba_preview.read_preview(answer, LineNames.of_cart([line_of(ONE)]), NOW)
    assert sums(preview) == (5800, 600, 161, 0, 6561)


@pytest.mark.parametrize(
    ("order_fee", "expected"),
    [
        (5400, (5400, 900, 100, 0, 6400)),
        (5500, (5500, 900, 0, 0, 6400)),
        (None, (5500, 900, 0, 0, 6400)),
        (0, (5500, 900, 0, 0, 6400)),
        (6400, (5500, 900, 0, 0, 6400)),  # whatever that is, it is not the goods alone
    ],
)
def test_taobao_goods_and_fee(order_fee, expected):
    amounts = {"totalRealPayPrice": 6400, "mainlandShippingFee": 900, "orderFee": order_fee}
    data = {name: {"amount": fen, "currency": "CNY"} for name, fen in amounts.items()}
    assert sums(taobao_cart.read_preview(Reader({"data": data}), (), NOW)) == expected


@pytest.mark.parametrize("listed", [["one"], [{"offerId": "one"}], [{"specId": "ab" * 16}], "one"])
def test_what_cannot_be_paid_for_from_abroad_is_refused(listed):
    preview = previewed(ENTRY, unsupportedCrossBorderPayOfferList=listed)
    assert preview.refusals == {"11": alibaba_preview.NOT_FROM_ABROAD}
    assert not preview.orderable


def test_a_line_nobody_knows_still_keeps_the_order_from_being_placed():
    assert not previewed(ENTRY, unsupportedCrossBorderPayOfferList=["706627393257"]).orderable
    assert previewed(ENTRY, unsupportedCrossBorderPayOfferList=[]).orderable
    assert previewed(ENTRY, unsupportedCrossBorderPayOfferList=None).orderable


def test_the_reason_of_a_line_itself_comes_first():
    line = {"skuId": "11", "resultCode": "500_004"}
    preview = previewed(ENTRY | {"cargoList": [line]}, unsupportedCrossBorderPayOfferList=["one"])
    assert list(preview.refusals) == ["11"]
    assert preview.refusals["11"] != alibaba_preview.NOT_FROM_ABROAD


@pytest.mark.parametrize("listed", [["one"], [{"offerId": "one"}], ["706627393257"]])
def test_freight_told_in_words_is_not_final(listed):
    preview = previewed(ENTRY, postFeeByDescOfferList=listed)
    assert preview.orderable
    assert not preview.freight_is_final
    assert previewed(ENTRY, postFeeByDescOfferList=[]).freight_is_final


def test_of_several_orders_only_those_concerned_are_refused():
    groups = [group_of(line_of(ONE)), group_of(line_of(TWO, sku=Sku("22"), seller="BBB2"))]
    entries = [ENTRY | {"cargoList": [{"offerMapId": name}]} for name in ("one", "two")]

    def refused(**data: object) -> list[list[str]]:
        answer = Reader({"code": 200, "data": {"orderPreviewResuslt": entries, **data}})
        return [list(each.refusals) for each in alibaba_preview.read_previews(answer, groups, NOW)]

    assert refused(unsupportedCrossBorderPayOfferList=["two"]) == [[], ["22"]]
    assert refused(unsupportedCrossBorderPayOfferList=["who"]) == [["who"], ["who"]]


def test_the_promotion_the_seller_chose_goes_back_with_the_order():
    offered = [{"promotionId": "1", "selected": False}, {"promotionId": "2", "selected": True}, "odd"]
    preview = previewed(ENTRY | {"shopPromotionList": offered})
    draft = draft_order(group_of(line_of(ONE)), preview, WAREHOUSE, "SD-1")
    assert alibaba_orders.create_request([draft], V2)["shopPromotionId"] == "2"
    assert previewed(ENTRY | {"shopPromotionList": offered[:1]}).promotion == ""
    body = alibaba_cart.order_request([], WAREHOUSE, V2, message="", flow="", trade_type="", promotion="2")
    assert body["shopPromotionId"] == "2"


def test_orders_sent_together_cannot_have_promotions_of_their_own():
    drafts = [draft_of(draft_line(ONE), promotion=each) for each in ("1", "2")]
    with pytest.raises(ValueError, match="promotion"):
        alibaba_orders.create_request(drafts, V2)
    assert alibaba_orders.create_request(drafts[:1] * 2, V2)["shopPromotionId"] == "1"


def test_without_a_promotion_none_is_named():
    assert "shopPromotionId" not in alibaba_orders.create_request([draft_of(draft_line(ONE))], V2)
    assert previewed(ENTRY).fee == Money(0)
