"""Deletes what was seen with an account that is no more."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import suppress
from pathlib import Path

from sourcing_desktop.storage.faults import faults_translated


async def remove_library(folder: Path) -> None:
    """Delete the library in `folder`, which nobody may have open, with all that lies beside it. StorageFailed
    when something of it stays."""

    def work() -> None:
        with faults_translated(folder), suppress(FileNotFoundError):  # nothing was ever seen
            shutil.rmtree(folder)

    await asyncio.to_thread(work)
