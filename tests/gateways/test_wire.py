"""The tolerant reader: types drift, names are misspelt, objects hide in strings, and nonsense has a path."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.errors import BadReply, SourcingError
from sourcing_desktop.domain.money import Money
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.pandapon.alibaba import cart as alibaba_cart
from sourcing_desktop.gateways.pandapon.alibaba import detail as alibaba_detail
from sourcing_desktop.gateways.pandapon.alibaba import goods as alibaba_goods
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba import preview as alibaba_preview
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.shapes import Caller, note_with_reference, split_note
from sourcing_desktop.gateways.pandapon.taobao import cart as taobao_cart
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.values import CHINA, decode_json, encode_json
from sourcing_desktop.gateways.wire import Reader

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)
METHODS = ("text", "plain", "picture", "number", "whole", "yes", "percent", "moment", "yuan", "fen", "child",
           "rows", "texts", "need_text", "holds")  # fmt: skip


def reader(**fields: object) -> Reader:
    """The fields as they arrive: through JSON."""
    return Reader(decode_json(json.dumps({"here": fields}))).child("here")


@given(st.integers(-(10**30), 10**30))
def test_whole_numbers_of_any_size_in_any_type(number):
    for value in (number, str(number), f" {number} ", f"{number}.0"):
        assert reader(n=value).whole("n") == number
    assert reader(n=number).text("n") == str(number)


@given(st.integers(0, 10**12))
def test_money_in_any_type(fen):
    yuan = Decimal(fen) / 100
    for value in (str(yuan), f"¥{yuan}", f"{yuan:.2f}", f"{yuan:,.2f}", float(yuan)):
        assert reader(p=value).yuan("p") == Money(fen)
    for value in (fen, str(fen), float(fen)):
        assert reader(p=value).fen("p") == Money(fen)


@given(st.dictionaries(st.text(), st.text()), st.booleans())
def test_an_object_may_hide_in_a_string(fields, hidden):
    child = reader(o=encode_json(fields) if hidden else fields).child("o")
    assert {name: child.text(name) for name in child.names()} == fields


@given(JSON, st.sampled_from(METHODS))
def test_anything_is_read_or_refused_with_its_path(value, method):
    row = reader(field=value)
    error = failure_of(lambda: getattr(row, method)("field"))
    if error is not None:
        assert isinstance(error, BadReply)
        assert error.path.startswith("here.field")
        assert error.path in error.sentence


def failure_of(read: Callable[[], object]) -> SourcingError | None:
    """What the reading raises; any error but the domain's fails the test."""
    try:
        read()
    except SourcingError as error:
        return error
    return None


WIRE_NAMES = """
data success errorCode offerId offerMapId itemId priceInfo price monthSold subject repurchaseRate
sellerIdentities isJxhy productSkuInfos skuId specId skuAttributes value productSaleInfo
priceRangeList quoteType startQuantity productShippingInfo weight id skuShippingInfoList tagInfoList
sellerMixSetting mixNumber generalHunpi enableList cartItemInfos properties quantity
orderPreviewResuslt cargoList resultCode sumPayment tradeModeNameList orderId orderList baseInfo
idOfStr createTime productItems skuList productImgUrl failedOfferList subOrderVOS subOrderResult
option_fields en mpProducts totalRealPayPrice amount unavailableList multiLanguageInfo picUrls
beginAmount totalRecords
""".split()  # noqa: SIM905  (one name a line says less)
LIKELY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 10**13)
    | st.sampled_from(["", "12.5", "x", "200", "{}", "[]"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WIRE_NAMES), inner, max_size=6)
    ),
    max_leaves=30,
)
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
NOBODY = LineNames.of_cart(())
READERS = [
    alibaba_goods.read_page,
    alibaba_goods.read_bare_page,
    alibaba_detail.read_detail,
    alibaba_cart.read_lines,
    lambda envelope, caller: alibaba_preview.read_preview(envelope, NOBODY, NOON),
    lambda envelope, caller: alibaba_orders.read_placed(envelope, NOBODY),
    lambda envelope, caller: alibaba_orders.read_orders(envelope),
    taobao_goods.read_page,
    taobao_goods.read_detail,
    taobao_cart.read_lines,
    lambda envelope, caller: taobao_cart.read_preview(envelope, (), NOON),
    lambda envelope, caller: taobao_orders.read_placed(envelope),
    lambda envelope, caller: taobao_orders.read_orders(envelope),
]


@given(st.dictionaries(st.sampled_from(WIRE_NAMES), LIKELY, max_size=20), st.sampled_from(READERS))
def test_no_answer_makes_a_reader_fall(data, read):
    for value in (data, [data], {"data": [data]}, {"result": [data]}, encode_json(data)):
        error = failure_of(lambda: read(Reader({"code": 200, "data": value}), Caller("v2")))  # noqa: B023
        assert error is None or error.sentence


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_make_the_envelope_fall(content):
    with pytest.raises(SourcingError):
        open_envelope(Answer("AG3", 200, content))


def test_the_first_name_that_holds_something_counts():
    row = reader(mpSkuId=None, mpSkuld="4", offerId="", offerMapId="x")
    assert row.text("mpSkuId", "mpSkuld") == "4"
    assert row.text("offerId", "offerMapId") == "x"
    assert row.text("missing") == ""
    assert row.whole("missing") is None
    assert row.yes("missing") is None


def test_three_levels_of_json_in_strings():
    row = reader(a=encode_json({"b": encode_json({"c": encode_json({"d": 2542285634920880794})})}))
    assert row.child("a").child("b").child("c").text("d") == "2542285634920880794"


def test_the_path_names_the_field():
    envelope = Reader(decode_json('{"data": {"data": [null, {"priceInfo": {"price": "soon"}}]}}'))
    [row] = envelope.child("data").rows("data")
    with pytest.raises(BadReply) as caught:
        row.child("priceInfo").yuan("price")
    assert caught.value.path == "data.data[1].priceInfo.price"


def test_titles_lose_their_marks_and_keep_their_signs():
    row = reader(
        subject='<font color="red">夏季</font>T恤 5<10cm &amp; 棉', imageUrl="//img.alicdn.com/a.jpg"
    )
    assert row.plain("subject") == "夏季T恤 5<10cm & 棉"
    assert row.picture("imageUrl") == "https://img.alicdn.com/a.jpg"


@pytest.mark.parametrize(
    ("value", "percent"),
    [
        ("35%", 35),
        ("0%", 0),
        ("100%", 100),
        ("0.4666", 46.66),
        (0.5, 50),
        ("35", 35),
        (None, None),
        ("", None),
    ],
)
def test_rates_are_percent_whatever_they_look_like(value, percent):
    assert reader(r=value).percent("r") == percent


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-07-18 18:01:30", datetime(2024, 7, 18, 18, 1, 30, tzinfo=CHINA)),
        ("20180807152315000+0800", datetime(2018, 8, 7, 15, 23, 15, tzinfo=CHINA)),
        ("20180807152315250+0000", datetime(2018, 8, 7, 15, 23, 15, 250_000, tzinfo=UTC)),
        ("2023-09-09T10:57:23+08:00", datetime(2023, 9, 9, 10, 57, 23, tzinfo=CHINA)),
        (1715669977082, datetime(2024, 5, 14, 6, 59, 37, 82_000, tzinfo=UTC)),
        ("1715669977", datetime(2024, 5, 14, 6, 59, 37, tzinfo=UTC)),
        ("20250101", datetime(2025, 1, 1, tzinfo=CHINA)),
        (20250101, datetime(2025, 1, 1, tzinfo=CHINA)),
    ],
)
def test_times_of_every_kind(text, moment):
    read = reader(t=text).moment("t")
    assert abs(read - moment) < timedelta(microseconds=1000)
    assert read.tzinfo is not None


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "99999999999999999999",
        "2024-13-01 00:00:00",
        "20181307152315000+0800",
        "0",
        "20251301",
        "171566997",
        "171566997708",
    ],
)
def test_what_is_no_time(text):
    with pytest.raises(BadReply):
        reader(t=text).moment("t")


@pytest.mark.parametrize("value", ["1e999", "9" * 50, "1.5", True, [], "a lot", "1,5", "--1"])
def test_what_is_no_whole_number(value):
    with pytest.raises(BadReply):
        reader(n=value).whole("n")


@pytest.mark.parametrize("value", ["1e35", 10**35, "-1e20", "9" * 16, "1e15"])
def test_no_amount_is_that_large(value):
    for method in ("yuan", "fen"):
        with pytest.raises(BadReply) as caught:
            getattr(reader(p=value), method)("p")
        assert caught.value.path == "here.p"


@pytest.mark.parametrize("value", ["12.50", 12.5, "0.1", "1e-2"])
def test_there_are_no_parts_of_a_fen(value):
    with pytest.raises(BadReply) as caught:
        reader(p=value).fen("p")
    assert caught.value.path == "here.p"
    assert reader(p=value).lenient().fen("p") is None


@pytest.mark.parametrize("name", ["currency", "purchaseCurrency", "purchase_currency"])
@pytest.mark.parametrize("currency", ["USD", "HKD", "no currency", 840, ["USD"]])
def test_amounts_of_another_currency_are_not_read(name, currency):
    for row in (reader(**{name: currency}, p=12), reader(**{name: currency}, o={"p": 12}).child("o")):
        for method in ("yuan", "fen"):
            with pytest.raises(BadReply) as caught:
                getattr(row, method)("p")
            assert caught.value.path == f"{row.path}.p"
            assert getattr(row.lenient(), method)("p") is None


@pytest.mark.parametrize("currency", ["CNY", "cny", " RMB", "", None])
def test_amounts_that_say_they_are_chinese_are_read(currency):
    assert reader(currency=currency, p=12).fen("p") == Money(12)
    row = reader(currency="USD", o={"currency": currency or "CNY", "p": 12})
    assert row.child("o").fen("p") == Money(12)
    assert reader(currency="USD").fen("p") is None


ODD = {"n": "soon", "t": "2024/01/02 10:00", "p": "1e35", "o": "x", "l": 5, "s": []}


def test_a_lenient_reader_leaves_out_what_it_cannot_read_and_says_so(caplog):
    caplog.set_level("INFO")
    row = reader(**ODD, good="7").lenient()
    assert (row.number("n"), row.whole("n"), row.yes("n"), row.percent("n")) == (None,) * 4
    assert (row.moment("t"), row.yuan("p"), row.fen("p")) == (None,) * 3
    assert (row.child("o").names(), row.rows("l"), row.texts("l"), row.text("s")) == ((), (), (), "")
    assert row.whole("good") == 7
    assert "here.t is no time" in caplog.text


def test_lenience_is_for_everything_inside_but_not_for_ids():
    row = reader(inner={"p": "soon"}, rows=[{"p": "soon"}], id=[]).lenient()
    assert [each.yuan("p") for each in (row.child("inner"), *row.rows("rows"))] == [None, None]
    with pytest.raises(BadReply):
        row.need_text("id")


@given(st.dictionaries(st.sampled_from(WIRE_NAMES), LIKELY, max_size=20))
def test_an_odd_row_with_an_id_does_not_take_the_list_with_it(odd):
    order = odd | {"orderId": "9"}
    assert alibaba_orders.read_orders(Reader({"data": {"result": [order]}})).orders[0].id == "9"
    order = odd | {"id": "9"}
    assert taobao_orders.read_orders(Reader({"data": {"data": [order]}})).orders[0].id == "9"
    row = odd | {"id": "9", "offerMapId": "9", "itemMapId": "9"}
    for page in (alibaba_goods.read_page, taobao_goods.read_page):
        assert page(Reader({"data": {"data": [row]}}), Caller("v2")).offers[0].ref.id == "9"
    cart = Reader({"data": {"enableList": [{"cartItemInfos": [row]}]}})
    for lines in (alibaba_cart.read_lines, taobao_cart.read_lines):
        assert lines(cart, Caller("v2"))[0].row_id == "9"


def test_hundreds_and_more():
    assert reader(n="100+").whole("n") == 100
    assert reader(n="1,234,567").whole("n") == 1_234_567


def test_what_nobody_asked_for_is_kept():
    row = reader(a=1, b=[], c=None, d={"e": 1}, f="", g=[{"h": 0}, {"h": 1}], i="x", j="y")
    row.whole("a")
    row.rows("g")[1].whole("h")
    row.text("i", "j")
    assert row.unread() == {"here.d.e": 1, "here.g[0].h": 0, "here.j": "y"}


def test_a_text_of_json_that_was_opened_is_what_is_in_it():
    row = reader(read='{"a":"{\\"b\\":1,\\"c\\":2}"}', left='{"a":1}')
    row.child("read").child("a").whole("b")
    assert row.unread() == {"here.read.a.c": 2, "here.left": '{"a":1}'}


def test_what_a_lenient_reader_could_not_read_is_unread():
    row = reader(when="string", many="x").lenient()
    assert row.moment("when") is None
    assert row.unread() == {"here.when": "string", "here.many": "x"}


REFERENCES = st.text("ABCDEFGHJKMNPQRSTUVWXYZ23456789", min_size=12, max_size=12).map("SD-{}".format)


@given(st.text(), st.lists(REFERENCES, min_size=1, max_size=3, unique=True))
def test_a_note_and_our_references_come_back(note, references):
    tail_free = split_note(note)[0]
    assert split_note(note_with_reference(tail_free, references)) == (tail_free, " ".join(references))
