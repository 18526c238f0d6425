"""The program is killed while an order is under way; afterwards there is one order, and the program knows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_desktop.domain.intent import IntentState
from tests.support.desk import OpenDesk
from tests.support.sandbox import RunningSandbox
from tests.support.waiting import until


def start_program(sandbox: RunningSandbox, library: Path) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.support.place_one_order", str(library)],
        stdin=subprocess.PIPE,
        text=True,
    )
    keys = sandbox.keys
    said = {"url": sandbox.url, "key": keys.access_key, "secret": keys.secret, "user": keys.user_id}
    program.stdin.write(json.dumps(said) + "\n")
    program.stdin.close()
    return program


@pytest.mark.limit(60)
async def test_killed_between_the_write_and_the_answer(
    sandbox: RunningSandbox, open_desk: OpenDesk, tmp_path: Path
):
    sandbox.control.fault("AO7", "delay_answer", seconds=30)
    library = tmp_path / "library.sqlite"
    program = start_program(sandbox, library)
    await until(lambda: len(sandbox.control.orders()) == 1, seconds=30)
    program.kill()
    assert program.wait() != 0

    desk = await open_desk()
    (left_behind,) = await desk.ordering.intents()
    assert left_behind.state is IntentState.SENDING
    await desk.basket.refresh()
    assert desk.basket.cart.lines, "the killed program had no time to clear its cart"
    assert await desk.ordering.settle() == ()
    (settled,) = await desk.ordering.intents()
    assert settled.state is IntentState.DONE
    assert len(sandbox.control.orders()) == 1
    assert sandbox.control.calls("AO7") == 1
    assert not desk.basket.cart.lines
