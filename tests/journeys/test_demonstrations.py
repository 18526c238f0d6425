"""The program as it is started: tour and self-test do their whole job, and a window needs a screen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

SECONDS = 100
"""Less than pytest gives a test, so that the program is ended and not left behind."""
FEWEST_COLOURS = 50
"""A window with anything in it has more, also in a small copy."""


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sourcing_desktop", *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS
    )


def colours(picture: Path) -> int:
    small = QImage(str(picture)).scaled(160, 100)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


def test_the_tour_leaves_a_picture_of_every_step(home: Path, tmp_path: Path):
    folder = tmp_path / "tour"
    result = run("--tour", str(folder), "--home", str(home))
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    steps = re.findall(r"^(\d\d)  .* s$", result.stdout, re.MULTILINE)
    assert len(steps) > 10
    pictures = sorted(folder.iterdir())
    assert [picture.name[:2] for picture in pictures] == steps
    blank = [picture.name for picture in pictures if colours(picture) < FEWEST_COLOURS]
    assert not blank


def test_the_self_test_passes_and_keeps_only_what_speeds_up_the_next(home: Path):
    result = run("--selftest", "--home", str(home))
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    assert [folder.name for folder in home.iterdir()] == ["cache"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a screen")
def test_without_a_screen_the_window_is_refused_in_a_sentence():
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    result = run(environment=environment)
    assert result.returncode == 1
    assert result.stderr.startswith("Sourcing Desktop needs a screen")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows users without a home")
def test_an_empty_environment_finds_the_home_of_the_user():
    code = "from sourcing_desktop.app.paths import Paths; print(Paths.usual().cache)"
    result = subprocess.run([sys.executable, "-c", code], env={}, capture_output=True, text=True)
    assert Path(result.stdout.strip()).is_relative_to(Path.home()), result.stderr
