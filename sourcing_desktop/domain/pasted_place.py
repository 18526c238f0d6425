"""Finding province, city and district in running text, also where some of them are left out or shortened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcing_desktop.domain.divisions import Division, Divisions, Level

_BETWEEN = re.compile(r"[\s,;|/>·-]*")
_COUNTRY = re.compile(r"(?:中国大陆|中国|china|cn)[\s,]*$", re.IGNORECASE)
_NOT_A_PLACE = re.compile(r"[路街道巷大东西南北中]")
"""After a shortened name: 北京路 is a street, not Beijing."""

_BETWEEN_PLACES = re.compile(r"$|[\s,;|/]")
SHORTEST = 2
LONGEST = 16
"""Characters of the longest form a place is written in."""


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """Where in the text the place stands, and the whole path to it."""

    start: int
    end: int
    path: tuple[Division, ...]
    written: int
    """How many of the path's names were in the text."""

    @property
    def names(self) -> tuple[str, str, str]:
        """Province, city and district."""
        names = [*(division.name for division in self.path), "", ""]
        return names[0], names[1], names[2]


def find_place(text: str, divisions: Divisions) -> PlaceFound | None:
    """The place told with the most names, and of those the first one. None when there is none for sure."""
    best: PlaceFound | None = None
    for start in range(len(text)):
        found = _place_at(text, start, divisions)
        if found and (best is None or _rank(found) > _rank(best)):
            best = found
    if best is None:
        return None
    country = _COUNTRY.search(text[: best.start])
    return PlaceFound(country.start() if country else best.start, best.end, best.path, best.written)


def without_repetition(after: str, place: PlaceFound, divisions: Divisions) -> str:
    """The text after a place, without the same place said once more, as forwarders' pages do."""
    start = _skip(after, 0)
    again = _place_at(after, start, divisions)
    if again is None or again.path != place.path[: len(again.path)] or again.written < 2:
        return after
    return after[again.end :]


def _rank(found: PlaceFound) -> tuple[int, int]:
    return found.written, len(found.path)


def _place_at(text: str, start: int, divisions: Divisions) -> PlaceFound | None:
    """The longest place that begins right here."""
    found = []
    for end, division in _forms_at(text, start, divisions):
        is_short = division.level is Level.PROVINCE and text[start:end] == division.short
        end_of_all, deepest, written = _descend(text, end, division, divisions)
        if written == 1 and is_short and _NOT_A_PLACE.match(text, end):
            continue
        found.append(PlaceFound(start, end_of_all, divisions.path(deepest), written))
    if not found:
        return None
    best = max(found, key=_rank)
    rivals = {each.path for each in found if _rank(each) == _rank(best)}
    return best if len(rivals) == 1 else None


def _forms_at(text: str, start: int, divisions: Divisions) -> list[tuple[int, Division]]:
    """Every place whose name begins here, the longest name of each only. Only whole names of cities and
    districts can begin a place: short ones are in too many names of streets and people."""
    found: dict[str, tuple[int, Division]] = {}
    for end in range(start + 2, min(len(text), start + LONGEST) + 1):
        for division in divisions.written(text[start:end]):
            if division.level is Level.PROVINCE or division.name == text[start:end]:
                found[division.code] = (end, division)
    return list(found.values())


def _descend(text: str, end: int, division: Division, divisions: Divisions) -> tuple[int, Division, int]:
    """Go on into the smaller places as far as the text names them."""
    written = 1
    while step := _step(text, end, division, divisions):
        end, division = step
        written += 1
    return end, division, written


def _step(text: str, end: int, division: Division, divisions: Divisions) -> tuple[int, Division] | None:
    start = _skip(text, end)
    children = divisions.children(division.code)
    inside = [each for child in children for each in divisions.children(child.code)]
    for candidates in (children, inside):
        fitting = [(len(form), each) for each in candidates if (form := _form_at(text, start, each))]
        if fitting:
            length, child = max(fitting, key=lambda pair: pair[0])
            return start + length, child
    return None


def _form_at(text: str, start: int, division: Division) -> str:
    """What the text calls a place whose larger place it has just named; empty when it does not. A district's
    name is shortened only where nothing goes on behind it, a county-level city's anywhere."""
    if text.startswith(division.name, start):
        return division.name
    short = division.name[:-1] if division.level is Level.DISTRICT else division.short
    if len(short) < SHORTEST or not text.startswith(short, start):
        return ""
    alone = division.level is Level.CITY or division.name.endswith("市")
    return short if alone or _BETWEEN_PLACES.match(text, start + len(short)) else ""


def _skip(text: str, start: int) -> int:
    match = _BETWEEN.match(text, start)
    return match.end() if match else start
