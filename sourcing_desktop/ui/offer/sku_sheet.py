"""What was typed for the SKUs of an offer, what it means, and how to take it back. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import bidirectional

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Sku
from sourcing_desktop.domain.pricing import PriceTier
from sourcing_desktop.domain.quantity import QuantityRules, read_quantity
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats

MOST_STEPS = 200
"""Edits that can be taken back."""

LONGEST_NAME = 60
"""Letters of a SKU's name in a sentence."""


ISOLATE, ISOLATED = "\u2068", "\u2069"


class SkuSheet:
    """Texts are kept as typed: what is no number stays until it is mended. The text being typed counts at
    once, but is judged only when it is finished."""

    def __init__(self) -> None:
        self.detail: OfferDetail | None = None
        self.pieces = 0
        self.numbers: dict[str, int] = {}
        self._typed: dict[str, str] = {}
        self._typed_for: OfferRef | None = None
        self._steps: list[dict[str, str]] = []
        self._before: tuple[str, str] | None = None

    def open(self, detail: OfferDetail | None) -> None:
        """Another offer begins with nothing typed; one that is read again keeps what was."""
        self.detail = detail
        if detail is not None and detail.ref != self._typed_for:
            self._typed, self.numbers, self._steps = {}, {}, []
            self._typed_for, self._before = detail.ref, None
        self._finish()
        self._recount()

    @property
    def skus(self) -> tuple[Sku, ...]:
        return self.detail.skus if self.detail is not None else ()

    def text(self, sku_id: str) -> str:
        return self._typed.get(sku_id, "")

    def quantities(self) -> dict[str, int]:
        """Pieces by SKU id, of the SKUs with a readable number above zero, in the offer's order."""
        return {sku.id: number for sku in self.skus if (number := self.numbers.get(sku.id))}

    def write(self, texts: Mapping[str, str]) -> list[str]:
        """Type these texts in one step, which can be taken back; returns the ids that changed."""
        changed = self.stop_typing()
        new = {sku_id: text.strip() for sku_id, text in texts.items() if text.strip() != self.text(sku_id)}
        if new:
            self._remember({sku_id: self.text(sku_id) for sku_id in new})
            self._set(new)
        return [*changed, *new]

    def step(self, skus: Iterable[Sku], steps: int) -> list[str]:
        """So many lots more or fewer of each, where there is a number to go on from; fewer than one lot is
        nothing. Returns the ids that changed."""
        rules, texts = self.detail.rules if self.detail is not None else QuantityRules(), {}
        for sku in skus:
            number = self.numbers.get(sku.id, 0)
            if number or self.text(sku.id) in ("", "0"):
                none_left = steps < 0 and number <= rules.lot
                texts[sku.id] = "" if none_left else str(rules.stepped(number, steps))
        return self.write(texts)

    def type_along(self, sku_id: str, text: str) -> None:
        """A text that is not finished: `write` takes it over, `stop_typing` takes it back."""
        if self._before is None or self._before[0] != sku_id:
            self.stop_typing()
            self._before = (sku_id, self.text(sku_id))
        self._set({sku_id: text.strip()})

    def stop_typing(self) -> list[str]:
        """Put back what was there before typing began."""
        if self._before is None:
            return []
        (sku_id, text), self._before = self._before, None
        self._set({sku_id: text})
        return [sku_id]

    def undo(self) -> list[str]:
        """Take back the last step; returns the ids that changed."""
        changed = self.stop_typing()
        if self._steps:
            before = self._steps.pop()
            self._set(before)
            changed += before
        return changed

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def forget(self, sku_ids: Iterable[str]) -> list[str]:
        """Nothing is typed for these any more, and no step before that can be taken back."""
        gone = [sku_id for sku_id in sku_ids if self.text(sku_id)]
        if self._before is not None and self._before[0] in gone:
            self._before = None
        self._steps.clear()
        self._set(dict.fromkeys(gone, ""))
        return gone

    def fault(self, sku: Sku) -> str:
        """What is wrong with what was typed for a SKU, in one sentence; empty where nothing is."""
        text = self.text(sku.id)
        if not text or self.detail is None or (self._before is not None and self._before[0] == sku.id):
            return ""
        number = self.numbers.get(sku.id)
        if number is None:
            return formats.no_quantity(text)
        problem = self.detail.rules.line_problem(number, sku.stock) if number else None
        return formats.problem(problem) if problem else ""

    def faults(self) -> tuple[str, ...]:
        """One sentence for each SKU with a fault."""
        found = ((sku, self.fault(sku)) for sku in self.skus if self.text(sku.id))
        return tuple(_said_of(sku, fault) for sku, fault in found if fault)

    def texts(self) -> dict[str, str]:
        """What is typed by SKU id, also what is no number."""
        return {sku.id: text for sku in self.skus if (text := self.text(sku.id))}

    def restore(self, texts: Mapping[str, str]) -> list[str]:
        """Have typed exactly this, with nothing to take back; returns the ids that may have changed."""
        changed = [*self._typed, *texts]
        self._typed, self.numbers, self._before = {}, {}, None
        self._steps.clear()
        self._set(texts)
        return changed

    @property
    def tier(self) -> PriceTier | None:
        """The tier that rules at what is typed; before that, the first. None where each SKU has its price."""
        prices = self.detail.prices if self.detail is not None else None
        return prices.tier_at(self._at_least) if prices is not None and prices.by_quantity else None

    def price(self, sku: Sku) -> Money | None:
        """Of one piece, at the quantities typed."""
        return self.detail.prices.unit_price(sku.price, self._at_least) if self.detail is not None else None

    @property
    def _at_least(self) -> int:
        tiers = self.detail.prices.tiers if self.detail is not None else ()
        return max(self.pieces, tiers[0].start if tiers else 1)

    def _set(self, texts: Mapping[str, str]) -> None:
        for sku_id, text in texts.items():
            self._typed[sku_id] = text
            self.numbers.pop(sku_id, None)
            if (number := read_quantity(text)) is not None:
                self.numbers[sku_id] = number
        self._recount()

    def _recount(self) -> None:
        self.pieces = sum(self.quantities().values())

    def _finish(self) -> None:
        """What was being typed when the field went away stays."""
        if self._before is not None:
            (sku_id, text), self._before = self._before, None
            self._remember({sku_id: text})

    def _remember(self, before: dict[str, str]) -> None:
        self._steps.append(before)
        del self._steps[:-MOST_STEPS]


def _said_of(sku: Sku, fault: str) -> str:
    name = formats.shortened(sku.name, LONGEST_NAME)
    if any(bidirectional(letter) in ("R", "AL") for letter in name):
        name = f"{ISOLATE}{name}{ISOLATED}"  # else the whole sentence would run from the right
    return tr("{sku}: {fault}", sku=name, fault=fault) if name else fault
