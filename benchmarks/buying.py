"""Buying from fifty sellers at once: an edit in a long cart, the previews, and the orders.

The gateway is the sandbox, as a process, that takes its time over each call as a line to China does.
"""

from __future__ import annotations

import asyncio
import math
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter

import httpx
from PySide6.QtCore import QEvent, QModelIndex, QObject

from benchmarks.rows import RUNS, Row, at_most_more, at_most_times
from benchmarks.startup import HOME
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.sandbox_process import OpenMarket, SandboxProcess
from sourcing_desktop.domain.account import SANDBOX
from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import Cart, CartGroup, CartLine
from sourcing_desktop.domain.offer import OfferDetail, Platform, Sku
from sourcing_desktop.domain.order import draft_order
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.gateways.pandapon.transport import DEFAULT_LIMITS
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.ordering import Ordering
from sourcing_desktop.services.references import new_reference
from sourcing_desktop.storage.cart_facts import CartFacts
from sourcing_desktop.storage.cart_lines import CartLines
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.ui.cart.cart_model import QUANTITY
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.theme import LIGHT

SELLERS, LINES_EACH = 50, 10
FEW = 5
EDITS, PREVIEW_RUNS = 40, 3
DELAY_S = 0.2
"""What the gateway takes over each preview and each order."""

FRAME_MS = 16.7
SEARCHES = (
    "bag",
    "shoe",
    "lamp",
    "dress",
    "chair",
    "toy",
    "cup",
    "ring",
    "ball",
    "cable",
    "tent",
    "brush",
    "pet",
    "pen",
)
WAREHOUSE = Address("Warehouse", "13800000000", "浙江省", "金华市", "义乌市", "商城大道1号", "福田街道")


Work = Callable[[], Awaitable[object]]


@dataclass
class Desk:
    """Services on a library file and a sandbox process."""

    gateway: PandaPon
    basket: Basket
    ordering: Ordering
    market: OpenMarket
    control: httpx.AsyncClient

    async def slow_down(self, *endpoints: str) -> None:
        for endpoint in endpoints:
            fault = {"endpoint": endpoint, "kind": "delay", "times": 0, "seconds": DELAY_S}
            (await self.control.post("/faults", json=fault)).raise_for_status()

    async def restock(self, lines: Sequence[CartLine]) -> None:
        for line in lines:
            await self.control.post("/stock", json={"sku_id": line.sku.id, "pieces": 1_000_000})


async def rows() -> list[Row]:
    """The cart by itself, then previews and orders of all sellers against one call at a time."""
    async with _desk() as desk:
        details = await _details(desk.gateway)
        lines = _lines(details)
        edit = await _editing(lines)
        wanted: dict[int, dict[str, int]] = {}
        for line, detail in lines:
            wanted.setdefault(id(detail), {})[line.sku.id] = line.quantity
        by_id = {id(detail): detail for detail in details}
        await desk.restock([line for line, _ in lines])
        await desk.basket.add_all([(by_id[key], pieces) for key, pieces in wanted.items()])
        groups = desk.basket.cart.groups()
        await desk.slow_down("AO6", "AO7")
        return [*edit, await _previewing(desk, groups), await _ordering(desk, groups)]


async def _editing(lines: list[tuple[CartLine, OfferDetail]]) -> list[Row]:
    """From a quantity typed to the rows repainted, in a cart of 500 lines and in one of five."""
    every = [line for line, _ in lines]
    with tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        many, few = _page(loader, every), _page(loader, every[:FEW])
        ours: list[float] = []
        floor: list[float] = []
        for _ in range(RUNS):
            ours.append(await _edit_ms(many))
            floor.append(await _edit_ms(few))
        for page in (many, few):
            page.hide()
            page.deleteLater()
        loader.close()
    name = f"cart: a quantity typed to all repainted, {len(every)} lines; floor: {FEW} lines"
    return [at_most_more(name, "ms", ours, floor, FRAME_MS)]


def _page(loader: PictureLoader, lines: Sequence[CartLine]) -> CartPage:
    page = CartPage(LIGHT, loader)
    page.resize(460, 800)
    page.model.show_cart(Cart(tuple(lines)))
    page.tree.expandAll()
    page.show()
    return page


class _Painted(QObject):
    """Notices when a widget has been painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.seen = asyncio.Event()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            asyncio.get_running_loop().call_soon(self._note)
        return False

    def _note(self) -> None:
        self.at = perf_counter()
        self.seen.set()


async def _edit_ms(page: CartPage) -> float:
    """The median of many edits of the first line in sight."""
    painted = _Painted(page.tree.viewport())
    page.tree.viewport().update()
    await painted.seen.wait()
    index = _first_line(page)
    times = []
    for turn in range(EDITS):
        painted.seen.clear()
        begin = perf_counter()
        page.model.setData(index, str(1000 + turn % 2))
        await painted.seen.wait()
        times.append((painted.at - begin) * 1000)
    painted.deleteLater()
    return sorted(times)[len(times) // 2]


def _first_line(page: CartPage) -> QModelIndex:
    platform = page.model.index(0, 0)
    seller = page.model.index(0, 0, platform)
    return page.model.index(0, QUANTITY, seller)


async def _previewing(desk: Desk, groups: Sequence[CartGroup]) -> Row:
    asked = [partial(desk.gateway.alibaba.preview, group, WAREHOUSE) for group in groups]
    together, slowest = [], []
    for _ in range(PREVIEW_RUNS):
        together.append(await _seconds_together(asked))
        slowest.append(max([await _seconds(ask) for ask in asked[:: len(asked) // FEW]]))
    return _rounds("previews", len(groups), together, slowest)


async def _ordering(desk: Desk, groups: Sequence[CartGroup]) -> Row:
    """Each order is written down, sent, looked for, and its lines leave the cart."""
    previews = await asyncio.gather(*(desk.gateway.alibaba.preview(group, WAREHOUSE) for group in groups))
    drafts = [
        draft_order(group, preview, WAREHOUSE, new_reference())
        for group, preview in zip(groups, previews, strict=True)
    ]
    alone = drafts[:: len(drafts) // FEW]
    slowest = max([await _seconds(partial(desk.ordering.place, draft)) for draft in alone])
    placed = [partial(desk.ordering.place, draft) for draft in drafts if draft not in alone]
    return _rounds("orders", len(placed), [await _seconds_together(placed)], [slowest])


async def _seconds_together(works: Sequence[Work]) -> float:
    begin = perf_counter()
    await asyncio.gather(*(work() for work in works))
    return perf_counter() - begin


async def _seconds(work: Work) -> float:
    begin = perf_counter()
    await work()
    return perf_counter() - begin


def _rounds(what: str, count: int, ours: list[float], slowest: list[float]) -> Row:
    rounds = math.ceil(count / DEFAULT_LIMITS.slots)
    return at_most_times(
        f"{count} {what}; floor: the slowest alone, times {rounds} rounds of {DEFAULT_LIMITS.slots}",
        "ms",
        [each * 1000 for each in ours],
        [each * 1000 * rounds for each in slowest],
        1.1,
    )


async def _details(gateway: PandaPon) -> list[OfferDetail]:
    """Offers of fifty sellers of 1688, until each has ten SKUs."""
    found: dict[str, list[OfferDetail]] = {}
    for words in SEARCHES:
        for number in range(1, 6):
            page = await gateway.alibaba.keyword(KeywordQuery(Platform.ALIBABA, words), number, 50)
            details = await asyncio.gather(*(gateway.alibaba.detail(offer.ref) for offer in page.offers))
            for detail in details:
                mine = found.setdefault(detail.supplier.id, [])
                if detail.obstacle is None and detail.ref not in {each.ref for each in mine}:
                    mine.append(detail)
            full = [mine for mine in found.values() if sum(len(each.skus) for each in mine) >= LINES_EACH]
            if len(full) >= SELLERS:
                return [detail for mine in full[:SELLERS] for detail in mine]
    raise RuntimeError("the market has too few sellers")


def _lines(details: Sequence[OfferDetail]) -> list[tuple[CartLine, OfferDetail]]:
    """Ten SKUs of each seller, each in a quantity that may be ordered."""
    count: dict[str, int] = {}
    lines: list[tuple[CartLine, OfferDetail]] = []
    for detail in details:
        for sku in detail.skus:
            taken = count.setdefault(detail.supplier.id, 0)
            if taken < LINES_EACH:
                count[detail.supplier.id] += 1
                lines.append((_line(detail, sku, len(lines)), detail))
    return lines


def _line(detail: OfferDetail, sku: Sku, row: int) -> CartLine:
    return CartLine(
        row_id=str(row),
        ref=detail.ref,
        sku=replace(sku, stock=1_000_000),
        quantity=detail.rules.rounded_up(detail.rules.moq),
        title=detail.offer.title,
        picture=sku.picture or detail.offer.picture,
        prices=detail.prices,
        rules=detail.rules,
        supplier=detail.supplier,
    )


@asynccontextmanager
async def _desk() -> AsyncIterator[Desk]:
    paths = Paths.below(HOME)
    with tempfile.TemporaryDirectory() as folder:
        sandbox = SandboxProcess(paths.sandbox_market, Path(folder) / "trade.sqlite")
        sandbox.launch()
        market = await sandbox.listening(print)
        account = replace(SANDBOX, base_url=market.url)
        gateway = PandaPon(account, market.credentials)
        database = Database(Path(folder) / "library.sqlite")
        await database.open()
        basket = Basket(gateway, CartLines(database, account.id), CartFacts(database, account.id))
        ordering = Ordering(gateway, Journal(database, account.id), basket)
        headers = {"control-token": market.control_token}
        async with httpx.AsyncClient(base_url=f"{market.url}/_sandbox", headers=headers) as control:
            yield Desk(gateway, basket, ordering, market, control)
        await gateway.close()
        await database.close()
        await sandbox.stop()
