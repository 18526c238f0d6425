"""What the command palette offers, from whoever provides it, and which of it is meant by some letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

START, NEXT, INSIDE = 8, 4, 1
"""What a letter counts that begins a word, that follows the letter found before it, or stands anywhere."""

RECENT = 3
"""What it counts to have been used lately, times the place from the end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: words, what they are about, an icon of the set, and the keys that do the same. `call` does
    it; an `obstacle` says in a sentence why it cannot be done now."""

    text: str
    call: Callable[[], object]
    about: str = ""
    icon: str = ""
    keys: str = ""
    obstacle: str = ""


Provider = Callable[[str], Iterable[Entry]]
"""Asked with what is typed, whenever it changes, and answers at once. It need not choose among its entries:
those without the letters are not shown. With nothing typed it names what should be offered unasked."""


def found(query: str, entries: Iterable[Entry], used: Sequence[str]) -> list[Entry]:
    """The entries that have the letters of the query in order, best first. `used` are texts of entries used
    before, the latest first: of equals they come first, and before all others when nothing is typed."""
    words = _plain(query).split()
    latest = {text: RECENT * (len(used) - place) for place, text in enumerate(used)}
    scored = []
    for entry in entries:
        score = _score(words, _plain(entry.text), _plain(entry.about))
        if score is not None:
            scored.append((score + latest.get(entry.text, 0), entry))
    scored.sort(key=lambda pair: -pair[0])
    return [entry for _, entry in scored]


def _score(words: Sequence[str], text: str, about: str) -> int | None:
    """None unless every word is in the text, or else in what it is about."""
    total = 0
    for word in words:
        score = _letters(word, text)
        if score is None and word in about:
            score = INSIDE
        if score is None:
            return None
        total += score
    return total


def _letters(word: str, text: str) -> int | None:
    """How well the letters of a word, in order, stand out in a text: from the best of all beginnings."""
    scores = [_from(word, text, at) for at, letter in enumerate(text) if letter == word[0]]
    return max((score for score in scores if score is not None), default=None)


def _from(word: str, text: str, at: int) -> int | None:
    score, before = 0, at - 1
    for letter in word:
        place = text.find(letter, before + 1)
        if place < 0:
            return None
        starts = place == 0 or not text[place - 1].isalnum()
        score += START if starts else NEXT if place == before + 1 else INSIDE
        before = place
    return score


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    """Without capitals and accents: who types `tim` means `Tìm`."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))
