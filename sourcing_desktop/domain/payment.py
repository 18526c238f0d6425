"""What became of asking the gateway to pay orders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Payment:
    """Which orders were paid, and which were not.

    `cashier` is a page where the buyer pays what was not paid without more ado. `refused` maps order ids to
    why they cannot be paid this way. `unclear` maps those of which the gateway says "not paid" although the
    money may have gone (contract AO1) to its words: ask for the order before paying again.
    """

    paid: tuple[str, ...] = ()
    cashier: str = ""
    refused: Mapping[str, str] = field(default_factory=dict)
    unclear: Mapping[str, str] = field(default_factory=dict)
