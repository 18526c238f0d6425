"""Where orders go: chosen for all of them, or for one alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy

from sourcing_desktop.app.hand import click
from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.ui.checkout.address_choice import AddressChoice
from sourcing_desktop.ui.checkout.order_address import AS_ABOVE, OrderAddress
from tests.ui.address.test_address_form import YIWU

FIRST = AddressEntry(YIWU, id="1", label="Yiwu forwarder", default=True)
SECOND = AddressEntry(replace(YIWU, name="韩梅梅", town="北苑街道"), id="2")
LACKING = AddressEntry(replace(YIWU, town="", mobile="", phone="0579-85550000"), id="3", label="Office")


@pytest.fixture
def choice(on_screen):
    choice = AddressChoice()
    on_screen(choice)
    return choice


@pytest.fixture
def own(on_screen):
    own = OrderAddress()
    on_screen(own)
    return own


def test_nothing_is_asked_before_the_book_was_read(choice):
    assert choice.address is None
    assert not choice.writing
    assert not choice.box.isVisible()


def test_the_first_of_the_book_is_chosen_and_stays_when_the_book_grows(choice):
    choice.show_entries([FIRST, SECOND])
    assert choice.address == FIRST.address
    assert choice.box.currentText() == "Yiwu forwarder · 义乌市 福田街道"
    choice.box.setCurrentIndex(1)
    choice.show_entries([replace(FIRST, id="4"), FIRST, SECOND])
    assert choice.address == SECOND.address


def test_an_address_orders_cannot_go_to_says_what_it_lacks(choice):
    choice.show_entries([LACKING])
    assert choice.address is None
    sentence = "a Chinese mobile number and the town or subdistrict are missing. Edit it."
    assert choice.full.text() == f"Orders cannot go here yet: {sentence}"


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("district", "", "Choose the district: without it the parcel may not arrive."),
        ("mobile", "13800abcdef", "A mobile number has no letters."),
    ],
)
def test_an_address_that_never_was_in_a_form_is_judged_all_the_same(choice, own, part, text, sentence):
    brought = AddressEntry(replace(YIWU, **{part: text}), id="4", gateway_id="7")
    choice.show_entries([brought])
    own.show_entries([brought])
    assert (choice.address, own.count()) == (None, 1)
    assert choice.full.text() == f"Orders cannot go here yet. {sentence} Edit it."


def test_an_edited_address_is_written_to_its_own_entry_and_asked_for_again(choice):
    choice.show_entries([FIRST, SECOND])
    written, chosen = QSignalSpy(choice.written), QSignalSpy(choice.chosen)
    click(choice.edit)
    assert choice.writing
    choice.form.lines["street"].setText("新街1号")
    click(choice.form.save)
    moved = replace(FIRST, address=replace(YIWU, street="新街1号"))
    assert (written.at(0), chosen.at(0)) == ([moved], [moved.address])
    assert (choice.address, choice.box.count(), choice.writing) == (moved.address, 2, False)


def test_the_book_may_be_read_again_while_an_address_is_being_written(choice):
    choice.show_entries([FIRST])
    click(choice.new)
    choice.form.lines["name"].setText("half written")
    choice.show_entries([FIRST, SECOND])
    assert choice.writing
    assert choice.form.lines["name"].text() == "half written"


def test_the_keyboard_walks_through_the_form_in_its_order(choice):
    choice.show_entries(())
    stops = choice.form.tab_stops
    assert choice.form.paste.hasFocus()
    following = stops[0]
    for stop in stops[1:]:
        while (following := following.nextInFocusChain()) not in stops:
            assert following is not stops[0]
        assert following is stop


def test_one_order_goes_elsewhere_and_back(own):
    assert (own.currentText(), own.address) == (AS_ABOVE, None)
    own.show_entries([FIRST, LACKING, SECOND])
    assert own.count() == 3  # orders cannot go to the one that lacks something
    told = QSignalSpy(own.chosen)
    own.setCurrentIndex(2)
    own.activated.emit(2)
    assert told.at(0) == [SECOND.address]
    own.show_entries([SECOND, FIRST])
    assert own.address == SECOND.address
    assert told.count() == 1
    own.setCurrentIndex(0)
    own.activated.emit(0)
    assert told.at(1) == [None]


def test_one_order_goes_where_it_was_told_to_whatever_becomes_of_the_book(own):
    own.show_entries([FIRST, SECOND])
    own.setCurrentIndex(2)
    told = QSignalSpy(own.chosen)
    edited = replace(SECOND, address=replace(SECOND.address, street="新街1号"))
    own.show_entries([FIRST, edited])
    assert own.address == edited.address
    assert told.at(0) == [edited.address]
    own.show_entries([FIRST])
    assert own.address == edited.address
    assert (told.count(), own.count()) == (1, 3)
