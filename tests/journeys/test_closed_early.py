"""The program is closed while its first start is still preparing the sandbox: it ends at once and whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.waiting import until

SECONDS = 10


def start_program(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "sourcing_desktop", "--home", str(home)])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM that can be heard")
@pytest.mark.limit(60)
async def test_closed_during_the_first_start(tmp_path: Path):
    program = start_program(tmp_path)
    market = tmp_path / "cache" / "sandbox"
    try:
        await until(lambda: list(market.glob("market.sqlite.*")), seconds=40)
        (unfinished,) = market.glob("market.sqlite.[0-9]*[0-9]")
        sandbox = int(unfinished.suffix.removeprefix("."))
        program.send_signal(signal.SIGTERM)
        await until(lambda: program.poll() is not None, seconds=SECONDS)
    finally:
        program.kill()
        program.wait()
    assert program.returncode == 0
    with pytest.raises(ProcessLookupError):
        os.kill(sandbox, 0)
