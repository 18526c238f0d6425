"""The form of the market's vocabulary: kinds of goods and the tables of terms they are written in."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_desktop.sandbox.market.model import Term


@dataclass(frozen=True, slots=True)
class Sizes:
    """The second attribute of a SKU: its name, its values from small to large, and how much dearer and
    heavier each value is than the one before it, in percent."""

    name: Term
    values: tuple[Term, ...]
    growth: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of goods.

    `nouns` are what titles call it, the usual one first; `also` are more words people type, one string per
    term; `fen` is the range of wholesale prices of a piece and `grams` of weights. `materials`, `styles`,
    `audiences`, `palette`, `unit` and `sizes` are keys of the tables of those names. `features` are selling
    words: English ones that begin with "with" or "for" follow the noun, all others lead; Spanish ones do
    not change with gender.
    """

    key: str
    nouns: tuple[Term, ...]
    also: tuple[str, ...]
    fen: tuple[int, int]
    grams: tuple[int, int]
    unit: str
    materials: tuple[str, ...]
    styles: tuple[str, ...]
    audiences: tuple[str, ...]
    palette: str
    sizes: tuple[str, ...]
    features: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A second-level category and its kinds."""

    name: Term
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A first-level category."""

    key: str
    name: Term
    groups: tuple[Group, ...]


def term(text: str) -> Term:
    """The term written as `zh | en | vi | es | th`."""
    zh, en, vi, es, th = (part.strip() for part in text.split("|"))
    return Term(zh, en, vi, es, th)


def terms(text: str) -> tuple[Term, ...]:
    """A table of terms, one a line."""
    return tuple(term(line) for line in text.strip().splitlines())


def table(text: str) -> dict[str, Term]:
    """A table of terms by key, written as `key: zh | en | vi | es | th`, one a line."""
    rows = (line.partition(":") for line in text.strip().splitlines())
    return {key.strip(): term(rest) for key, _, rest in rows}


def kind(
    key: str,
    *,
    nouns: str,
    also: str,
    fen: tuple[int, int],
    grams: tuple[int, int],
    unit: str,
    materials: str,
    styles: str,
    features: str,
    palette: str,
    audiences: str = "",
    sizes: str = "",
) -> Kind:
    """A kind from the text its table holds: terms one a line, keys separated by spaces, `also` by commas."""
    return Kind(
        key,
        terms(nouns),
        tuple(word.strip() for word in also.split(",")),
        fen,
        grams,
        unit,
        tuple(materials.split()),
        tuple(styles.split()),
        tuple(audiences.split()),
        palette,
        tuple(sizes.split()),
        terms(features),
    )
