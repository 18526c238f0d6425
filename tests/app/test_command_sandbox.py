"""`sourcing-desktop sandbox`: says all a caller needs, serves, keeps its orders, and ends by Ctrl+C."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from sourcing_desktop.app.paths import Paths
from tests.app.conftest import Command
from tests.support.sandbox import SignedClient

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")


@pytest.fixture
def home(market_path: Path, tmp_path: Path) -> Path:
    """A folder of the program with the prepared market in it."""
    market = Paths.below(tmp_path).sandbox_market / "market.sqlite"
    market.parent.mkdir(parents=True)
    shutil.copy(market_path, market)
    return tmp_path


@pytest.fixture
def started(home: Path) -> Iterator:
    """Starts the command; it is ended when the test is over."""
    processes = []

    def start(*words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "sourcing_desktop", "sandbox", "--home", str(home), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def test_one_line_of_json_says_all_a_client_needs(started, home):
    process = started("--json")
    line = json.loads(process.stdout.readline())
    client = SignedClient(line["url"], SimpleNamespace(**line))
    assert client.data("AK6") is not None
    client.close()
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=20)
    assert (process.returncode, out, errors) == (0, "", "")
    assert Paths.below(home).sandbox_trade.exists()


def test_the_sample_call_works(started, command: Command):
    process = started()
    lines = iter(process.stdout.readline, "")
    sample = next(line for line in lines if line.startswith("SOURCING_"))
    keys = dict(word.split("=") for word in sample.split()[:-1])
    program, *words = next(lines).split()
    assert program == "sourcing-desktop"
    result = command(*words, **keys)
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["data"]["data"]


def test_a_port_that_is_taken_is_said(started):
    first = started("--json")
    port = json.loads(first.stdout.readline())["url"].rpartition(":")[2]
    second = started("--port", port)
    _, errors = second.communicate(timeout=20)
    assert second.returncode == 1
    assert errors.startswith("The sandbox cannot run: ")
    assert errors.count("\n") == 1


@pytest.mark.parametrize("port", ["70000", "-1", "one"])
def test_a_port_that_is_none_is_said(command: Command, port: str):
    result = command("sandbox", "--port", port)
    assert (result.returncode, result.stdout) == (2, "")
    assert "argument --port: " in result.stderr
    assert "Traceback" not in result.stderr
