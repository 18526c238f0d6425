"""From the `key=value` words of a command line to a call as documented."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path

from sourcing_desktop.contract.endpoints import BINDING, ENDPOINTS
from sourcing_desktop.contract.fields import typed, typed_as
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.gateways.exchange import Call
from sourcing_desktop.gateways.linkedmall import transport as linkedmall
from sourcing_desktop.gateways.pandapon.transport import prepared
from sourcing_desktop.gateways.upload import jpeg_upload

UPLOADS = "AA3"
"""The one call that takes a picture as a form and not as JSON (contract AA3)."""


def call_of(code: str, generation: str, words: Iterable[str]) -> Call:
    """The call to an endpoint of PandaPon or an operation of LinkedMall with fields given as `key=value`;
    `key=@FILE` takes what is in a file.

    ValueError with a sentence for words that do not fit.
    """
    pairs = [_pair(word) for word in words]
    if code == UPLOADS and len(pairs) == 1 and pairs[0][1].startswith("@"):
        name, value = pairs[0]
        return prepared(code, generation, upload=jpeg_upload(name, _file(value)), writing=code in BINDING)
    fields = {name: _text(name, value) for name, value in pairs}
    try:
        if code in OPERATIONS:
            return linkedmall.prepared(code, typed_as(OPERATIONS[code].fields, fields))
        return _pandapon_call(code, generation, fields)
    except KeyError as error:
        raise ValueError(f"{code} needs {error.args[0]}, which is part of its path.") from error
    except LookupError as error:
        raise ValueError(f"{error.args[0]}.") from error


def _pandapon_call(code: str, generation: str, fields: Mapping[str, str]) -> Call:
    values = typed(code, generation, fields)
    if ENDPOINTS[code].route(generation).verb == "GET":
        return prepared(code, generation, query=fields, writing=code in BINDING)
    return prepared(code, generation, body=values, writing=code in BINDING)


def _pair(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not (name and equals):
        raise ValueError(f"Fields are written key=value, and {word!r} is not.")
    return name, value


def _text(name: str, value: str) -> str:
    if not value.startswith("@"):
        return value
    content = _file(value)
    if name == "imageBase64":
        return base64.b64encode(content).decode()
    try:
        return content.decode().rstrip("\n")
    except UnicodeDecodeError as error:
        raise ValueError(f"{value[1:]} holds no text in UTF-8, which {name} needs.") from error


def _file(value: str) -> bytes:
    try:
        return Path(value[1:]).read_bytes()
    except OSError as error:
        raise ValueError(f"{value[1:]} cannot be read: {error.strerror or type(error).__name__}.") from error
