"""Lets atheris look for answers on which a reader fails, for minutes. Measures no times."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec

from benchmarks.rows import Row, at_most

SECONDS = 300
LONGEST_INPUT = 4000


async def rows() -> list[Row]:
    """One row: inputs that made something else than the domain's errors. What was wrong is printed."""
    if find_spec("atheris") is None:
        print("atheris is not there for this Python or system")
        return []
    return [await asyncio.to_thread(_fuzz)]


def _fuzz() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        options = [f"-max_total_time={SECONDS}", f"-max_len={LONGEST_INPUT}", f"-artifact_prefix={folder}/"]
        command = [sys.executable, "-m", "tests.fuzz.guided", *options, folder]
        said = subprocess.run(command, capture_output=True, text=True)
    failed = said.returncode != 0
    print(said.stderr[-3000:] if failed else "")
    tried = max(map(int, re.findall(r"^#(\d+)", said.stderr, re.MULTILINE)), default=0)
    return at_most(f"failures of readers in {tried:,} bad answers", "", [failed], None, 0)
