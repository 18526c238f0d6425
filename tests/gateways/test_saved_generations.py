"""Which generation a saved answer is of is seen by its ids, where nobody says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sourcing_desktop.gateways.saved_answer import read_saved

EXAMPLES = Path(__file__).resolve().parents[1] / "contract" / "examples"


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("1688-store-search.v1.response", "AG5", "v1"),
        ("1688-recommend.v1.response", "AG7", "v1"),
        ("1688-related.v2.response", "AG8", "v2"),
    ],
)
def test_an_answer_is_read_in_the_generation_of_its_ids(name, code, expected):
    offers = read_saved(code, (EXAMPLES / f"{name}.json").read_bytes()).objects.offers
    assert {offer.ref.generation for offer in offers} == {expected}
    assert [offer.ref.id.isdecimal() for offer in offers] == [expected == "v1"] * len(offers)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"itemId": 757832044372}, "v1"),
        ({"itemId": "757832044372"}, "v1"),
        ({"itemId": "-olZ-U-kzsabrk0Yr6WnZQ"}, "v2"),
        ({"itemId": 757832044372, "offerMapId": "-olZ-U-kzsabrk0Yr6WnZQ"}, "v2"),
        ({"itemId": 757832044372, "offerMapId": None}, "v1"),
    ],
)
def test_opaque_ids_tell_the_second_generation_whatever_they_are_called(row, expected):
    answer = {"rankProductModels": [row | {"title": "钱包"}]}
    [ranked] = read_saved("AM3", json.dumps(answer).encode()).objects.offers
    assert ranked.offer.ref.generation == expected


def test_a_call_of_one_generation_is_read_in_it():
    row = {"itemId": "516142097201", "title": "钱包", "price": 500}
    page = read_saved("TG5", json.dumps({"total": 1, "data": [row]}).encode()).objects
    assert page.offers[0].ref.generation == "v1"


def test_an_answer_of_any_depth_is_looked_through():
    deep = b'{"data": [], "more": ' + b"[" * 900 + b"]" * 900 + b"}"
    assert read_saved("AG3", deep).objects.offers == ()
