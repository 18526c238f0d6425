"""What was opened in each tab, in which order, and what was known and typed there. No widgets."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime

from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef
from sourcing_desktop.domain.seen import PriceChange

MOST_VISITS = 50
"""Steps back in one tab."""

MOST_DETAILS = 20
"""Offers kept in full; those looked at longer ago are read again."""


@dataclass(eq=False, slots=True)
class Visit:
    """An offer opened in a tab. `typed` are texts by SKU id, `fault` says why it could not be read; `related`
    is None until it was asked for. `kept_at` says when `detail` was kept, where the gateway cannot be asked;
    `history` is what the offer cost before, `times` how often it was seen."""

    ref: OfferRef
    offer: Offer | None = None
    detail: OfferDetail | None = None
    related: tuple[Offer, ...] | None = None
    fault: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    scroll: int = 0
    picture: str = ""
    kept_at: datetime | None = None
    history: tuple[PriceChange, ...] = ()
    times: int = 0

    @property
    def reading(self) -> bool:
        """Whether the offer itself is still to come."""
        return self.detail is None and not self.fault

    def forget(self) -> None:
        """What the gateway said is to be asked again."""
        if self.detail is not None:
            self.offer = self.detail.offer
        self.detail, self.related, self.fault, self.kept_at = None, None, "", None


class Trail:
    """The visits of one tab. `number` is the tab's own for as long as the program runs."""

    def __init__(self, number: int, first: Visit) -> None:
        self.number = number
        self._visits = [first]
        self._place = 0

    @property
    def here(self) -> Visit:
        return self._visits[self._place]

    @property
    def can_go_back(self) -> bool:
        return self._place > 0

    @property
    def can_go_on(self) -> bool:
        return self._place < len(self._visits) - 1

    def visits(self) -> tuple[Visit, ...]:
        return tuple(self._visits)

    def go_to(self, visit: Visit) -> None:
        """Open something behind what is here; what was gone back from is forgotten."""
        self._visits = [*self._visits[: self._place + 1], visit][-MOST_VISITS:]
        self._place = len(self._visits) - 1

    def go(self, steps: int) -> None:
        """Back for a negative number, on for a positive one; not beyond the ends."""
        self._place = min(max(self._place + steps, 0), len(self._visits) - 1)


class Lately:
    """Keeps the details of the offers looked at last."""

    def __init__(self) -> None:
        self._seen: deque[Visit] = deque()

    def look_at(self, visit: Visit) -> None:
        """This one is looked at now; the one looked at longest ago may have to go."""
        if visit in self._seen:
            self._seen.remove(visit)
        self._seen.append(visit)
        while len(self._seen) > MOST_DETAILS:
            self._seen.popleft().forget()
