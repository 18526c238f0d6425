"""Feeds: goods that are put forward or stand together, to be walked through without looking for anything."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcing_desktop.domain.ranking import RankKind
from sourcing_desktop.domain.search import UNFILTERED, Filters
from sourcing_desktop.domain.selection import SoldOrder, Source


class FeedKind(StrEnum):
    """Where the offers of a feed come from."""

    RECOMMENDED = "recommended"
    STRICT_SELECTION = "strict selection"
    GLOBAL_SELECTION = "global selection"
    HOT_LIST = "hot list"
    CATEGORY = "category"
    POOL = "pool"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a buyer asks of a feed. Recommendations take nothing but their kind, hot lists the category and
    `rank`; the pool takes words, category, price range, `source` and `sold`."""

    kind: FeedKind
    words: str = ""
    filters: Filters = UNFILTERED
    rank: RankKind = RankKind.OVERALL
    source: Source | None = None
    sold: SoldOrder | None = None
