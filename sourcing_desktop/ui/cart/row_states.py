"""What each row of the cart shows: platform, seller, line or section, with remarks and their deeds. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum

from sourcing_desktop.domain.cart import CartGroup, CartLine, Cheaper
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.pricing import PriceTier
from sourcing_desktop.language import tr


class Choice(Enum):
    """How much of what a row stands for the buyer wants to order now; IMPOSSIBLE where there is nothing."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    IMPOSSIBLE = "impossible"


class Section(StrEnum):
    """Lines that stand apart from their sellers, with the heading of each kind."""

    INVALID = tr("Cannot be ordered now")
    LATER = tr("For later")


class Does(Enum):
    """What a press on a part of a row does."""

    SET = "set the quantity"
    DECIDE = "decide between two computers"
    NOTE = "write the note"
    MOVE = "keep for later, or order now after all"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to press; without a `text` all of its remark is that."""

    does: Does
    text: str = ""
    quantity: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence below a row, with the name of its icon and what can be done about it."""

    sign: str
    text: str
    deeds: tuple[Deed, ...] = ()
    warns: bool = False


@dataclass(frozen=True, slots=True)
class LineState:
    """One line as it is shown. `quantity` is the text in the cell, `sentence` what is wrong and `mend` a
    quantity that would put it right; `blocks` tells that its seller cannot be ordered from like this.
    `tier` gave the unit price, `cheaper` is what the next one would make of it where that is worth a word;
    `section` is None among the lines of the seller. `before` is the unit price when the buyer took the line,
    where it is another one now."""

    line: CartLine
    quantity: str
    unit: Money | None
    total: Money
    tier: PriceTier | None = None
    cheaper: Cheaper | None = None
    choice: Choice = Choice.ALL
    section: Section | None = None
    sentence: str = ""
    mend: int | None = None
    being_ordered: bool = False
    blocks: bool = False
    untold: bool = False
    before: Money | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def editable(self) -> bool:
        return self.section is not Section.INVALID and not self.being_ordered

    @property
    def counts(self) -> bool:
        """Whether the line is in the sums."""
        return self.choice is Choice.ALL


@dataclass(frozen=True, slots=True)
class SellerState:
    """One seller as it is shown. `group` holds what an order would take now, or could take when nothing is
    chosen, and `total`, `pieces` and `weight_g` are its sums; `note` is how far the mixed batch is."""

    group: CartGroup
    lines: tuple[LineState, ...]
    choice: Choice
    total: Money
    pieces: int
    weight_g: int | None
    note: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def name(self) -> str:
        return self.group.supplier.name or self.group.supplier.id

    @property
    def chosen(self) -> bool:
        return self.choice in (Choice.ALL, Choice.SOME)

    @property
    def choosable(self) -> bool:
        return self.choice is not Choice.IMPOSSIBLE

    @property
    def blocked(self) -> bool:
        return any(line.blocks for line in self.lines)

    @property
    def takes_note(self) -> bool:
        """Taobao's orders carry none (contract TO1)."""
        return self.group.platform is Platform.ALIBABA


@dataclass(frozen=True, slots=True)
class PlatformState:
    """The heading of a platform."""

    platform: Platform
    choice: Choice


@dataclass(frozen=True, slots=True)
class SectionState:
    """The heading of lines that stand apart."""

    section: Section
    lines: int


RowState = PlatformState | SellerState | SectionState | LineState


def choice_of(parts: Iterable[Choice]) -> Choice:
    """The choice of a whole, by those of its parts."""
    found = set(parts) - {Choice.IMPOSSIBLE}
    if not found:
        return Choice.IMPOSSIBLE
    return found.pop() if len(found) == 1 else Choice.SOME
