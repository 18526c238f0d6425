"""China's provinces, cities and districts: what lies in what, and finding them in Chinese or Latin."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

COUNTIES_OF_CHONGQING = "5002"
CHONGQING = "500100"
"""The platforms know one city of Chongqing, and its counties in it."""

_KIND = re.compile(r"(?<=..)(?:(?:壮族|回族|维吾尔)?自治区|(?:\w{1,3}族)+自治州|自治州|地区|省|市|盟)$")
_ENGLISH_KIND = re.compile(r"(?<=..)(?:city|district|county|province|prefecture)$")


class Level(IntEnum):
    """How large a place is."""

    PROVINCE = 1
    CITY = 2
    DISTRICT = 3


@dataclass(frozen=True, slots=True)
class Division:
    """One place, named as 1688 writes it. `code` has six digits, Latin names are in small letters."""

    code: str
    name: str
    level: Level
    pinyin: str
    """The syllables of its proper name: `yi wu`."""
    kind: str = ""
    """The syllables of the rest of the name: `shi`."""
    other_name: str = ""

    @property
    def latin(self) -> str:
        """How its name is written in Latin letters: `Yiwu`, `Xi'an`, `Inner Mongolia`."""
        if self.other_name:
            return self.other_name.title()
        return re.sub(r" ([aoe])", r"'\1", self.pinyin).replace(" ", "").capitalize()

    @property
    def short(self) -> str:
        """The name without what kind of place it is, for provinces and cities: `浙江`."""
        return self.name if self.level is Level.DISTRICT else short_name(self.name)

    def likeness(self, typed: str) -> int:
        """How well the place fits what was typed in either script: 2 begins like it, 1 has it inside or has
        those initials, 0 does not fit."""
        wanted = _folded(typed)
        if not wanted.isascii():
            return 2 if self.name.startswith(wanted) else int(wanted in self.name)
        wanted = _ENGLISH_KIND.sub("", wanted)
        whole = f"{self.pinyin} {self.kind}".replace("v", "u")
        if any(_folded(name).startswith(wanted) for name in (whole, self.other_name) if name):
            return 2
        return int("".join(syllable[0] for syllable in whole.split()).startswith(wanted))


class Divisions:
    """All places as a tree. The code of the whole country is empty text."""

    def __init__(self, divisions: Iterable[Division]) -> None:
        self._by_code = {division.code: division for division in divisions}
        self._children: dict[str, list[Division]] = defaultdict(list)
        for division in self._by_code.values():
            self._children[self._parent_code(division)].append(division)

    @classmethod
    def read(cls, lines: Iterable[str]) -> Divisions:
        """From rows of code, name, pinyin, kind and perhaps another name; `#` begins a remark."""
        rows = list(csv.reader(line for line in lines if not line.startswith("#")))
        codes = {row[0] for row in rows}
        return cls(Division(row[0], row[1], _level(row[0], codes), *row[2:]) for row in rows)

    def children(self, code: str = "") -> tuple[Division, ...]:
        """The places in a place, by code; all provinces unless told."""
        return tuple(self._children.get(code, ()))

    def child(self, code: str, name: str) -> Division | None:
        """The place of that name in a place. Provinces and cities may leave out what kind of place they are,
        or name it differently: `上海`, `上海市`."""
        name = name.strip()
        found = [each for each in self._children.get(code, ()) if each.name == name]
        if not found:
            wanted = short_name(name)
            found = [each for each in self._children.get(code, ()) if each.short == wanted]
        return found[0] if found and name else None

    def place(self, province: str = "", city: str = "", district: str = "") -> tuple[Division, ...]:
        """What is known of a place told by its names, from the province down to the first unknown name."""
        known: list[Division] = []
        for name in (province, city, district):
            found = self.child(known[-1].code if known else "", name)
            if found is None:
                break
            known.append(found)
        return tuple(known)

    def path(self, division: Division) -> tuple[Division, ...]:
        """A place with the larger ones it lies in, the province first."""
        parent = self._by_code.get(self._parent_code(division))
        return (*self.path(parent), division) if parent else (division,)

    def like(self, typed: str, level: Level, within: str = "") -> tuple[Division, ...]:
        """The places of a level anywhere inside another one that fit what was typed, the best first."""
        rated = [(each.likeness(typed), each) for each in self._inside(within) if each.level is level]
        return tuple(each for rate, each in sorted(rated, key=lambda pair: -pair[0]) if rate)

    def written(self, text: str) -> tuple[Division, ...]:
        """Every place that may be meant where just this is written: by its name, and a province or city
        without what kind of place it is, too."""
        return tuple(self._by_form.get(text, ()))

    @cached_property
    def _by_form(self) -> dict[str, list[Division]]:
        forms: dict[str, list[Division]] = defaultdict(list)
        for division in self._by_code.values():
            for form in {division.name, division.short, *_longer_form(division)}:
                forms[form].append(division)
        return forms

    def _inside(self, code: str) -> Iterator[Division]:
        for child in self.children(code):
            yield child
            yield from self._inside(child.code)

    def _parent_code(self, division: Division) -> str:
        """A city without districts and a county that belongs to no city are in the province itself."""
        if division.level is Level.PROVINCE:
            return ""
        if division.level is Level.CITY:
            return division.code[:2] + "0000"
        return CHONGQING if division.code.startswith(COUNTIES_OF_CHONGQING) else division.code[:4] + "00"


def short_name(name: str) -> str:
    """The name of a province or city without what kind of place it is."""
    return _KIND.sub("", name)


def _level(code: str, codes: set[str]) -> Level:
    if code.endswith("0000"):
        return Level.PROVINCE
    in_a_city = code[:4] + "00" in codes or code.startswith(COUNTIES_OF_CHONGQING)
    return Level.DISTRICT if in_a_city and not code.endswith("00") else Level.CITY


def _longer_form(division: Division) -> tuple[str, ...]:
    """The four cities that are provinces are written either way."""
    is_short = division.level is Level.PROVINCE and division.name == division.short
    return (f"{division.name}市",) if is_short else ()


def _folded(text: str) -> str:
    """Small letters without accents, blanks and marks; `ü` and `v` are `u`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(character for character in plain if character.isalnum())
    return kept.replace("v", "u") if kept.isascii() else kept
