"""The journal as a file: a workbook, a table for spreadsheets, or lines of JSON. Nothing in it is a formula,
and ids stay text."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import msgspec

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.domain.journal import JournalStory
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.language import tr

Cell = str | int | Decimal | datetime | None
Row = tuple[Cell, ...]

ENTRY_COLUMNS = (
    tr("Reference"), tr("What"), tr("Platform"), tr("Seller"), tr("Seller id"), tr("Order ids"),
    tr("Lines"), tr("Pieces"), tr("Goods"), tr("Freight"), tr("Total"), tr("Currency"), tr("Way to pay"),
    tr("Delivered to"), tr("Note"), tr("State"), tr("Written"), tr("Changed"),
    tr("What the program concluded"),
)  # fmt: skip
LINE_COLUMNS = (
    tr("Reference"), tr("Seller"), tr("Offer id"), tr("SKU id"), tr("Spec id"), tr("Title"),
    tr("Title in the buyer's language"), tr("SKU"), tr("Quantity"), tr("Unit price"), tr("Currency"),
)  # fmt: skip
TURN_COLUMNS = (
    tr("Reference"), tr("When"), tr("State"), tr("Order ids"), tr("What the program concluded"),
    tr("What came back"),
)  # fmt: skip

LONGEST_CELL = 32_767
"""Characters a cell of a workbook may hold."""

NOT_IN_A_WORKBOOK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS_LIKE_A_NUMBER = re.compile(r"[0-9][0-9A-Za-z.]*")
"""What a spreadsheet may turn into a number or a date, and so lose digits of."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Form(Protocol):
    """How stories are written into an open file."""

    def __init__(self, file: BinaryIO) -> None: ...
    def add(self, stories: Sequence[JournalStory]) -> None: ...
    def finish(self) -> None: ...
    def drop(self) -> None: ...


class JournalFile:
    """A file that grows beside the wanted one and takes its place when it is finished. Raises StorageFailed;
    an older file is still there then."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._growing = path.with_name(f".{path.name}.{os.getpid()}.part")
        with self._faults_told():
            self._file = self._growing.open("wb")
        self._form: _Form = FORMS.get(path.suffix.lower(), _Workbook)(self._file)

    def add(self, stories: Sequence[JournalStory]) -> None:
        """Write more entries."""
        with self._faults_told():
            self._form.add(stories)

    def finish(self) -> None:
        """Put the file where it was wanted."""
        with self._faults_told():
            self._form.finish()
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            os.replace(self._growing, self._path)

    def discard(self) -> None:
        """Leave nothing behind of a file that was not finished."""
        self._form.drop()
        with contextlib.suppress(OSError):  # a full disk also refuses what is still in hand
            self._file.close()
        self._growing.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or tr("the disk refused it")
            raise StorageFailed(
                tr(
                    "{file} could not be written: {reason}. Make room or choose another folder.",
                    file=self._path.name,
                    reason=reason,
                ),
                detail=repr(error),
            ) from error


class _JsonLines:
    """All that is known of an entry in one line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def add(self, stories: Sequence[JournalStory]) -> None:
        self._file.write(msgspec.json.Encoder().encode_lines(stories))

    def finish(self) -> None:
        """Every line is there."""

    def drop(self) -> None:
        """Nothing is held."""


class _Table:
    """One row for each entry, in the UTF-8 that spreadsheets recognise."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._file.write("\ufeff".encode())
        self._write([ENTRY_COLUMNS])

    def add(self, stories: Sequence[JournalStory]) -> None:
        self._write([entry_row(story.intent) for story in stories])

    def finish(self) -> None:
        """Every row is there."""

    def drop(self) -> None:
        """Nothing is held."""

    def _write(self, rows: Sequence[Row]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows([[csv_cell(cell) for cell in row] for row in rows])
        self._file.write(text.getvalue().encode("utf-8", "replace"))


class _Workbook:
    """Entries, the lines of orders and all turns, each on a sheet of their own."""

    def __init__(self, file: BinaryIO) -> None:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell

        self._file = file
        self._cell = WriteOnlyCell
        self._book = Workbook(write_only=True)
        self._entries = self._sheet(tr("Entries"), ENTRY_COLUMNS)
        self._lines = self._sheet(tr("Lines of orders"), LINE_COLUMNS)
        self._turns = self._sheet(tr("Turns"), TURN_COLUMNS)

    def add(self, stories: Sequence[JournalStory]) -> None:
        for story in stories:
            self._append(self._entries, entry_row(story.intent))
            for row in line_rows(story.intent):
                self._append(self._lines, row)
            for row in turn_rows(story):
                self._append(self._turns, row)

    def finish(self) -> None:
        self._book.save(self._file)

    def drop(self) -> None:
        """Sheets that were begun have to be ended; their temporary files go with the program."""
        for sheet in self._book:
            if not sheet.closed:
                with contextlib.suppress(OSError):  # the disk may be full
                    sheet.close()

    def _sheet(self, name: str, columns: Sequence[str]) -> Any:
        sheet = self._book.create_sheet(name)
        sheet.freeze_panes = "B2"
        for number, column in enumerate(columns):
            sheet.column_dimensions[chr(ord("A") + number)].width = max(14, len(column) + 2)
        sheet.append(columns)
        return sheet

    def _append(self, sheet: Any, row: Row) -> None:
        sheet.append([self._text(sheet, cell) if isinstance(cell, str) else cell for cell in row])

    def _text(self, sheet: Any, text: str) -> Any:
        """What a cell takes for text and nothing else: not for a formula, nor for an error such as #N/A."""
        text = workbook_text(text)
        if not text.startswith(("=", "#")):
            return text
        cell = self._cell(sheet, text)
        cell.data_type = "s"
        return cell


FORMS: dict[str, type[_Form]] = {".xlsx": _Workbook, ".csv": _Table, ".jsonl": _JsonLines}


def entry_row(intent: Intent[Any]) -> Row:
    """One entry in the order of ENTRY_COLUMNS."""
    draft = intent.draft
    if isinstance(draft, OrderDraft):
        what: Row = ("order", draft.platform.value, draft.seller_name, draft.seller_id)
        which: Row = (
            "; ".join(intent.order_ids),
            len(draft.lines),
            sum(line.quantity for line in draft.lines),
        )
        sums: Row = (draft.goods.major, draft.freight.major, draft.total.major, draft.total.currency)
        how: Row = (draft.trade_type, draft.address.one_line, draft.note)
    else:
        what = ("payment", draft.platform.value, draft.seller_name, "")
        which = ("; ".join(dict.fromkeys((draft.order_number, draft.order_id))), None, None)
        sums = (None, None, draft.amount.major, draft.amount.currency)
        how = (draft.way.value, "", "")
    when: Row = (_local(intent.written_at), _local(intent.changed_at))
    return (draft.reference, *what, *which, *sums, *how, intent.state.value, *when, intent.explanation)


def line_rows(intent: Intent[Any]) -> Iterator[Row]:
    """The lines of an order in the order of LINE_COLUMNS; none for a payment."""
    draft = intent.draft
    if isinstance(draft, OrderDraft):
        for line in draft.lines:
            ids = (draft.reference, draft.seller_name, line.ref.id, line.sku_id, line.spec_id)
            words = (line.title.original, line.title.translated, line.sku_name)
            yield (*ids, *words, line.quantity, *_amount(line.unit_price))


def turn_rows(story: JournalStory) -> Iterator[Row]:
    """The turns of an entry in the order of TURN_COLUMNS."""
    for turn in story.turns:
        ids = "; ".join(turn.order_ids)
        yield (
            story.intent.reference, _local(turn.at), turn.state.value, ids, turn.explanation, turn.evidence,
        )  # fmt: skip


def csv_cell(cell: Cell) -> str:
    """As a spreadsheet has to read it: an id in full, a text never as a formula."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    if LOOKS_LIKE_A_NUMBER.fullmatch(cell):
        return f'="{cell}"'
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell


def workbook_text(text: str) -> str:
    """Without what a workbook cannot hold."""
    return NOT_IN_A_WORKBOOK.sub("\ufffd", text)[:LONGEST_CELL]


def _amount(money: Money | None) -> tuple[Decimal | None, str]:
    return (None, "") if money is None else (money.major, money.currency)


def _local(at: datetime) -> datetime:
    """The time on the buyer's clock; spreadsheets know no zones."""
    return at.astimezone().replace(tzinfo=None, microsecond=0)
