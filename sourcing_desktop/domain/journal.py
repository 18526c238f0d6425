"""What is asked of the journal, and what it tells: entries by the page, and the story of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sourcing_desktop.domain.intent import Intent, IntentState, Turn


class EntryKind(StrEnum):
    """What an entry of the journal spends money on."""

    ORDER = "order"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which entries are wanted. Each word must occur in seller, order number, reference, SKU, title or note;
    no states and no kinds stand for all of them."""

    words: str = ""
    states: frozenset[IntentState] = frozenset()
    kinds: frozenset[EntryKind] = frozenset()


EVERYTHING = JournalFilter()


@dataclass(frozen=True, slots=True)
class JournalMark:
    """Between two entries: what comes after it was written before the turn with this number."""

    first: int


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Entries, the latest written first. `mark` is where the next page begins, None after the last one."""

    intents: tuple[Intent[Any], ...]
    mark: JournalMark | None = None


@dataclass(frozen=True, slots=True)
class JournalStory:
    """An entry and every turn it took, the first one first."""

    intent: Intent[Any]
    turns: tuple[Turn, ...]
