"""Words of a command line become the JSON values the documents ask for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.contract.endpoints import BINDING, CHANGING, ENDPOINTS
from sourcing_desktop.contract.fields import FIELDS, Field, fields_of, typed

CLIENT = Path(__file__).resolve().parents[2] / "sourcing_desktop" / "gateways" / "pandapon"
KINDS = {"text", "whole", "number", "yes", "list", "object"}


def test_every_call_has_its_fields_and_every_field_a_kind():
    assert list(FIELDS) == list(ENDPOINTS)
    for code, fields in FIELDS.items():
        assert {field.kind for field in fields} <= KINDS, code
        for generation in ("v1", "v2"):
            names = [field.name for field in fields_of(code, generation)]
            assert len(names) == len(set(names)), code


def test_what_the_client_sends_once_is_what_changes_something():
    source = "".join(path.read_text(encoding="utf-8") for path in CLIENT.rglob("*.py"))
    assert set(re.findall(r'\.write\(\s*"(\w+)"', source)) == CHANGING
    assert set(re.findall(r'\.read\(\s*"(\w+)"', source)).isdisjoint(CHANGING)
    assert BINDING < CHANGING


def test_a_cell_says_kind_need_and_generation():
    assert FIELDS["AG8"][:3] == (
        Field("offerId", "whole", "v1", True),
        Field("offerId", "text", "v2", True),
        Field("pageNo", "whole", "", False),
    )


@pytest.mark.parametrize(
    ("code", "generation", "words", "values"),
    [
        ("AG3", "v2", {"keyword": "12", "pageSize": "5"}, {"keyword": "12", "pageSize": 5}),
        ("AG8", "v1", {"offerId": "683381637585"}, {"offerId": 683381637585}),
        ("AG8", "v2", {"offerId": "683381637585"}, {"offerId": "683381637585"}),
        ("AO8", "v2", {"orderId": "2542285634920880794"}, {"orderId": 2542285634920880794}),
        ("AO1", "v1", {"orderIds": '["1","2"]'}, {"orderIds": ["1", "2"]}),
        ("AK5", "v1", {"price": "6.5"}, {"price": 6.5}),
        ("TK1", "v2", {"orderAddress": '{"zip": ""}'}, {"orderAddress": {"zip": ""}}),
        ("TG3", "v1", {"params": '[{"itemId":"1"}]'}, {"params": '[{"itemId":"1"}]'}),
        ("F1", "v1", {"a": "7", "b": "true", "c": "[1]", "d": "{}"}, {"a": 7, "b": True, "c": [1], "d": {}}),
        ("F1", "v1", {"a": "seven", "b": "null", "c": "NaN", "d": "1e999"}, None),
    ],
)
def test_words_become_documented_values(code, generation, words, values):
    assert typed(code, generation, words) == (words if values is None else values)


@pytest.mark.parametrize(
    ("code", "word", "text", "sentence"),
    [
        ("AG3", "pageSize", "five", "pageSize must be a whole number, not 'five'."),
        ("AG3", "pageSize", "5.0", "pageSize must be a whole number, not '5.0'."),
        ("AG3", "pageSize", "true", "pageSize must be a whole number, not 'true'."),
        ("AO1", "orderIds", '"1"', "orderIds must be a JSON list, not '\"1\"'."),
        ("AK5", "price", "Infinity", "price must be a number, not 'Infinity'."),
        ("TK1", "orderAddress", "[" * 100_000, "orderAddress must be a JSON object, not '" + "[" * 80 + "'."),
    ],
)
def test_words_that_do_not_fit_are_refused_in_a_sentence(code, word, text, sentence):
    with pytest.raises(ValueError, match="must be") as refusal:
        typed(code, "v2", {word: text})
    assert str(refusal.value) == sentence


@given(st.integers())
def test_whole_numbers_of_any_size_stay_whole(number):
    assert typed("AO8", "v1", {"orderId": str(number)}) == {"orderId": number}


@given(st.text(), st.sampled_from(["unheardOf", "keyword"]))
def test_any_text_makes_something_json_can_carry(text, name):
    value = typed("AG3", "v1", {name: text})[name]
    assert json.loads(json.dumps(value, allow_nan=False)) == value
