"""Brings a model to other offers step by step, so that what stays keeps its place and stays selected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.ui.grid.offer_model import OfferModel


def follow(model: OfferModel, offers: list[Offer]) -> None:
    """Remove, replace and insert what differs. Looks closely only between the first and the last difference:
    one change of a long list costs little. An offer in another place is taken out and put in there."""
    shown = [model.offer(row) for row in range(model.rowCount())]
    head = _alike(shown, offers)
    tail = _alike(reversed(shown[head:]), reversed(offers[head:]))
    old, new = shown[head : len(shown) - tail], offers[head : len(offers) - tail]
    staying = _in_order(old, new)
    model.remove([row for row, offer in enumerate(old, head) if offer.ref not in staying])
    row = head
    for stays, run in groupby(new, key=lambda offer: offer.ref in staying):
        together = list(run)
        if stays:
            _replace(model, row, together)
        else:
            model.insert(row, together)
        row += len(together)


def _alike(some: Iterable[Offer], others: Iterable[Offer]) -> int:
    """How many of both are the same from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(some, others, strict=False)))


def _in_order(old: list[Offer], new: list[Offer]) -> set[OfferRef]:
    """The most offers that are in both lists in the same order."""
    rows = {offer.ref: row for row, offer in enumerate(old)}
    rising = _longest_rise([rows[offer.ref] for offer in new if offer.ref in rows])
    return {old[row].ref for row in rising}


def _longest_rise(numbers: list[int]) -> Iterator[int]:
    """The most of these numbers, all different, that rise from first to last; the last first."""
    lowest: list[int] = []  # in place n the lowest number that n rise to
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(lowest, number)
        before[number] = lowest[length - 1] if length else None
        lowest[length : length + 1] = [number]
    last = lowest[-1] if lowest else None
    while last is not None:
        yield last
        last = before[last]


def _replace(model: OfferModel, first: int, offers: list[Offer]) -> None:
    for row, offer in enumerate(offers, first):
        if model.offer(row) != offer:
            model.replace(row, offer)
