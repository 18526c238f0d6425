"""Asks a running sandbox what its OpenAPI description allows (schemathesis), and checks what it answers.

Random ids are nobody's, so each case is given a few values that earlier answers had under the same names:
what follows from a search, an offer or an order is then asked for too.
"""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sourcing_desktop.contract.signature import signature
from sourcing_desktop.contract.warehouse_signature import WAREHOUSE_CODES, warehouse_query
from sourcing_desktop.sandbox.door.gatekeeper import Keys
from tests.support.openapi import described

CHECKED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
UNSIGNED = dict.fromkeys(("access-key", "timestamp", "nonce-str", "user-id", "signature"), "-")
"""In place of signed headers until a case is sent, so that none are made up."""
SAME = {"openUid": "sellerOpenId", "orderId": "idOfStr", "rankId": "categoryId", "subOrderId": "subOrderId"}
"""Request fields that want what answers call otherwise."""
HEARD = 0.7
"""How often a field takes a value heard before, where there is one."""


@dataclass
class Asked:
    """What came of it: operations asked, cases, those answered with success, and what was wrong."""

    operations: int = 0
    cases: int = 0
    successes: int = 0
    failures: list[str] = field(default_factory=list)
    successful: set[str] = field(default_factory=set)


class Asker:
    """Asks the sandbox at `url` with its keys; the same `number` asks the same of a sandbox that answers the
    same."""

    unsigned: Mapping[str, str] = UNSIGNED

    def __init__(self, description: Path, url: str, keys: Keys, number: int) -> None:
        schema = schemathesis.openapi.from_path(description)
        operations = described(description.name).operations
        self._described = {each.spec["operationId"]: each for each in operations}
        self._operations = [result.ok() for result in schema.get_all_operations()]
        self._url = url
        self._keys = keys
        self._heard: dict[str, object] = {}
        self._dice = random.Random(number)

    def ask_all(self, examples: int) -> Asked:
        """Ask every operation so many times in each of three rounds: as described, against the description,
        and as described once more, when more has been heard."""
        asked = Asked(len(self._operations))
        for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE, GenerationMode.POSITIVE:
            for operation in self._operations:
                self._ask(operation, mode, examples, asked)
        return asked

    def _ask(self, operation: Any, mode: GenerationMode, examples: int, asked: Asked) -> None:
        raw = operation.definition.raw
        names = self._described[raw["operationId"]]
        # Some calls have nothing else to get wrong.
        headers = self.unsigned if mode is GenerationMode.POSITIVE else None

        @seed(self._dice.getrandbits(32))
        @settings(
            max_examples=examples,
            phases=[Phase.generate],
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode, headers=headers))
        def one(case: Any) -> None:
            asked.cases += 1
            case.body = self._informed(case.body)
            case.query = self._informed(case.query)
            answer = self._send(case, raw.get("x-code", raw["operationId"]))
            case.validate_response(answer, checks=CHECKED)
            if answer.status_code == 200:
                assert names.problems_of_answer(answer.json()) == []
            if self._went_well(answer):
                asked.successes += 1
                asked.successful.add(raw["operationId"])
                self._hear(answer.json())

        try:
            one()
        except Exception as failure:  # schemathesis raises groups of its own
            asked.failures += [f"{operation.label}: {each}" for each in _causes(failure)]

    def _send(self, case: Any, code: str) -> Any:
        signed, query = self._signed(code)
        return case.call(base_url=self._url, headers=signed, params=query)

    def _went_well(self, answer: Any) -> bool:
        return bool(answer.json()["code"] == 200)

    def _signed(self, code: str) -> tuple[dict[str, str], dict[str, str]]:
        timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
        key, secret = self._keys.access_key, self._keys.secret
        headers = {"access-key": key, "nonce-str": nonce, "user-id": self._keys.user_id}
        if code in WAREHOUSE_CODES:
            return headers, warehouse_query(key, timestamp, nonce, secret)
        signed = {"timestamp": timestamp, "signature": signature(key, timestamp, nonce, secret)}
        return headers | signed, {}

    def _informed(self, value: Any) -> Any:
        """The value with some of its fields as they were heard before."""
        if isinstance(value, dict):
            return {name: self._heard_or(name, self._informed(inner)) for name, inner in value.items()}
        return [self._informed(each) for each in value] if isinstance(value, list) else value

    def _heard_or(self, name: str, value: Any) -> Any:
        heard = self._heard.get(SAME.get(name, name))
        taken = type(heard) is type(value) and self._dice.random() < HEARD
        return heard if taken else value

    def _hear(self, value: Any) -> None:
        for name, inner in _leaves(value):
            self._heard[name] = inner


def _causes(failure: BaseException) -> list[BaseException]:
    """The failures inside groups of failures."""
    if isinstance(failure, BaseExceptionGroup):
        return [cause for each in failure.exceptions for cause in _causes(each)]
    return [failure]


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, object]]:
    """Every filled text and number in a JSON value, with its name."""
    inside: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = ((name, each) for each in value[:3])
    elif isinstance(value, str | int) and value:
        yield name, value
    for inner_name, inner in inside:
        yield from _leaves(inner, inner_name)
