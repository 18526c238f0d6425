"""An offer: what a supplier sells under one page, as a card in a grid and in full."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.pricing import PriceList
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier


class Platform(StrEnum):
    """The marketplace an offer lives on."""

    ALIBABA = "1688"
    TAOBAO = "taobao"


LINKEDMALL_IDS = "linkedmall"
"""The id space of LinkedMall's product ids, which no page of the marketplaces goes by."""


@dataclass(frozen=True, slots=True)
class OfferRef:
    """Which offer, in which id space.

    Ids of the two contract generations are different things (contract 1.10), so a `v1` number never goes
    to a `v2` call; LinkedMall's are different again.
    """

    platform: Platform
    generation: str
    id: str

    @property
    def page(self) -> str:
        """The public page; empty where only an encrypted id is known (contract upstream C10)."""
        if not self.id.isdigit() or self.generation == LINKEDMALL_IDS:
            return ""
        if self.platform is Platform.ALIBABA:
            return f"https://detail.1688.com/offer/{self.id}.html"
        return f"https://item.taobao.com/item.htm?id={self.id}"


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the platform with the translation the gateway returned, if any."""

    original: str
    translated: str = ""

    @property
    def shown(self) -> str:
        """The translation where there is one, else the original."""
        return self.translated or self.original


class Badge(StrEnum):
    """Evidence the gateway states about an offer or its seller (contract upstream C3)."""

    SUPER_FACTORY = "super_factory"
    POWERFUL_MERCHANT = "powerful_merchants"
    TRUST_MEMBER = "tp_member"
    CURATED = "isJxhy"
    DROPSHIP = "isOnePsale"
    STRICT_SELECTION = "1688_yx"
    GLOBAL_SELECTION = "isQqyx"
    SELECTED = "select"
    DROPSHIP_FREE_POST = "isOnePsaleFreePostage"
    MIXED_BATCH = "isSupportMix"
    RETURN_7_DAYS = "noReason7DReturn"
    NEW_7_DAYS = "new7"
    NEW_30_DAYS = "new30"


@dataclass(frozen=True, slots=True)
class Offer:
    """One card of a grid. What the gateway left out is None and is never shown as "no".

    `price` is what everybody pays; the promotion's may be for members only (contract upstream C1). `place` is
    that in the hot list it was found in, 1 being the best.
    """

    ref: OfferRef
    title: Words
    picture: str
    price: Money | None
    dropship_price: Money | None = None
    moq: int | None = None
    sold_30_days: int | None = None
    repurchase_percent: int | None = None
    badges: tuple[str, ...] = ()
    shop_name: str = ""
    seller_id: str = ""
    score: float | None = None
    promotion_price: Money | None = None
    place: int | None = None
    buyers_30_days: int | None = None


@dataclass(frozen=True, slots=True)
class SkuAttribute:
    """One choice that makes a SKU, such as colour: red."""

    name: Words
    value: Words
    picture: str = ""


class SaidBy(StrEnum):
    """Where a weight comes from (contract upstream C6)."""

    SELLER = "entered with the goods"
    OFFICIAL = "measured by the platform"
    PREDICTED = "guessed by the platform"


Size = tuple[int, int, int]
"""Length, width and height in millimetres."""


@dataclass(frozen=True, slots=True)
class Sku:
    """One variant that can be bought.

    `id` names it in lists; `spec_id` is what 1688 orders take; `supply_id` is the supply-side id Taobao
    orders take. `price` is set when the variant has its own price; the promotion's is that of `Offer`.
    `weight_g` in grams; a guessed one may come with how sure the guess is. `freight` is what a Taobao item
    states for sending it within China (contract TG4).
    """

    id: str
    attributes: tuple[SkuAttribute, ...] = ()
    price: Money | None = None
    stock: int | None = None
    picture: str = ""
    spec_id: str = ""
    supply_id: str = ""
    weight_g: int | None = None
    promotion_price: Money | None = None
    size: Size | None = None
    weight_said_by: SaidBy = SaidBy.SELLER
    weight_sure_percent: float | None = None
    freight: Money | None = None

    @property
    def name(self) -> str:
        """The chosen values in the buyer's language, such as `red / XL`."""
        return " / ".join(attribute.value.shown for attribute in self.attributes)

    @property
    def original_name(self) -> str:
        """The chosen values in Chinese."""
        return " / ".join(attribute.value.original for attribute in self.attributes)


class Obstacle(StrEnum):
    """Why an offer cannot be ordered at all."""

    NOT_ON_SALE = "not on sale"
    NO_SUPPLY = "no supply-side match"
    IN_POOL = "of LinkedMall's pool"


@dataclass(frozen=True, slots=True)
class OfferDetail:
    """Everything known about one offer. `supply_id` is the Taobao supply-side id (mpId), else empty."""

    offer: Offer
    supplier: Supplier
    prices: PriceList
    rules: QuantityRules
    skus: tuple[Sku, ...]
    pictures: tuple[str, ...] = ()
    attributes: tuple[SkuAttribute, ...] = ()
    description_html: str = ""
    unit: Words = Words("件", "piece")
    weight_g: int | None = None
    size: Size | None = None
    ships_from: str = ""
    dispatch: str = ""
    status: str = "published"
    supply_id: str = ""
    unread: dict[str, object] = field(default_factory=dict)

    @property
    def ref(self) -> OfferRef:
        return self.offer.ref

    @property
    def obstacle(self) -> Obstacle | None:
        """What keeps the whole offer from being ordered: only `published` (1688) and `active` (Taobao) goods
        can be (contract upstream C3, TG4), and Taobao goods need a supply-side match (TG3). What is of
        LinkedMall's pool goes into no cart of PandaPon's."""
        if self.ref.generation == LINKEDMALL_IDS:
            return Obstacle.IN_POOL
        if self.status not in ("published", "active", ""):
            return Obstacle.NOT_ON_SALE
        if self.ref.platform is Platform.TAOBAO and not self.supply_id:
            return Obstacle.NO_SUPPLY
        return None

    def sku(self, sku_id: str) -> Sku:
        """The SKU of that id; KeyError when the offer has no such SKU."""
        for sku in self.skus:
            if sku.id == sku_id:
                return sku
        raise KeyError(sku_id)
