"""Reads JSON objects the way the gateway really sends them: types drift, names are misspelt, objects hide in
strings, fields are missing. Units become Money here. Decides nothing about what the fields mean."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from sourcing_desktop.domain.money import Money
from sourcing_desktop.gateways.pandapon.values import (
    as_boolean,
    as_moment,
    as_number,
    as_percent,
    as_text,
    as_whole,
    opened,
    unreadable,
)

TAG = re.compile(r"</?[A-Za-z][^<>]*>")


class Reader:
    """One JSON object and where it stands in the answer.

    A field may have several names, right and misspelt; the first one that holds something counts. What
    cannot be read raises BadReply with the field's path.
    """

    def __init__(self, value: object, path: str = "") -> None:
        self.path = path
        self._fields = _fields(value, path)
        self._asked: set[str] = set()

    def text(self, *names: str) -> str:
        """Text, or a number or boolean as text; empty when missing or null."""
        return as_text(*self._find(names))

    def need_text(self, *names: str) -> str:
        """Text that must be there, such as an id."""
        return self.text(*names) or unreadable(self._at(names[0]), "is missing")

    def plain(self, *names: str) -> str:
        """A title: text without the `<font>` marks and entities that results carry."""
        return html.unescape(TAG.sub("", self.text(*names))).strip()

    def picture(self, *names: str) -> str:
        """A picture's URL, with https where the platform leaves the scheme out."""
        return https_url(self.text(*names))

    def number(self, *names: str) -> Decimal | None:
        """A number; None when missing or null."""
        value, path = self._find(names)
        return None if value is None else as_number(value, path)

    def whole(self, *names: str) -> int | None:
        """A whole number; None when missing or null."""
        value, path = self._find(names)
        return None if value is None else as_whole(value, path)

    def yes(self, *names: str) -> bool | None:
        """A boolean; None when missing or null, which does not mean no."""
        value, path = self._find(names)
        return None if value is None else as_boolean(value, path)

    def percent(self, *names: str) -> float | None:
        """A rate in percent; None when missing or null."""
        value, path = self._find(names)
        return None if value is None else as_percent(value, path)

    def moment(self, *names: str) -> datetime | None:
        """A time with its zone; None when missing or null."""
        value, path = self._find(names)
        return None if value is None else as_moment(value, path)

    def yuan(self, *names: str) -> Money | None:
        """An amount that the contract gives in yuan."""
        number = self.number(*names)
        return None if number is None else Money.yuan(number)

    def fen(self, *names: str) -> Money | None:
        """An amount that the contract gives in fen."""
        number = self.number(*names)
        return None if number is None else Money.fen(int(number.quantize(Decimal(1), ROUND_HALF_UP)))

    def child(self, *names: str) -> Reader:
        """An object, also one written as JSON in a string; an empty one when missing or null."""
        return Reader(*self._find(names))

    def rows(self, *names: str) -> tuple[Reader, ...]:
        """A list of objects, also one written as JSON in a string; nulls in it are left out."""
        return tuple(Reader(value, path) for value, path in self._items(names) if value is not None)

    def texts(self, *names: str) -> tuple[str, ...]:
        """A list of texts, or one text joined by commas; empty ones are left out."""
        value, _ = self._find(names)
        if isinstance(value, str) and not value.lstrip().startswith("["):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return tuple(filter(None, (as_text(item, at) for item, at in self._items(names))))

    def holds(self, name: str) -> type[list[object]] | type[dict[str, object]] | None:
        """Whether a field is a list or an object, for calls that answer with either; None for neither."""
        value, path = self._find((name,))
        if isinstance(value, str) and not value.lstrip().startswith(("[", "{")):
            return None
        inner = opened(value, path)
        return list if isinstance(inner, list) else dict if isinstance(inner, dict) else None

    def names(self) -> tuple[str, ...]:
        """The names of all fields, in the order they came."""
        return tuple(self._fields)

    def unread(self) -> dict[str, object]:
        """Fields that hold something and that nobody asked for."""
        empty: tuple[object, ...] = (None, "", [], {})
        rest = ((name, value) for name, value in self._fields.items() if name not in self._asked)
        return {name: value for name, value in rest if value not in empty}

    def _find(self, names: tuple[str, ...]) -> tuple[object, str]:
        self._asked.update(names)
        for name in names:
            value = self._fields.get(name)
            if value is not None and value != "":
                return value, self._at(name)
        return None, self._at(names[0])

    def _items(self, names: tuple[str, ...]) -> list[tuple[object, str]]:
        value, path = self._find(names)
        inner = opened(value, path)
        if inner is None or inner == {}:
            return []
        if not isinstance(inner, list):
            unreadable(path, "is no list")
        return [(item, f"{path}[{index}]") for index, item in enumerate(inner)]

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def https_url(url: str) -> str:
    """The URL, with https where the platform leaves the scheme out."""
    url = url.strip()
    return f"https:{url}" if url.startswith("//") else url


def _fields(value: object, path: str) -> Mapping[str, object]:
    inner = opened(value, path)
    if inner is None or inner == []:
        return {}
    return inner if isinstance(inner, dict) else unreadable(path or "answer", "is no object")
