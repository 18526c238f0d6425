"""Who may call: key, signature, clock window, nonce and user of a request (contract 1.2 to 1.4)."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from starlette.datastructures import Headers

from sourcing_desktop.contract.signature import CLOCK_WINDOW_SECONDS, signature
from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.codes import Code, Refused

_SIGNED = ("access-key", "timestamp", "nonce-str", "user-id", "signature")


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What one start of the sandbox accepts."""

    access_key: str
    secret: str
    user_id: str
    control_token: str

    @classmethod
    def random(cls) -> Keys:
        user_id = f"21000{secrets.randbelow(10**8):08d}"
        return cls(secrets.token_hex(16), secrets.token_hex(16), user_id, secrets.token_hex(16))


class Gatekeeper:
    """Remembers used nonces for as long as their timestamps are good."""

    def __init__(self, keys: Keys, clock: Clock) -> None:
        self._keys = keys
        self._clock = clock
        self._nonces: dict[str, float] = {}

    def admit(self, headers: Headers) -> str:
        """The user id of a request that is signed as documented; Refused for any other."""
        key, timestamp, nonce, user_id, signed = (headers.get(name, "") for name in _SIGNED)
        missing = [name for name in _SIGNED if not headers.get(name)]
        if missing:
            raise Refused(Code.NOT_SIGNED, ", ".join(missing))
        if key != self._keys.access_key:
            raise Refused(Code.WRONG_KEY)
        self._check_time(timestamp)
        expected = signature(key, timestamp, nonce, self._keys.secret)
        if not hmac.compare_digest(signed.encode(), expected.encode()):
            raise Refused(Code.BAD_SIGNATURE)
        self._use(nonce)
        if user_id != self._keys.user_id:
            raise Refused(Code.WRONG_USER)
        return user_id

    def _check_time(self, timestamp: str) -> None:
        """Ten digits are seconds, thirteen are milliseconds (contract 1.4)."""
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) in (10, 13)):
            raise Refused(Code.BAD_PARAMETER, "timestamp")
        seconds = int(timestamp[:10])
        if abs(self._clock.now().timestamp() - seconds) > CLOCK_WINDOW_SECONDS:
            raise Refused(Code.CLOCK_OFF)

    def _use(self, nonce: str) -> None:
        now = self._clock.now().timestamp()
        if nonce in self._nonces:
            raise Refused(Code.REPLAYED_NONCE)
        while self._nonces and next(iter(self._nonces.values())) < now - 2 * CLOCK_WINDOW_SECONDS:
            del self._nonces[next(iter(self._nonces))]
        self._nonces[nonce] = now
