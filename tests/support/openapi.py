"""Holds what is sent and answered against an OpenAPI description of the project.

`Description` compiles one of the files in docs/openapi; `Recorder` listens to a running server and says
afterwards what was not as described. `OBSERVED` keeps, for the whole run, which calls were seen to go well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jsonschema_rs
import yaml
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.support.strangers import strangers

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "openapi"
OUR_AGENT = "sourcing-desktop/"
JSON = "application/json"
LARGEST_KEPT = 2_000_000
"""Bytes of an answer; larger ones are faults and are not kept."""


@dataclass
class Observed:
    """Code and generation of the calls seen in this run: `requests` are the client's own that were as
    described and went well, `answers` those whose success was as described."""

    requests: set[tuple[str, str]] = field(default_factory=set)
    answers: set[tuple[str, str]] = field(default_factory=set)


OBSERVED = Observed()


@dataclass
class Exchange:
    """One request and its answer as they were on the wire. `read` once the server took the whole body, which
    faults may keep it from; `whole` once the answer came to its end."""

    verb: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = b""
    read: bool = False
    status: int = 0
    content_type: str = ""
    answer: bytes = b""
    whole: bool = False

    @property
    def is_ours(self) -> bool:
        return self.headers.get("user-agent", "").startswith(OUR_AGENT)


class Operation:
    """One operation of a description. Its problems are sentences that name it and the field."""

    def __init__(self, description: Description, pointer: str, path: str, verb: str) -> None:
        self._description = description
        self._pointer = pointer
        self.spec: dict[str, Any] = description.at(pointer)
        self.path = path
        self.verb = verb.upper()
        self.code: str = self.spec.get("x-code", self.spec["operationId"])
        self.generation: str = self.spec.get("x-generation", "")
        self.pattern = compile_path(path)[0]

    def __str__(self) -> str:
        return f"{self.code} {self.generation}".strip()

    @cached_property
    def parameters(self) -> list[dict[str, Any]]:
        """The parameters of the path and the operation, references followed."""
        every = [*self._description.document["paths"][self.path].get("parameters", ())]
        every += self.spec.get("parameters", ())
        return [self._description.followed(each) for each in every]

    @cached_property
    def body(self) -> dict[str, Any]:
        """The JSON request body: `schema` and `example`. Empty where there is none."""
        body = self._description.followed(self.spec.get("requestBody", {}))
        content: dict[str, Any] = body.get("content", {})
        return content.get(JSON, {})

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The schemas of the body's top-level fields by name."""
        properties: dict[str, Any] = self._description.followed(self.body.get("schema", {})).get(
            "properties", {}
        )
        return properties

    @cached_property
    def _body_validator(self) -> jsonschema_rs.Validator:
        return self._description.validator(self.body["schema"])

    @cached_property
    def _answer_schema(self) -> dict[str, Any]:
        answer = self._description.followed(self.spec["responses"]["200"])
        schema: dict[str, Any] = answer["content"][JSON]["schema"]
        return schema

    def problems_of_request(self, exchange: Exchange) -> list[str]:
        """What of a request is not as described, fields nobody described included."""
        return [
            *self._parameter_problems(exchange),
            *(self._body_problems(exchange) if exchange.read else ()),
        ]

    def problems_of_body(self, value: object) -> list[str]:
        """What of a JSON body is not as described, JSON inside its texts included."""
        found = self._problems("body", self._body_validator, value)
        if not found and isinstance(value, dict):
            for name, schema in self.fields.items():
                if "contentSchema" in schema and value.get(name):
                    inner = _parsed(value[name])
                    found += self._problems(name, self._description.validator(schema["contentSchema"]), inner)
        return found

    def problems_of_answer(self, value: object) -> list[str]:
        """What of a JSON answer is not as described, fields nobody described included."""
        found = self._problems("answer", self._description.validator(self._answer_schema), value)
        if not found:
            names = dict.fromkeys(strangers(self._description, self._answer_schema, value))
            found = [f"{self}: answer.{name} is not described" for name in names]
        return found

    def _parameter_problems(self, exchange: Exchange) -> Iterator[str]:
        match = self.pattern.match(exchange.path)
        given = {
            "query": dict(parse_qsl(exchange.query, keep_blank_values=True)),
            "header": exchange.headers,
            "path": match.groupdict() if match else {},
        }
        for parameter in self.parameters:
            name, where = parameter["name"], parameter["in"]
            if name in given[where]:
                validator = self._description.validator(parameter["schema"])
                value = _as_typed(given[where][name], parameter["schema"])
                yield from self._problems(f"{where} {name}", validator, value)
            elif parameter.get("required"):
                yield f"{self}: {where} {name} is missing"
        for name in given["query"].keys() - {
            each["name"] for each in self.parameters if each["in"] == "query"
        }:
            yield f"{self}: query {name} is not described"

    def _body_problems(self, exchange: Exchange) -> list[str]:
        media_type = exchange.headers.get("content-type", "").partition(";")[0]
        if not self.body or (exchange.body and media_type != JSON):
            return []
        value = _parsed(exchange.body)
        strangers = value.keys() - self.fields.keys() if isinstance(value, dict) else ()
        undescribed = [f"{self}: body.{name} is not described" for name in strangers]
        return [*self.problems_of_body(value), *undescribed]

    def _problems(self, what: str, validator: jsonschema_rs.Validator, value: object) -> list[str]:
        return [
            f"{self}: {'.'.join([what, *map(str, error.instance_path)])}: {error.message[:300]}"
            for error in validator.iter_errors(value)
        ]


class Description:
    """An OpenAPI file of docs/openapi. Validators are compiled when first asked for."""

    def __init__(self, file_name: str) -> None:
        self.path = FOLDER / file_name
        self.document: dict[str, Any] = yaml.load(self.path.read_text("utf-8"), yaml.CSafeLoader)
        self._urn = f"urn:{self.path.stem}"
        self._registry = jsonschema_rs.Registry([(self._urn, self.document)])
        self._validators: dict[str, jsonschema_rs.Validator] = {}
        self.operations = [
            Operation(self, f"#/paths/{path.replace('~', '~0').replace('/', '~1')}/{verb}", path, verb)
            for path, item in self.document["paths"].items()
            for verb in item.keys() & {"get", "post", "put", "delete"}
        ]
        self._plain = {(each.verb, each.path): each for each in self.operations if "{" not in each.path}

    def operation(self, verb: str, path: str) -> Operation | None:
        """The operation a request is for."""
        return self._plain.get((verb, path)) or next(
            (each for each in self.operations if each.verb == verb and each.pattern.match(path)), None
        )

    def problems_of_push(self, message: dict[str, Any]) -> list[str]:
        """What of a callback's message is not as the one webhook that is for it describes."""
        for code, item in self.document["webhooks"].items():
            schema = item["post"]["requestBody"]["content"][JSON]["schema"]
            if self.validator(schema).is_valid(message):
                body = self.validator(schema["properties"]["messageBody"]["contentSchema"])
                return [f"{code}: {error}" for error in body.iter_errors(_parsed(message["messageBody"]))]
        return [f"no webhook describes {message}"]

    def at(self, pointer: str) -> dict[str, Any]:
        """The part of the file that a JSON pointer (`#/…`) names."""
        part: Any = self.document
        for step in pointer.removeprefix("#/").split("/"):
            part = part[step.replace("~1", "/").replace("~0", "~")]
        return part  # type: ignore[no-any-return]

    def followed(self, part: dict[str, Any]) -> dict[str, Any]:
        """The part itself, or what it refers to."""
        while "$ref" in part:
            part = self.at(part["$ref"])
        return part

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Validator:
        """The compiled validator of a schema of this file."""
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            absolute = json.loads(key.replace('"#/', f'"{self._urn}#/'))
            self._validators[key] = jsonschema_rs.Draft202012Validator(absolute, registry=self._registry)
        return self._validators[key]


@cache
def described(file_name: str) -> Description:
    """The description in a file of docs/openapi, read once per run."""
    return Description(file_name)


def every_description() -> list[Description]:
    """All that docs/openapi has."""
    return [described(path.name) for path in sorted(FOLDER.glob("*.yaml"))]


class Recorder:
    """Stands before an ASGI application and keeps every exchange that a description knows."""

    def __init__(self, app: ASGIApp, *descriptions: Description) -> None:
        self._app = app
        self._descriptions = descriptions
        self._kept: list[tuple[Operation, Exchange]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        operation = self._operation(scope)
        if operation is None:
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        exchange = Exchange(scope["method"], scope["path"], scope["query_string"].decode("latin-1"), headers)
        self._kept.append((operation, exchange))

        async def received() -> Message:
            message = await receive()
            if message["type"] == "http.request":
                exchange.body += message.get("body", b"")
                exchange.read = not message.get("more_body")
            return message

        await self._app(scope, received, _Listener(send, exchange).send)

    def _operation(self, scope: Scope) -> Operation | None:
        if scope["type"] != "http":
            return None
        found = (each.operation(scope["method"], scope["path"]) for each in self._descriptions)
        return next(filter(None, found), None)

    def problems(self) -> list[str]:
        """What was not as described in what was kept, each once; forgets it, and tells OBSERVED what was."""
        kept, self._kept = self._kept, []
        found: dict[str, None] = {}
        for operation, exchange in kept:
            asked = operation.problems_of_request(exchange) if exchange.is_ours else []
            answered, success = _look_at_answer(operation, exchange)
            found |= dict.fromkeys([*asked, *answered])
            call = (operation.code, operation.generation)
            if success and not answered:
                OBSERVED.answers.add(call)
            if success and exchange.is_ours and not asked:
                OBSERVED.requests.add(call)
        return list(found)


class _Listener:
    """Passes an answer on and keeps it. Has the transport of the server's own `send`, by which the sandbox
    hangs up."""

    def __init__(self, send: Send, exchange: Exchange) -> None:
        self._send = send
        self._exchange = exchange

    @property
    def transport(self) -> object:
        return self._send.__self__.transport  # type: ignore[attr-defined]

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = dict(message["headers"])
            self._exchange.status = message["status"]
            self._exchange.content_type = (
                headers.get(b"content-type", b"").decode("latin-1").partition(";")[0]
            )
        elif len(self._exchange.answer) < LARGEST_KEPT:
            self._exchange.answer += message.get("body", b"")
            self._exchange.whole = not message.get("more_body")
        await self._send(message)


def _look_at_answer(operation: Operation, exchange: Exchange) -> tuple[list[str], bool]:
    """Problems of an answer, and whether it was a success. What a fault put in its place is neither."""
    if exchange.status != 200 or exchange.content_type != JSON or not exchange.whole:
        return [], False
    value = _parsed(exchange.answer)
    code = value.get("code") if isinstance(value, dict) else None
    failed = isinstance(code, int) and code != 200  # PandaPon's way; LinkedMall fails by HTTP status
    return operation.problems_of_answer(value), not failed and not hides_failure(value)


def hides_failure(value: object) -> bool:
    """Whether an answer that looks like a success says inside that it is none."""
    data = value.get("data") if isinstance(value, dict) else None
    return isinstance(data, dict) and data.get("success") is False


def _parsed(text: object) -> object:
    """JSON in text; what is no JSON stays as it is, and fails any schema of an object or a list."""
    try:
        return json.loads(text)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def _as_typed(text: str, schema: dict[str, Any]) -> object:
    """A parameter's text as the number its schema asks for, where it is one."""
    whole = schema.get("type") in ("integer", "number") and text.lstrip("-").isdecimal()
    return int(text) if whole else text
