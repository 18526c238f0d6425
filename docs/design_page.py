"""Keeps the figures of `design-language.md` true.

`python3 dev.py design` runs it. A test compares the table of contrasts with the themes.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QColor

from sourcing_desktop.ui.theme import DARK, DARK_SHARP, LIGHT, LIGHT_SHARP, Theme

PAGE = Path(__file__).with_name("design-language.md")
BLOCK = re.compile(r"(<!-- contrast -->\n).*?(<!-- end -->)", re.DOTALL)
THEMES = (LIGHT, DARK, LIGHT_SHARP, DARK_SHARP)

WORDS, EDGES, SHARP_WORDS = 4.5, 3.0, 7.0
"""What text, and what edges and icons have at least (WCAG 2.2, 1.4.3 and 1.4.11); text in the sharp themes
(1.4.6)."""

PLAIN = ("window", "panel", "card")
TINTED = (*PLAIN, "accent_soft", "warning_soft", "placeholder")
CHOSEN = (*TINTED, "selection")
MARKED = (*PLAIN, "placeholder")
GROUNDS = {PLAIN: "plain", MARKED: "plain, placeholder", TINTED: "plain, tinted", CHOSEN: "all"}
ROLES = (
    ("text", "what is read first", CHOSEN, WORDS),
    ("text_soft", "what explains; icons at rest", CHOSEN, WORDS),
    ("accent", "prices, links, what is chosen", CHOSEN, WORDS),
    ("on_accent", "words on a primary button", ("accent",), WORDS),
    ("danger", "what failed or cannot be", TINTED, WORDS),
    ("warning", "what wants a look", TINTED, WORDS),
    ("success", "what went well", TINTED, WORDS),
    ("alibaba", "the mark of 1688", MARKED, WORDS),
    ("taobao", "the mark of Taobao", MARKED, WORDS),
    ("window", "words on a toast", ("text",), WORDS),
    ("edge", "around what is typed into or pressed", PLAIN, EDGES),
)
"""Ink, what it is for, the grounds it stands on, and the contrast it must have there."""


def contrast(ink: QColor, ground: QColor) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted(_luminance(colour) for colour in (ink, ground))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(theme: Theme, ink: str, grounds: tuple[str, ...]) -> float:
    """Of an ink on the ground where it stands out least."""
    return min(contrast(getattr(theme, ink), getattr(theme, ground)) for ground in grounds)


def contrast_table() -> str:
    """All roles with their colours, light and dark, and what they have at least in each of the themes."""
    rows = [
        "| Role | For | On | Light | Dark | Needs | Light | Dark | Sharp light | Sharp dark |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for ink, purpose, grounds, needed in ROLES:
        colours = [getattr(theme, ink).name() for theme in (LIGHT, DARK)]
        figures = [f"{least_contrast(theme, ink, grounds):.1f}" for theme in THEMES]
        cells = [
            f"`{ink}`",
            purpose,
            GROUNDS.get(grounds, grounds[0]),
            *(f"`{each}`" for each in colours),
            f"{needed}",
            *figures,
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def with_figures(text: str) -> str:
    """The page with the table as it is now."""
    return BLOCK.sub(lambda block: block[1] + contrast_table() + block[2], text)


def _luminance(colour: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel / 255) for channel in colour.getRgb()[:3])  # type: ignore[index]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


if __name__ == "__main__":
    PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
