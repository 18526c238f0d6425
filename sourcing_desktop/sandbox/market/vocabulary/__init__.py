"""The words of the market: kinds of goods, their categories, qualities, colours and sizes. Data only."""

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Kind, Section, Sizes
from sourcing_desktop.sandbox.market.vocabulary.sections import KINDS, SECTIONS

__all__ = ["KINDS", "SECTIONS", "Group", "Kind", "Section", "Sizes"]
