"""The summary of the queue of pictures as a table: to paste into a spreadsheet, or as a file."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from sourcing_desktop.domain.queued_search import STEP_NAMES, QueuedSearch
from sourcing_desktop.language import tr
from sourcing_desktop.services.journal_export import Row, csv_cell
from sourcing_desktop.services.whole_file import write_whole

COLUMNS = (
    tr("Picture"), tr("Platform"), tr("State"), tr("Why"), tr("Found"), tr("Best match"),
    tr("Chinese title"), tr("Price"), tr("Currency"), tr("MOQ"), tr("Sold in 30 days"), tr("Shop"),
    tr("Offer id"), tr("Link"),
)  # fmt: skip


def as_text(searches: Sequence[QueuedSearch]) -> str:
    """Parted by tabs, as spreadsheets take it from the clipboard."""
    return _written(searches, "\t", "\n")


async def write_table(searches: Sequence[QueuedSearch], path: Path) -> None:
    """As CSV in the UTF-8 that spreadsheets recognise, whole or not at all. Raises StorageFailed."""
    data = await asyncio.to_thread(lambda: ("\ufeff" + _written(searches, ",", "\r\n")).encode())
    await write_whole(data, path)


def _written(searches: Sequence[QueuedSearch], comma: str, end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=comma, lineterminator=end)
    writer.writerow(COLUMNS)
    writer.writerows([csv_cell(cell) for cell in row] for row in _rows(searches))
    return text.getvalue()


def _rows(searches: Sequence[QueuedSearch]) -> Iterator[Row]:
    for search in searches:
        step = STEP_NAMES[search.step]
        head: Row = (search.name, search.platform.value, step, search.sentence, search.found)
        if (offer := search.best) is None:
            yield (*head, *[None] * (len(COLUMNS) - len(head)))
            continue
        price: Row = (None, "") if offer.price is None else (offer.price.major, offer.price.currency)
        words: Row = (offer.title.shown, offer.title.original)
        facts: Row = (offer.moq, offer.sold_30_days, offer.shop_name)
        yield (*head, *words, *price, *facts, offer.ref.id, offer.ref.page)
