from __future__ import annotations

import pytest

from sourcing_desktop import language
from sourcing_desktop.language import speak, tr, trn


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


def test_english_is_what_stands_in_the_source():
    assert tr("Add to cart") == "Add to cart"
    assert tr("{shop} is closed.", shop="宏达") == "宏达 is closed."
    assert [trn("{count} offer", "{count} offers", count) for count in (0, 1, 2, 1200)] == [
        "0 offers", "1 offer", "2 offers", "1,200 offers",
    ]  # fmt: skip


def test_a_value_is_never_taken_for_a_message():
    assert tr("Nothing found for “{words}”.", words="{shop}") == "Nothing found for “{shop}”."
    assert tr("100 % {sure}") == "100 % {sure}"


def test_a_language_without_a_catalogue_is_english():
    speak("xx")
    assert tr("Cart") == "Cart"
    assert "en" in language.languages()


def test_the_pseudo_language_keeps_places_and_numbers():
    speak(language.PSEUDO)
    assert tr("Cart of {shop}", shop="ABC") == "⟦Caart of ABC⟧"
    assert trn("{count} offer", "{count} offers", 3).startswith("⟦3 ")
