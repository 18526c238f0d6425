"""The gateway's client, connected to a running sandbox in either generation of the contract."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.support.sandbox import RunningSandbox

Connect = Callable[..., PandaPon]


@pytest.fixture
def connect(sandbox: RunningSandbox, runner: asyncio.Runner) -> Iterator[Connect]:
    """Makes clients of the sandbox; `generation`, `language`, keys and options of PandaPon may be given."""
    made: list[PandaPon] = []

    def make(
        generation: str = "v2", *, language: str = "en", key: str = "", secret: str = "", **options
    ) -> PandaPon:
        account = replace(SANDBOX, base_url=sandbox.url, generation=generation, language=language)
        keys = sandbox.keys
        credentials = Credentials(key or keys.access_key, secret or keys.secret, keys.user_id)
        made.append(PandaPon(account, credentials, **options))
        return made[-1]

    yield make
    for client in made:
        runner.run(client.close())


@pytest.fixture(params=["v1", "v2"])
def pandapon(connect: Connect, request: pytest.FixtureRequest) -> PandaPon:
    """A client of each generation in turn."""
    return connect(request.param)
