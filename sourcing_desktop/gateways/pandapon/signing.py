"""Signs PandaPon calls, afresh for each try. Keeps the secrets to itself."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from sourcing_desktop.contract.signature import signature
from sourcing_desktop.contract.warehouse_signature import WAREHOUSE_CODES, warehouse_query
from sourcing_desktop.domain.account import ClockUnit, Credentials
from sourcing_desktop.domain.errors import SignInNeeded
from sourcing_desktop.gateways.exchange import Call, Signed
from sourcing_desktop.gateways.failures import without_secrets
from sourcing_desktop.language import tr

PER_SECOND: dict[ClockUnit, int] = {"s": 1, "ms": 1000}
"""Clients send seconds, the documents' samples are milliseconds (contract 1.4)."""


class Signer:
    """Signs with one set of credentials. `now` is Unix time in seconds, `unit` what is sent of it."""

    def __init__(self, credentials: Credentials, now: Callable[[], float], unit: ClockUnit = "s") -> None:
        self._key = credentials.access_key.strip()
        self._secret = credentials.secret.strip()
        self._user = credentials.user_id.strip()
        self._now = now
        self._per_second = PER_SECOND[unit]

    def sign(self, call: Call) -> Signed:
        """The five headers of contract 1.2; the warehouse calls are signed in the query instead. Raises
        SignInNeeded."""
        self._check()
        timestamp, nonce = str(int(self._now() * self._per_second)), secrets.token_hex(16)
        who = {"access-key": self._key, "nonce-str": nonce, "user-id": self._user}
        if call.code in WAREHOUSE_CODES:
            return Signed(who, warehouse_query(self._key, timestamp, nonce, self._secret))
        signed = signature(self._key, timestamp, nonce, self._secret)
        return Signed(who | {"timestamp": timestamp, "signature": signed})

    def without_secrets(self, text: str) -> str:
        """The text with key and secret blotted out, should the gateway have echoed them."""
        return without_secrets(text, self._secret, self._key)

    def _check(self) -> None:
        for what, text in ((tr("access key"), self._key), (tr("secret"), self._secret)):
            if not text:
                raise SignInNeeded(tr("The {what} is missing. Enter it in Account settings.", what=what))
        for what, text in ((tr("access key"), self._key), (tr("user id"), self._user)):
            if not (text.isascii() and text.isprintable()):
                raise SignInNeeded(
                    tr(
                        "The {what} contains characters it cannot have. Copy it again into Account settings.",
                        what=what,
                    )
                )
