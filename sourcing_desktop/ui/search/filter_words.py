"""The filter words of 1688 as people call them, in the groups they are shown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sourcing_desktop.domain.search import FilterWord
from sourcing_desktop.language import tr


@dataclass(frozen=True, slots=True)
class Group:
    """Words about one thing. Of `alternatives` one is chosen at most: two of them together find nothing
    more, or nothing at all."""

    title: str
    names: Mapping[FilterWord, str]
    alternatives: bool = False


COLUMNS = (
    (
        Group(
            tr("Dispatch"),
            {
                FilterWord.SHIP_TODAY: tr("Ships today"),
                FilterWord.SHIP_24H: tr("Ships within 24 hours"),
                FilterWord.SHIP_48H: tr("Ships within 48 hours"),
            },
            alternatives=True,
        ),
        Group(
            tr("Picked up within 24 hours"),
            {
                FilterWord.PICK_UP_99: tr("99 % picked up in 24 hours"),
                FilterWord.PICK_UP_95: tr("95 % picked up in 24 hours"),
                FilterWord.PICK_UP_BELOW_95: tr("Less than 95 % picked up in 24 hours"),
            },
            alternatives=True,
        ),
        Group(
            tr("Picked up within 48 hours"),
            {
                FilterWord.PICK_UP_48H_99: tr("99 % picked up in 48 hours"),
                FilterWord.PICK_UP_48H_95: tr("95 % picked up in 48 hours"),
                FilterWord.PICK_UP_48H_BELOW_95: tr("Less than 95 % picked up in 48 hours"),
            },
            alternatives=True,
        ),
    ),
    (
        Group(tr("Seller"), {FilterWord.CERTIFIED_FACTORY: tr("Certified factory")}),
        Group(
            tr("Seller's rating"),
            {
                FilterWord.FIVE_STARS: tr("Five stars"),
                FilterWord.STARS_FROM_4_5: tr("4.5 to 5 stars"),
                FilterWord.STARS_FROM_4: tr("4 to 4.5 stars"),
                FilterWord.STARS_BELOW_4: tr("Less than 4 stars"),
            },
            alternatives=True,
        ),
        Group(
            tr("Refunds for quality"),
            {
                FilterWord.REFUNDS_0: tr("No refunds for quality"),
                FilterWord.REFUNDS_1: tr("Refunds for quality up to 1 %"),
                FilterWord.REFUNDS_5: tr("Refunds for quality up to 5 %"),
                FilterWord.REFUNDS_10: tr("Refunds for quality up to 10 %"),
            },
            alternatives=True,
        ),
    ),
    (
        Group(
            tr("Service"),
            {
                FilterWord.RETURN_7_DAYS: tr("Returns within 7 days"),
                FilterWord.DROPSHIP: tr("Dropship from one piece"),
                FilterWord.DROPSHIP_FREE_POST: tr("Dropship with free post"),
            },
        ),
        Group(
            tr("Chosen by 1688"),
            {
                FilterWord.STRICT_SELECTION: tr("1688 strict selection"),
                FilterWord.GLOBAL_SELECTION: tr("Global strict selection"),
                FilterWord.CURATED: tr("Curated supply"),
                FilterWord.SELECTED: tr("Selected goods"),
            },
        ),
        Group(
            tr("New goods"),
            {
                FilterWord.NEW_7_DAYS: tr("New this week"),
                FilterWord.NEW_30_DAYS: tr("New this month"),
            },
            alternatives=True,
        ),
    ),
)

GROUPS = tuple(group for column in COLUMNS for group in column)
NAMES: Mapping[FilterWord, str] = {word: name for group in GROUPS for word, name in group.names.items()}


def with_word(words: frozenset[FilterWord], word: FilterWord, chosen: bool) -> frozenset[FilterWord]:
    """The words with one more, which takes the place of its alternatives, or one less."""
    if not chosen:
        return words - {word}
    group = next(group for group in GROUPS if word in group.names)
    return words - (group.names.keys() if group.alternatives else frozenset()) | {word}
