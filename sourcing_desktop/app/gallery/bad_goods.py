"""Goods as no seller should describe them, made by hand: what the platforms may send all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier

ENDLESS = Words("长" * 300, "x" * 300)
RIGHT_TO_LEFT = Words("儿童防水书包", "حقيبة ظهر مدرسية للأطفال مقاومة للماء مع جيوب كثيرة وأحزمة مبطنة")
PLAIN = Words("双肩包", "Backpack")
DEAR = Money.yuan(10**7)
SCRIPT = "<script>alert('no')</script><p onclick='no()'>Best quality</p><iframe src='https://a.example'>"


def cards() -> list[Offer]:
    """One card of each kind."""
    return [
        _card(1, ENDLESS, Money.yuan(12), shop_name="x" * 200, badges=("super_factory", "unheard_of" * 9)),
        _card(2, RIGHT_TO_LEFT, Money.yuan(12), sold_30_days=10**9, repurchase_percent=100, moq=10**6),
        _card(3, PLAIN, None),
        _card(4, Words(""), Money(0)),
        _card(5, Words("<b>HTML</b> &amp; more"), DEAR, promotion_price=Money(1)),
        _card(6, Words("👜" * 40, "👜" * 40), DEAR, dropship_price=DEAR, score=5.0, buyers_30_days=10**9),
    ]


def no_sku() -> OfferDetail:
    """Without SKUs, pictures, seller and price."""
    return _detail(_card(11, PLAIN, None), prices=PriceList(QuoteType.BY_SKU))


def endless() -> OfferDetail:
    """A title, a shop and SKUs without a space in 300 characters."""
    skus = [_sku(row, Words(f"{row}" + "长" * 299, f"{row}" + "x" * 299)) for row in range(6)]
    rows = tuple(SkuAttribute(ENDLESS, ENDLESS) for _ in range(3))
    seller = Supplier("x" * 300, "x" * 300, "x" * 300)
    return replace(_detail(_card(12, ENDLESS, DEAR), skus), supplier=seller, attributes=rows)


def right_to_left() -> OfferDetail:
    """In Arabic, with HTML that wants to be run."""
    colours = ("أحمر غامق مع خطوط", "أزرق", "أسود")
    skus = [_sku(row, Words("色", colour)) for row, colour in enumerate(colours)]
    rows = (SkuAttribute(Words("材质", "المادة"), Words("尼龙", "نايلون عالي الجودة")),)
    offer = _card(13, RIGHT_TO_LEFT, Money.yuan(12))
    return replace(
        _detail(offer, skus), supplier=Supplier("s", "متجر الحقائب"), attributes=rows, description_html=SCRIPT
    )


def many_skus(pictures: Sequence[str]) -> OfferDetail:
    """400 SKUs, some free and some dear, and 60 pictures."""
    sixty = tuple(f"{pictures[number % len(pictures)]}#{number}" for number in range(60))
    prices = (Money(0), Money.yuan(12), DEAR)
    skus = [
        _sku(
            20 * row + column, Words(f"{row}色", f"colour {row}"), Words(f"{30 + column}"), prices[column % 3]
        )
        for row in range(20)
        for column in range(20)
    ]
    return replace(_detail(_card(14, PLAIN, Money(0)), skus, PriceList(QuoteType.BY_SKU)), pictures=sixty)


def _card(number: int, title: Words, price: Money | None, **more: object) -> Offer:
    ref = OfferRef(Platform.ALIBABA, "v2", f"9{number:011}")
    return replace(Offer(ref, title, "", price), **more)  # type: ignore[arg-type]


def _sku(number: int, colour: Words, size: Words | None = None, price: Money | None = None) -> Sku:
    def choices() -> Iterator[SkuAttribute]:
        yield SkuAttribute(Words("颜色", "Colour"), colour)
        if size is not None:
            yield SkuAttribute(Words("尺码", "Size"), size)

    return Sku(f"sku {number}", tuple(choices()), price, stock=10 ** (number % 10))


TIERS = PriceList(
    QuoteType.BY_QUANTITY_WITH_SKUS,
    (PriceTier(1, DEAR), PriceTier(1000, Money.yuan(10)), PriceTier(10**6, Money(0))),
)


def _detail(offer: Offer, skus: Sequence[Sku] = (), prices: PriceList = TIERS) -> OfferDetail:
    return OfferDetail(offer, Supplier(""), prices, QuantityRules(), tuple(skus))
