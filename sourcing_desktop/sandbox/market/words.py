"""Words as the keyword search sees them: folded, cut into grams where a script writes no spaces."""

from __future__ import annotations

import re
import unicodedata

_RUNS = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+|[\u0e00-\u0e7f]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_PLURALS = (
    re.compile(r"(?<=[a-z]{2})ies$"),
    re.compile(r"(?<=[a-z][xzlrndjh])es$|(?<=ss)es$"),
    re.compile(r"(?<=[a-z]{3})(?<!s)s$"),
)
_ENDING = re.compile(r"(?<=[a-z]{2})(?:e|es|(?<!s)s)$")
_SMALL_WORDS = re.compile("an?|and|the|of|for|in|with|to|del?|para|con|y|en|la|el|l[ao]s|una?|cho|va|co")


def fold(text: str) -> str:
    """Lower case without accents, so that `Áo` and `ao` are one; Thai and Chinese stay as they are."""
    plain = unicodedata.normalize("NFKD", text).lower().replace("đ", "d")
    return _ACCENTS.sub("", plain)


def stored_words(text: str) -> list[str]:
    """The words a text is found by: whole Latin words, overlapping pairs of Chinese characters, overlapping
    triples of Thai ones. The ends of a run are kept as shorter grams so that prefixes find every part."""
    words: list[str] = []
    for run in _RUNS.findall(fold(text)):
        length = _gram(run)
        words += [run] if length == 0 else [run[i : i + length] for i in range(len(run))]
    return words


def asked_words(text: str) -> list[tuple[str, bool]]:
    """The words to look for and whether each is a prefix; plurals and small words are taken off."""
    asked: list[tuple[str, bool]] = []
    for run in _RUNS.findall(fold(text)):
        length = _gram(run)
        if length == 0:
            asked.append(_singular(run))
        elif len(run) < length:
            asked.append((run, True))
        else:
            asked += [(run[i : i + length], False) for i in range(len(run) - length + 1)]
    telling = [word for word in asked if not _SMALL_WORDS.fullmatch(word[0])]
    return list(dict.fromkeys(telling or asked))


def phrase(text: str) -> str:
    """The text as a row of word stems between spaces, to find one phrase inside another."""
    runs = (run if _gram(run) else _ENDING.sub("", run) for run in _RUNS.findall(fold(text)))
    return f" {' '.join(runs)} "


def _gram(run: str) -> int:
    """The length of the grams of a script, 0 for one that is written in words."""
    if run[0] < "\u0e00":
        return 0
    return 3 if run[0] < "\u4e00" else 2


def _singular(word: str) -> tuple[str, bool]:
    """The word without its plural ending, and whether it is long enough to stand for longer words."""
    for plural in _PLURALS:
        stem = plural.sub("", word)
        if stem != word:
            return stem, True
    return word, len(word) > 2 and not word.isdigit()
