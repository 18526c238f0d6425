"""The window is painted before anything heavy is imported, and only where the program can keep its data."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "asyncio", "email", "httpx", "keyring", "msgspec", "numpy", "PIL", "qasync", "sqlalchemy", "socket",
    "sqlite3", "ssl", "PySide6.QtNetwork", "sourcing_desktop.gateways", "sourcing_desktop.sandbox",
    "sourcing_desktop.services", "sourcing_desktop.storage", "sourcing_desktop.ui.grid.offer_grid",
    "sourcing_desktop.vision",
)  # fmt: skip


def python(*arguments: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=60, check=True
    ).stdout


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path):
    program = python("-m", "sourcing_desktop", "--home", str(tmp_path), "--exit-at", "paint")
    _, *modules = program.split()
    assert "sourcing_desktop.ui.search.keyword_page" in modules
    assert [name for name in HEAVY if name in modules] == []


def test_the_sources_of_modules_are_not_read():
    """PySide would, of every module that is loaded after it."""
    asked = "import linecache, sourcing_desktop.app.bootstrap, sqlite3; print(*linecache.cache, sep='\\n')"
    read = python("-c", asked)
    assert [path for path in read.split("\n") if "sqlite3" in path or "first_paint" in path] == []


def test_the_sandbox_serves_before_numpy_is_loaded():
    asked = "import sys, sourcing_desktop.sandbox.serve; print(*sys.modules)"
    loaded = python("-c", asked)
    modules = loaded.split()
    assert "uvicorn" in modules
    assert [name for name in ("numpy", "PIL") if name in modules] == []


def test_httpx_comes_without_its_command_line():
    loaded = python("-c", "import sys, sourcing_desktop.gateways.pandapon; print(*sys.modules)").split()
    assert "httpx" in loaded
    assert "click" not in loaded


def test_a_data_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path):
    home = tmp_path / "home"
    home.write_text("a file where the folder should be")
    program = subprocess.run(
        [sys.executable, "-m", "sourcing_desktop", "--home", str(home)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert program.returncode == 1
    assert program.stderr.startswith(f"Sourcing Desktop cannot keep its data in {home / 'data'}: ")
    assert "Traceback" not in program.stderr
