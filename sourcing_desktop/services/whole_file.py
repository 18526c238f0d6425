"""Files the buyer takes along: written whole or not at all."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.language import tr


async def write_whole(data: bytes, path: Path) -> None:
    """Put the bytes where the buyer wants them; what was there before stays until then. Raises
    StorageFailed."""
    await asyncio.to_thread(_write, data, path)


def _write(data: bytes, path: Path) -> None:
    growing = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        growing.write_bytes(data)
        growing.replace(path)
    except OSError as error:
        growing.unlink(missing_ok=True)
        reason = error.strerror or tr("the disk refused it")
        raise StorageFailed(
            tr(
                "{name} could not be written: {reason}. Choose another folder.", name=path.name, reason=reason
            ),
            detail=repr(error),
        ) from error
