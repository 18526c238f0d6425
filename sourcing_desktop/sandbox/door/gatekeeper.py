"""Who may call: key, signature, clock window, nonce and user of a request (contract 1.2 to 1.4).

The warehouse calls carry time and signature in their query; the rest of how they are signed is invented, see
`warehouse_signature` in the contract.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, QueryParams

from sourcing_desktop.contract.signature import CLOCK_WINDOW_SECONDS, signature
from sourcing_desktop.contract.warehouse_signature import warehouse_query
from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.door.nonces import Nonces

BUYER = "2100007350001"
"""The one user: the same at every start, so that carts, addresses and orders are found again."""

NONCE = "nonce-str"
_UNSIGNED = ("access-key", NONCE, "user-id")
_SIGNED = ("access-key", "timestamp", NONCE, "user-id", "signature")


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What one start of the sandbox accepts; LinkedMall has a key pair of its own."""

    access_key: str
    secret: str
    user_id: str
    control_token: str
    linkedmall_key: str
    linkedmall_secret: str

    @classmethod
    def random(cls) -> Keys:
        made = [secrets.token_hex(16) for _ in range(5)]
        return cls(made[0], made[1], BUYER, *made[2:])


class Gatekeeper:
    """Remembers used nonces for as long as their timestamps are good."""

    def __init__(self, keys: Keys, clock: Clock) -> None:
        self._keys = keys
        self._users = {keys.user_id}
        self._clock = clock
        self._nonces = Nonces(clock, CLOCK_WINDOW_SECONDS)
        self.nonce_needed = True
        """Whether a request without a nonce is refused. Else it is signed with an empty one, as often as you
        like: what the gateway does is not known (contract 1.3)."""

    def know(self, user_id: str) -> None:
        """Let another buyer in, with the same keys."""
        self._users.add(user_id)

    def admit(self, headers: Headers) -> str:
        """The user id of a request that is signed as documented; Refused for any other."""
        sent = {name: headers.get(name, "") for name in _SIGNED}
        return self._admit(sent, "signature", signature)

    def admit_by_query(self, headers: Headers, query: QueryParams) -> str:
        """The user id of a warehouse call, which carries time and signature in its query."""
        sent = {name: headers.get(name, "") for name in _UNSIGNED}
        sent |= {name: query.get(name, "") for name in ("timestamp", "sign")}
        return self._admit(sent, "sign", lambda *parts: warehouse_query(*parts)["sign"])

    def _admit(self, sent: dict[str, str], signed: str, sign: Callable[[str, str, str, str], str]) -> str:
        optional = () if self.nonce_needed else (NONCE,)
        missing = [name for name, value in sent.items() if not value and name not in optional]
        if missing:
            raise Refused(Code.NOT_SIGNED, ", ".join(missing))
        if sent["access-key"] != self._keys.access_key:
            raise Refused(Code.WRONG_KEY)
        self._check_time(sent["timestamp"])
        expected = sign(sent["access-key"], sent["timestamp"], sent[NONCE], self._keys.secret)
        if not hmac.compare_digest(sent[signed].encode(), expected.encode()):
            raise Refused(Code.BAD_SIGNATURE)
        if sent[NONCE] and not self._nonces.use(sent[NONCE]):
            raise Refused(Code.REPLAYED_NONCE)
        if sent["user-id"] not in self._users:
            raise Refused(Code.WRONG_USER)
        return sent["user-id"]

    def _check_time(self, timestamp: str) -> None:
        """Ten digits are seconds, thirteen are milliseconds (contract 1.4)."""
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) in (10, 13)):
            raise Refused(Code.BAD_PARAMETER, "timestamp")
        seconds = int(timestamp[:10])
        if abs(self._clock.now().timestamp() - seconds) > CLOCK_WINDOW_SECONDS:
            raise Refused(Code.CLOCK_OFF)
