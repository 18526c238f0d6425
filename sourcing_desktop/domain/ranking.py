"""Hot lists: what sells best in a category."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcing_desktop.domain.offer import Offer


class RankKind(StrEnum):
    """By what a hot list ranks (contract AM3); values go over the wire. The last five are known from an
    intermediary only (contract upstream C4)."""

    OVERALL = "complex"
    HOT = "hot"
    GOOD_PRICE = "goodPrice"
    LIVE_HOT = "anchorHot"
    LIVE_NEW = "anchorNew"
    LIVE_RECOMMENDED = "anchorRecommend"
    VIETNAM_HOT = "VNHot"
    VIETNAM_TREND = "VNTrend"


@dataclass(frozen=True, slots=True)
class RankedOffer:
    """An offer and its place, 1 being the best. The list carries no prices. `buyers_30_days`: how many
    different buyers it had."""

    place: int | None
    offer: Offer
    buyers_30_days: int | None = None


@dataclass(frozen=True, slots=True)
class HotList:
    """The best of one category. `kind` is the platform's word, see RankKind."""

    category_id: str
    name: str
    kind: str
    offers: tuple[RankedOffer, ...]
