"""From the `key=value` words of a command line to a call as documented."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from sourcing_desktop.app.commands.terminal import complain
from sourcing_desktop.contract.endpoints import BINDING, CHANGING, ENDPOINTS
from sourcing_desktop.contract.fields import fields_of, typed, typed_as
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.gateways.exchange import Call
from sourcing_desktop.gateways.linkedmall import transport as linkedmall
from sourcing_desktop.gateways.pandapon.transport import NO_PATHS, prepared
from sourcing_desktop.gateways.upload import jpeg_upload

UPLOADS = "AA3"
"""The one call that takes a picture as a form and not as JSON (contract AA3)."""

ASKED_TWICE = "AA1"
"""The one call whose pages contradict each other: its field goes into the query and the body."""


def call_of(code: str, generation: str, words: Iterable[str], paths: Mapping[str, str] = NO_PATHS) -> Call:
    """The call to an endpoint of PandaPon or an operation of LinkedMall with fields given as `key=value`;
    `key=@FILE` takes what is in a file. `paths` are those of an account, or to be tried.

    ValueError with a sentence for words that do not fit, and for a field that is missing where an order is
    changed or money spent; elsewhere a missing one is only told of.
    """
    given = _given(words)
    call = _call_with(code, generation, given, paths)
    if missing := [name for name in _needed(code, generation) if name not in given]:
        sentence = f"{code} lacks {', '.join(missing)} (docs/contract.md marks what it must have)."
        if code in BINDING or (code in OPERATIONS and call.writing):
            raise ValueError(sentence)
        complain(sentence)
    return call


def _given(words: Iterable[str]) -> dict[str, str]:
    pairs = [_pair(word) for word in words]
    for name, times in Counter(name for name, _ in pairs).items():
        if times > 1:
            raise ValueError(f"{name} is given {times} times.")
    return dict(pairs)


def _needed(code: str, generation: str) -> list[str]:
    fields = OPERATIONS[code].fields if code in OPERATIONS else fields_of(code, generation)
    return [field.name for field in fields if field.needed]


def _call_with(code: str, generation: str, given: Mapping[str, str], paths: Mapping[str, str]) -> Call:
    if code == UPLOADS and len(given) == 1:
        [(name, value)] = given.items()
        if value.startswith("@"):
            upload = jpeg_upload(name, _file(value))
            return prepared(code, generation, upload=upload, writing=True, paths=paths)
    fields = {name: _text(name, value) for name, value in given.items()}
    try:
        if code in OPERATIONS:
            return linkedmall.prepared(code, typed_as(OPERATIONS[code].fields, fields))
        return _pandapon_call(code, generation, fields, paths)
    except KeyError as error:
        raise ValueError(f"{code} needs {error.args[0]}, which is part of its path.") from error
    except LookupError as error:
        raise ValueError(f"{error.args[0]}.") from error


def _pandapon_call(code: str, generation: str, fields: Mapping[str, str], paths: Mapping[str, str]) -> Call:
    body: Mapping[str, object] | None = typed(code, generation, fields)
    query: Mapping[str, str] | None = fields
    if ENDPOINTS[code].route(generation).verb == "GET":
        body = None
    elif code != ASKED_TWICE:
        query = None
    return prepared(code, generation, query, body, writing=code in CHANGING, paths=paths)


def _pair(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    _proper(name, "a field's name")
    if not (name and equals):
        raise ValueError(f"Fields are written key=value, and {word!r} is not.")
    return name, value


def _text(name: str, value: str) -> str:
    if not value.startswith("@"):
        return _proper(value, name)
    content = _file(value)
    if name == "imageBase64":
        return base64.b64encode(content).decode()
    try:
        return content.decode().rstrip("\n")
    except UnicodeDecodeError as error:
        raise ValueError(f"{value[1:]} holds no text in UTF-8, which {name} needs.") from error


def _proper(value: str, name: str) -> str:
    """The value; a terminal lets other bytes than text through, as halves of characters."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"What is given as {name} is no text in UTF-8.") from error
    return value


def _file(value: str) -> bytes:
    try:
        return Path(value[1:]).read_bytes()
    except OSError as error:
        raise ValueError(f"{value[1:]} cannot be read: {error.strerror or type(error).__name__}.") from error
