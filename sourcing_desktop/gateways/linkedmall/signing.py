"""Signs LinkedMall calls, afresh for each try. Keeps the secrets to itself."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime

import httpx

from sourcing_desktop.contract.acs3 import DATE, authorization, canonical_request, content_hash, signature
from sourcing_desktop.contract.linkedmall import VERSION
from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.errors import SignInNeeded
from sourcing_desktop.gateways.exchange import Call, Signed, encoded_query
from sourcing_desktop.gateways.failures import without_secrets
from sourcing_desktop.language import tr


class Signer:
    """Signs with one set of credentials for the server at `base_url`. `now` is Unix time in seconds."""

    def __init__(self, credentials: Credentials, base_url: str, now: Callable[[], float]) -> None:
        self._key = credentials.access_key.strip()
        self._secret = credentials.secret.strip()
        self._token = credentials.security_token.strip()
        self._base_url = base_url.rstrip("/")
        self._now = now

    def sign(self, call: Call) -> Signed:
        """The headers of contract upstream B1, with a nonce and a time of this try. Raises SignInNeeded."""
        self._check()
        url = httpx.URL(self._base_url + call.path)  # encoded, and without a usual port, as it is sent
        hashed = content_hash(call.content or b"")
        headers = {
            "host": url.netloc.decode(),
            "x-acs-action": call.code,
            "x-acs-version": VERSION,
            "x-acs-date": f"{datetime.fromtimestamp(self._now(), UTC):{DATE}}",
            "x-acs-signature-nonce": secrets.token_hex(16),
            "x-acs-content-sha256": hashed,
        }
        if self._token:
            headers |= {"x-acs-accesskey-id": self._key, "x-acs-security-token": self._token}
        signed = headers if call.content is None else headers | {"content-type": call.content_type}
        canonical = canonical_request(
            call.verb, url.raw_path.decode(), encoded_query(call.query), signed.items(), hashed
        )
        made = signature(canonical, self._secret)
        return Signed(headers | {"authorization": authorization(self._key, signed.items(), made)})

    def without_secrets(self, text: str) -> str:
        """The text with key, secret and token blotted out, should the gateway have echoed them."""
        return without_secrets(text, self._secret, self._key, self._token)

    def _check(self) -> None:
        parts = (
            (tr("AccessKey id"), self._key, True),
            (tr("AccessKey secret"), self._secret, True),
            (tr("security token"), self._token, False),
        )
        for what, text, needed in parts:
            if needed and not text:
                raise SignInNeeded(tr("The {what} is missing. Enter it in Account settings.", what=what))
            if not (text.isascii() and text.isprintable()):
                raise SignInNeeded(
                    tr(
                        "The {what} contains characters it cannot have. Copy it again into Account settings.",
                        what=what,
                    )
                )
