"""A search the buyer made before, or saved under a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_desktop.domain.search import KeywordQuery


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """What was searched for, and when it last was or was saved (aware). One with a `name` is saved."""

    query: KeywordQuery
    at: datetime
    name: str = ""

    @property
    def title(self) -> str:
        """What the buyer calls it."""
        return self.name or self.query.title

    @property
    def key(self) -> tuple[str, str]:
        """The same for searches of which one takes the other's place: those of one name, or of the same
        words on the same platform."""
        return self.name, "" if self.name else f"{self.query.platform} {self.query.title.casefold()}"
