"""Asks the sandbox what its OpenAPI description allows, many times over, and counts what was not answered as
described. Measures no times."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
import threading
from pathlib import Path

from benchmarks.rows import Row, at_most
from sourcing_desktop.sandbox.preparation import prepare_market
from sourcing_desktop.sandbox.server import Sandbox
from tests.support.asking import Asked, Asker
from tests.support.openapi import described

EXAMPLES = 25
"""Of each operation in each of the three rounds."""


async def rows() -> list[Row]:
    """One row: answers that were not as described. What was wrong with them is printed."""
    asked = await asyncio.to_thread(_ask)
    print("\n".join(asked.failures))
    what = f"{asked.cases:,} cases of {asked.operations} operations, {asked.successes:,} successes"
    return [at_most(f"not as described of {what}", "", [len(asked.failures)], None, 0)]


def _ask() -> Asked:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        market = Path(folder) / "market.db"
        for _ in prepare_market(market):
            pass
        sandbox = Sandbox(market, ":memory:")
        serving = threading.Thread(target=sandbox.run)
        serving.start()
        try:
            description = described("pandapon.yaml").path
            return Asker(description, sandbox.url, sandbox.keys, number=secrets.randbits(32)).ask_all(
                EXAMPLES
            )
        finally:
            sandbox.stop()
            serving.join()
