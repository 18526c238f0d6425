"""Texts as full-text search sees them, and what a buyer types as a question to it. Pure.

Scripts without spaces are set apart into single characters, so that any run of them is found; letters lose
their accents, so that Vietnamese typed without marks finds words with them.
"""

from __future__ import annotations

import re
import unicodedata

APART = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Myanmar, Khmer, kana and Han characters."""

ACCENTS = re.compile("[\u0300-\u036f]+")
MOST_WORDS = 32


def searchable(text: str) -> str:
    """The text to put into the index, and its words: folded, signs gone, with spaces round characters that
    stand for themselves."""
    return _folded(text).translate(SPACED)


def question(typed: str) -> str:
    """What to match: every word of what was typed, the last one also as the beginning of a longer one. Empty
    when there is no word in it. No sign that was typed is taken for an operator."""
    spaced = (" ".join(word.translate(SPACED).split()) for word in _folded(typed).split())
    words = [word for word in spaced if word][:MOST_WORDS]
    if not words:
        return ""
    return " ".join(f'"{word}"' for word in words) + ("" if APART.match(words[-1][-1]) else " *")


def _folded(text: str) -> str:
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", plain)


class _Spaced(dict[int, str]):
    """For `str.translate`: what becomes of a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = unicodedata.category(character)[0] in "LNM"
        self[code] = (f" {character} " if APART.match(character) else character) if kept else " "
        return self[code]


SPACED = _Spaced({ord("đ"): "d"})
