"""What a sheet's XML says beside its values: hidden rows, merged ranges, links, formulas without a result."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree

from sourcing_desktop.services.intake.table import MOST_CELLS

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HYPERLINK = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

MOST_MERGED_CELLS = 200_000

Place = tuple[int, int]


@dataclass(slots=True)
class SheetMarks:
    """Places are (row, column), from 1. `merged` tells to which row the range reaches that begins there;
    `carried` counts the rows that takes."""

    hidden: set[int] = field(default_factory=set)
    merged: dict[Place, int] = field(default_factory=dict)
    links: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    last_row: int = 0
    last_column: int = 1
    carried: int = 0


def read_marks(archive: zipfile.ZipFile, path: str) -> SheetMarks:
    """The marks of one sheet, by its path inside the file."""
    path = path.lstrip("/")
    marks = SheetMarks()
    targets = _targets(archive, path)
    with archive.open(path) as source:
        for _, element in ElementTree.iterparse(source):
            if element.tag == f"{_MAIN}row":
                _row(element, marks)
                element.clear()
            elif element.tag == f"{_MAIN}mergeCell":
                _merged(element.get("ref", ""), marks)
            elif element.tag == f"{_MAIN}hyperlink":
                place = _place(element.get("ref", "").partition(":")[0])
                if place and (target := targets.get(element.get(_RELATION, ""))):
                    marks.links[place] = target
    return marks


def _row(row: ElementTree.Element, marks: SheetMarks) -> None:
    number = int(row.get("r", marks.last_row + 1))
    marks.last_row = max(marks.last_row, number)
    if row.get("hidden") in ("1", "true"):
        marks.hidden.add(number)
    if len(row) and (end := _place(row[-1].get("r", ""))):
        marks.last_column = max(marks.last_column, end[1])
    for cell in row:
        formula = cell.find(f"{_MAIN}f")
        place = _place(cell.get("r", "")) if formula is not None else None
        if formula is None or place is None:
            continue
        if link := _HYPERLINK.search(formula.text or ""):
            marks.links[place] = link.group(1)
        elif not cell.findtext(f"{_MAIN}v"):
            marks.uncomputed.add(place)


def _merged(ref: str, marks: SheetMarks) -> None:
    """A range over several rows says the same in each of them; over several columns it is the first's."""
    first, _, last = ref.partition(":")
    begin, end = _place(first), _place(last)
    if begin and end and end[0] > begin[0] and begin[1] <= MOST_CELLS:
        until = min(end[0], marks.last_row)
        marks.carried += until - begin[0]
        if marks.carried <= MOST_MERGED_CELLS:
            marks.merged[begin] = until


def _place(text: str) -> Place | None:
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)), column


def _targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    """Addresses of the sheet's links by their relation."""
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    root = ElementTree.fromstring(archive.read(relations))
    return {
        each.get("Id", ""): each.get("Target", "") for each in root if each.get("TargetMode") == "External"
    }
