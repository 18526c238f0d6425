"""Answers as the client gets them, from their `data`."""

from __future__ import annotations

import json

from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader


def envelope(data: object, **more: object) -> Reader:
    """A success, unless another `code` is given; nobody has looked into it."""
    return Reader(decode_json(json.dumps({"code": 200, "msg": "成功", "data": data} | more)))


def answered(call: str, data: object, code: int = 200, msg: str = "") -> Reader:
    """What comes of an answer to a call that changes something. Raises the domain's errors."""
    body = json.dumps({"code": code, "msg": msg, "data": data}).encode()
    return open_envelope(Answer(call, 200, body, writing=True), refusal_is_answer=True)
