"""The program's commands, run as a person runs them: as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.sandbox import RunningSandbox

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `sourcing-desktop` with these words, and with nothing kept or in the keyring."""

    def run(*words: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        home = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        return subprocess.run(
            [sys.executable, "-m", "sourcing_desktop", *words],
            input=given,
            env=os.environ | home | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


@pytest.fixture
def keys(sandbox: RunningSandbox) -> dict[str, str]:
    """The environment that calls the running sandbox with `--url`."""
    return {
        "SOURCING_ACCESS_KEY": sandbox.keys.access_key,
        "SOURCING_SECRET": sandbox.keys.secret,
        "SOURCING_USER_ID": sandbox.keys.user_id,
    }
