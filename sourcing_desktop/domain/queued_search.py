"""A picture in the queue of pictures to search with, and how far the queue is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sourcing_desktop.domain.offer import Offer, Platform
from sourcing_desktop.domain.search import UNFILTERED, Filters, Page
from sourcing_desktop.language import tr


class Step(StrEnum):
    """What has become of a search; the last three are where it ends."""

    WAITING = "waiting"
    READING = "reading"
    SEARCHING = "searching"
    FOUND = "found"
    NOTHING = "nothing"
    FAILED = "failed"


STEP_NAMES = {
    Step.WAITING: tr("Waiting"),
    Step.READING: tr("Reading…"),
    Step.SEARCHING: tr("Searching…"),
    Step.FOUND: tr("Found"),
    Step.NOTHING: tr("Nothing found"),
    Step.FAILED: tr("Failed"),
}
"""As the buyer reads them."""

ENDS = (Step.FOUND, Step.NOTHING, Step.FAILED)


@dataclass(frozen=True, slots=True)
class QueuedSearch:
    """One picture on one platform, with the filters of that.

    `thumbnail`, a small JPEG, is there once the picture has been read, `page` is the first one that came back
    (of what was kept on disk, its best match alone), and `sentence` says why it failed. `tries` counts the
    searches that had no answer.
    """

    key: str
    name: str
    platform: Platform
    step: Step = Step.WAITING
    thumbnail: bytes = b""
    page: Page | None = None
    sentence: str = ""
    tries: int = 0
    filters: Filters = UNFILTERED

    @property
    def best(self) -> Offer | None:
        """What looks most like the picture: the platform's own order says so."""
        return self.page.offers[0] if self.page is not None and self.page.offers else None

    @property
    def found(self) -> int | None:
        """How many offers the platform says there are, at least those that came; None before it was asked."""
        return None if self.page is None else max(self.page.total or 0, len(self.page.offers))

    @property
    def over(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.step in ENDS


@dataclass(frozen=True, slots=True)
class QueueProgress:
    """How far the queue is. `trouble` says why it rests; it goes on by itself unless it is `paused`."""

    total: int = 0
    found: int = 0
    nothing: int = 0
    failed: int = 0
    paused: bool = False
    trouble: str = ""

    @property
    def over(self) -> int:
        """How many searches have come to their end."""
        return self.found + self.nothing + self.failed

    @property
    def left(self) -> int:
        """How many have not."""
        return self.total - self.over
