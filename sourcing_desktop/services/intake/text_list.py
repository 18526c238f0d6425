"""Cuts pasted text and text files into rows: tabs of a spreadsheet, commas of a CSV, or plain lines. Pure."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from typing import Literal

from sourcing_desktop.domain.errors import BadList
from sourcing_desktop.language import tr
from sourcing_desktop.services.intake.table import MOST_CELLS, Table, TableRow
from sourcing_desktop.services.links import mentions

MOST_TEXT_BYTES = 20_000_000
LOOKED_AT = 200
"""Lines that name goods, from which the separator is told."""

NOT_TEXT = tr("This is no list the program can read. Use text, CSV or an Excel file (.xlsx).")
TOO_LARGE = tr("This list is larger than 20 MB. Split it and paste one part after the other.")

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_OTHER_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n") | {"\0": None})


def decoded(data: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else as Chinese Windows writes it. BadList for what is no
    text, or too large."""
    if len(data) > MOST_TEXT_BYTES:
        raise BadList(TOO_LARGE)
    encodings = [name for mark, name in _MARKS if data.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadList(NOT_TEXT)


def plain(text: str) -> str:
    """The text with plain digits, letters and punctuation in place of full-width ones, and of Thai, Arabic
    and other digits."""
    text = unicodedata.normalize("NFKC", text)
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)


def text_table(text: str, source: str = "") -> Table:
    """The rows of a text. Digits and punctuation count as plain ones. BadList when too long."""
    if len(text) > MOST_TEXT_BYTES:
        raise BadList(TOO_LARGE)
    text = plain(text).translate(_OTHER_BREAKS).replace("\r\n", "\n").replace("\r", "\n")
    separator = _separator(text)
    if not separator:
        lines = ((place, line.strip()) for place, line in enumerate(text.split("\n"), 1))
        return Table(tuple(TableRow(place, (line,)) for place, line in lines if line), source, columns=False)
    return Table(tuple(_cut(text, separator)), source)


def _cut(text: str, separator: str) -> list[TableRow]:
    """Rows by the rules of CSV, where a cell in quotes may hold separators and line breaks. Where the quotes
    do not fit together, each line for itself and quotes are only letters."""
    try:
        return _read(text, separator, csv.QUOTE_MINIMAL)
    except csv.Error:
        return _read(text, separator, csv.QUOTE_NONE)


def _read(text: str, separator: str, quoting: Literal[0, 3]) -> list[TableRow]:
    rows, place = [], 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, strict=True)
    for cells in reader:
        kept = tuple(" ".join(cell.split()) for cell in cells[:MOST_CELLS])
        if any(kept):
            rows.append(TableRow(place, kept))
        place = reader.line_num + 1
    return rows


def _separator(text: str) -> str:
    """What parts the cells in most lines that name goods; empty where nothing does."""
    seen = 0
    counts = dict.fromkeys("\t,;|", 0)
    for line in text.split("\n"):
        named = mentions(line)
        if not named:
            continue
        bare = _THOUSANDS.sub("", line[: named[0].start] + " " + line[named[0].end :])
        for separator in counts:
            counts[separator] += separator in bare
        seen += 1
        if seen == LOOKED_AT:
            break
    return next((separator for separator, count in counts.items() if count * 2 > seen), "")
