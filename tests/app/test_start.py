"""The window is painted before anything heavy is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "asyncio", "httpx", "keyring", "msgspec", "numpy", "PIL", "qasync", "sqlalchemy", "ssl",
    "PySide6.QtNetwork", "sourcing_desktop.gateways", "sourcing_desktop.sandbox",
    "sourcing_desktop.services", "sourcing_desktop.storage", "sourcing_desktop.vision",
)  # fmt: skip


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path):
    program = subprocess.run(
        [sys.executable, "-m", "sourcing_desktop", "--home", str(tmp_path), "--exit-after-first-paint"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    _, *modules = program.stdout.split()
    assert "sourcing_desktop.ui.search.keyword_page" in modules
    assert [name for name in HEAVY if name in modules] == []
