"""The program's services without its window: real client, real sandbox, a real library file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.offer import OfferDetail, Platform
from sourcing_desktop.domain.order import OrderDraft, draft_order
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.gateways.pandapon import Limits, PandaPon
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.ordering import Ordering
from sourcing_desktop.services.paying import Paying
from sourcing_desktop.services.references import new_reference
from sourcing_desktop.storage.cart_facts import CartFacts
from sourcing_desktop.storage.cart_lines import CartLines
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from tests.support.sandbox import RunningSandbox

WAREHOUSE = Address(
    name="李雷",
    mobile="13800000000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    street="文一西路1号",
    town="仓前街道",
    postcode="311100",
    district_code="330110",
)
WORDS = {Platform.ALIBABA: "backpack", Platform.TAOBAO: "lamp"}


@dataclass
class Desk:
    """Services of one account on a running sandbox."""

    sandbox: RunningSandbox
    gateway: PandaPon
    database: Database
    journal: Journal
    basket: Basket
    ordering: Ordering
    paying: Paying

    async def offer(self, platform: Platform = Platform.ALIBABA, row: int = 0) -> OfferDetail:
        """An offer a buyer finds by words and that can be ordered."""
        side = self.gateway.side(platform)
        page = await side.keyword(KeywordQuery(platform, WORDS[platform]), 1, 20)
        found = [await side.detail(offer.ref) for offer in page.offers[row : row + 6]]
        return next(
            detail
            for detail in found
            if detail.obstacle is None and any(fits(sku, detail) for sku in detail.skus)
        )

    async def fill(self, platform: Platform = Platform.ALIBABA, row: int = 0) -> CartGroup:
        """Put as few of an offer into the cart as may be bought; returns the seller's group."""
        detail = await self.offer(platform, row)
        sku = next(sku for sku in detail.skus if fits(sku, detail))
        await self.basket.add(detail, {sku.id: detail.rules.rounded_up(detail.rules.moq)})
        return next(
            group
            for group in self.basket.cart.groups()
            if any(line.sku.id == sku.id for line in group.lines) and group.platform is platform
        )

    async def draft(self, platform: Platform = Platform.ALIBABA, row: int = 0) -> OrderDraft:
        """A draft of what `fill` put into the cart, as a buyer would confirm it."""
        group = await self.fill(platform, row)
        preview = await self.gateway.side(group.platform).preview(group, WAREHOUSE)
        assert preview.orderable, preview
        return draft_order(group, preview, WAREHOUSE, new_reference())


def fits(sku, detail: OfferDetail) -> bool:
    return (sku.stock or 0) >= 2 * detail.rules.rounded_up(detail.rules.moq)


OpenDesk = Callable[..., Awaitable[Desk]]


@pytest.fixture
def open_desk(sandbox: RunningSandbox, runner: asyncio.Runner, tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens desks on one library file, one after the other or side by side, as programs would; on another
    `library` as another computer would."""
    opened: list[Desk] = []

    async def make(
        generation: str = "v2",
        *,
        patience: timedelta = timedelta(0),
        silence: float = 10.0,
        library: str = "library",
    ) -> Desk:
        account = replace(SANDBOX, base_url=sandbox.url, generation=generation)
        keys = sandbox.keys
        gateway = PandaPon(
            account,
            Credentials(keys.access_key, keys.secret, keys.user_id),
            limits=Limits(silence=silence),
        )
        database = Database(tmp_path / f"{library}.sqlite")
        await database.open()
        journal = Journal(database, account.id)
        basket = Basket(gateway, CartLines(database, account.id), CartFacts(database, account.id))
        ordering = Ordering(gateway, journal, basket, patience=patience)
        paying = Paying(gateway, journal, patience=patience)
        opened.append(Desk(sandbox, gateway, database, journal, basket, ordering, paying))
        return opened[-1]

    yield make
    for desk in opened:
        runner.run(desk.gateway.close())
        runner.run(desk.database.close())


@pytest.fixture(params=["v1", "v2"])
def desk(open_desk: OpenDesk, request: pytest.FixtureRequest, runner: asyncio.Runner) -> Desk:
    """A desk in each generation of the contract in turn."""

    async def opened() -> Desk:
        return await open_desk(request.param)

    return runner.run(opened())
