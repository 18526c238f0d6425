"""Takes one written line apart: for every offer it names, the quantity and the words around it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.services.links import Mention

_NUMBER = r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,10})"
_NO_NUMBER = r"(-[0-9]{1,10}(?:\.[0-9]+)?|[0-9]{1,10}\.(?:[0-9]|[0-9]{3,}))"
"""A slip that still means a quantity. With two decimals it would be a price."""
_SIGN = (
    r"(?:(?<![A-Za-z0-9])x|(?<![0-9])[×*]|qty|quantity|(?:pcs|件数)(?=\s*[:=])|数量|số lượng|cantidad|จำนวน)"
)
_UNIT = r"(?:pcs?\b|pieces?\b|件|个|個|套|双|只|条|cái\b|uds?\b|ชิ้น|[x×](?!\w))"
_MEASURE = r"(?!\s*(?:[cm]?m|[mk]?g|ml|l|inch|in|oz)\b)"
_ALONE = rf"(?![\w./]|,[0-9]){_MEASURE}"
_MARKED = (
    re.compile(rf"{_SIGN}\s*[:=]?\s*{_NUMBER}(?:\s*{_UNIT}|(?![A-Za-z0-9.]){_MEASURE})", re.I),
    re.compile(rf"(?<![0-9.,A-Za-z-]){_NUMBER}\s*{_UNIT}", re.I),
    re.compile(rf"{_SIGN}\s*[:=]?\s*{_NO_NUMBER}(?:\s*{_UNIT}|{_ALONE})", re.I),
    re.compile(rf"(?<![0-9.,A-Za-z-]){_NO_NUMBER}\s*{_UNIT}", re.I),
)
_PLAIN = re.compile(rf"(?<![\w.,/-]){_NUMBER}{_ALONE}", re.I)
_FIRST = re.compile(rf"[\s,;:|]*{_NUMBER}{_ALONE}", re.I)
_FIRST_NO_NUMBER = re.compile(rf"[\s,;:|]*{_NO_NUMBER}{_ALONE}", re.I)
_BREAKS = re.compile(r"\s*[,;|/、()\[\]\n\t]+\s*")


def split_line(line: str, named: Sequence[Mention]) -> list[tuple[Mention, str, tuple[str, ...]]]:
    """Each offer of a line with its quantity (empty where none is said, or where it is not clear which number
    is meant) and its words. What stands before the first offer belongs to it when it is the only one.

    A link that leads to no offer only counts where the line names nothing else.
    """
    named = [mention for mention in named if mention.refs] or list(named)[:1]
    parts = []
    for number, mention in enumerate(named):
        end = named[number + 1].start if number + 1 < len(named) else len(line)
        after = line[mention.end : end]
        before = line[: mention.start] if len(named) == 1 else ""
        parts.append((mention, *_told(before, after)))
    return parts


def _told(before: str, after: str) -> tuple[str, tuple[str, ...]]:
    quantity, texts = _quantity(before, after)
    words = (word.strip(" \"'“”:：-") for text in texts for word in (text, *_BREAKS.split(text)))
    return quantity, tuple(dict.fromkeys(word for word in words if word))


def _quantity(before: str, after: str) -> tuple[str, tuple[str, str]]:
    """The quantity, and the texts without it: a number marked as one, one directly behind the offer, or the
    only one there is. What is no number but stands where one should stays as it is written."""
    for pattern in _MARKED:
        for place, text in enumerate((after, before)):
            if found := pattern.search(text):
                return _taken(found, place, before, after)
    if found := _FIRST.match(after):
        return _taken(found, 0, before, after)
    plain = [(place, found) for place, text in enumerate((after, before)) for found in _PLAIN.finditer(text)]
    if len(plain) == 1:
        return _taken(plain[0][1], plain[0][0], before, after)
    if found := _FIRST_NO_NUMBER.match(after):
        return _taken(found, 0, before, after)
    return "", (before, after)


def _taken(found: re.Match[str], place: int, before: str, after: str) -> tuple[str, tuple[str, str]]:
    number = read_quantity(found.group(1))
    left = found.string[: found.start()] + " " + found.string[found.end() :]
    texts = (before, left) if place == 0 else (left, after)
    return found.group(1) if number is None else str(number), texts
