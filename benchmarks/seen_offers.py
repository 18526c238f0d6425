"""A library of what was seen to measure with: as many offers as wanted, written as the program writes them,
and kept between runs in the system's folder for what may go."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Badge, Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.seen import FoundBy, FoundIn, SeenQuery, Sighting
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.storage.seen.schema import MIGRATIONS

SEED = 7
SELLERS, SEARCHES, PAGE = 5_000, 4_000, 50
BATCH = 5_000
"""Offers in one transaction; the program writes a page at a time."""

FIRST = datetime(2025, 11, 1, tzinfo=UTC)
APART = timedelta(seconds=1)
NOWHERE = "http://127.0.0.1:9/img/ibank/O1CN01{:08d}_!!{}-0-cib.jpg"  # nobody answers there

WHAT = (
    ("双肩包", "backpack", "ba lô", "กระเป๋าเป้"),
    ("连衣裙", "summer dress", "váy liền", "ชุดเดรส"),
    ("马克杯", "ceramic mug", "cốc sứ", "แก้วเซรามิก"),
    ("手机壳", "phone case", "ốp điện thoại", "เคสโทรศัพท์"),
    ("运动鞋", "running shoes", "giày thể thao", "รองเท้าวิ่ง"),
    ("台灯", "desk lamp", "đèn bàn", "โคมไฟตั้งโต๊ะ"),
    ("猫窝", "cat bed", "ổ mèo", "ที่นอนแมว"),
    ("收纳盒", "storage box", "hộp đựng đồ", "กล่องเก็บของ"),
    ("保温杯", "vacuum flask", "bình giữ nhiệt", "กระติกน้ำร้อน"),
    ("耳环", "earrings", "bông tai", "ต่างหู"),
    ("毛巾", "towel", "khăn tắm", "ผ้าขนหนู"),
    ("雨伞", "folding umbrella", "ô gấp", "ร่มพับ"),
)
HOW = (
    ("大容量", "large", "dung tích lớn", "ความจุมาก"),
    ("防水", "waterproof", "chống nước", "กันน้ำ"),
    ("可爱卡通", "cute cartoon", "hoạt hình dễ thương", "การ์ตูนน่ารัก"),
    ("简约", "plain", "đơn giản", "เรียบง่าย"),
    ("复古碎花", "vintage floral", "hoa cổ điển", "ลายดอกวินเทจ"),
    ("加厚", "thick", "dày", "หนา"),
    ("商务", "business", "công sở", "ธุรกิจ"),
    ("儿童", "for children", "cho trẻ em", "สำหรับเด็ก"),
    ("情侣", "for couples", "cho cặp đôi", "สำหรับคู่รัก"),
)
TRADE = ("跨境", "厂家批发", "新款", "现货", "一件代发", "外贸", "爆款", "定制")
PLACES = ("义乌市", "广州市", "深圳市", "泉州市", "温州市", "白沟", "汕头市", "东莞市")
KINDS = ("日用百货", "箱包", "服饰", "电子", "家居用品", "鞋业", "饰品")


async def library_of(count: int) -> Path:
    """The folder of a library of so many offers, made if it is not there yet."""
    folder = Path(tempfile.gettempdir()) / f"seen-offers-{count}-{SEED}-{len(MIGRATIONS)}"
    library = SeenLibrary(folder)
    await library.open()
    try:
        made, _ = await library.first(SeenQuery(), 1)
        for begin in range(made, count, BATCH):
            await library.record([*sightings(begin, min(BATCH, count - begin))])
    finally:
        await library.close()
    return folder


def sightings(first: int, count: int) -> Iterator[Sighting]:
    """Pages of searches, one offer after the other; every twentieth is one that was shown before."""
    for number in range(first, first + count):
        search, at = FOUND_BY[number // PAGE % SEARCHES], FIRST + APART * number
        yield Sighting(offer(number), at, search)
        if number % 20 == 19:
            again = offer(number - 15)
            cheaper = again.price and Money(again.price.minor * 9 // 10)
            yield Sighting(replace(again, price=cheaper), at, search)


def offer(number: int) -> Offer:
    """The offer of that number, the same in every run."""
    rng = random.Random(SEED * 1_000_003 + number)
    language = rng.randrange(4)
    what, how, other = rng.choice(WHAT), rng.choice(HOW), rng.choice(HOW)
    original = "".join((rng.choice(TRADE), how[0], other[0], what[0], rng.choice(TRADE), f" {number}款"))
    translated = " ".join((how[language], what[language], other[language])) if language else ""
    seller = int(SELLERS * rng.random() ** 2)
    return Offer(
        OfferRef(
            rng.choice((*Platform, Platform.ALIBABA)), "v2", str(600_000_000_000 + number * 7919 % 10**11)
        ),
        Words(original, translated),
        NOWHERE.format(number, number % 10_000),
        Money(int(50 * 1.0009 ** rng.randrange(8_000))) if number % 97 else None,
        moq=rng.randrange(1, 50),
        sold_30_days=rng.randrange(20_000),
        repurchase_percent=rng.randrange(80),
        badges=(Badge.SUPER_FACTORY, Badge.CURATED)[: number % 3],
        shop_name=f"{PLACES[seller % 8]}星河{seller}号{KINDS[seller % 7]}厂",
        seller_id=f"b2b-22{seller:08d}",
    )


def _found_by(number: int) -> FoundBy:
    rng = random.Random(SEED + number)
    what, how = rng.choice(WHAT), rng.choice(HOW)
    language = rng.randrange(4)
    space = " " if language else ""
    category = str(1_000 + number % 40) if number % 3 == 0 else ""
    return FoundBy(FoundIn.WORDS, f"{how[language]}{space}{what[language]} {number // 40}", category)


FOUND_BY = tuple(_found_by(number) for number in range(SEARCHES))
