"""The program's log: what is kept in it. In a process of its own, for the log is everybody's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sourcing_desktop.app.paths import Paths

WRITE = """
import logging, sys
from pathlib import Path
from sourcing_desktop.app.bootstrap import _keep_log
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.pictures.broken import BrokenLog

paths = Paths.below(Path(sys.argv[1]))
paths.data.mkdir(parents=True, exist_ok=True)
_keep_log(paths)
BrokenLog().note("https://x.example/a.jpg", "the picture is gone", 0.0)
logging.getLogger("sourcing_desktop.services").info("nothing worth keeping")
logging.getLogger("sourcing_desktop.services").warning("worth keeping")
"""


def test_warnings_and_pictures_that_never_came_are_kept(tmp_path):
    subprocess.run([sys.executable, "-c", WRITE, tmp_path], cwd=Path(__file__).parents[2], check=True)
    lines = Paths.below(tmp_path).log.read_text("utf-8").splitlines()
    assert [line.split(": ", 1)[1] for line in lines] == [
        "no picture from 'https://x.example/a.jpg': the picture is gone",
        "worth keeping",
    ]
