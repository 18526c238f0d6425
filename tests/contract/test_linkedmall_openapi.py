"""The description of LinkedMall is valid, says the same as the table of operations and fits the documented
samples, and the sandbox answers as it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openapi_spec_validator import validate

from sourcing_desktop.contract.fields import Field
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.gateways.linkedmall.readers import READERS
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.contract.test_openapi import KINDS
from tests.support.asking_mall import MallAsker
from tests.support.openapi import Operation, described
from tests.support.sandbox import RunningSandbox

LINKEDMALL = described("linkedmall.yaml")
EXAMPLES = Path(__file__).with_name("examples")
SAMPLES = sorted(path.name for path in EXAMPLES.glob("linkedmall-*.json"))
UNUSED = {"quantity", "pageNumber", "pageSize"}
"""What nobody needs of an answer: stock that is always -1, and what was asked."""
CASES = 3
"""Of each operation in each round."""


def test_it_is_valid_openapi():
    validate(LINKEDMALL.document)


def test_it_has_exactly_the_operations_of_the_table():
    assert {
        each.code: (each.verb, each.path, each.spec["x-per-second"], *each.spec["x-confidence"].values())
        for each in LINKEDMALL.operations
    } == {
        name: (each.verb, each.path, each.per_second, each.shape, each.shape)
        for name, each in OPERATIONS.items()
    }


@pytest.mark.parametrize("operation", LINKEDMALL.operations, ids=str)
def test_it_asks_for_the_fields_of_the_table(operation: Operation):
    if operation.verb == "GET":
        asked = [
            (each["name"], each["schema"], each.get("required", False))
            for each in operation.parameters
            if each["in"] != "header"
        ]
    else:
        needed = LINKEDMALL.followed(operation.body["schema"]).get("required", ())
        asked = [(name, schema, name in needed) for name, schema in operation.fields.items()]
    kinds = {
        Field(name, KINDS[schema.get("type", "string")], "", required) for name, schema, required in asked
    }
    assert kinds == set(OPERATIONS[operation.code].fields)


@pytest.mark.parametrize("operation", LINKEDMALL.operations, ids=str)
def test_every_operation_has_an_example_as_it_describes(operation: Operation):
    if operation.verb == "POST":
        assert operation.problems_of_body(operation.body["example"]) == []
    for parameter in operation.parameters:
        assert LINKEDMALL.validator(parameter["schema"]).is_valid(parameter["example"])


@pytest.mark.parametrize("operation", LINKEDMALL.operations, ids=str)
def test_every_operation_has_an_answer_as_it_describes(operation: Operation):
    answer = LINKEDMALL.followed(operation.spec["responses"]["200"])["content"]["application/json"]["example"]
    assert operation.problems_of_answer(answer) == []
    reply = Reader(decode_json(json.dumps(answer)))
    assert READERS[operation.code](reply)
    assert {path.rpartition(".")[2] for path in reply.unread()} <= UNUSED


@pytest.mark.parametrize("name", SAMPLES)
def test_every_documented_sample_is_as_described(name: str):
    sample = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    [search] = (each for each in LINKEDMALL.operations if each.code == "SearchProducts")
    assert search.problems_of_answer(sample) == []
    sample["products"][0]["distributionPrice"] = "cheap"
    assert search.problems_of_answer(sample)


def test_there_are_samples():
    assert len(SAMPLES) == 2


def test_the_sandbox_answers_as_described(sandbox: RunningSandbox):
    sandbox.control.send("POST", "/linkedmall/rates", b'{"kept": false}')
    asked = MallAsker(LINKEDMALL.path, sandbox.url, sandbox.keys, number=1).ask_all(CASES)
    assert asked.failures == []
    assert asked.operations == len(OPERATIONS)
    assert asked.cases > CASES * asked.operations
    assert len(asked.successful) > 3, "too few answers to look at besides refusals"
