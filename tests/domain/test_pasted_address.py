"""Addresses as people paste them: each part where it belongs, and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.address import Address, tidy
from sourcing_desktop.domain.pasted_address import LABELS, split_address
from tests.domain.places import divisions

YIWU = ("浙江省", "金华市", "义乌市")
BAIYUN = ("广东省", "广州市", "白云区")
MOBILE = "13800000000"


def split(text: str) -> Address:
    return split_address(text, divisions())


def read(text: str) -> tuple[str, ...]:
    """Name, mobile, place, town and street."""
    found = split(text)
    return found.name, found.mobile, found.province, found.city, found.district, found.town, found.street


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "浙江省金华市义乌市福田街道商城大道1号3号仓 李雷 13800000000",
            ("李雷", MOBILE, *YIWU, "福田街道", "商城大道1号3号仓"),
        ),
        (
            "李雷，138 0000 0000，浙江省 金华市 义乌市 福田街道 商城大道1号",
            ("李雷", MOBILE, *YIWU, "福田街道", "商城大道1号"),
        ),
        ("浙江 义乌 商城大道1号 李雷13800000000", ("李雷", MOBILE, *YIWU, "", "商城大道1号")),
        ("义乌市福田街道商城大道1号 13800000000 李雷", ("李雷", MOBILE, *YIWU, "福田街道", "商城大道1号")),
        (
            "GZ-8888\n广东省广州市白云区石井镇旗峰工业区1号仓\n+86 13800000000",
            ("GZ-8888", MOBILE, *BAIYUN, "石井镇", "旗峰工业区1号仓"),
        ),
        (
            "上海上海市浦东新区川沙新镇川沙路100号 王小明(ABC-1234) 13800000000",
            ("王小明(ABC-1234)", MOBILE, "上海", "上海市", "浦东新区", "川沙新镇", "川沙路100号"),
        ),
        (
            "广州市白云区北京路12号 Nguyen Van A 13800000000",
            ("Nguyen Van A", MOBILE, *BAIYUN, "", "北京路12号"),
        ),
        (
            "广东东莞长安镇乌沙社区1号 张三 13800000000",
            ("张三", MOBILE, "广东省", "东莞市", "", "长安镇", "乌沙社区1号"),
        ),
        (
            "中国吉林省吉林市船营区1号院 张三 13800000000",
            ("张三", MOBILE, "吉林省", "吉林市", "船营区", "", "1号院"),
        ),
        (
            "收货人：李雷 手机 138-0000-0000 浙江省金华市义乌市福田街道商城大道1号",  # a colon is forgotten
            ("李雷", MOBILE, *YIWU, "福田街道", "商城大道1号"),
        ),
        (
            "Name: 李雷 ABC-1234 phone 13800000000 address 广东省广州市白云区石井街道石沙路123号",
            ("李雷 ABC-1234", MOBILE, *BAIYUN, "石井街道", "石沙路123号"),
        ),
    ],
)
def test_one_line_is_taken_apart(text, parts):
    assert read(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "收件人：李雷 ABC-1234\n手机号码：13800000000\n所在地区：广东省 广州市 白云区\n"
        "详细地址：石井街道石沙路123号A栋\n邮编：510430",
        "Name: 李雷 ABC-1234\nPhone: +86 138-0000-0000\nZip: 510430\n"
        "Address: 广东省广州市白云区石井街道石沙路123号A栋",
        "地区: 广东省/广州市/白云区\n地址: 广东省广州市白云区石井街道石沙路123号A栋\n"
        "邮编: 510430\n收货人: 李雷 ABC-1234\n电话: 13800000000",
        "广东省广州市白云区石井街道石沙路123号A栋 邮编:510430 收件人:李雷 ABC-1234 电话:138 0000 0000",
    ],
)
def test_a_forwarders_page_is_taken_apart(text):
    assert read(text) == ("李雷 ABC-1234", MOBILE, *BAIYUN, "石井街道", "石沙路123号A栋")
    assert (split(text).postcode, split(text).district_code) == ("510430", "440111")


def test_a_phone_with_an_area_code_is_no_mobile():
    found = split("义乌市福田街道商城大道1号 李雷 0579-85551234")
    assert (found.name, found.mobile, found.phone) == ("李雷", "", "0579-85551234")


def test_a_second_number_and_an_unknown_district_stay_in_the_street():
    found = split("江苏省苏州市苏州工业园区1号 李雷 13800000000 13900000000")
    assert (found.mobile, found.street) == (MOBILE, "苏州工业园区1号 13900000000")
    assert (found.district, found.district_code) == ("", "")


@pytest.mark.parametrize("text", ["北京路12号", "朝阳区1号", "hello world"])
def test_a_place_that_is_not_certain_is_left_to_the_buyer(text):
    assert split(text) == Address("", "", "", "", "", text)


PLACES = ("浙江省", "金华", "义乌市", "上海", "市", "区", "福田街道", "1号")
OTHERS = ("李雷", "收件人：", "Phone:", "邮编", "ABC-12", "86", "13800000000", "0579-85551234", "322000")
MARKS = (" ", "\n", "，", "（", "👩\u200d🔧", "\u202e")
PIECES = st.sampled_from((*PLACES, *OTHERS, *MARKS))
BETWEEN = set(" \n\t,;:|/>·-+()[]")
KNOWN_WORDS = set("".join(LABELS.values())) | set("中国大陆chinacn86")


@given(st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_whatever_is_pasted_nothing_is_lost(text):
    found = split(text)
    assert found.tidied() == found
    kept = "".join(getattr(found, part) for part in Address.__slots__)
    plain = tidy(text)
    wide = {chr(each): chr(each - 0xFEE0) for each in range(0xFF01, 0xFF5F)} | {"、": ",", "。": " "}
    lost = {wide.get(letter, letter) for letter in plain} - set(kept) - BETWEEN
    assert {letter.casefold() for letter in lost} <= KNOWN_WORDS
