"""What a buyer puts aside while looking, with a note of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_desktop.domain.offer import Offer


@dataclass(frozen=True, slots=True)
class Shortlisted:
    """An offer as it was when last put aside, `added_at` when it was first (aware), and the buyer's note."""

    offer: Offer
    added_at: datetime
    note: str = ""
