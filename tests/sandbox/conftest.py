"""Raw clients of a running sandbox, one per generation of the contract."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.sandbox import RunningSandbox, SignedClient


@pytest.fixture(params=["v1", "v2"])
def either(sandbox: RunningSandbox, request: pytest.FixtureRequest) -> Iterator[SignedClient]:
    """A raw client of each generation in turn."""
    client = SignedClient(sandbox.url, sandbox.keys, request.param)
    yield client
    client.close()


@pytest.fixture
def v1(sandbox: RunningSandbox) -> Iterator[SignedClient]:
    client = SignedClient(sandbox.url, sandbox.keys, "v1")
    yield client
    client.close()


@pytest.fixture
def v2(sandbox: RunningSandbox) -> Iterator[SignedClient]:
    client = SignedClient(sandbox.url, sandbox.keys, "v2")
    yield client
    client.close()
