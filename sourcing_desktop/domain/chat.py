"""How a buyer reaches a seller."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat with a seller: a page for the browser, good for one visit, or only the seller's name there."""

    page: str = ""
    nick: str = ""
