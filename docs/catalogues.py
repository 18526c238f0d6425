"""Brings `resources/translations` up to date: the messages of the sources as a template, the catalogue of
each language with what is new, and what the program reads of it.

`python3 dev.py words` runs it. What is translated already stays; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "sourcing-desktop.pot"
LANGUAGES = ("es", "th", "vi")
SOURCES = sorted((ROOT / "sourcing_desktop").rglob("*.py"))

TRANSLATORS = {"tr": None, "trn": (1, 2)}
"""The functions of `sourcing_desktop/language.py`, and where their messages stand."""

UNVEILED = datetime(2026, 11, 22, tzinfo=UTC)
"""In every header: a file that changes with the day only is no news."""

HEAD = "# {} Written by `python3 dev.py words`; translations are written by hand."


def template() -> Catalog:
    """Every message of the sources, with the files it is said in."""
    catalog = _catalog(None, HEAD.format("The messages of Sourcing Desktop."))
    for path in SOURCES:
        place = path.relative_to(ROOT).as_posix()
        for said in messages(path):
            catalog.add(said, locations=[(place, 1)])
    for message in catalog:
        message.flags.discard("python-format")  # a percent sign is one here
    return catalog


def catalogue(language: str) -> Catalog:
    """What is translated into a language."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalog: Catalog) -> bytes:
    """What the program reads of a catalogue. What is not translated is left out, so that it stays English."""
    told = Catalog(locale=catalog.locale, charset="utf-8", fuzzy=False)
    told.mime_headers = catalog.mime_headers
    for message in catalog:
        if message.id and is_translated(message):
            told[message.id] = message
    file = BytesIO()
    write_mo(file, told)
    return file.getvalue()


def is_translated(message: Message) -> bool:
    """In all its forms."""
    said = message.string
    return bool(said) if isinstance(said, str) else all(said or ("",))


def messages(path: Path) -> Iterator[str | tuple[str, ...]]:
    """What one file says."""
    for _line, message, _comments, _context in extract_from_file("python", path, keywords=TRANSLATORS):
        yield message


def _brought_up_to_date(language: str, found: Catalog) -> Catalog:
    catalog = _catalog(language, HEAD.format(f"Sourcing Desktop in {language}."))
    path = FOLDER / f"{language}.po"
    if path.exists():
        for message in catalogue(language):
            if message.id:
                catalog[message.id] = message
    catalog.update(found, no_fuzzy_matching=True, update_header_comment=False)
    return catalog


def _catalog(language: str | None, head: str) -> Catalog:
    return Catalog(
        locale=language,
        project="Sourcing Desktop",
        version="1",
        header_comment=head,
        creation_date=UNVEILED,
        revision_date=UNVEILED,
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="Sourcing Desktop",
        language_team="Sourcing Desktop",
        charset="utf-8",
        fuzzy=False,
    )


def _write(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalog, width=110, include_lineno=False, sort_output=True, ignore_obsolete=True)


def main() -> None:
    """Write the template, and for each language what people translate and what the program reads."""
    found = template()
    _write(TEMPLATE, found)
    for language in LANGUAGES:
        catalog = _brought_up_to_date(language, found)
        _write(FOLDER / f"{language}.po", catalog)
        (FOLDER / f"{language}.mo").write_bytes(compiled(catalog))
        done = sum(is_translated(message) for message in catalog if message.id)
        print(f"{language}: {done} of {len(catalog)} messages")


if __name__ == "__main__":
    main()
