"""Texts as full-text search sees them, and what a buyer types as a question to it. Pure.

Scripts without spaces are set apart into single characters, so that any run of them is found; letters lose
their accents, so that Vietnamese typed without marks finds words with them.
"""

from __future__ import annotations

import re
import unicodedata

APART = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
"""Thai, Lao, Myanmar, Khmer, kana and Han characters."""

ACCENTS = re.compile("[\u0300-\u036f]+")
MOST_WORDS = 32


def searchable(text: str) -> str:
    """The text to put into the index: folded, with spaces round characters that stand for themselves."""
    return APART.sub(r" \1 ", _folded(text))


def question(typed: str) -> str:
    """What to match: every word of what was typed, the last one also as the beginning of a longer one. Empty
    when there is no word in it. No sign that was typed is taken for an operator."""
    words = [word for word in map(_phrase, _folded(typed).split()) if word][:MOST_WORDS]
    if not words:
        return ""
    return " ".join(f'"{word}"' for word in words) + ("" if APART.match(words[-1][-1]) else " *")


def _phrase(word: str) -> str:
    return " ".join("".join(_kept(character) for character in APART.sub(r" \1 ", word)).split())


def _kept(character: str) -> str:
    """Signs part words, as they do in the index."""
    return character if unicodedata.category(character)[0] in "LNM" else " "


def _folded(text: str) -> str:
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", plain).replace("đ", "d").replace("\0", " ")
