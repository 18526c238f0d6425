"""From the click on an offer, its data at hand, to all of it laid out and painted in the panel. The floor is
the same facts as plain labels in a form that scrolls."""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QScrollArea, QWidget

from benchmarks.rows import Row, at_most
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import MixedBatch, QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.offer_tabs import OfferTabs
from sourcing_desktop.ui.offer.visits import Visit
from sourcing_desktop.ui.theme import LIGHT, apply_theme

GOAL_MS = 50
TURNS = 30
WIDTH, HEIGHT = 480, 860


async def rows() -> list[Row]:
    """An offer as there are many, and the largest there are."""
    apply_theme(QApplication.instance(), LIGHT)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        usual = await _measure(loader, [_detail(str(turn), 6, 5, 10, 20) for turn in range(2)])
        large = await _measure(loader, [_detail(str(turn), 20, 20, 60, 60) for turn in range(2)])
        loader.close()
    return [
        at_most("an offer of 30 SKUs, 10 pictures; floor: plain labels", "ms", *usual.clock, GOAL_MS),
        at_most("the same, work of the GUI thread", "ms", *usual.work, GOAL_MS),
        at_most("an offer of 400 SKUs, 60 pictures; floor: plain labels", "ms", *large.clock, GOAL_MS),
        at_most("the same, work of the GUI thread", "ms", *large.work, GOAL_MS),
    ]


@dataclass
class _Times:
    """ms of ours and of the floor: by the clock, which others disturb, and of the processor."""

    clock: tuple[list[float], list[float]]
    work: tuple[list[float], list[float]]


async def _measure(loader: PictureLoader, details: list[OfferDetail]) -> _Times:
    """Each offer in turns, after one of each that nobody counts."""
    tabs, form = OfferTabs(LIGHT, loader), QScrollArea()
    for widget in (tabs, form):
        widget.resize(WIDTH, HEIGHT)
        widget.show()
    related = tuple(replace(details[0].offer, ref=_ref(f"r{number}")) for number in range(8))
    ours: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []
    for turn in range(TURNS + 2):
        detail = details[turn % 2]
        visit = Visit(replace(detail.ref, id=str(turn)), detail.offer, detail, related)
        ours.append(await _ms(tabs, partial(tabs.open, visit)))
        floor.append(await _ms(form, partial(_show_form, form, detail)))
    for widget in (tabs, form):
        widget.hide()
        widget.deleteLater()
    (clock, work), (floor_clock, floor_work) = (zip(*each[2:], strict=True) for each in (ours, floor))
    return _Times(([*clock], [*floor_clock]), ([*work], [*floor_work]))


async def _ms(widget: QWidget, show: Callable[[], object]) -> tuple[float, float]:
    await asyncio.sleep(0)
    gc.collect()
    begin, worked = perf_counter(), thread_time()
    show()
    QCoreApplication.sendPostedEvents()  # which lay it out
    widget.grab()
    return (perf_counter() - begin) * 1000, (thread_time() - worked) * 1000


def _show_form(area: QScrollArea, detail: OfferDetail) -> None:
    area.setWidget(_form(detail))


def _form(detail: OfferDetail) -> QWidget:
    """Nothing but labels."""
    inside = QWidget()
    form = QFormLayout(inside)
    seller = detail.supplier
    facts = [
        ("Title", detail.offer.title.shown),
        ("Original", detail.offer.title.original),
        *((f"from {tier.start}", formats.money(tier.price)) for tier in detail.prices.tiers),
        *((sku.name, formats.count(sku.stock)) for sku in detail.skus),
        ("Seller", seller.name),
        ("Known", formats.evidence(seller)),
        *((each.name.shown, each.value.shown) for each in detail.attributes),
    ]
    for name, value in facts:
        label = QLabel(value)
        label.setWordWrap(True)
        form.addRow(QLabel(name), label)
    return inside


def _ref(number: str) -> OfferRef:
    return OfferRef(Platform.ALIBABA, "v1", number)


def _detail(number: str, colours: int, sizes: int, pictures: int, attributes: int) -> OfferDetail:
    urls = tuple(f"https://pictures.invalid/{number}-{each}.jpg" for each in range(pictures))
    skus = tuple(
        Sku(
            f"{colour}-{size}",
            (
                SkuAttribute(
                    Words("颜色", "Colour"), Words(f"红色{colour}", f"red {number} {colour}"), urls[0]
                ),
                SkuAttribute(Words("尺码", "Size"), Words(f"{size} 码", f"size {size}")),
            ),
            stock=500,
            picture=urls[colour % pictures],
            weight_g=320,
        )
        for colour in range(colours)
        for size in range(sizes)
    )
    tiers = (PriceTier(10, Money(1250)), PriceTier(100, Money(1100)), PriceTier(1000, Money(925)))
    title = Words(
        f"大容量帆布托特包女单肩手提购物袋{number}", f"Large canvas tote bag, shoulder and hand {number}"
    )
    return OfferDetail(
        offer=Offer(_ref(number), title, urls[0], Money(1250), badges=("super_factory", "1688_yx")),
        supplier=Supplier(
            "seller", "义乌市星河日用百货有限公司", "浙江 金华", ("super_factory",), 46.6, 4.6, 98.2, 4,
            MixedBatch(30, Money(30000)), 4.5, 4.8, 4.4, 4.2, 3.9, 0.4,
        ),
        prices=PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, tiers),
        rules=QuantityRules(10, 12),
        skus=skus,
        pictures=urls,
        attributes=tuple(
            SkuAttribute(Words(f"属性{each}", f"Attribute {each}"), Words("值", f"value {number} {each}"))
            for each in range(attributes)
        ),
        description_html="".join(f'<p><img src="{url}"/></p>' for url in urls),
        weight_g=360,
        size=(300, 205, 120),
        ships_from="浙江 金华",
        dispatch="shipIn48Hours",
    )  # fmt: skip
