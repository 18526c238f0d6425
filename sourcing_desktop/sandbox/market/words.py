"""Words as the keyword search sees them: folded, cut into grams where a script writes no spaces."""

from __future__ import annotations

import re
import unicodedata

_RUNS = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+|[\u0e00-\u0e7f]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_ENDING = re.compile(r"(?:(?<=[a-z]{4})(?:y|ies)|(?<=[a-z]{2})(?:es?|(?<!s)s))$")
_TOO_SHORT_TO_GO_ON = 3
_SMALL_WORDS = re.compile("an?|and|the|of|for|in|with|to|del?|para|con|y|en|la|el|l[ao]s|una?|cho|va|co")


def fold(text: str) -> str:
    """Lower case without accents, so that `Áo` and `ao` are one; Thai and Chinese stay as they are."""
    plain = unicodedata.normalize("NFKD", text).lower().replace("đ", "d")
    return _ACCENTS.sub("", plain)


def stored_words(text: str) -> list[str]:
    """The words a text is found by: Latin words and their stems, overlapping pairs of Chinese characters and
    triples of Thai ones. The ends of a run are kept as shorter grams, so that prefixes find every part."""
    words: list[str] = []
    for run in _RUNS.findall(fold(text)):
        length = _gram(run)
        words += [run[i : i + length] for i in range(len(run))] if length else [run, _stem(run)]
    return words


def asked_words(text: str) -> list[str]:
    """The words to look for, each as an FTS5 expression; small words are left out where there are others."""
    asked: list[str] = []
    runs = _RUNS.findall(fold(text))
    telling = [run for run in runs if not _SMALL_WORDS.fullmatch(run)]
    for run in telling or runs:
        length = _gram(run)
        if length == 0:
            begun = f' OR "{run}"*' if len(run) > _TOO_SHORT_TO_GO_ON else ""
            asked.append(f'"{_stem(run)}"{begun}')
        elif len(run) < length:
            asked.append(f'"{run}"*')
        else:
            asked += [f'"{run[i : i + length]}"' for i in range(len(run) - length + 1)]
    return list(dict.fromkeys(asked))


def phrase(text: str) -> str:
    """The text as a row of words between spaces, to find one phrase inside another."""
    runs = (run if _gram(run) else _stem(run) for run in _RUNS.findall(fold(text)))
    return f" {' '.join(runs)} "


def _gram(run: str) -> int:
    """The length of the grams of a script, 0 for one that is written in words."""
    if run[0] < "\u0e00":
        return 0
    return 3 if run[0] < "\u4e00" else 2


def _stem(word: str) -> str:
    """The word without the ending that tells singular from plural in English and Spanish."""
    return _ENDING.sub("", word)
