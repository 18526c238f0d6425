"""Whatever LinkedMall answers, the readers understand it or say which field they do not; nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcing_desktop.domain.errors import BadReply, SourcingError
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.linkedmall.readers import READERS
from sourcing_desktop.gateways.linkedmall.replies import open_answer
from sourcing_desktop.gateways.wire import Reader
from tests.support.openapi import Operation, described

LINKEDMALL = described("linkedmall.yaml")
OPERATIONS = {str(each): each for each in LINKEDMALL.operations}
ODD_TEXTS = st.sampled_from(
    [
        "",
        " ",
        "~",
        "¥",
        "¥-",
        "%",
        "¥1 ~",
        "1e999",
        "-0",
        "9" * 60,
        "NaN",
        "{",
        "[1",
        "//",
        "2025-99-99 00:00:00",
        "null",
    ]
)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9) | ODD_TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def like(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a described shape, any part of which may be missing or anything else."""
    schema = LINKEDMALL.followed(schema)
    if "properties" in schema:
        fields = {name: like(inner) for name, inner in schema["properties"].items()}
        shaped: st.SearchStrategy[Any] = st.fixed_dictionaries({}, optional=fields)
    elif "items" in schema:
        shaped = st.lists(like(schema["items"]), max_size=2)
    else:
        shaped = ODD_TEXTS | st.integers() | st.text(max_size=9)
    return st.one_of(shaped, shaped, shaped, ODD)


def answers(operation: Operation) -> st.SearchStrategy[Any]:
    answer = LINKEDMALL.followed(operation.spec["responses"]["200"])
    return like(answer["content"]["application/json"]["schema"])


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
@settings(max_examples=60)
def test_a_reader_reads_or_names_the_field(name: str, data: st.DataObject):
    value = data.draw(answers(OPERATIONS[name]))
    error = failure(lambda: read_whole(name, value))
    assert error is None or (isinstance(error, BadReply) and error.path) or not isinstance(value, dict)


@given(st.binary(max_size=200) | ODD.map(lambda value: json.dumps(value).encode()), st.integers(200, 599))
def test_an_answer_opens_or_says_what_is_wrong(content: bytes, status: int):
    error = failure(lambda: open_answer(Answer("SearchProducts", status, content)))
    assert error.sentence if error else status < 300


def read_whole(name: str, value: object) -> None:
    reply = Reader(value)
    READERS[name](reply)
    reply.unread()


def failure(read: Callable[[], object]) -> SourcingError | None:
    """The error of the domain that reading raises, if any; every other is the test's."""
    try:
        read()
    except SourcingError as error:
        return error
    return None


LISTS = {
    "SearchProducts": "products",
    "ListPurchaserShops": "shopList",
    "ListSelectionProducts": "products",
    "ListSelectionProductSaleInfos": "productSaleInfos",
    "ListSelectionSkuSaleInfos": "skuSaleInfos",
    "ListCategories": "categories",
    "SelectionGroupAddProduct": "productIds",
    "SelectionGroupRemoveProduct": "productIds",
    "QueryChildDivisionCode": "divisionList",
}


@pytest.mark.parametrize(("name", "field"), LISTS.items())
@pytest.mark.parametrize("answer", [{}, {"requestId": "R-1"}, {"data": []}])
def test_a_missing_list_is_not_an_empty_one(name: str, field: str, answer: dict[str, object]):
    with pytest.raises(BadReply) as caught:
        READERS[name](Reader(answer))
    assert caught.value.path == field
    READERS[name](Reader(answer | {field: []}))


def test_megabytes_of_depth_are_no_answer():
    for content in (b'{"products":' * 200_000, b'{"products":' + b"[" * 100_000 + b"]" * 100_000 + b"}"):
        with pytest.raises(BadReply):
            open_answer(Answer("SearchProducts", 200, content))


def test_prices_of_a_megabyte_are_left_out():
    row = {"productId": "1", "distributionPrice": "¥" + "9" * 1_000_000, "picUrl": "/" * 1_000_000}
    page = READERS["SearchProducts"](Reader({"total": 1, "products": [row]}))
    assert page.products[0].price is None
