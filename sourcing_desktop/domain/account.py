"""Which gateway the program works against and as whom. The secrets themselves are in the system keyring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal
from uuid import uuid4

PANDAPON_URL = "https://api.pandapon.com"
LINKEDMALL_URL = "https://linkedmall.aliyuncs.com"
"""Where nearly every region of LinkedMall answers (contract upstream A1); an account may name another."""

ClockUnit = Literal["s", "ms"]


class AccountKind(StrEnum):
    """The embedded market where nothing is really bought, the PandaPon gateway, or LinkedMall."""

    SANDBOX = "sandbox"
    PANDAPON = "pandapon"
    LINKEDMALL = "linkedmall"


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `generation` chooses `v1` or `v2` of the contract; `language` is what titles are
    translated into (contract 1.13). `id` is made once: whatever is kept of an account is kept under it.

    What the documents leave open this gateway may do otherwise: `clock_unit` is what it counts time in,
    seconds or milliseconds (contract 1.4); `paths` are other ones, by `AG3` or `AG3 v1`.
    """

    name: str
    kind: AccountKind
    base_url: str = PANDAPON_URL
    generation: str = "v2"
    user_id: str = ""
    language: str = "en"
    id: str = field(default_factory=lambda: uuid4().hex)
    clock_unit: ClockUnit = "s"
    paths: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """What requests are signed with. Has no repr, so that it cannot reach a log by accident.

    `security_token` comes with a temporary key of Alibaba Cloud, which is not worth keeping.
    """

    access_key: str
    secret: str
    user_id: str = ""
    security_token: str = ""


SANDBOX = Account(name="Sandbox", kind=AccountKind.SANDBOX, id="sandbox")
