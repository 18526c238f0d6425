"""Tells whoever listens that something changed, so that windows listen to services and not to each other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class Changes(Generic[T]):
    """A list of listeners that are told each new value, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def subscribe(self, listener: Callable[[T], None]) -> None:
        self._listeners.append(listener)

    def tell(self, value: T) -> None:
        """Tell everyone. A listener that fails is logged: it must not stop whoever makes the change."""
        for listener in self._listeners:
            try:
                listener(value)
            except Exception:
                log.exception("a listener failed")
