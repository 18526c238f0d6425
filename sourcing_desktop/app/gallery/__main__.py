"""`python -m sourcing_desktop.app.gallery FOLDER`: the gallery once for each language and scale, each in a
program of its own, and one sheet of all pictures."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sourcing_desktop.app.gallery.sheet import write_sheet

LANGUAGES = ("en", "vi", "es", "th", "zh")
SCALES = ("1", "2")
BOTH = "light dark"
BRIEF = [("en", "1", BOTH), ("en", "2", "dark"), ("th", "1", "light")]
"""Languages of titles, scales and themes that are worth the minutes after every change."""

AT_ONCE = 2

SCREEN = {"name": "gallery", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}
"""One that is large enough for the window at twice the size, with its popups: Qt's own has 800 × 800 px."""


def main() -> int:
    """0 when every scene could be set."""
    options = _options()
    whole = [(titles, scale, BOTH) for titles in LANGUAGES for scale in SCALES]
    runs = BRIEF if options.brief else whole
    for old in options.folder.glob("*.jpg"):
        old.unlink()
    options.folder.mkdir(parents=True, exist_ok=True)
    (options.folder / "screen.json").write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        first = _run(options, *runs[0])  # alone: it may have to prepare the market
        codes = [first, *pool.map(lambda run: _run(options, *run), runs[1:])]
    write_sheet(options.folder)
    return max(codes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--brief", action="store_true", help="a choice of languages, scales and themes")
    parser.add_argument("--home", type=Path, help="where the prepared market is kept")
    return parser.parse_args()


def _run(options: argparse.Namespace, titles: str, scale: str, themes: str) -> int:
    command = [sys.executable, "-m", "sourcing_desktop", "--gallery", str(options.folder)]
    command += ["--titles", titles, "--themes", *themes.split()]
    if options.home is not None:
        command += ["--home", str(options.home)]
    screen = f"offscreen:configfile={options.folder / 'screen.json'}"
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": screen}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
    print(
        f"{titles} at {scale}x, {themes}:",
        "done" if done.returncode == 0 else f"failed\n{done.stdout}{done.stderr}",
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
