"""Keyword search over the market's word index: which offers match typed words, and how well."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from sourcing_desktop.sandbox.market.vocabulary import KINDS
from sourcing_desktop.sandbox.market.words import asked_words, phrase


def matching(
    database: sqlite3.Connection,
    numbers: Sequence[int],
    words: str,
    kinds: Mapping[int, str],
    *,
    ranked: bool,
) -> list[int]:
    """Those of the offers `numbers` that match the words, in their order, or the best first when `ranked`.

    Offers that match every word are wanted; where there is none, those that match at least half as much as
    the best. Where the words name goods, offers that only mention them are left out.
    `kinds` tells the kind of each offer.
    """
    asked = asked_words(words)
    matches: Counter[int] = Counter()
    naming: Counter[int] = Counter()
    for word in asked:
        matches.update(_hits(database, word))
        naming.update(_hits(database, f"kind : ({word})"))
    best = max((matches[number] for number in numbers), default=0)
    if best == 0:
        return []
    fewest = best if best == len(asked) else (best + 1) // 2
    found = [number for number in numbers if matches[number] >= fewest]
    named = _named_kinds(words)
    if any(kinds[number] in named for number in found):
        found = [number for number in found if naming[number]]
    if ranked:
        found.sort(key=lambda number: (-named.get(kinds[number], 0), -matches[number], -naming[number]))
    return found


def _hits(database: sqlite3.Connection, match: str) -> list[int]:
    rows = database.execute("SELECT rowid FROM words WHERE words MATCH ?", (match,))
    return [number for (number,) in rows]


def _named_kinds(words: str) -> dict[str, int]:
    """The kinds called by a name within the words, with the length of the longest such name."""
    asked = phrase(words)
    named: dict[str, int] = {}
    for name, kind in _names():
        spaced = name if name[1] < "\u0e00" else name.strip()
        if spaced in asked:
            named[kind] = max(len(spaced), named.get(kind, 0))
    return named


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Every name of every kind as a phrase, with the kind."""
    pairs: list[tuple[str, str]] = []
    for kind in KINDS.values():
        texts = [text for noun in kind.nouns for text in (noun.zh, noun.en, noun.vi, noun.es, noun.th)]
        pairs += [(phrase(text), kind.key) for text in (*texts, *kind.also)]
    return tuple(pairs)
