"""The self-test passes only when the order was really placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcing_desktop.app.selftest import SelfTest
from tests.support.desk import WAREHOUSE
from tests.support.window import OpenProgram


async def walk(program: OpenProgram, scratch: Path) -> None:
    await program.session.addresses.use(WAREHOUSE)
    for _, step in SelfTest(program.window, program.session, scratch).steps():
        await step()


@pytest.mark.limit(60)
async def test_an_order_that_was_placed_passes(program: OpenProgram, tmp_path: Path):
    await walk(program, tmp_path)
    assert len(program.sandbox.control.orders()) == 1


@pytest.mark.limit(60)
async def test_an_order_without_an_answer_fails(program: OpenProgram, tmp_path: Path):
    program.sandbox.control.fault("AO7", "cut_before")
    with pytest.raises(AssertionError, match="not placed"):
        await walk(program, tmp_path)
    assert not program.sandbox.control.orders()
