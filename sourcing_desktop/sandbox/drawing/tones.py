"""Colours derived from colours: lighter, darker, mixed, see-through. Knows nothing of shapes."""

from __future__ import annotations

from PySide6.QtGui import QColor

Colour = QColor | str

STEEL = "#c4c9d0"
GOLD = "#e0b25a"
ROSE_GOLD = "#dfa58e"
BRASS = "#c39a4a"
HARDWARE = (GOLD, STEEL, ROSE_GOLD)
INK = "#2b2d33"
CREAM = "#f6efe2"
RUBBER = "#3a3b40"
OAK = "#c99a63"
WALNUT = "#7d5235"


def blend(first: Colour, second: Colour, amount: float) -> QColor:
    """The colour `amount` (0 to 1) of the way from `first` to `second`."""
    a, b = QColor(first), QColor(second)
    keep = 1.0 - amount
    return QColor(
        round(a.red() * keep + b.red() * amount),
        round(a.green() * keep + b.green() * amount),
        round(a.blue() * keep + b.blue() * amount),
        round(a.alpha() * keep + b.alpha() * amount),
    )


def tint(colour: Colour, amount: float) -> QColor:
    """Lighter: `amount` 0 keeps the colour, 1 is white."""
    return blend(colour, "#ffffff", amount)


def shade(colour: Colour, amount: float) -> QColor:
    """Darker and a little cooler, as in shadow: 0 keeps the colour, 1 is nearly black."""
    return blend(colour, "#14121f", amount)


def faded(colour: Colour, alpha: float) -> QColor:
    """The same colour with opacity `alpha` (0 to 1)."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def lightness(colour: Colour) -> float:
    """Perceived brightness, 0 (black) to 1 (white)."""
    c = QColor(colour)
    return (0.299 * c.red() + 0.587 * c.green() + 0.114 * c.blue()) / 255


def contrast(colour: Colour, amount: float = 0.5) -> QColor:
    """A tone of the same colour that stands out against it: darker for light goods, lighter for dark ones."""
    return shade(colour, amount) if lightness(colour) > 0.35 else tint(colour, amount)


def distinct(colour: Colour, accent: Colour) -> QColor:
    """The accent, pushed away from the colour where the two are too close to tell apart."""
    a, b = QColor(colour), QColor(accent)
    gap = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
    return b if gap > 90 else contrast(colour, 0.42)
