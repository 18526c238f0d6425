"""A transport with a canned server at its other end, for the tests of what can go wrong between them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from sourcing_desktop.domain.account import SANDBOX, Account, Credentials
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.gateways.exchange import Limits
from sourcing_desktop.gateways.pandapon.transport import Transport
from tests.support.canned_server import Answer, CannedServer

KEY, SECRET, USER = "0123456789abcdef0123456789abcdef", "demo-access-secret-not-real", "2100007340000"
NOON = 1_735_689_600.0  # the gateway's clock


@dataclass
class Line:
    """A transport, the server at its other end, and the pauses it made instead of waiting."""

    transport: Transport
    server: CannedServer
    pauses: list[float] = field(default_factory=list)


@asynccontextmanager
async def line(*answers: Answer, now: float = NOON, key: str = KEY, secret: str = SECRET, **limits: float):
    async with CannedServer(*answers) as server:
        pauses: list[float] = []

        async def pause(seconds: float) -> None:
            pauses.append(seconds)

        transport = Transport(
            account(server.url),
            Credentials(key, secret, USER),
            limits=Limits(**{"connect": 2.0, "silence": 2.0} | limits),
            now=lambda: now,
            pause=pause,
        )
        try:
            yield Line(transport, server, pauses)
        finally:
            await transport.close()


def account(url: str) -> Account:
    return Account(name="test", kind=SANDBOX.kind, base_url=url)


async def failure_of(*answers: Answer, write: bool = False, **options) -> tuple[SourcingError, Line]:
    async with line(*answers, **options) as there:
        with pytest.raises(SourcingError) as caught:
            await (there.transport.write if write else there.transport.read)("AG3", body={"keyword": "包"})
        return caught.value, there
