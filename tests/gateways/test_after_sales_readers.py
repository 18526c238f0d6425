"""Answers of after-sales and what stands around it: read whole, in either generation's spelling, and never
felled by nonsense."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.address import Address, SavedAddress
from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.freight import (
    Booking,
    ExpectedParcel,
    FreightQuote,
    FreightService,
    QuotedLine,
)
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.parcel import Carrier
from sourcing_desktop.domain.refund import (
    GoodsState,
    RefundKind,
    RefundMessage,
    RefundReason,
    RefundState,
    ReturnAddress,
    ReturnTerms,
)
from sourcing_desktop.gateways.pandapon.answers import ensure_done
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.refund_parts import known
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import CHINA, decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.after_sales import REFUND_INFO, SAMPLES, WAY_BACK_V1, WAY_BACK_V2, taobao_refund
from tests.gateways.test_saved_answers import forms, leaves
from tests.gateways.test_wire import failure_of

V1, V2 = Caller("v1", "en", "21000"), Caller("v2", "en", "21000")


def envelope(data: object) -> Reader:
    return Reader(decode_json(json.dumps({"code": 200, "msg": "成功", "data": data})))


def became(code: str, number: int = 0, caller: Caller = V2) -> Any:
    """What a sample of a call becomes."""
    return READERS[code](envelope(SAMPLES[code][number]), caller)


def cases() -> list[Any]:
    return [
        pytest.param(code, sample, id=f"{code}-{number}")
        for code, samples in SAMPLES.items()
        for number, sample in enumerate(samples)
    ]


def keys(value: Any) -> list[str]:
    """Every key of every dict in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [*(value if isinstance(value, dict) else ()), *(key for each in inner for key in keys(each))]


TRANSLATED = {
    "4": str(GoodsState.RECEIVED),
    "False": "amount_is_fixed",  # canEditFee
    "//cbu01.alicdn.com": "https://cbu01.alicdn.com/img/refund/1.jpg",
    "img/refund/1.jpg": "https://cbu01.alicdn.com/img/refund/1.jpg",
}
"""What codes mean, and where the halves of a voucher's URL are."""


@pytest.mark.parametrize("caller", [V1, V2], ids=["v1", "v2"])
@pytest.mark.parametrize(("code", "sample"), cases())
def test_nothing_of_an_answer_is_lost(code, sample, caller):
    answer = envelope(sample)
    told = msgspec.to_builtins(READERS[code](answer, caller), builtin_types=(Decimal,), str_keys=True)
    found = (*leaves(told), *leaves(answer.unread()), *keys(told))
    kept = {part for leaf in found for part in (leaf, *leaf.split(" / "))}
    assert [leaf for leaf in leaves(sample) if not (forms(leaf) | {TRANSLATED.get(leaf)}) & kept] == []


def shanghai(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=CHINA)


@pytest.mark.parametrize("number", [0, 1])
def test_a_1688_refund(number):
    refund = became("AA1", number)
    assert (refund.id, refund.order_id) == ("TQ34931008034741532", "2059624776425880794")
    assert (refund.state, refund.raw_state) == (RefundState.SENT_BACK, "WAIT_SELLER_RECEIVE")
    assert (refund.kind, refund.goods) == (RefundKind.RETURN, GoodsState.SENT_BACK)
    assert (refund.reason_id, refund.reason, refund.refused_because) == ("20042", "质量问题", "不同意")
    assert refund.asked_at == shanghai(2025, 3, 1, 9)
    assert refund.changed_at == shanghai(2025, 3, 2, 9)
    assert (refund.finished_at, refund.due_at) == (None, shanghai(2025, 3, 8, 9))
    assert refund.line_ids == ("2059624776425880795",)
    [line] = refund.lines
    assert (line.id, line.title, line.quantity) == ("2059624776425880795", "双肩包", 2)
    assert (refund.carrier, refund.waybill) == (Carrier("", "中通快递"), "7300001")
    assert refund.return_address == ReturnAddress("杭州市 退货部", "李四", "13900000000")
    pictures = ("https://cbu01.alicdn.com/v1.jpg", "https://cbu01.alicdn.com/v2.jpg")
    assert refund.messages == (
        RefundMessage("已寄回", action="6", at=shanghai(2025, 3, 2, 9), pictures=pictures, carrier="中通"),
    )


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"refundGoods": True}, RefundKind.RETURN),
        ({"refundGoods": False}, RefundKind.MONEY_ONLY),
        ({"onlyRefund": True}, RefundKind.MONEY_ONLY),
        ({"onlyRefund": "false"}, RefundKind.RETURN),
        ({"disputeRequest": 1}, None),
    ],
)
def test_whether_goods_go_back(facts, kind):
    assert READERS["AA1"](envelope(facts), V1).kind is kind


@pytest.mark.parametrize(
    ("way", "address"),
    [
        (WAY_BACK_V1, ReturnAddress("杭州市 退货部", "李四", "13900000000")),
        (WAY_BACK_V2, ReturnAddress("杭州市 退货部 李四 13900000000")),
        (WAY_BACK_V1 | {"receiverAddress": json.dumps(WAY_BACK_V1["receiverAddress"])},
         ReturnAddress("杭州市 退货部", "李四", "13900000000")),
    ],
    ids=["v1", "v2", "object in text"],
)  # fmt: skip
@pytest.mark.parametrize("status", [20, "20"])
def test_a_taobao_refund_in_every_spelling(way, address, status):
    refund = READERS["TA10"](envelope(taobao_refund(way, refundStatus=status)), V1)
    assert (refund.id, refund.order_id) == ("110002685755", "1131284695074472264")
    assert (refund.state, refund.raw_state) == (RefundState.TO_SEND_BACK, "20")
    assert (refund.kind, refund.goods) == (RefundKind.RETURN, GoodsState.RECEIVED)
    assert (refund.amount_is_fixed, refund.amount_tip) == (True, "含运费")
    assert (refund.reason, refund.description) == ("质量问题", "开线")
    assert (refund.refused_because, refund.refused_in_detail) == ("已发货", "请先沟通")
    assert (refund.due_at, refund.due_in_words) == (shanghai(2025, 3, 8, 9), "6天23时")
    assert refund.carrier == Carrier("SF", "顺丰速运")
    assert (refund.waybill, refund.return_note, refund.buyer_phone) == ("SF123456789", "已寄", "13800000000")
    assert (refund.return_address, refund.seller_note) == (address, "请寄回")
    [line] = refund.lines
    assert (
        (line.id, line.purchase_id) == ("200048859480", "200048859479") == (*refund.line_ids, "200048859479")
    )
    assert (line.title, line.sku_name, line.quantity) == ("连衣裙", "红色 / XL", 2)
    assert (line.seller_id, line.seller_name) == ("220689", "店主")
    assert line.ordered_at == datetime.fromtimestamp(1740790800, UTC)
    assert line.picture == "https://img.alicdn.com/a.jpg"


def test_codes_nobody_documented_stay_unread():
    answer = envelope(taobao_refund(WAY_BACK_V2, refundType=9, goodsStatus=8, refundStatus=55))
    refund = READERS["TA10"](answer, V2)
    assert (refund.kind, refund.goods, refund.state, refund.raw_state) == (
        None,
        None,
        RefundState.OTHER,
        "55",
    )
    unread = answer.unread()
    assert unread["data.refundOrderAggregate.refundOrder.refundType"] == 9
    assert unread["data.refundOrderAggregate.refundOrder.goodsStatus"] == 8


def test_a_list_of_refunds_whole_or_flat():
    page = became("TA1")
    assert (page.total, page.refunds) == (1, (became("TA10"),))
    [flat] = became("TA1", 1).refunds
    assert (flat.id, flat.state, flat.lines) == ("110002685755", RefundState.TO_SEND_BACK, ())


def test_terms_of_both_platforms():
    terms = became("TA2")
    assert terms.reasons == (RefundReason("400042", "质量问题", "请上传照片"),)
    assert (terms.refundable, terms.goods_states) == (False, ("3", "4"))
    assert (terms.amount_is_fixed, terms.amount_tip) == (True, "含运费")
    assert (terms.earlier.id, terms.earlier.state) == ("110002685755", RefundState.APPLIED)
    assert became("AA2").reasons == (RefundReason("20042", "质量问题", "请上传照片", True, False),)
    assert READERS["TA2"](envelope({"refundOrderTemplate": {"refundOrder": {}}}), V2).earlier is None


def test_the_way_back():
    sf = Carrier("SF", "顺丰速运")
    assert became("TA3") == ReturnTerms((sf,), ReturnAddress("杭州市 退货部"))
    assert became("TA3", 1) == ReturnTerms((sf,))
    assert became("AA6") == (Carrier("ZTO", "中通快递", "8", "95311"),)


def test_messages():
    at = datetime.fromtimestamp(1740790800, UTC)
    pictures = ("https://a/1.jpg", "https://a/2.jpg")
    assert became("TA8") == (RefundMessage("请稍等", "seller", at=at, pictures=pictures),)


@pytest.mark.parametrize(
    ("domain", "path", "url"),
    [
        ("//cbu01.alicdn.com", "img/1.jpg", "https://cbu01.alicdn.com/img/1.jpg"),
        ("http://127.0.0.1:9/", "/img/1.jpg", "http://127.0.0.1:9/img/1.jpg"),
        ("cbu01.alicdn.com", "img/1.jpg", "https://cbu01.alicdn.com/img/1.jpg"),
        (None, "https://cbu01.alicdn.com/img/1.jpg", "https://cbu01.alicdn.com/img/1.jpg"),
        ("//cbu01.alicdn.com", None, ""),
    ],
)
def test_a_vouchers_two_halves(domain, path, url):
    data = {"imageDomain": domain, "imageRelativeUrl": path}
    assert READERS["AA3"](envelope(data), V1) == url


@pytest.mark.parametrize(
    ("code", "data", "expected"),
    [
        ("TA7", {"refundId": 110002685755}, "110002685755"),
        ("TA7", "110002685755", "110002685755"),
        ("TA7", True, ""),
        ("AA4", {"result": {"refundId": "TQ1"}, "success": True}, "TQ1"),
        ("AA5", {"success": "true"}, True),
        ("AA5", {"result": {"success": False}}, False),
        ("TA4", False, False),
        ("TA6", None, None),
        ("W4", 21, Booking("21")),
        ("W4", "FF1", Booking("FF1")),
        ("W4", {"id": 21}, Booking("21")),
        ("W4", True, Booking("")),
    ],
)
def test_what_was_done(code, data, expected):
    assert READERS[code](envelope(data), V1) == expected


def test_a_refusal_inside_a_success_is_one():
    with pytest.raises(Rejected, match="运单号不匹配") as caught:
        ensure_done(envelope({"success": False, "errorCode": "4004", "errorInfo": "运单号不匹配"}))
    assert caught.value.code == "4004"
    with pytest.raises(Rejected, match="did not say why"):
        ensure_done(envelope({"cancelSuccess": False}), "cancelSuccess")
    ensure_done(envelope(None))


def test_a_refund_without_its_state_is_none():
    with pytest.raises(BadReply):
        known(READERS["AA1"](envelope({"refundId": "TQ1"}), V1), "TQ1")
    nameless = READERS["AA1"](envelope(REFUND_INFO | {"refundId": None}), V1)
    assert known(nameless, "TQ7") == replace(nameless, id="TQ7")


def test_goods_chosen_before_and_source_goods():
    page = became("TG5", caller=V1)
    assert page.total == 42
    assert (page.offers[0].ref, page.offers[0].title.shown) == (
        OfferRef(Platform.TAOBAO, "v1", "672991141190"),
        "裙",
    )
    source = became("TGS", caller=V1)
    assert (source.ref.id, source.offer.title.shown, source.supply_id) == ("42971808988", "Váy", "")


def test_a_hot_list_has_the_best_first():
    rows = [{"itemId": number, "title": "包", "sort": place} for number, place in ((1, 3), (2, None), (3, 1))]
    ranked = READERS["AM3"](envelope({"rankProductModels": rows}), V1)
    assert [(each.offer.ref.id, each.place) for each in ranked.offers] == [("3", 1), ("1", 3), ("2", None)]
    [one] = became("AM3").offers
    assert (one.place, one.buyers_30_days, one.offer.sold_30_days, one.offer.score) == (2, 31, 99, 4.8)
    assert (one.offer.title.shown, one.offer.badges, one.offer.price) == ("Bag", ("sendGoods24H",), None)


def test_addresses():
    home = Address("李雷", "13800000000", "浙江省", "杭州市", "余杭区", "文一西路1号")
    assert became("F1") == (SavedAddress("3", home),)


def test_freight():
    service = FreightService("1001", "环球速递", "EXPRESS", Money(6800), 3, 6, 750)
    assert became("W1") == became("W1", 1) == (service,)
    bare = FreightService("1001", "环球速递", "EXPRESS", Money(6799))
    assert became("W2") == FreightQuote(
        "FF2408000013",
        Money(6800),
        (QuotedLine("2048020617114736", "413185732720", 2, bare),),
        datetime.fromtimestamp(1740790800, UTC),
    )
    parcel = ExpectedParcel("FARJP2408000013YQ", "2048020617114736", "413185732720", 2)
    assert became("W4", 1) == Booking("21", "CREATED", Money(6800), (parcel,))


def test_categories_go_deep_but_not_without_end():
    data: dict[str, Any] = {"categoryId": 1}
    for number in range(2, 60):
        data = {"categoryId": number, "children": [data]}
    category = READERS["AG6"](envelope(data), V1)
    levels = 0
    while category.children:
        [category] = category.children
        levels += 1
    assert levels == 8


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "x", "{}", "[]", "[{]", "-20", "2025-13-01", "string"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in a sample."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, part in inner for each in paths(part, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """The sample with something else at one place."""
    if not path:
        return odd
    key, rest = path[0], path[1:]
    if isinstance(value, dict):
        return value | {key: changed(value[key], rest, odd)}
    return [changed(each, rest, odd) if index == key else each for index, each in enumerate(value)]


PLACES = [
    (code, sample, path) for code, samples in SAMPLES.items() for sample in samples for path in paths(sample)
]


@given(st.sampled_from(PLACES), ODD, st.sampled_from([V1, V2]))
def test_nonsense_anywhere_fells_no_reader(place, odd, caller):
    code, sample, path = place
    error = failure_of(lambda: READERS[code](envelope(changed(sample, path, odd)), caller))
    assert error is None or error.sentence
