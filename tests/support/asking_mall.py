"""Asks the sandbox's LinkedMall all its description allows. Signatures cover what is sent, body and all."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, quote

import requests

from sourcing_desktop.contract.acs3 import DATE, authorization, canonical_request, content_hash, signature
from sourcing_desktop.contract.linkedmall import VERSION
from tests.support.asking import Asker

NAMES = (
    "x-acs-action",
    "x-acs-version",
    "x-acs-date",
    "x-acs-signature-nonce",
    "x-acs-content-sha256",
    "authorization",
)


class MallAsker(Asker):
    """Signs each request as it goes over the wire."""

    unsigned = dict.fromkeys(NAMES, "-")

    def _send(self, case: Any, code: str) -> Any:
        arguments = case.as_transport_kwargs(base_url=self._url)
        arguments.pop("timeout", None)
        with requests.Session() as session:
            request = requests.Request(**arguments).prepare()
            self._sign(request, code)
            return session.send(request, timeout=20, allow_redirects=False)

    def _went_well(self, answer: Any) -> bool:
        return bool(answer.status_code == 200)

    def _sign(self, request: requests.PreparedRequest, name: str) -> None:
        body = request.body or b""
        content = body.encode() if isinstance(body, str) else body
        path, _, query = request.path_url.partition("?")
        pairs = sorted(parse_qsl(query, keep_blank_values=True))
        encoded = "&".join(f"{quote(each, safe='~')}={quote(value, safe='~')}" for each, value in pairs)
        request.url = request.url.partition("?")[0] + (f"?{encoded}" if encoded else "")
        hashed = content_hash(content)
        signed = {
            "host": self._url.removeprefix("http://"),
            "x-acs-action": name,
            "x-acs-version": VERSION,
            "x-acs-date": f"{datetime.now(UTC):{DATE}}",
            "x-acs-signature-nonce": secrets.token_hex(16),
            "x-acs-content-sha256": hashed,
        }
        if "content-type" in request.headers:
            signed["content-type"] = request.headers["content-type"]
        made = signature(
            canonical_request(request.method, path, encoded, signed.items(), hashed),
            self._keys.linkedmall_secret,
        )
        request.headers.update(signed)
        request.headers["authorization"] = authorization(self._keys.linkedmall_key, signed.items(), made)
