"""What the rows of a list ask for: which goods, how many, and words that tell the SKU. Pure.

Columns are told by what they hold; their names are only asked where several could be the quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.language import tr, trn
from sourcing_desktop.services.intake.free_line import split_line
from sourcing_desktop.services.intake.table import Table, TableRow
from sourcing_desktop.services.links import Mention, mentions

MOST_GOODS = 2_000
"""Different goods taken from one list."""

MOST_WORDS = 20
LONGEST_WORD = 200

_QUANTITY = re.compile(r"\b(?:qty|quantity|pcs|pieces|cantidad|sl)\b|数量|件数|数目|số lượng|จำนวน", re.I)
_SUMS = re.compile(r"price|cost|total|amount|\bsum\b|\bno\b|#|价|金额|总|序号|giá|tổng|precio|ราคา", re.I)
_SIZES = re.compile(r"size|weight|尺|码|重|cỡ|talla|ขนาด", re.I)
_UNIT = re.compile(r"\s*(?:pcs?|pieces?|sets?|pairs?|件|个|個|套|双|只|条|cái|uds?|ชิ้น)\.?$", re.I)
_TIMES = re.compile(r"^(?:x|×|\*)\s*(?=\d)", re.I)
_SLIP = re.compile(r"-?[0-9]{1,10}(?:[.,](?:[0-9]|[0-9]{3,}))?k?", re.I)
"""A number with two decimals would be a price."""
_TAOBAO = re.compile(r"taobao|tmall|淘宝|天猫", re.I)


@dataclass(frozen=True, slots=True)
class Wish:
    """One line's goods. `refs` are what they may be, the likeliest first; without any, `trouble` says why.
    `quantity` is as written, empty where nothing is. `places` are the lines or rows it stands in."""

    places: tuple[int, ...]
    text: str
    refs: tuple[OfferRef, ...] = ()
    quantity: str = ""
    words: tuple[str, ...] = ()
    sku_id: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class WishList:
    """All a list asks for, where it was read from, and what the buyer should know about the reading."""

    wishes: tuple[Wish, ...]
    source: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def goods(self) -> tuple[tuple[OfferRef, ...], ...]:
        """What is to be looked up, each once, in the order of the list."""
        return tuple(dict.fromkeys(wish.refs for wish in self.wishes if wish.refs))


def read_wishes(table: Table) -> WishList:
    """The wishes of a table, the same ones put together; at most MOST_GOODS different goods."""
    place = _Columns(table) if table.columns else None
    wishes: list[Wish] = []
    goods: set[tuple[OfferRef, ...]] = set()
    passed_over = 0
    remarks = list(table.remarks)
    for row in table.rows:
        found = place.wishes(row) if place else _free(row)
        if wishes and not found:  # what stands above the first goods are headings
            passed_over += 1
        goods.update(wish.refs for wish in found if wish.refs)
        if len(goods) > MOST_GOODS:
            remarks.append(
                tr(
                    "The list names more than {most} different goods. Everything before line {line} is here; "
                    "paste the rest afterwards.",
                    most=f"{MOST_GOODS:,}",
                    line=f"{row.place:,}",
                )
            )
            break
        wishes += found
    if passed_over:
        remarks.append(trn("{count} line names no goods.", "{count} lines name no goods.", passed_over))
    return WishList(tuple(_together(wishes)), table.source, tuple(remarks))


class _Columns:
    """Where in the rows of a table the goods and the quantity stand."""

    def __init__(self, table: Table) -> None:
        self._found: dict[int, dict[int, tuple[Mention, ...]]] = {}
        links: dict[int, int] = {}
        ids: dict[int, int] = {}
        for row in table.rows:
            self._found[row.place] = found = _mentions(row)
            for column, named in found.items():
                count = links if named[0].link else ids
                count[column] = count.get(column, 0) + 1
        best = links or ids
        self.goods = max(best, key=lambda column: best[column], default=0)
        self.by_link = bool(links)
        self._names = self._names_of_columns(table.rows)
        self.quantity = self._quantity_column(table.rows)

    def wishes(self, row: TableRow) -> list[Wish]:
        found = self._found[row.place]
        if row.filled and not any(cell and column not in row.filled for column, cell in enumerate(row.cells)):
            return []
        linked = [column for column, named in found.items() if named[0].link]
        if len({found[column][0].refs for column in linked if found[column][0].refs}) > 1:
            return _free(TableRow(row.place, (" ".join(row.cells),)))
        here = found.get(self.goods) or next((found[column] for column in linked), ())
        if not here or (self.by_link and not here[0].link and not here[0].refs):
            return []
        column = next(each for each, named in found.items() if named is here)
        rest = split_line(row.cells[column], here)
        taken = (column, self.quantity, *found)
        words = [
            cell
            for each, cell in enumerate(row.cells)
            if each not in taken and not _SUMS.search(self._name(each))
        ]
        quantity = self._quantity(row)
        return [
            _wish(row, mention, quantity or (said if self.quantity is None else ""), (*words, *more))
            for mention, said, more in rest
        ]

    def _names_of_columns(self, rows: Sequence[TableRow]) -> tuple[str, ...]:
        """The row right above the first goods, if any."""
        first = next((number for number, row in enumerate(rows) if self._found[row.place]), 0)
        return rows[first - 1].cells if first else ()

    def _name(self, column: int) -> str:
        return self._names[column] if column < len(self._names) else ""

    def _quantity(self, row: TableRow) -> str:
        column = self.quantity
        if column is None or column >= len(row.cells) or column in row.filled:
            return ""
        return _without_unit(row.cells[column])

    def _quantity_column(self, rows: Sequence[TableRow]) -> int | None:
        """A column called so; else the one nearest to the goods, rather on their right, that holds whole
        numbers which do not simply count the rows; else one of slips that are meant as such."""
        with_goods = [row for row in rows if self.goods in self._found[row.place]]
        called = [column for column, name in enumerate(self._names) if _QUANTITY.search(name)]
        if called or not with_goods:
            return called[0] if called else None
        wide = max(len(row.cells) for row in with_goods)
        cells = {
            column: [row.cells[column] for row in with_goods if column < len(row.cells)]
            for column in range(wide)
            if column != self.goods
            and not _SUMS.search(self._name(column))
            and not _SIZES.search(self._name(column))
        }
        whole = [column for column in cells if _holds_quantities(cells[column])]
        fits = whole or [column for column in cells if _holds_quantities(cells[column], slips=True)]
        return min(fits, key=lambda column: (column < self.goods, abs(column - self.goods)), default=None)


def _mentions(row: TableRow) -> dict[int, tuple[Mention, ...]]:
    found = ((column, mentions(cell)) for column, cell in enumerate(row.cells) if len(cell) >= 5)
    return {column: named for column, named in found if named}


def _holds_quantities(cells: Iterable[str], *, slips: bool = False) -> bool:
    """Whether most cells hold whole numbers, or with `slips` what may have been meant as one."""
    texts = [_without_unit(cell) for cell in cells if cell]
    known = [number for number in map(read_quantity, texts) if number]
    meant = [text for text in texts if _SLIP.fullmatch(text)] if slips else known
    counting = len(known) > 2 and known == list(range(known[0], known[0] + len(known)))
    return bool(meant) and len(meant) * 2 > len(texts) and not counting


def _without_unit(text: str) -> str:
    """`20 pcs` and `x20` are 20. A number is written without separators, anything else stays as it is."""
    text = _TIMES.sub("", _UNIT.sub("", text.strip()))
    number = read_quantity(text)
    return text[:LONGEST_WORD] if number is None else str(number)


def _free(row: TableRow) -> list[Wish]:
    line = row.cells[0]
    return [_wish(row, *part) for part in split_line(line, mentions(line))]


def _wish(row: TableRow, mention: Mention, quantity: str, words: Iterable[str]) -> Wish:
    texts = tuple(dict.fromkeys(word[:LONGEST_WORD] for word in words if word))[:MOST_WORDS]
    refs = mention.refs
    if len(refs) > 1 and any(_TAOBAO.search(word) for word in texts):
        refs = tuple(reversed(refs))
    text = " ".join(cell for cell in row.cells if cell)[:LONGEST_WORD]
    return Wish((row.place,), text, refs, quantity, texts, mention.sku_id, mention.trouble)


def _together(wishes: Iterable[Wish]) -> list[Wish]:
    """Lines that ask for the same in the same words are one, with the sum."""
    same: dict[tuple[object, ...], list[Wish]] = {}
    for number, wish in enumerate(wishes):
        known = wish.refs and read_quantity(wish.quantity) is not None
        same.setdefault((wish.refs, wish.words, wish.sku_id) if known else (number,), []).append(wish)
    return [_joined(each) if len(each) > 1 else each[0] for each in same.values()]


def _joined(same: Sequence[Wish]) -> Wish:
    places = tuple(place for wish in same for place in wish.places)
    pieces = sum(read_quantity(wish.quantity) or 0 for wish in same)
    return replace(same[0], places=places, quantity=str(pieces))
