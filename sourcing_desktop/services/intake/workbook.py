"""Reads the sheet of an Excel file that names goods into rows of text. Must not run on the GUI thread.

What openpyxl's reading mode leaves out (hidden rows, merged ranges, links behind texts, formulas that were
never computed) is read from the sheet's XML by `sheet_marks`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcing_desktop.domain.errors import BadList
from sourcing_desktop.language import tr, trn
from sourcing_desktop.services.intake.sheet_marks import SheetMarks, read_marks
from sourcing_desktop.services.intake.table import MOST_CELLS, Table, TableRow
from sourcing_desktop.services.intake.text_list import plain
from sourcing_desktop.services.intake.wishes import MOST_GOODS
from sourcing_desktop.services.links import mentions

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_FILE_BYTES = 200_000_000
MOST_UNPACKED_BYTES = 100_000_000
"""Of what is written in the file's sheets, as against its pictures."""

MOST_ROWS = 200_000
LOOKED_AT = 300
"""Rows of each sheet from which the one with the goods is told."""

OLD = tr("This is the old Excel format (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).")
LOCKED = tr("This file is locked with a password. Open it in Excel, save it without one, and try again.")
DAMAGED = tr("This Excel file is damaged or incomplete. Open it in Excel, save it again, and try once more.")
TOO_LARGE = tr(
    "This Excel file is too large. Keep only the sheet with the goods, or copy its rows and paste them."
)
UNKNOWN_VALUE = "(formula)"


def is_workbook(data: bytes) -> bool:
    """Whether a file that begins so is for `workbook_table` to read, or to say why it cannot."""
    return data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def workbook_table(path: Path) -> Table:
    """The rows of the sheet that names the most goods. BadList says why there are none."""
    _check(path)
    from openpyxl import load_workbook

    try:
        with path.open("rb") as file, zipfile.ZipFile(path) as archive:
            workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                return _best_sheet(archive, workbook, path.name)
            finally:
                workbook.close()
    except BadList:
        raise
    except Exception as error:  # openpyxl says in a dozen ways that a file is not as it should be
        raise BadList(DAMAGED, detail=repr(error)) from error


def _check(path: Path) -> None:
    """BadList for what openpyxl cannot or should not open."""
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            raise BadList(TOO_LARGE)
        with path.open("rb") as file:
            old = file.read(4) == b"\xd0\xcf\x11\xe0"
            locked = old and "EncryptedPackage".encode("utf-16-le") in file.read()
    except OSError as error:
        raise BadList(cannot_be_read(path, error)) from error
    if old:
        raise BadList(LOCKED if locked else OLD)
    try:
        with zipfile.ZipFile(path) as archive:
            written = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise BadList(DAMAGED, detail=repr(error)) from error
    if sum(info.file_size for info in written) > MOST_UNPACKED_BYTES:
        raise BadList(TOO_LARGE)
    if not any(info.filename.endswith("workbook.xml") for info in written):
        raise BadList(tr("This file is not an Excel workbook. Use an .xlsx, CSV or text file."))


def cannot_be_read(path: Path, error: OSError) -> str:
    """The sentence for a file that does not open."""
    return tr("{file} cannot be read: {why}.", file=path.name, why=error.strerror or error)


def _best_sheet(archive: zipfile.ZipFile, workbook: Any, file_name: str) -> Table:
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    marks = {sheet.title: read_marks(archive, sheet._worksheet_path) for sheet in sheets}
    counts = {sheet.title: _goods_in(_rows(sheet, marks[sheet.title], LOOKED_AT)) for sheet in sheets}
    with_goods = [sheet for sheet in sheets if any(counts[sheet.title])]
    if not with_goods:
        return Table((), file_name)
    best = max(with_goods, key=lambda sheet: counts[sheet.title])
    found = marks[best.title]
    rows = tuple(_until_full(_rows(best, found, MOST_ROWS)))
    source = tr("{file}, sheet “{sheet}”", file=file_name, sheet=best.title) if len(sheets) > 1 else file_name
    others = [sheet.title for sheet in with_goods if sheet is not best]
    return Table(rows, source, remarks=tuple(_remarks(found, rows, others)))


def _goods_in(rows: Iterable[TableRow]) -> tuple[int, int]:
    """How many cells hold links, and how many ids of offers."""
    links = ids = 0
    for row in rows:
        for cell in row.cells:
            named = mentions(cell) if len(cell) >= 5 else ()
            links += bool(named and named[0].link)
            ids += bool(named and not named[0].link)
    return links, ids


def _until_full(rows: Iterable[TableRow]) -> Iterator[TableRow]:
    """The rows until a column names more goods than are taken from one list."""
    seen: dict[int, set[str]] = {}
    for row in rows:
        yield row
        for column, cell in enumerate(row.cells):
            if len(cell) >= 5 and mentions(cell):
                seen.setdefault(column, set()).add(cell)
        if any(len(cells) > MOST_GOODS for cells in seen.values()):
            return


def _rows(sheet: ReadOnlyWorksheet, marks: SheetMarks, most: int) -> Iterator[TableRow]:
    """The rows that can be seen and are not empty. What a merged range says, it says in each of its rows."""
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    carried: dict[tuple[int, int], str] = {}
    wide = min(marks.last_column, MOST_CELLS)
    values = sheet.iter_rows(max_row=min(marks.last_row, most), max_col=wide, values_only=True)
    for place, row in enumerate(values, 1):
        cells = [
            _with_link(_text(value), marks.links.get((place, column), ""))
            for column, value in enumerate(row, 1)
        ]
        filled = set()
        for column in range(1, len(cells) + 1):
            if (place, column) in marks.uncomputed:
                cells[column - 1] = UNKNOWN_VALUE
            if until := marks.merged.get((place, column)):
                carried.update(
                    dict.fromkeys(((row, column) for row in range(place + 1, until + 1)), cells[column - 1])
                )
            elif text := carried.pop((place, column), ""):
                cells[column - 1] = text
                filled.add(column - 1)
        if place in marks.hidden or not any(cells):
            continue
        yield TableRow(place, tuple(cells), frozenset(filled))


def _text(value: object) -> str:
    """A cell as text. An id Excel keeps as a number is the id again; beyond 15 digits it no longer is one,
    which is for whoever reads the ids to say."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(plain(str(value)[:2_000]).split())


def _with_link(text: str, link: str) -> str:
    """A cell's text behind the offer it links to, unless it names one by itself."""
    return f"{link} {text}" if link and not mentions(text) and mentions(link) else text


def _remarks(marks: SheetMarks, rows: tuple[TableRow, ...], others: list[str]) -> Iterator[str]:
    if others:
        names = ", ".join(f"“{name}”" for name in others)
        yield trn(
            "Sheet {names} names goods, too, and was not read.",
            "Sheets {names} name goods, too, and were not read.",
            len(others),
            names=names,
        )
    if marks.hidden:
        yield trn("{count} hidden row was left out.", "{count} hidden rows were left out.", len(marks.hidden))
    formulas = sum(cell == UNKNOWN_VALUE for row in rows for cell in row.cells)
    if formulas:
        yield tr("Formulas without a saved result cannot be read. Open the file in Excel and save it there.")
    if rows and rows[-1].place < marks.last_row and len(rows) > MOST_GOODS:
        yield tr("The sheet was read as far as row {row}.", row=f"{rows[-1].place:,}")
