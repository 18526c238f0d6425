"""This computer's cart and the gateway's become one, judged by what the gateway had before.

A change of either side must not disappear without a sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sourcing_desktop.domain.cart import CartLine


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line as this computer keeps it.

    `base` is the quantity the gateway was last seen to have, None for no row. `sent` is a quantity told since
    then, 0 for the removal. `removed`: the line is out of the cart, which the gateway is to learn. `ordered`:
    so many pieces were ordered, which the gateway is to learn, too, so that no refusal brings them back.
    """

    line: CartLine
    base: int | None = None
    sent: int | None = None
    removed: bool = False
    ordered: int = 0

    @property
    def wanted(self) -> int | None:
        """The quantity the buyer wants, None for no line."""
        return None if self.removed else self.line.quantity

    @property
    def untold(self) -> bool:
        """Whether the gateway does not know what the buyer wants, or nobody knows whether it does."""
        return self.wanted != self.base or self.sent is not None

    @property
    def gone(self) -> bool:
        """Whether neither side has the line any more."""
        return self.removed and not self.untold

    @property
    def shown(self) -> CartLine:
        """The line as the cart shows it."""
        return replace(self.line, untold=self.untold)

    def claimed(self) -> KeptLine:
        """The same line, marked as being told."""
        return replace(self, sent=self.wanted or 0)

    def without(self, pieces: int) -> KeptLine:
        """What is left to be bought after so many pieces were ordered."""
        ordered, left = self.ordered + pieces, self.line.quantity - pieces
        if left > 0:
            return replace(self, ordered=ordered, line=replace(self.line, quantity=left))
        return replace(self, ordered=ordered, removed=True)

    def taken_back(self) -> KeptLine:
        """The same line as the gateway has it; what was ordered stays out all the same."""
        if self.ordered:
            return replace(self, sent=None)
        if self.base is None:
            return replace(self, removed=True, sent=None)
        return replace(self, removed=False, sent=None, line=replace(self.line, quantity=self.base))


Kept = dict[str, KeptLine]
"""Lines by their key."""


def agreed(mine: KeptLine, theirs: int | None) -> KeptLine:
    """A line after the gateway was seen to have `theirs` pieces of it, None for no row.

    Where one side changed it, its quantity holds; where both did, ours holds and theirs is kept in
    `elsewhere`; a line that one side removed and the other changed stays. Pieces that were bought are not
    asked for again: of more than those the rest comes back, for the buyer to decide.
    """
    seen = replace(mine, base=theirs, sent=None, ordered=mine.ordered if theirs != mine.wanted else 0)
    if theirs == mine.base or (mine.sent is not None and theirs == (mine.sent or None)):
        return seen
    line = replace(mine.line, elsewhere=None)
    if theirs == mine.wanted:
        return replace(seen, line=line)
    if theirs is None:
        return replace(seen, line=line, removed=not mine.untold)
    if mine.removed and mine.ordered:
        more = theirs - mine.ordered
        return back_in(seen, replace(line, quantity=more, elsewhere=theirs)) if more > 0 else seen
    if mine.removed or not mine.untold:
        return back_in(seen, replace(line, quantity=theirs))
    return replace(seen, line=replace(line, elsewhere=theirs))


def merge(kept: Mapping[str, KeptLine], rows: Iterable[CartLine]) -> dict[str, KeptLine]:
    """Every line of both sides by key, after the gateway's rows were read; also those that are `gone` now.

    Prices, stock and the like are those of the rows, the buyer's marks those kept here.
    """
    theirs = _by_key(kept, tuple(rows))
    merged = {
        key: agreed(_renewed(mine, theirs.get(key)), theirs[key].quantity if key in theirs else None)
        for key, mine in kept.items()
    }
    for key, row in theirs.items():
        merged.setdefault(key, KeptLine(row, base=row.quantity))
    for key, each in tuple(merged.items()):
        if each.line.second and each.base is None and not each.removed:
            merged[key] = replace(each, removed=True)
            merged[each.line.goods] = with_pieces(merged.get(each.line.goods), each.line)
    return merged


def with_pieces(kept: KeptLine | None, more: CartLine) -> KeptLine:
    """The first line of a SKU with the pieces of another line of it; that line itself where there is none."""
    if kept is None:
        return KeptLine(replace(more, row_id="", second=False))
    return back_in(kept, replace(kept.line, quantity=(kept.wanted or 0) + more.quantity))


def back_in(kept: KeptLine, line: CartLine) -> KeptLine:
    """A line that is in the cart again, or still, and looks like `line`."""
    return replace(kept, line=line, removed=False, ordered=0)


def _by_key(kept: Mapping[str, KeptLine], rows: tuple[CartLine, ...]) -> dict[str, CartLine]:
    """The gateway's rows by the keys of the lines they are: by row id, then by SKU; a further row of a SKU
    gets a key of its own."""
    known = {(each.line.goods, each.line.row_id): key for key, each in kept.items() if each.line.row_id}
    found = {known[row.goods, row.row_id]: row for row in rows if (row.goods, row.row_id) in known}
    for row in rows:
        if (row.goods, row.row_id) not in known:
            further = replace(row, second=row.goods in found)
            found[further.key] = further
    return found


def _renewed(mine: KeptLine, row: CartLine | None) -> KeptLine:
    """What is kept, with the goods as the row has them now."""
    if row is None:
        return mine
    line = mine.line
    marks = {name: getattr(line, name) for name in ("quantity", "later", "note", "elsewhere", "second")}
    taken_at = line.taken_at or line.quote
    return replace(mine, line=replace(row, **marks, taken_at=taken_at if taken_at != row.quote else None))
