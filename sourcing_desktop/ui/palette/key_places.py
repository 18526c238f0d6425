"""What keys mean in one place of the window only: the commands' own keys stand in their table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from sourcing_desktop.language import tr

ARROWS = tr("Arrows")
SHIFTED = tr("Shift and arrows")
DIGITS = tr("1 to 9")
LETTERS = tr("Letters")
FIGURES = tr("Digits")
WORDS = (ARROWS, SHIFTED, DIGITS, LETTERS, FIGURES)
"""Keys that are meant together; all others are named in Qt's portable form."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where keys mean something of their own: what they do, and the keys that do the same."""

    name: str
    keys: tuple[tuple[str, tuple[str, ...]], ...]


PLACES = (
    Place(
        tr("Among the cards"),
        (
            (tr("To the next offer"), (ARROWS,)),
            (tr("To the offer whose title has the word"), (LETTERS,)),
            (tr("Choose more of them"), (SHIFTED,)),
            (tr("Choose all"), ("Ctrl+A",)),
            (tr("Copy"), ("Ctrl+C",)),
            (tr("Remove from shortlist"), ("Del",)),
        ),
    ),
    Place(
        tr("Words to search for"),
        (
            (tr("Searches made before"), ("Down",)),
            (tr("Forget a search made before"), ("Shift+Del",)),
        ),
    ),
    Place(
        tr("Searches in tabs"),
        (
            (tr("The next tab"), ("Ctrl+Tab",)),
            (tr("The tab before"), ("Ctrl+Shift+Tab",)),
            (tr("Close the tab"), ("Ctrl+W",)),
        ),
    ),
    Place(
        tr("Quick look"),
        (
            (tr("To the next offer"), (ARROWS,)),
            (tr("Open"), ("Enter",)),
            (tr("Find similar"), ("F",)),
            (tr("Close"), ("Space", "Esc")),
        ),
    ),
    Place(
        tr("Offer"),
        (
            (tr("Back"), ("Alt+Left",)),
            (tr("Forward"), ("Alt+Right",)),
            (tr("The next tab"), ("Ctrl+Tab",)),
            (tr("The tab before"), ("Ctrl+Shift+Tab",)),
            (tr("Close the tab"), ("Ctrl+W",)),
            (tr("Open the closed tab again"), ("Ctrl+Shift+T",)),
            (tr("Add to cart"), ("Ctrl+Enter",)),
            (tr("Picture in full size"), ("Enter",)),
        ),
    ),
    Place(
        tr("SKUs and quantities"),
        (
            (tr("Type a quantity"), (FIGURES,)),
            (tr("Change the quantity"), ("F2",)),
            (tr("To the next SKU"), (ARROWS,)),
            (tr("The SKU below"), ("Enter",)),
            (tr("The SKU above"), ("Shift+Enter",)),
            (tr("Choose more of them"), (SHIFTED,)),
            (tr("One lot more"), ("+", "=")),
            (tr("One lot less"), ("-",)),
            (tr("Fill down"), ("Ctrl+D",)),
            (tr("Copy"), ("Ctrl+C",)),
            (tr("Paste"), ("Ctrl+V", "Shift+Ins")),
            (tr("Clear"), ("Del", "Backspace")),
            (tr("Take back"), ("Ctrl+Z",)),
            (tr("Add to cart"), ("Ctrl+Enter",)),
        ),
    ),
    Place(
        tr("Picture in full size"),
        (
            (tr("The next picture"), ("Right", "PgDown")),
            (tr("The picture before"), ("Left", "PgUp")),
            (tr("Larger"), ("+",)),
            (tr("Smaller"), ("-",)),
            (tr("All of it"), ("0",)),
            (tr("Find similar"), ("F",)),
            (tr("Close"), ("Esc", "Space")),
        ),
    ),
    Place(
        tr("Picture to search with"),
        (
            (tr("Draw a box around the goods"), ("B",)),
            (tr("Move the box"), (ARROWS,)),
            (tr("Change its size"), (SHIFTED,)),
            (tr("Take the box away"), ("Esc",)),
            (tr("Take one of the subjects found"), (DIGITS,)),
            (tr("Turn the picture left"), ("Ctrl+[",)),
            (tr("Turn the picture right"), ("Ctrl+]",)),
            (tr("What was sent…"), ("Ctrl+Shift+Y",)),
            (tr("Paste"), ("Ctrl+V",)),
            (tr("Remove the picture from the desk"), ("Del",)),
        ),
    ),
    Place(
        tr("Region of the screen"),
        (
            (tr("Move the box"), (ARROWS,)),
            (tr("Change its size"), (SHIFTED,)),
            (tr("To the next screen"), ("Tab",)),
            (tr("Search with it"), ("Enter",)),
            (tr("Leave"), ("Esc",)),
        ),
    ),
    Place(
        tr("Pictures in the queue"),
        (
            (tr("Open the best match"), ("Enter",)),
            (tr("Show all that was found"), ("R",)),
            (tr("Find similar to the best match"), ("G",)),
            (tr("Put the best match on the shortlist"), ("S",)),
            (tr("Try again"), ("T",)),
            (tr("Copy as a table"), ("Ctrl+C",)),
            (tr("Remove from the queue"), ("Del",)),
        ),
    ),
    Place(
        tr("Cart"),
        (
            (tr("Change the quantity"), ("F2",)),
            (tr("One lot more"), ("+",)),
            (tr("One lot less"), ("-",)),
            (tr("Set the quantity that fits"), ("M",)),
            (tr("Take the quantity that is cheaper"), ("T",)),
            (tr("Take the quantity from elsewhere"), ("E",)),
            (tr("Keep the quantity from here"), ("K",)),
            (tr("Order this time or not"), ("Space",)),
            (tr("Note"), ("N",)),
            (tr("Keep for later"), ("L",)),
            (tr("Open the offer"), ("O",)),
            (tr("Find similar"), ("G",)),
            (tr("Copy the link"), ("Ctrl+C",)),
            (tr("Remove from the cart"), ("Del",)),
        ),
    ),
    Place(
        tr("Add a list to the cart"),
        (
            (tr("Choose the SKU"), ("S",)),
            (tr("Change the quantity"), ("F2",)),
            (tr("Set the quantity that fits"), ("M",)),
            (tr("Leave out or take in"), ("Space",)),
            (tr("Look up again"), ("R",)),
        ),
    ),
    Place(
        tr("Orders"),
        (
            (tr("Pay…"), ("P",)),
            (tr("Choose to pay, or not"), ("Space",)),
            (tr("Find similar"), ("G",)),
            (tr("Copy the order number"), ("Ctrl+C",)),
        ),
    ),
)


def written(keys: tuple[str, ...]) -> str:
    """The keys as the system writes them: `Space or Esc`."""
    said = [key if key in WORDS else _native(key) for key in keys]
    return tr("{key} or {other}", key=said[0], other=said[1]) if len(said) > 1 else said[0]


def _native(key: str) -> str:
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
