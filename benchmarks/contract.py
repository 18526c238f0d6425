"""Asks the sandbox what its OpenAPI descriptions allow, many times over, and counts what was not answered as
described. Measures no times."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
import threading
from contextlib import closing
from pathlib import Path

from benchmarks.rows import Row, at_most
from sourcing_desktop.sandbox.preparation import prepare_market
from sourcing_desktop.sandbox.server import Sandbox
from tests.support.asking import Asked, Asker
from tests.support.asking_mall import MallAsker
from tests.support.openapi import described
from tests.support.sandbox import Control

EXAMPLES = 25
"""Of each operation in each of the three rounds."""

GATEWAYS = (("PandaPon", "pandapon.yaml", Asker), ("LinkedMall", "linkedmall.yaml", MallAsker))


async def rows() -> list[Row]:
    """A row for each gateway: answers that were not as described. What was wrong with them is printed."""
    return [_row(name, asked) for name, asked in (await asyncio.to_thread(_ask)).items()]


def _row(name: str, asked: Asked) -> Row:
    print("\n".join(asked.failures))
    what = f"{asked.cases:,} cases of {asked.operations} operations, {asked.successes:,} successes"
    return at_most(f"{name}: not as described of {what}", "", [len(asked.failures)], None, 0)


def _ask() -> dict[str, Asked]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        market = Path(folder) / "market.db"
        for _ in prepare_market(market):
            pass
        sandbox = Sandbox(market, ":memory:")
        serving = threading.Thread(target=sandbox.run)
        serving.start()
        try:
            # LinkedMall's rates would make this last for hours.
            with closing(Control(sandbox.url, sandbox.keys.control_token)) as control:
                control.send("POST", "/linkedmall/rates", b'{"kept": false}')
            return {
                name: asker(
                    described(file).path, sandbox.url, sandbox.keys, number=secrets.randbits(32)
                ).ask_all(EXAMPLES)
                for name, file, asker in GATEWAYS
            }
        finally:
            sandbox.stop()
            serving.join()
