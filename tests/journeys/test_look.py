"""What can be stated about the look holds in every scene of the gallery, also with longer messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_desktop.app.gallery.__main__ import SCREEN
from sourcing_desktop.language import PSEUDO

SECONDS = 115
"""Less than pytest gives a test, so that the program is ended and not left behind."""


@pytest.mark.parametrize("language", ["en", PSEUDO])
def test_nothing_is_clipped_covered_nameless_or_too_small(language: str, home: Path, tmp_path: Path):
    screen, folder = tmp_path / "screen.json", tmp_path / "gallery"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    arguments = ("--home", str(home), "--gallery", str(folder), "--rules-only", "--language", language)
    done = subprocess.run(
        [sys.executable, "-m", "sourcing_desktop", *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (told,) = folder.glob("*.json")
    scenes = json.loads(told.read_text(encoding="utf-8"))
    wrong = [f"{scene['page']}, {scene['state']}: {line}" for scene in scenes for line in scene["broken"]]
    assert len(scenes) > 90
    assert not wrong, "\n".join(wrong)
