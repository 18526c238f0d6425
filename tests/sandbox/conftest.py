"""Raw clients of a running sandbox, one per generation of the contract, and goods to try things with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from tests.support.sandbox import RunningSandbox, SignedClient

ADDRESS_1688 = {
    "fullName": "仓库",
    "mobile": "13800000000",
    "phone": "13800000000",
    "postCode": "310000",
    "provinceText": "浙江省",
    "cityText": "杭州市",
    "areaText": "滨江区",
    "townText": "长河镇",
    "address": "网商路699号",
    "districtCode": "330108",
}
ADDRESS_TAOBAO = {
    "zip": "310000",
    "country": "中国",
    "state": "浙江省",
    "city": "杭州市",
    "district": "滨江区",
    "address": "网商路699号",
    "mobile_phone": "13800000000",
    "phone": "",
    "name": "仓库",
}

Condition = Callable[[MarketOffer], bool]


class Goods:
    """The market's offers, read straight from its catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.offers = [
            offer
            for platform in ("1688", "taobao")
            for seller in catalogue.sellers(platform)
            for offer in catalogue.search(platform, seller=seller.open_id, size=2000)[1]
        ]

    def some(self, platform: str, condition: Condition = lambda offer: True) -> MarketOffer:
        """The first offer of a platform that meets the condition."""
        return next(offer for offer in self.offers if offer.platform == platform and condition(offer))

    def plain(self, other_than: MarketOffer | None = None) -> MarketOffer:
        """A 1688 offer without lots, of a seller without mixed batches, with plenty of stock."""
        return self.some(
            "1688",
            lambda offer: (
                offer.lot == 1
                and 1 < offer.moq < 20
                and not mixes(offer)
                and all(sku.stock > 60 for sku in offer.skus)
                and (other_than is None or offer.seller != other_than.seller)
            ),
        )

    def single(self) -> MarketOffer:
        """A Taobao offer that is sold by the piece, in several SKUs with some stock each."""
        return self.some(
            "taobao",
            lambda offer: (
                offer.moq == 1 and len(offer.skus) > 1 and all(sku.stock > 10 for sku in offer.skus[:2])
            ),
        )


def mixes(offer: MarketOffer) -> bool:
    return offer.seller.mix_pieces is not None or offer.seller.mix_fen is not None


def cargo(
    client: SignedClient, offer: MarketOffer, quantity: int, sku: MarketSku | None = None
) -> dict[str, Any]:
    """A line of a 1688 order in the id space of the client's generation."""
    named = {"offerMapId": offer.map_id} if client.generation == "v2" else {"offerId": int(offer.id)}
    return {**named, "specId": (sku or offer.skus[0]).spec_id, "quantity": quantity}


def cargo_with_seller(client: SignedClient, offer: MarketOffer, quantity: int) -> dict[str, Any]:
    return {**cargo(client, offer, quantity), "sellerOpenId": offer.seller.open_id}


def order_1688(*lines: dict[str, Any], **others: Any) -> dict[str, Any]:
    """The body of a 1688 preview or order."""
    return {"flow": "general", "addressParam": ADDRESS_1688, "cargoParamList": list(lines), **others}


def order_taobao(*lines: tuple[Any, ...], **others: Any) -> dict[str, Any]:
    """The body of TO1: offer, quantity and, if it is not the first, SKU per line."""
    rows = [
        {
            "itemId": offer.mp_id,
            "orderLineNo": "1",
            "quantity": str(quantity),
            "price": str(offer.skus[0].price_fen),
            "currency": "CNY",
            "skuId": (skus or offer.skus)[0].mp_sku_id,
        }
        for offer, quantity, *skus in lines
    ]
    address = json.dumps(ADDRESS_TAOBAO, ensure_ascii=False)
    return {"orderLineList": json.dumps(rows), "receiver": address, "purchaseAmount": 1, **others}


@pytest.fixture(scope="session")
def goods(market_path: Path) -> Goods:
    catalogue = Catalogue(market_path)
    try:
        return Goods(catalogue)
    finally:
        catalogue.close()


@pytest.fixture(params=["v1", "v2"])
def either(sandbox: RunningSandbox, request: pytest.FixtureRequest) -> Iterator[SignedClient]:
    """A raw client of each generation in turn."""
    client = SignedClient(sandbox.url, sandbox.keys, request.param)
    yield client
    client.close()


@pytest.fixture
def v1(sandbox: RunningSandbox) -> Iterator[SignedClient]:
    client = SignedClient(sandbox.url, sandbox.keys, "v1")
    yield client
    client.close()


@pytest.fixture
def v2(sandbox: RunningSandbox) -> Iterator[SignedClient]:
    client = SignedClient(sandbox.url, sandbox.keys, "v2")
    yield client
    client.close()
