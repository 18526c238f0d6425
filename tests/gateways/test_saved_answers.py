"""Saved answers: documented ones are read without loss, also without their envelope; what is none is said."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sourcing_desktop.contract.endpoints import CALLBACKS, ENDPOINTS
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.gateways.saved_answer import READABLE, read_saved
from sourcing_desktop.gateways.values import as_moment

FOLDER = Path(__file__).resolve().parents[1] / "contract" / "examples"
EXAMPLES = {
    "1688-cart-edit-quantity.v1.response": "AK4",
    "1688-order-cancel.v2.response": "AO8",
    "1688-order-confirm-receipt.v1.response": "AO10",
    "1688-order-pay-url.v1.response": "AO9",
    "1688-recommend.v1.response": "AG7",
    "1688-refund-create.v1.response": "AA4",
    "1688-related.v2.response": "AG8",
    "1688-store-search.v1.response": "AG5",
    "address-add-or-update.v2.response": "F2",
    "linkedmall-search-products.1.response": "SearchProducts",
    "linkedmall-search-products.2.response": "SearchProducts",
    "taobao-order-page.v2.response": "TO2",
    "upstream-1688-category-translation.result": "AG6",
    "upstream-1688-createRefund.response": "AA4",
    "upstream-1688-message-ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES": "AC3",
    "upstream-daji-1688-cancel.response": "AO8",
    "upstream-daji-taobao-cancel.response": "TO4",
    "xport-ka-callback-ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": "AC1",
    "xport-ka-callback-ORDER_CANCEL": "AC2",
    "xport-ka-callback-ORDER_CREATE": "AC2",
    "xport-ka-callback-ORDER_PAY_SUCCESS": "AC2",
}
"""File -> call whose answer, or callback whose body, it holds."""

PLATFORMS = {"0": "taobao", "1": "1688"}
"""How callbacks number the platforms."""


def content(name: str) -> bytes:
    return (FOLDER / f"{name}.json").read_bytes()


def generation(name: str) -> str:
    return "v1" if ".v1." in name else "v2"


def leaves(value: Any) -> Iterator[str]:
    """Every text and number in a value, also inside JSON in a string, but for a yes, which may become
    a word."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        value = json.loads(value)
    if isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    elif value not in (None, "") and value is not True:
        yield f"{value:g}" if isinstance(value, float) else str(value)


def parts(leaf: str) -> list[str]:
    """Both ends of a range, without what says that they are amounts or rates."""
    return [each.strip("¥￥% ") for each in leaf.split(" ~ ")]


def forms(leaf: str) -> set[str]:
    """How a value may be written once it was understood: prices in fen, times in ISO's form, words plain."""
    forms = {leaf, html.unescape(leaf).strip(), f"https:{leaf}", PLATFORMS.get(leaf, leaf)}
    try:
        forms |= {str(Decimal(leaf).normalize()), str(int(Decimal(leaf) * 100))}
    except InvalidOperation:
        forms |= set(leaf.split(","))
    try:
        forms.add(msgspec.to_builtins(as_moment(leaf, "")))
    except BadReply:
        return forms
    return forms


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_value_of_an_example_is_in_what_it_became_or_unread(name):
    became = msgspec.to_builtins(
        read_saved(EXAMPLES[name], content(name), generation(name)), builtin_types=(Decimal,), str_keys=True
    )
    kept = {part for leaf in leaves(became) for part in (leaf, *leaf.split(" / "))}
    said = [part for leaf in leaves(json.loads(content(name))) for part in parts(leaf)]
    lost = [part for part in said if not forms(part) & kept]
    assert lost == []


@pytest.mark.parametrize("name", [name for name in EXAMPLES if EXAMPLES[name] in ENDPOINTS])
def test_an_answer_without_its_envelope_becomes_the_same(name):
    whole = json.loads(content(name))
    bare = json.dumps(whole.get("data", whole)).encode()
    expected = read_saved(EXAMPLES[name], content(name), generation(name)).objects
    assert read_saved(EXAMPLES[name], bare, generation(name)).objects == expected


def test_every_call_and_callback_is_read():
    assert {*ENDPOINTS, *CALLBACKS, *OPERATIONS} == READABLE


def test_a_refusal_is_said_and_nothing_of_it_lost():
    refused = {"code": 500, "msg": "系统异常", "requestId": "r1", "data": None, "more": 7}
    saved = read_saved("TO2", json.dumps(refused).encode(), "v2")
    assert saved.objects is None
    assert saved.envelope.refusal
    assert (saved.envelope.code, saved.envelope.message, saved.envelope.request_id) == (
        "500",
        "系统异常",
        "r1",
    )
    assert saved.unread["more"] == 7


def test_a_refusal_of_linkedmall_is_said_in_either_spelling():
    for refused in ({"Code": "NoPermission", "Message": "no"}, {"code": "NoPermission", "message": "no"}):
        saved = read_saved("ListCategories", json.dumps(refused).encode(), "")
        assert (saved.envelope.code, saved.envelope.message) == ("NoPermission", "no")
        assert saved.envelope.refusal.startswith("This AccessKey lacks a permission.")


@pytest.mark.parametrize("text", [b"", b"[", b"\xff", b'{"code": 200, "data": {"a": 1', b"[" * 100_000])
def test_what_is_no_json_is_said(text):
    with pytest.raises(BadReply, match="no JSON"):
        read_saved("AG3", text, "v2")


@pytest.mark.parametrize("text", [b'"word"', b"7", b"[7]"])
def test_what_is_no_answer_names_the_field(text):
    with pytest.raises(BadReply, match="data"):
        read_saved("AG3", text, "v2")


@pytest.mark.parametrize(("mark", "badges", "unread"), [(True, {"isJxhy"}, None), (False, set(), False)])
def test_a_no_that_leaves_no_trace_is_unread(mark, badges, unread):
    row = {"offerMapId": "a", "subject": "鞋", "priceInfo": {"price": "1"}, "isJxhy": mark}
    saved = read_saved("AG3", json.dumps({"data": [row]}).encode(), "v2")
    assert set(saved.objects.offers[0].badges) == badges
    assert saved.unread.get("data.data[0].isJxhy") is unread
    saved = read_saved("AG1", json.dumps(row | {"sellerMixSetting": {"generalHunpi": mark}}).encode(), "v2")
    assert ("data.isJxhy" in saved.unread) is (not mark)


def test_a_zero_that_nobody_keeps_is_unread():
    order = {"id": "1", "status": 4, "purchaseAmount": 0, "subOrderVOS": []}
    saved = read_saved("TO2", json.dumps({"total": 1, "data": [order]}).encode(), "v2")
    assert saved.objects.orders[0].total is None
    assert saved.unread == {"data.data[0].purchaseAmount": 0}


def test_several_orders_are_summed_up():
    orders = [{"orderId": "1", "orderAmmount": 700, "postFee": 0}, {"orderId": "2", "orderAmmount": 900}]
    placed = read_saved("AO7", json.dumps({"code": 200, "data": {"orderList": orders}}).encode()).objects
    assert (placed.order_ids, placed.total, placed.freight) == (("1", "2"), Money.fen(1600), None)
    orders[1]["postFee"] = 500
    placed = read_saved("AO7", json.dumps({"code": 200, "data": {"orderList": orders}}).encode()).objects
    assert placed.freight == Money.fen(500)


def test_a_name_that_looks_like_a_place_spoils_nothing():
    answer = {"developId": "2", "data": [{"success": True, "errorCode": "1"}], "data[0]": 200}
    assert read_saved("TO6", json.dumps(answer).encode(), "v1").unread["data.developId"] == "2"
