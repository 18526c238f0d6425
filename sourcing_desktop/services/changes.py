"""Tells whoever listens that something changed, so that windows listen to services and not to each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Changes(Generic[T]):
    """A list of listeners that are told each new value, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def subscribe(self, listener: Callable[[T], None]) -> None:
        self._listeners.append(listener)

    def tell(self, value: T) -> None:
        for listener in self._listeners:
            listener(value)
