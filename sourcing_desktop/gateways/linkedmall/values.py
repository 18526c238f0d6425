"""Turns the values only LinkedMall writes into the domain's: ranges in one text, pictures with half a URL,
counts cut off, times with remarks behind them. Raises BadReply with the field's path for anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Words
from sourcing_desktop.domain.selection import PercentRange, PriceRange, Sold, Stamp, Tax
from sourcing_desktop.gateways.values import as_moment, as_number, as_text, unreadable
from sourcing_desktop.gateways.wire import MOST_DIGITS_OF_AN_AMOUNT, Reader
from sourcing_desktop.language import tr

Bound = TypeVar("Bound")

PICTURE = re.compile(r"\s*(?:(https?):)?//+(?:\S*///)?(\S+)\s*")
"""Scheme, and what follows the last doubled beginning (contract upstream A2)."""

WRITTEN_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
SIGNS = str.maketrans("", "", "¥￥ ")
"""Yen signs and blanks, wherever they stand: before a minus or behind it."""

EXEMPT = -100
"""The tax rate that stands for goods exempt from tax; others are hundredths of a percent (upstream A2)."""


def picture_url(text: str) -> str:
    """A whole address of a picture that came without a scheme or with its beginning twice."""
    match = PICTURE.fullmatch(text)
    return f"{match[1] or 'https'}://{match[2]}" if match else text.strip()


def price_range(row: Reader, name: str) -> PriceRange | None:
    """`"¥0.05 ~ ¥21.10"`, with either yen sign or one value only; None when missing. Yuan."""
    bounds = row.value(lambda value, path: _bounds(value, path, _amount), name)
    return PriceRange(*bounds) if bounds else None


def percent_range(row: Reader, name: str) -> PercentRange | None:
    """`"-100.00% ~ -99.79%"`, or one rate only; None when missing."""
    bounds = row.value(lambda value, path: _bounds(value, path, _rate), name)
    return PercentRange(*bounds) if bounds else None


def sold(row: Reader, name: str) -> Sold | None:
    """A count as number or text, or one that was cut off such as `"100+"`; None when missing."""
    pieces = row.whole(name)
    return None if pieces is None else Sold(pieces, or_more=row.text(name).strip().endswith("+"))


def stamp(row: Reader, name: str) -> Stamp | None:
    """A time of either form the interface has, perhaps with remarks behind it; else only the text."""
    text = row.text(name).strip()
    if not text:
        return None
    match = WRITTEN_TIME.match(text)
    try:
        return Stamp(text, as_moment(match[0] if match else text, name))
    except BadReply:
        return Stamp(text, None)


def tax(row: Reader) -> Tax:
    """Rate and code; the code stays text, for it has more digits than a float holds."""
    rate, code = row.number("taxRate"), row.text("taxCode")
    if rate == EXEMPT:
        return Tax(None, exempt=True, code=code)
    return Tax(None if rate is None else rate / 100, code=code)


def categories(rows: Iterable[Reader]) -> tuple[Category, ...]:
    """Categories, each below the one before it where they are a chain."""
    return tuple(
        Category(
            id=each.need_text("categoryId"),
            name=Words(each.plain("name")),
            parent_id=each.text("parentId"),
            level=each.whole("level"),
            leaf=each.yes("isLeaf"),
        )
        for each in rows
    )


def need_rows(reply: Reader, name: str) -> tuple[Reader, ...]:
    """The rows of a list that must be there, unless the count beside it is 0: without one, nothing was found
    out, which is not the same as nothing found."""
    _need_list(reply, name)
    return reply.rows(name)


def need_texts(reply: Reader, name: str) -> tuple[str, ...]:
    """The same for a list of texts."""
    _need_list(reply, name)
    return reply.texts(name)


def _need_list(reply: Reader, name: str) -> None:
    if reply.holds(name) is not list and reply.lenient().whole("total") != 0:
        unreadable(name, tr("is missing"))


def _bounds(value: object, path: str, read: Callable[[str, str], Bound]) -> tuple[Bound, Bound]:
    parts = [read(part.strip(), path) for part in as_text(value, path).split("~", 2)]
    return parts[0], parts[-1]


def _amount(text: str, path: str) -> Money:
    number = as_number(text.translate(SIGNS), path)
    if number.adjusted() >= MOST_DIGITS_OF_AN_AMOUNT:
        unreadable(path, tr("is too large for an amount"))
    return Money.yuan(number)


def _rate(text: str, path: str) -> Decimal:
    return as_number(text.removesuffix("%"), path)
