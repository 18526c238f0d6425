"""Offers and picture bytes to measure with: plausible, cheap to make, the same in every run."""

from __future__ import annotations

import io
import random

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Badge, Offer, OfferRef, Platform, Words

TITLES = (
    ("夏季新款女士宽松显瘦连衣裙法式复古碎花长裙", "Summer dress with flowers, loose cut, in seven colours"),
    ("跨境陶瓷马克杯情侣水杯办公室咖啡杯", "Cốc sứ dùng cho văn phòng, quà tặng cặp đôi dễ thương"),
    ("男士真皮手提包商务公文包大容量横款电脑包", ""),
    ("宠物用品猫窝四季通用保暖", "ที่นอนแมวนุ่มอบอุ่นใช้ได้ทุกฤดู ขนาดใหญ่ ถอดซักได้"),
)


def offers(first: int, count: int, pictures: str) -> list[Offer]:
    """Offers numbered from `first`; `pictures` is the address of a picture with `{}` for the number."""
    return [_offer(number, pictures.format(number)) for number in range(first, first + count)]


def _offer(number: int, picture: str) -> Offer:
    original, translated = TITLES[number % len(TITLES)]
    return Offer(
        OfferRef(
            Platform.TAOBAO if number % 4 == 3 else Platform.ALIBABA, "v1", str(670_000_000_000 + number)
        ),
        Words(f"{original} {number}", translated and f"{translated} {number}"),
        picture,
        Money(99 + number * 37 % 100_000),
        moq=1 + number % 50,
        sold_30_days=number * 97 % 20_000,
        badges=(Badge.SUPER_FACTORY, Badge.CURATED)[: number % 3],
    )


def photo(seed: int, side: int = 220) -> bytes:
    """A JPEG of about the weight of a product photo of that size."""
    from PIL import Image, ImageFilter

    rng = random.Random(seed)
    coarse = Image.frombytes("RGB", (28, 28), rng.randbytes(28 * 28 * 3)).resize((side, side))
    fine = Image.frombytes("RGB", (side, side), rng.randbytes(side * side * 3)).filter(ImageFilter.BoxBlur(2))
    file = io.BytesIO()
    Image.blend(coarse, fine, 0.35).save(file, "JPEG", quality=85)
    return file.getvalue()
