"""Who sells: the shop, what the platform says of it, and its mixed-batch rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_desktop.domain.quantity import MixedBatch


@dataclass(frozen=True, slots=True)
class Supplier:
    """A seller on one platform.

    `id` is the encrypted sellerOpenId on 1688 and the shop id on Taobao. Scores are None where the gateway
    returned nothing; they are then shown as not known, never as zero. Scores go to 5 (contract upstream C3).
    """

    id: str
    name: str = ""
    location: str = ""
    identities: tuple[str, ...] = ()
    repurchase_percent: float | None = None
    service_score: float | None = None
    collect_48h_percent: float | None = None
    medal_level: int | None = None
    mixed_batch: MixedBatch | None = None
    goods_score: float | None = None
    logistics_score: float | None = None
    advice_score: float | None = None
    after_sales_score: float | None = None
    dispute_score: float | None = None
    quality_refund_percent: float | None = None


@dataclass(frozen=True, slots=True)
class KnownShop:
    """A shop of 1688 the buyer has walked through, what was known of it then, and whether it was kept."""

    supplier: Supplier
    seen_at: datetime
    remembered: bool = False
