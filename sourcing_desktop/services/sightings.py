"""Notes which offers were put before the buyer, and by which search, before anybody can write it down.

Does no I/O and knows no Qt: it must not make a page wait.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.seen import FoundBy, Sighting

MOST_EARLY = 500
"""Pages kept while the library is not open, some 20 offers each; then the oldest are lost."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Offers put before the buyer together at an aware time, by a search that began at another."""

    offers: tuple[Offer, ...]
    found_by: FoundBy
    began: datetime
    at: datetime

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """One for each offer."""
        return tuple(Sighting(offer, self.at, self.found_by) for offer in self.offers)


class Sightings:
    """What one account's searches put before the buyer, told to one listener and kept until there is one."""

    def __init__(self) -> None:
        self._early: deque[Shown] = deque(maxlen=MOST_EARLY)
        self._listener: Callable[[Shown], None] = self._early.append

    def note(self, offers: Sequence[Offer], found_by: FoundBy, began: datetime | None = None) -> None:
        """These are before the buyer now. A search that is one question began when it was answered."""
        now = datetime.now(UTC)
        if offers:
            self._listener(Shown(tuple(offers), found_by, began or now, now))

    def hear(self, listener: Callable[[Shown], None]) -> None:
        """Tell this listener what was noted so far, and from now on whatever is."""
        self._listener = listener
        while self._early:
            listener(self._early.popleft())
