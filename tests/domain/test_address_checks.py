"""What is said about an address before it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.address_checks import NOT_LISTED, completed, doubts, faults
from tests.domain.places import divisions

GOOD = Address(
    name="李雷",
    mobile="13800000000",
    province="浙江省",
    city="金华市",
    district="义乌市",
    street="商城大道1号 3号仓",
    town="福田街道",
    postcode="322000",
    district_code="330782",
)


def test_a_good_address_has_no_fault_and_can_be_ordered_to():
    assert (faults(GOOD, divisions()), doubts(GOOD, divisions()), GOOD.missing()) == ({}, {}, ())


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("name", "", "Write who receives the goods."),
        ("name", "名" * 51, "At most 50 characters; these are 51."),
        ("mobile", "", "Write a Chinese mobile number, or a phone number."),
        ("mobile", "138abc00000", "A mobile number has no letters."),
        ("mobile", "1380000000", "A Chinese mobile number has 11 digits and begins with 1."),
        ("mobile", "84912345678", "A Chinese mobile number has 11 digits and begins with 1."),
        ("phone", "0579-CALLME", "A phone number has no letters."),
        ("phone", "12", "Write the phone number with its area code, such as 0579-85550000."),
        ("province", "", "Choose the province."),
        ("city", "", "Choose the city."),
        ("district", "", "Choose the district: without it the parcel may not arrive."),
        ("town", "", "Write the town: it ends in 镇, 乡 or 街道."),
        ("street", "1", "Write the street and the house."),
        ("street", "路" * 121, "At most 120 characters; these are 121."),
        ("postcode", "32200", "A Chinese postcode has six digits."),
        ("district_code", "330 782", "A Chinese division code has six digits."),
    ],
)
def test_each_fault_is_said_at_its_part(part, text, sentence):
    assert faults(replace(GOOD, **{part: text}), divisions()) == {part: sentence}


def test_a_phone_does_instead_of_a_mobile_though_not_for_an_order():
    address = replace(GOOD, mobile="", phone="0579-85550000-12")
    assert faults(address, divisions()) == {}
    assert address.missing() == ("mobile",)


@pytest.mark.parametrize("city", ["东莞市", "中山市"])
def test_a_city_without_districts_needs_none(city):
    address = replace(GOOD, province="广东省", city=city, district="")
    assert faults(address, divisions()) == {}
    assert len(completed(address, divisions()).district_code) == 6


def test_a_place_that_is_not_listed_is_doubted_not_refused():
    address = replace(GOOD, district="新义区")
    assert faults(address, divisions()) == {}
    assert doubts(address, divisions()) == {"district": NOT_LISTED}
    assert doubts(replace(GOOD, city="Yiwu"), divisions()) == {"city": NOT_LISTED}
    assert doubts(replace(GOOD, district_code="330702"), divisions()) == {
        "district_code": "义乌市 has 330782 in the list."
    }


def test_places_get_their_full_names_and_their_code():
    written = replace(GOOD, province="浙江", city="金华", district_code="")
    assert completed(written, divisions()) == GOOD
    unknown = replace(GOOD, district="新义区", district_code="")
    assert completed(unknown, divisions()) == unknown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+86 138 0000 0000", "13800000000"),
        ("0086-13800000000", "13800000000"),
        ("86 13800000000", "13800000000"),
        ("138-0000-0000", "13800000000"),
        ("8613800", "8613800"),
        ("+84 912 345 678", "+84 912 345 678"),
    ],
)
def test_a_mobile_is_kept_as_its_digits(typed, kept):
    assert replace(GOOD, mobile=typed).tidied().mobile == kept


def test_emoji_and_any_script_stay_and_what_turns_text_around_goes():
    name = "李雷 👩‍🔧 سارة"
    assert replace(GOOD, name=f"\u202e {name}\x00\r\n\u2066").tidied().name == name
    assert replace(GOOD, street="路\ud800一号").tidied().street == "路一号"


@given(st.builds(Address, *[st.text(max_size=140)] * 10))
def test_anything_typed_is_judged_and_can_be_kept(address):
    tidied = address.tidied()
    assert tidied.tidied() == tidied
    assert tidied.one_line.encode()
    judged = {**faults(tidied, divisions()), **doubts(tidied, divisions())}
    assert set(judged) <= set(Address.__slots__)
    assert "name" in judged or tidied.name
