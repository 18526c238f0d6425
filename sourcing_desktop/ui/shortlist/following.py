"""Brings a model to other offers step by step, so that what stays keeps its place and stays selected."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, takewhile

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui.grid.offer_model import OfferModel


def follow(model: OfferModel, offers: list[Offer]) -> None:
    """Remove, replace and insert what differs. Looks closely only between the first and the last difference:
    one change of a long list costs little. A list in another order is shown anew."""
    shown = [model.offer(row) for row in range(model.rowCount())]
    head = _alike(shown, offers)
    tail = _alike(reversed(shown[head:]), reversed(offers[head:]))
    old, new = shown[head : len(shown) - tail], offers[head : len(offers) - tail]
    wanted = {offer.ref for offer in new}
    stay = [offer.ref for offer in old if offer.ref in wanted]
    staying = set(stay)
    if stay != [offer.ref for offer in new if offer.ref in staying]:
        model.reset(offers)
        return
    model.remove([row for row, offer in enumerate(old, head) if offer.ref not in wanted])
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


def _replace(model: OfferModel, first: int, offers: list[Offer]) -> None:
    for row, offer in enumerate(offers, first):
        if model.offer(row) != offer:
            model.replace(row, offer)
