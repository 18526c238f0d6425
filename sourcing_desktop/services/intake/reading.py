"""Reads a pasted text or a file, whatever it is, into what it asks for. Must not run on the GUI thread."""

from __future__ import annotations

from pathlib import Path

from sourcing_desktop.domain.errors import BadList
from sourcing_desktop.language import tr
from sourcing_desktop.services.intake.table import Table
from sourcing_desktop.services.intake.text_list import MOST_TEXT_BYTES, decoded, text_table
from sourcing_desktop.services.intake.wishes import WishList, read_wishes
from sourcing_desktop.services.intake.workbook import cannot_be_read, is_workbook, workbook_table


def read_list(given: str | Path) -> WishList:
    """What a text or a file asks for. BadList says why it cannot be read, or that it names no goods."""
    table = text_table(given) if isinstance(given, str) else _file_table(given)
    wishes = read_wishes(table)
    if not wishes.wishes:
        where = table.source or tr("This text")
        raise BadList(
            tr("{where} names no goods. Each line needs the link of an offer or its id.", where=where)
        )
    return wishes


def _file_table(path: Path) -> Table:
    """The kind of file is told by how it begins, whatever it is called."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
            if is_workbook(start):
                return workbook_table(path)
            data = start + file.read(MOST_TEXT_BYTES)
    except OSError as error:
        raise BadList(cannot_be_read(path, error)) from error
    return text_table(decoded(data), path.name)
