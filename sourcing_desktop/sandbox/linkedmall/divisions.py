"""A sample of China's administrative places, by which LinkedMall tells what can be sold where."""

from __future__ import annotations

from dataclasses import dataclass

ROOT = "1"

REMOTE = ("54", "65")
"""How the codes of places begin that many sellers do not send to: Tibet and Xinjiang."""


@dataclass(frozen=True, slots=True)
class Place:
    """Levels count from 2, provinces, to 5, towns."""

    code: str
    name: str
    pinyin: str
    parent: str
    level: int


_PROVINCES = """
110000 北京 bei jing
310000 上海 shang hai
330000 浙江省 zhe jiang sheng
440000 广东省 guang dong sheng
540000 西藏自治区 xi zang zi zhi qu
650000 新疆维吾尔自治区 xin jiang wei wu er zi zhi qu
"""
_CITIES = """
310100 上海市 shang hai shi
330100 杭州市 hang zhou shi
330700 金华市 jin hua shi
440100 广州市 guang zhou shi
440300 深圳市 shen zhen shi
650100 乌鲁木齐市 wu lu mu qi shi
"""
_DISTRICTS = """
310115 浦东新区 pu dong xin qu
330106 西湖区 xi hu qu
330108 滨江区 bin jiang qu
330782 义乌市 yi wu shi
440103 荔湾区 li wan qu
440305 南山区 nan shan qu
650102 天山区 tian shan qu
"""
_TOWNS = """
330106109 三墩镇 san dun zhen
330108002 长河街道 chang he jie dao
330782001 稠城街道 chou cheng jie dao
330782005 福田街道 fu tian jie dao
440305001 南头街道 nan tou jie dao
"""


def _places() -> dict[str, Place]:
    places = {}
    for level, rows in enumerate((_PROVINCES, _CITIES, _DISTRICTS, _TOWNS), start=2):
        for row in rows.strip().splitlines():
            code, name, pinyin = row.split(" ", 2)
            parent = {2: ROOT, 3: code[:2] + "0000", 4: code[:4] + "00", 5: code[:6]}[level]
            places[code] = Place(code, name, pinyin, parent, level)
    return places


PLACES = _places()
