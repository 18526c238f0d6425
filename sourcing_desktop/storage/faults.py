"""What is wrong with a file of the buyer's, in one sentence that says what to do."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.language import tr


@contextlib.contextmanager
def faults_translated(path: Path) -> Iterator[None]:
    """Raise StorageFailed for what SQLite or the system say about the file at `path`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StorageFailed(sentence(error, path), detail=repr(error)) from error


def sentence(error: Exception, path: Path) -> str:
    """What the buyer is told of an error about the file at `path`."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return tr("Your library is in use by another program. Close it and try again.")
    if "full" in text or "no space" in text:
        return tr("The disk is full. Free some space and try again.")
    if is_damage(error):
        return tr(
            "Your library file {file} is damaged. Move it away or restore a backup, then start again.",
            file=path.name,
        )
    if "readonly" in text or "permission" in text or "unable to open" in text:
        return tr(
            "Your library file cannot be written. Check the rights of the folder {folder}.",
            folder=path.parent,
        )
    return tr("Your library could not be read or written. Try again; if it stays, restart the program.")


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file is no library any more."""
    text = str(error).lower()
    return "malformed" in text or "not a database" in text
