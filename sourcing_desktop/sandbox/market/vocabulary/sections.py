"""All sections of the market in the order of their category ids, and the kinds in them."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary import bags_shoes
from sourcing_desktop.sandbox.market.vocabulary.kind import Kind, Section

SECTIONS: tuple[Section, ...] = (*bags_shoes.SECTIONS,)

KINDS: dict[str, Kind] = {
    kind.key: kind for section in SECTIONS for group in section.groups for kind in group.kinds
}
