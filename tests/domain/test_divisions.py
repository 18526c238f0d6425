"""China's places: whole, in their order, and found in the letters a buyer can type."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.divisions import Level
from tests.domain.places import LIST, divisions


def names(places):
    return [place.name for place in places]


def test_the_list_is_whole_and_sorted():
    rows = [row for row in LIST.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    codes = [row[:6] for row in rows]
    assert codes == sorted(set(codes))
    provinces = divisions().children()
    cities = [city for province in provinces for city in divisions().children(province.code)]
    districts = [each for city in cities for each in divisions().children(city.code)]
    assert len(provinces) == 31
    assert len(cities) > 360
    assert len(provinces) + len(cities) + len(districts) == len(rows)
    assert {each.level for each in districts} == {Level.DISTRICT}


@pytest.mark.parametrize(
    "place",
    [
        ("浙江省", "金华市", "义乌市"),
        ("上海", "上海市", "浦东新区"),
        ("重庆", "重庆市", "云阳县"),
        ("广东省", "东莞市"),
        ("湖北省", "仙桃市"),
        ("海南省", "儋州市"),
    ],
)
def test_places_stand_where_the_platforms_have_them(place):
    found = divisions().place(*place)
    assert tuple(names(found)) == place
    assert divisions().children(found[-1].code) == ()
    assert divisions().path(found[-1]) == found


def test_a_province_or_city_may_be_named_shorter_or_longer():
    assert names(divisions().place("上海市", "上海", "浦东新区")) == ["上海", "上海市", "浦东新区"]
    assert names(divisions().place("浙江", "金华", "义乌")) == ["浙江省", "金华市"]
    assert names(divisions().place("内蒙古", "锡林郭勒")) == ["内蒙古自治区", "锡林郭勒盟"]
    assert divisions().place("Zhejiang") == ()
    assert divisions().place("") == ()


@pytest.mark.parametrize(
    "typed", ["yiwu", "Yiwu City", "yi wu shi", "YÌWŪ", "yws", "义乌", "乌市", "yi'wu", "义乌市"]
)
def test_yiwu_is_found_however_it_is_typed(typed):
    assert divisions().like(typed, Level.DISTRICT, "330700")[0].name == "义乌市"


def test_places_have_names_in_latin_letters():
    cities = {city.name: city.latin for code in ("140000", "610000") for city in divisions().children(code)}
    assert (cities["西安市"], cities["吕梁市"]) == ("Xi'an", "Lvliang")
    assert names(divisions().like("shaanxi", Level.PROVINCE)) == ["陕西省"]
    assert names(divisions().like("Tibet", Level.PROVINCE)) == ["西藏自治区"]
    assert names(divisions().like("Lüliang", Level.CITY)) == ["吕梁市"]
    assert divisions().like("ประเทศ", Level.CITY) == ()


def test_what_begins_like_it_comes_first():
    found = names(divisions().like("s", Level.CITY, "440000"))
    assert found[:2] == ["韶关市", "深圳市"]
    assert len(divisions().like("", Level.CITY, "440000")) == len(divisions().children("440000"))


def test_a_district_is_found_without_knowing_where_it_is():
    found = divisions().like("Yiwu", Level.DISTRICT)
    assert [" ".join(names(divisions().path(each))) for each in found] == [
        "浙江省 金华市 义乌市",
        "新疆维吾尔自治区 哈密市 伊吾县",
    ]
    baiyun = divisions().like("baiyun qu", Level.DISTRICT)
    assert {divisions().path(each)[1].name for each in baiyun} == {"广州市", "贵阳市"}
    assert len(divisions().like("baiyun qu", Level.DISTRICT, "440000")) == 1
