"""The description of PandaPon is valid, says the same as the tables of endpoints and fields, and every
example, its own and the documents', is as it describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from sourcing_desktop.contract.endpoints import CALLBACKS, ENDPOINTS
from sourcing_desktop.contract.fields import Field, fields_of
from tests.support.openapi import Description, Operation, described

EXAMPLES = Path(__file__).with_name("examples")
GENERATIONS = ("v1", "v2")
KINDS = {
    "string": "text",
    "integer": "whole",
    "number": "number",
    "boolean": "yes",
    "array": "list",
    "object": "object",
}
CALLS = {
    "1688-cart-create-order": "AK1",
    "1688-cart-edit-quantity": "AK4",
    "1688-cart-list": "AK6",
    "1688-cart-preview": "AK3",
    "1688-image-search": "AG4",
    "1688-keyword-search": "AG3",
    "1688-order-batch-create": "AO3",
    "1688-order-bulk-pay": "AO1",
    "1688-order-cancel": "AO8",
    "1688-order-confirm-receipt": "AO10",
    "1688-order-detail": "AOD",
    "1688-order-pay-url": "AO9",
    "1688-order-preview": "AO6",
    "1688-recommend": "AG7",
    "1688-refund-create": "AA4",
    "1688-refund-info": "AA1",
    "1688-related": "AG8",
    "1688-store-search": "AG5",
    "address-add-or-update": "F2",
    "logistics-booking": "W4",
    "logistics-order-freight-preview": "W2",
    "logistics-update-domestic": "W3",
    "taobao-batch-check": "TG3",
    "taobao-cart-add": "TK5",
    "taobao-cart-create-order": "TK1",
    "taobao-cart-preview": "TK2",
    "taobao-im-link": "TO7",
    "taobao-item-search": "TG2",
    "taobao-logistics-detail": "TO9",
    "taobao-order-create": "TO1",
    "taobao-order-page": "TO2",
    "taobao-refund-list": "TA1",
    "taobao-refund-render": "TA2",
    "taobao-refund-submit-message": "TA6",
    "taobao-source-get": "TGS",
    "taobao-update-warehouse": "TO5",
}
"""Which call each documented example is of."""

FOREIGN = ("upstream-", "xport-", "linkedmall-")
"""Examples of other systems, which no schema here is for."""

PANDAPON = described("pandapon.yaml")
OPERATIONS = {(each.code, each.generation): each for each in PANDAPON.operations}
FILES = sorted(path.name for path in EXAMPLES.glob("*.json") if not path.name.startswith(FOREIGN))


def test_it_is_valid_openapi():
    validate(PANDAPON.document)


def test_it_has_exactly_the_calls_of_the_endpoint_table():
    described_calls = {
        (each.code, each.generation): (
            each.verb,
            each.path,
            each.spec["x-confidence"]["path"],
            each.spec["x-confidence"]["body"],
        )
        for each in PANDAPON.operations
    }
    assert len(described_calls) == len(PANDAPON.operations)
    assert described_calls == {
        (code, generation): (route.verb, route.path, route.confidence, endpoint.body)
        for code, endpoint in ENDPOINTS.items()
        for generation, route in (("v1", endpoint.v1), ("v2", endpoint.v2))
        if route.path
    }


def test_operations_are_named_after_code_and_generation():
    assert [each.spec["operationId"] for each in PANDAPON.operations] == [
        f"{each.code}_{each.generation}" for each in PANDAPON.operations
    ]


def test_it_has_exactly_the_callbacks():
    assert {
        code: (item["post"]["x-code"], *item["post"]["x-confidence"].values())
        for code, item in PANDAPON.document["webhooks"].items()
    } == {code: (code, each.delivery, each.body) for code, each in CALLBACKS.items()}


def test_warehouse_calls_are_signed_in_the_query_and_all_others_by_headers():
    for operation in PANDAPON.operations:
        signing = {(each["name"], each["in"]) for each in operation.parameters} & {
            ("sign", "query"),
            ("signature", "header"),
        }
        assert signing == {("sign", "query") if operation.code[0] == "W" else ("signature", "header")}


@pytest.mark.parametrize("operation", PANDAPON.operations, ids=str)
def test_it_asks_for_the_fields_of_the_field_table(operation: Operation):
    assert asked_fields(operation) == set(fields_of(operation.code, operation.generation))


def asked_fields(operation: Operation) -> set[Field]:
    """The fields of an operation's schemas as the field table has them."""
    if operation.verb == "GET":
        asked = [
            (each["name"], each["schema"], each.get("required", False))
            for each in operation.parameters
            if each["in"] != "header"
        ]
    else:
        schema = operation.body.get("schema", {})
        needed = schema.get("required", ())
        asked = [(name, each, name in needed) for name, each in operation.fields.items()]
    own = {field.name: field for field in fields_of(operation.code, operation.generation)}
    return {
        Field(name, kind_of(schema), own[name].generation if name in own else "", needed)
        for name, schema, needed in asked
    }


def kind_of(schema: dict[str, Any]) -> str:
    """The kind of the first type a schema allows."""
    allowed = PANDAPON.followed(schema)["type"]
    return KINDS[allowed if isinstance(allowed, str) else allowed[0]]


@pytest.mark.parametrize("operation", PANDAPON.operations, ids=str)
def test_every_operation_has_an_example_as_it_describes(operation: Operation):
    if operation.verb == "POST" and operation.fields:
        assert operation.problems_of_body(operation.body["example"]) == []
    answer = PANDAPON.followed(operation.spec["responses"]["200"])["content"]["application/json"]["example"]
    assert answer["code"] == 200
    assert operation.problems_of_answer(answer) == []
    for parameter in operation.parameters:
        if parameter.get("required"):
            assert PANDAPON.validator(parameter["schema"]).is_valid(parameter["example"])


def test_every_component_is_used():
    text = PANDAPON.path.read_text("utf-8")
    names = [
        f"#/components/{kind}/{name}"
        for kind, parts in PANDAPON.document["components"].items()
        for name in parts
    ]
    assert [name for name in names if f"'{name}'" not in text] == []


@pytest.mark.parametrize("code", CALLBACKS)
def test_every_callback_has_an_example_as_it_describes(code: str):
    content = PANDAPON.document["webhooks"][code]["post"]["requestBody"]["content"]["application/json"]
    assert PANDAPON.validator(content["schema"]).is_valid(content["example"])
    assert PANDAPON.problems_of_push(content["example"]) == []


@pytest.mark.parametrize("name", FILES)
def test_every_documented_example_is_as_described(name: str):
    call, generation, kind, _ = name.split(".")
    operation = OPERATIONS[CALLS[call], generation]
    example = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    if kind.startswith("request"):
        assert operation.problems_of_body(example) == []
        return
    assert operation.problems_of_answer(example) == []
    success = {**example, "code": 200}  # the documentation tool's own samples say 0, which is no success
    assert operation.problems_of_answer(success) == []


@pytest.mark.parametrize(
    ("code", "answer", "problem"),
    [
        ("AO6", {"orderPreviewResult": [], "success": True}, "orderPreviewResuslt"),
        ("AG3", {"data": []}, "totalRecords"),
        ("AO8", "true", "boolean"),
    ],
)
def test_an_answer_of_another_shape_is_told(code: str, answer: object, problem: str):
    envelope = {"code": 200, "msg": "", "data": answer}
    assert any(problem in each for each in OPERATIONS[code, "v2"].problems_of_answer(envelope))


def renamed(value: Any) -> Any:
    """A JSON value under other names."""
    if isinstance(value, dict):
        return {f"{name}2": renamed(inner) for name, inner in value.items()}
    return [renamed(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("operation", PANDAPON.operations, ids=str)
def test_an_answer_under_other_names_is_told(operation: Operation):
    content = PANDAPON.followed(operation.spec["responses"]["200"])["content"]["application/json"]
    answer = content["example"]
    if isinstance(answer.get("data"), dict | list):
        assert operation.problems_of_answer(answer | {"data": renamed(answer["data"])}) != []


@pytest.mark.parametrize(
    ("code", "body", "problem"),
    [
        ("AO8", {"webSite": "1688", "orderId": "1", "cancelReason": ""}, "integer"),
        ("AO8", {"webSite": "1688", "cancelReason": ""}, "orderId"),
        ("TG3", {"params": "[{}]"}, "itemId"),
        ("TG3", {"params": "no JSON"}, "array"),
    ],
)
def test_a_request_of_another_shape_is_told(code: str, body: object, problem: str):
    found = OPERATIONS[code, "v1"].problems_of_body(body)
    assert found
    assert any(problem in each for each in found)


def test_a_message_of_another_shape_is_told():
    message = {"messageType": "8", "messageBody": "{}", "messagePlatform": 0, "timestamp": "1"}
    assert ["purchaseOrderId" in each for each in PANDAPON.problems_of_push(message)] == [True]
    assert PANDAPON.problems_of_push(message | {"messagePlatform": 2}) != []


def test_what_a_description_does_not_say_is_found_by_verb_and_path():
    description: Description = PANDAPON
    assert description.operation("GET", "/open/order/refund/cancel/110002685755") is OPERATIONS["TA5", "v1"]
    assert description.operation("POST", "/open/order/page") is None
