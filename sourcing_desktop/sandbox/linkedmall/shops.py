"""The buyer's shops at LinkedMall, as the documents write them: one works, one waits to be approved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop. `begins` and `ends` are texts as they are written, or None."""

    shop_id: str
    name: str
    status: str
    begins: str | None
    ends: str | None
    distributor_id: str = "12000009"

    @property
    def purchaser_id(self) -> str:
        return f"PID{self.shop_id}"


SHOPS = (
    Shop("22000009", "海外采购一店", "WORKING", "2023-09-11T12:22:24.000+08:00", "2033-09-11 12:22:24"),
    Shop("22000017", "海外采购二店", "TO_BE_APPROVED", None, None),
)


def shop(each: Shop) -> dict[str, object]:
    """A row of the list of shops."""
    partner = {
        "shopId": each.shop_id,
        "cooperationCompanyId": "11200003",
        "cooperationShopId": "21000026",
    }
    return {
        "shopId": each.shop_id,
        "purchaserId": each.purchaser_id,
        "shopName": each.name,
        "cooperationShops": [partner] if each.status == "WORKING" else [],
        "shopType": "DistributorQYG",
        "startDate": each.begins,
        "endDate": each.ends,
        "status": each.status,
    }
