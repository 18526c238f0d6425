"""The client of LinkedMall, connected to a running sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest

from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.gateways.linkedmall import LinkedMall
from tests.support.sandbox import RunningSandbox

Connect = Callable[..., LinkedMall]


@pytest.fixture
def connect(sandbox: RunningSandbox, runner: asyncio.Runner) -> Iterator[Connect]:
    """Makes clients of the sandbox; keys and options of LinkedMall may be given."""
    made: list[LinkedMall] = []

    def make(*, key: str = "", secret: str = "", token: str = "", **options) -> LinkedMall:
        account = Account("Mall", AccountKind.LINKEDMALL, base_url=sandbox.url)
        keys = sandbox.keys
        credentials = Credentials(
            key or keys.linkedmall_key, secret or keys.linkedmall_secret, security_token=token
        )
        made.append(LinkedMall(account, credentials, **options))
        return made[-1]

    yield make
    for client in made:
        runner.run(client.close())


@pytest.fixture
def mall(connect: Connect) -> LinkedMall:
    return connect()
