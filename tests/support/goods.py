"""Carts made by hand, for tests of windows that need no market."""

from __future__ import annotations

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import Cart, CartLine
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import MixedBatch, QuantityRules
from sourcing_desktop.domain.supplier import Supplier

TITLES = (
    Words("夏季新款法式复古碎花连衣裙女收腰显瘦气质长裙", "Summer French vintage floral dress, slim waist"),
    Words(
        "大容量帆布托特包女单肩手提购物袋",
        "Túi tote vải bố dung tích lớn, đeo vai và xách tay đi mua sắm cho nữ",
    ),
    Words("304不锈钢保温杯便携车载水杯定制logo", "แก้วเก็บความร้อนสแตนเลส 304 แบบพกพา พิมพ์โลโก้ได้ตามต้องการ"),
    Words("跨境专供北欧简约陶瓷花瓶摆件客厅插花装饰品批发", ""),
    Words("蓝牙耳机", "Bluetooth earphones"),
)
SIZES = (("红色", "red"), ("墨绿色", "dark green"), ("藏青色加绒加厚款", "navy, fleece lined and thick"))
ADDRESS = Address(
    name="王芳",
    mobile="13800001111",
    province="广东省",
    city="广州市",
    district="白云区",
    town="石井街道",
    street="12 号 A3 仓",
)


def supplier(number: int, mixed: MixedBatch | None = None) -> Supplier:
    """A seller; every third has a long Chinese name."""
    name = f"Shop {number}" if number % 3 else f"义乌市星河日用百货有限公司第{number}分店"
    return Supplier(id=f"shop-{number}", name=name, mixed_batch=mixed)


def cart_line(
    number: int = 1,
    *,
    platform: Platform = Platform.ALIBABA,
    seller: Supplier | None = None,
    quantity: int = 20,
    moq: int = 1,
    lot: int = 1,
    stock: int | None = 5000,
    picture: str = "",
    sold: bool = True,
) -> CartLine:
    """A line whose goods cost 12.50 yuan, 10.00 from 100 pieces on."""
    tiers = (PriceTier(1, Money(1250)), PriceTier(100, Money(1000)))
    colour = Words(*SIZES[number % len(SIZES)])
    return CartLine(
        row_id=f"row-{number}",
        ref=OfferRef(platform, "v2", str(600000000000 + number)),
        sku=Sku(
            f"sku-{number}",
            (SkuAttribute(Words("颜色", "colour"), colour),),
            stock=stock,
            spec_id=f"spec-{number}",
        ),
        quantity=quantity,
        title=TITLES[number % len(TITLES)],
        picture=picture,
        prices=PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, tiers),
        rules=QuantityRules(moq, lot),
        supplier=seller or supplier(1),
        sold=sold,
    )


def full_cart() -> Cart:
    """Twelve sellers on both platforms, with everything wrong that can be."""
    lines = []
    for number in range(1, 13):
        platform = Platform.ALIBABA if number <= 7 else Platform.TAOBAO
        mixed = MixedBatch(60, Money(50000)) if number in (2, 3) else None
        seller = supplier(number, mixed)
        lines += [
            cart_line(
                number * 10, platform=platform, seller=seller, quantity=3, moq=20 if number == 2 else 1
            ),
            cart_line(
                number * 10 + 1,
                platform=platform,
                seller=seller,
                quantity=130 if number == 3 else 35,
                lot=10 if number == 4 else 1,
                stock=12 if number == 9 else 5000,
                sold=number != 5,
            ),
        ]
    return Cart(tuple(lines))
