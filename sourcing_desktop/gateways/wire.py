"""Reads JSON objects the way the gateway really sends them: types drift, names are misspelt, objects hide in
strings, fields are missing. Units become Money here. Decides nothing about what the fields mean."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.gateways.values import (
    as_boolean,
    as_moment,
    as_number,
    as_percent,
    as_text,
    as_whole,
    opened,
    unreadable,
)
from sourcing_desktop.language import tr

LOG = logging.getLogger(__name__)
Read = TypeVar("Read")

MOST_DIGITS_OF_AN_AMOUNT = 15
"""In yuan or fen; more is nonsense."""

CURRENCIES = ("currency", "purchaseCurrency", "purchase_currency")
CHINESE = ("CNY", "RMB")
"""What an object calls the currency of its amounts, and how it writes the one that all amounts are in."""

WHOLE = "answer"
"""What an error calls the whole of it."""

NAMELESS = '""'

INSIDE = re.compile(r"[.\[]")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")


class Reader:
    """One JSON object and where it stands in the answer.

    A field may have several names, right and misspelt; the first one that holds something counts. What
    cannot be read raises BadReply with the field's path; a lenient reader, for one row of a list, leaves it
    out instead, and only `need_text` still raises. A currency holds for all amounts of its object and of
    those inside that name none; amounts of any but the Chinese cannot be read.
    """

    def __init__(
        self,
        value: object,
        path: str = "",
        *,
        lenient: bool = False,
        used: set[str] | None = None,
        currency: object = None,
    ) -> None:
        self.path = path
        self._lenient = lenient
        self._fields = _fields(value, path)
        self._used: set[str] = set() if used is None else used
        said = (self._fields[name] for name in CURRENCIES if self._fields.get(name))
        self._currency = next(said, currency)

    def lenient(self) -> Reader:
        """The same object, of which what cannot be read counts as missing; so does what is inside it."""
        return Reader(self._fields, self.path, lenient=True, used=self._used, currency=self._currency)

    @property
    def in_cny(self) -> bool:
        """Whether the amounts are Chinese, as they are unless another currency is said."""
        said = self._currency
        return said is None or (isinstance(said, str) and said.strip().upper() in CHINESE)

    def text(self, *names: str) -> str:
        """Text, or a number or boolean as text; empty when missing or null."""
        return self._take(as_text, names) or ""

    def need_text(self, *names: str) -> str:
        """Text that must be there, such as an id."""
        return self.text(*names) or unreadable(self._at(names[0]), tr("is missing"))

    def plain(self, *names: str) -> str:
        """A title: text without the `<font>` marks and entities that results carry."""
        return without_marks(self.text(*names))

    def picture(self, *names: str) -> str:
        """A picture's URL, with https where the platform leaves the scheme out."""
        return https_url(self.text(*names))

    def number(self, *names: str) -> Decimal | None:
        """A number; None when missing or null."""
        return self._take(as_number, names)

    def whole(self, *names: str) -> int | None:
        """A whole number; None when missing or null."""
        return self._take(as_whole, names)

    def yes(self, *names: str) -> bool | None:
        """A boolean; None when missing or null, which does not mean no."""
        return self._take(as_boolean, names)

    def marked(self, *names: str) -> bool:
        """A boolean of which only a yes leaves a trace; a no stays unread."""
        return bool(self._take(lambda value, path: as_boolean(value, path) or None, names))

    def percent(self, *names: str) -> float | None:
        """A rate in percent; None when missing or null."""
        return self._take(as_percent, names)

    def moment(self, *names: str) -> datetime | None:
        """A time with its zone; None when missing or null."""
        return self._take(as_moment, names)

    def meaning(self, meanings: Mapping[str, Read], *names: str) -> Read | None:
        """What a code stands for, by its text; None for one that is not in the table, which stays unread."""
        return self._take(lambda value, path: meanings.get(as_text(value, path).strip()), names)

    def yuan(self, *names: str) -> Money | None:
        """An amount that the contract gives in yuan."""
        return self._money(_yuan, names)

    def fen(self, *names: str) -> Money | None:
        """An amount that the contract gives in fen, of which there are no parts."""
        return self._money(_fen, names)

    def value(self, read: Callable[[object, str], Read], *names: str) -> Read | None:
        """What `read` makes of a value and its path, for values only one gateway has; None when missing or
        null."""
        return self._take(read, names)

    def child(self, *names: str) -> Reader:
        """An object, also one written as JSON in a string; an empty one when missing or null."""
        _, path = self._find(names)
        return self._inner(self._read(_fields, names), path)

    def rows(self, *names: str) -> tuple[Reader, ...]:
        """A list of objects, also one written as JSON in a string; nulls in it are left out."""
        items = ((self._understood(_fields, value, path), path) for value, path in self._items(names))
        return tuple(self._inner(fields, path) for fields, path in items if fields is not None)

    def texts(self, *names: str) -> tuple[str, ...]:
        """A list of texts, or one text joined by commas; empty ones are left out."""
        value, path = self._find(names)
        if isinstance(value, str) and not value.lstrip().startswith("["):
            self._used.add(path)
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return tuple(filter(None, (self._taken(as_text, item, at) for item, at in self._items(names))))

    def holds(self, name: str) -> type[list[object]] | type[dict[str, object]] | None:
        """Whether a field is a list or an object, for calls that answer with either; None for neither."""
        value, _ = self._find((name,))
        if isinstance(value, str) and not value.lstrip().startswith(("[", "{")):
            return None
        inner = self._read(opened, (name,))
        return list if isinstance(inner, list) else dict if isinstance(inner, dict) else None

    def names(self) -> tuple[str, ...]:
        """The names of all fields, in the order they came."""
        return tuple(self._fields)

    def unread(self) -> dict[str, object]:
        """Whatever holds something and was not read, here and inside, by its path; texts of JSON that were
        opened count as what is in them."""
        return {path: value for path, value in self.values() if path not in self._used}

    def values(self) -> Iterator[tuple[str, object]]:
        """Path and value of whatever holds something, read or not."""
        parents = {path[: each.start()] for path in self._used for each in INSIDE.finditer(path)}
        return _values_in(self._fields, self.path, self._used, parents)

    def _inner(self, fields: object, path: str) -> Reader:
        return Reader(fields, path, lenient=self._lenient, used=self._used, currency=self._currency)

    def _money(self, read: Callable[[object, str], Money], names: tuple[str, ...]) -> Money | None:
        if self.in_cny:
            self._used.update(self._at(name) for name in CURRENCIES if self._fields.get(name))
            return self._take(read, names)
        return self._take(_foreign, names)

    def _find(self, names: tuple[str, ...]) -> tuple[object, str]:
        for name in names:
            value = self._fields.get(name)
            if value is not None and value != "":
                return value, self._at(name)
        return None, self._at(names[0])

    def _read(self, read: Callable[[object, str], Read], names: tuple[str, ...]) -> Read | None:
        return self._understood(read, *self._find(names))

    def _take(self, read: Callable[[object, str], Read | None], names: tuple[str, ...]) -> Read | None:
        return self._taken(read, *self._find(names))

    def _taken(self, read: Callable[[object, str], Read | None], value: object, path: str) -> Read | None:
        taken = self._understood(read, value, path)
        if taken is not None:
            self._used.add(path)
        return taken

    def _understood(
        self, read: Callable[[object, str], Read | None], value: object, path: str
    ) -> Read | None:
        try:
            return None if value is None else read(value, path)
        except BadReply as error:
            if not self._lenient:
                raise
            LOG.info("Left out: %s", error.sentence)
            return None

    def _items(self, names: tuple[str, ...]) -> list[tuple[object, str]]:
        _, path = self._find(names)
        items = self._read(_list, names) or []
        return [(item, f"{path}[{index}]") for index, item in enumerate(items)]

    def _at(self, name: str) -> str:
        return _inside(self.path, name)


def _values_in(value: object, path: str, used: set[str], parents: set[str]) -> Iterator[tuple[str, object]]:
    """Every single value that says something, and what was used as a whole; `parents` hold something used."""
    waiting = [(path, value)]  # and not this function again, which would end at a thousand levels
    while waiting:
        path, value = waiting.pop()
        inner = _opened_or_as_it_is(value) if path in parents else value
        if path not in used and isinstance(inner, dict):
            inside = [(_inside(path, name), each) for name, each in inner.items()]
        elif path not in used and isinstance(inner, list):
            inside = [(f"{path}[{index}]", each) for index, each in enumerate(inner)]
        else:
            if value is not None and value != "":
                yield path, value
            continue
        waiting += reversed(inside)


def _inside(path: str, name: str) -> str:
    """Where a field stands; one without a name is told from the object around it."""
    return f"{path}.{name or NAMELESS}" if path else name or NAMELESS


def _opened_or_as_it_is(value: object) -> object:
    """A field's odd name may look like a path, and what seems to have been opened be no JSON."""
    try:
        return opened(value, "")
    except BadReply:
        return value


def without_marks(text: str) -> str:
    """The text without tags and entities."""
    return html.unescape(TAG.sub("", text)).strip()


def https_url(url: str) -> str:
    """The URL, with https where the platform leaves the scheme out."""
    url = url.strip()
    return f"https:{url}" if url.startswith("//") else url


def _amount(value: object, path: str) -> Decimal:
    number = as_number(value, path)
    if number.adjusted() >= MOST_DIGITS_OF_AN_AMOUNT:
        unreadable(path, tr("is too large for an amount"))
    return number


def _yuan(value: object, path: str) -> Money:
    return Money.yuan(_amount(value, path))


def _fen(value: object, path: str) -> Money:
    amount = _amount(value, path)
    if amount != amount.to_integral_value():
        unreadable(path, tr("is no whole number of fen"))
    return Money.fen(int(amount))


def _foreign(value: object, path: str) -> Money:
    unreadable(path, tr("is in another currency than CNY"))


def _list(value: object, path: str) -> list[object]:
    inner = opened(value, path)
    if inner is None or inner == {}:
        return []
    return inner if isinstance(inner, list) else unreadable(path, tr("is no list"))


def _fields(value: object, path: str) -> Mapping[str, object]:
    path = path or WHOLE
    inner = opened(value, path)
    if inner is None or inner == []:
        return {}
    return inner if isinstance(inner, dict) else unreadable(path, tr("is no object"))
