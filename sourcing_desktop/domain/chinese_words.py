"""What goods are called in Chinese, taken from the titles that sellers give them. Pure.

Chinese is written without spaces and this program carries no dictionary: a word is what many titles have in
common, at its longest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

CHINESE = re.compile("[\u4e00-\u9fff]+")
SHORTEST, LONGEST = 2, 5
"""Characters of a word."""

FEWEST_TITLES = 2
MOST_WORDS = 6

TRADE = re.compile(
    "批发|厂家|跨境|新款|现货|直销|爆款|热销|供应|外贸|一件代发|代发|定制|工厂|亚马逊|专供|源头"
)
"""Words of selling, which say nothing of the goods."""


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return bool(CHINESE.search(text))


def frequent_words(titles: Iterable[str]) -> list[str]:
    """The words that most of the titles share, the most frequent first."""
    counted: Counter[str] = Counter()
    for title in titles:
        counted.update(_grams(TRADE.sub(" ", title)))
    words: list[str] = []
    longest_first = sorted(counted.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))
    for gram, count in longest_first:
        if count < FEWEST_TITLES or len(words) == MOST_WORDS:
            break
        if not any(_overlap(gram, word) for word in words):
            words.append(gram)
    return words


def _grams(title: str) -> set[str]:
    """Every run of characters in the title that may be a word."""
    return {
        run[start : start + length]
        for run in CHINESE.findall(title)
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(run) - length + 1)
    }


def _overlap(one: str, other: str) -> bool:
    """Whether one is a part of the other, or ends where the other begins, as a wrong cut through it does."""
    return one in other or other in one or _runs_into(one, other) or _runs_into(other, one)


def _runs_into(one: str, other: str) -> bool:
    return one[1:] == other[: len(one) - 1]
