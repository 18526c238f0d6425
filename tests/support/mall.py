"""A raw client of the sandbox's LinkedMall: signs, sends, and hands back what came."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlsplit

import httpx

from sourcing_desktop.contract.acs3 import DATE, authorization, canonical_request, content_hash, signature
from sourcing_desktop.contract.linkedmall import OPERATIONS, VERSION
from sourcing_desktop.sandbox.door.gatekeeper import Keys

PURCHASER = "PID22000009"
"""The buyer's shop that works."""


class MallClient:
    """`headers` given to a call replace those it is signed with."""

    def __init__(self, url: str, keys: Keys) -> None:
        self.keys = keys
        self._host = urlsplit(url).netloc
        self.http = httpx.Client(base_url=url, timeout=20)

    def send(self, name: str, fields: dict[str, Any], **headers: str) -> httpx.Response:
        """Call an operation; what its path leaves open is taken from the fields."""
        operation = OPERATIONS[name]
        rest = dict(fields)
        path = "/".join(
            quote(str(rest.pop(part[1:-1])), safe="") if part.startswith("{") else part
            for part in operation.path.split("/")
        )
        if operation.verb == "GET":
            return self.send_content(name, path, "&".join(sorted(_pairs(rest))), b"", **headers)
        return self.send_content(name, path, "", json.dumps(rest, ensure_ascii=False).encode(), **headers)

    def send_content(
        self, name: str, path: str, query: str, content: bytes, **headers: str
    ) -> httpx.Response:
        """Send a body as it is, signed."""
        verb = OPERATIONS[name].verb
        sent = self.signed(name, verb, path, query, content, **headers)
        return self.http.request(
            verb, f"{path}?{query}" if query else path, content=content or None, headers=sent
        )

    def signed(
        self,
        name: str,
        verb: str,
        path: str,
        query: str,
        content: bytes,
        *,
        secret: str = "",
        late: timedelta = timedelta(),
        **headers: str,
    ) -> dict[str, str]:
        """The headers of a signed request. `late`: how far its time is behind."""
        signed = {
            "host": self._host,
            "content-type": "application/json; charset=utf-8",
            "x-acs-action": name,
            "x-acs-version": VERSION,
            "x-acs-date": f"{datetime.now(UTC) - late:{DATE}}",
            "x-acs-signature-nonce": secrets.token_hex(16),
            "x-acs-content-sha256": content_hash(content),
        }
        signed |= {key.replace("_", "-"): value for key, value in headers.items()}
        canonical = canonical_request(verb, path, query, signed.items(), signed["x-acs-content-sha256"])
        made = signature(canonical, secret or self.keys.linkedmall_secret)
        return signed | {"authorization": authorization(self.keys.linkedmall_key, signed.items(), made)}

    def data(self, name: str, **fields: Any) -> Any:
        """The answer of a call that goes well, for the buyer's shop where one is asked for."""
        answer = self.send(name, {"purchaserId": PURCHASER, **fields})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def search(self, **fields: Any) -> Any:
        """One page of the pool, of 20 products."""
        return self.data("SearchProducts", **{"pageNumber": 1, "pageSize": 20, **fields})

    def close(self) -> None:
        self.http.close()


def _pairs(fields: dict[str, Any]) -> list[str]:
    return [f"{quote(name, safe='~')}={quote(str(value), safe='~')}" for name, value in fields.items()]
