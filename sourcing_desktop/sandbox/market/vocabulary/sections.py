"""All sections of the market in the order of their category ids, and the kinds in them."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary import (
    bags_shoes,
    clothing,
    electronics_tools,
    furniture_toys,
    jewellery_beauty,
    kitchen_home,
    pets,
    sports_stationery,
)
from sourcing_desktop.sandbox.market.vocabulary.kind import Kind, Section

SECTIONS: tuple[Section, ...] = (
    *bags_shoes.SECTIONS,
    *clothing.SECTIONS,
    *jewellery_beauty.SECTIONS,
    *kitchen_home.SECTIONS,
    *furniture_toys.SECTIONS,
    *electronics_tools.SECTIONS,
    *sports_stationery.SECTIONS,
    *pets.SECTIONS,
)

KINDS: dict[str, Kind] = {
    kind.key: kind for section in SECTIONS for group in section.groups for kind in group.kinds
}
