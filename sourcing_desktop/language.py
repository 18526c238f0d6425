"""The words of the program in the buyer's language. A leaf that every room may import; it knows gettext only.

The language is chosen once, before the rooms are imported: what a module says by itself is said in it, too.
"""

from __future__ import annotations

import gettext
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
CATALOGUES = tuple(place / "resources" / "translations" for place in (_PACKAGE, _PACKAGE.parent))
"""One compiled catalogue for each language, `vi.mo`: in an installed package, and in the source tree."""

PSEUDO = "pseudo"
"""No language: every message in brackets and longer, so that what escaped or does not fit is seen."""

_catalogue = gettext.NullTranslations()


def languages() -> list[str]:
    """The codes of the languages the program speaks, English among them."""
    return sorted({"en", *(path.stem for place in CATALOGUES for path in place.glob("*.mo"))})


def speak(language: str) -> None:
    """Say everything in this language from now on; in English where there is no catalogue for it."""
    global _catalogue
    _catalogue = _Pseudo() if language == PSEUDO else gettext.NullTranslations()
    for place in CATALOGUES:
        if (path := place / f"{language}.mo").is_file():
            with path.open("rb") as file:
                _catalogue = gettext.GNUTranslations(file)


def tr(message: str, **values: object) -> str:
    """The message in the language spoken, with values in its named places: `tr("{shop} sells", shop=…)`."""
    said = _catalogue.gettext(message)
    return said.format(**values) if values else said


def trn(one: str, many: str, count: int, **values: object) -> str:
    """The same of a message that changes with a number, which stands in it as `{count}`, thousands
    separated."""
    return _catalogue.ngettext(one, many, count).format(count=f"{count:,}", **values)


class _Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return _stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _stretched(msgid1 if n == 1 else msgid2)


def _stretched(message: str) -> str:
    """In brackets, with every other vowel doubled outside of named places and of what follows an `&`."""
    longer, inside, odd = "", False, False
    for letter in message:
        inside = letter == "{" or (inside and letter != "}")
        odd ^= letter in "aeiou"
        longer += letter * 2 if letter in "aeiou" and odd and not inside else letter
    return f"⟦{longer}⟧"
