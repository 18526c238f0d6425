"""Translations say what their messages say: the same places, mnemonics and patterns, and what is compiled."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

from docs.catalogues import FOLDER, LANGUAGES, SOURCES, catalogue, compiled, is_translated, messages, template

PLACE = re.compile(r"\{(\w+)\}")
PATTERN = re.compile(r"\*\.?\w*")
LONGEST_SHEET_NAME = 31


def translated(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id and is_translated(message)]


def forms(message: Message) -> list[tuple[str, str]]:
    """Each translated form with the message it stands for; a lone form stands for many, too."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    one, many = message.id
    said = [*message.string]
    return [(one if form == 0 and len(said) > 1 else many, text) for form, text in enumerate(said)]


def test_every_message_is_found():
    found = {message.id for message in template() if message.id}
    assert "Add to cart" in found
    assert ("{count} offer", "{count} offers") in found


def test_no_message_stands_both_alone_and_for_one_of_many():
    """A catalogue has one entry for both, and would answer the wrong one."""
    found = {said for path in SOURCES for said in messages(path)}
    assert found & {said[0] for said in found if isinstance(said, tuple)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_translated(language):
    assert (FOLDER / f"{language}.mo").read_bytes() == compiled(catalogue(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_places_of_its_message(language):
    for message in translated(language):
        for original, text in forms(message):
            assert set(PLACE.findall(text)) == set(PLACE.findall(original)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_mnemonic_the_patterns_and_the_ends_of_its_message(language):
    for message in translated(language):
        for original, text in forms(message):
            assert text.count("&") == original.count("&"), text
            assert PATTERN.findall(text) == PATTERN.findall(original), text
            assert (text[:1].isspace(), text[-1:].isspace()) == (
                original[:1].isspace(),
                original[-1:].isspace(),
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_of_the_export_have_names_a_workbook_takes(language):
    names = [str(message.string) for message in translated(language) if message.id in SHEETS]
    assert len(set(names)) == len(names)
    assert all(len(name) <= LONGEST_SHEET_NAME and not set(name) & set("[]:*?/\\") for name in names)


SHEETS = ("Entries", "Lines of orders", "Turns")
