"""Which SKU of an offer the words of a list mean. Never guesses: where several fit, none is chosen. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sourcing_desktop.domain.offer import Sku, SkuAttribute


def chosen_sku(skus: Sequence[Sku], words: Sequence[str], sku_id: str = "") -> str:
    """The id of the SKU that is meant: the one a link points at, the only one there is, or the only one that
    is of all colours, sizes and so on the words speak of, in either language; empty where it is not clear."""
    if sku_id and any(sku_id in (sku.id, sku.spec_id) for sku in skus):
        return next(sku.id for sku in skus if sku_id in (sku.id, sku.spec_id))
    if len(skus) == 1:
        return skus[0].id
    fitting = fitting_skus(skus, words)
    return fitting[0].id if len(fitting) == 1 else ""


def fitting_skus(skus: Sequence[Sku], words: Sequence[str]) -> tuple[Sku, ...]:
    """The SKUs that are of everything the words speak of; all of them where the words speak of nothing."""
    texts = [_plain(word) for word in words]
    left = tuple(skus)
    for name in dict.fromkeys(attribute.name for sku in skus for attribute in sku.attributes):
        values = dict.fromkeys(
            attribute for sku in skus for attribute in sku.attributes if attribute.name == name
        )
        spoken_of = _spoken_of(values, texts)
        if spoken_of:
            left = tuple(sku for sku in left if spoken_of.intersection(sku.attributes))
    return left


def _spoken_of(values: Iterable[SkuAttribute], texts: Sequence[str]) -> set[SkuAttribute]:
    """The values that the texts name: as they are written, else in another case, else inside of a longer text
    or, when it is only one, as a part of the value."""
    names = {value: {_plain(value.value.original), _plain(value.value.shown)} - {""} for value in values}
    for fold in (str, str.casefold):
        said = {fold(text) for text in texts}
        if found := {value for value, own in names.items() if said & {fold(name) for name in own}}:
            return found
    folded = [text.casefold() for text in texts if text]
    held = {
        value: max((name for name in map(str.casefold, own) if _in_any(folded, name)), key=len, default="")
        for value, own in names.items()
    }
    inside = {value for value, name in held.items() if name and not _in_longer(name, held.values())}
    if inside:
        return inside
    partly = {
        value
        for value, own in names.items()
        if any(len(text) > 1 and _holds(name.casefold(), text) for text in folded for name in own)
    }
    return partly if len(partly) == 1 else set()


def _in_any(texts: Iterable[str], name: str) -> bool:
    return any(_holds(text, name) for text in texts)


def _in_longer(name: str, names: Iterable[str]) -> bool:
    """Whether it is only said as a part of another name: red, where dark red is."""
    return any(name != other and name in other for other in names)


def _holds(text: str, part: str) -> bool:
    """Whether a text contains another: Latin letters and digits as whole words, so that S is not in XS."""
    before = r"(?<![^\W_])" if _is_spaced(part[0]) else ""
    after = r"(?![^\W_])" if _is_spaced(part[-1]) else ""
    return part in text and re.search(before + re.escape(part) + after, text) is not None


def _is_spaced(letter: str) -> bool:
    """Whether words of this letter's script are parted by blanks."""
    return letter.isalnum() and letter < "\u0e00"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
