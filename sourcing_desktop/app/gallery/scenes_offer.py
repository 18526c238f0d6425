"""One offer: on its way, whole, in each of its parts, as nobody should describe it, and not to be had."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sourcing_desktop.app.gallery import bad_goods
from sourcing_desktop.app.gallery.stage import SMALL, Scene, Stage, as_before
from sourcing_desktop.app.hand import click, pause, press, until, write
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Platform
from sourcing_desktop.ui.offer.visits import Visit


async def none_open(stage: Stage) -> None:
    stage.go("offer")
    await pause(0.05)


async def reading(stage: Stage) -> None:
    await stage.tour.keyword()
    await stage.tour.narrow()
    stage.go("offer")
    stage.window.offer.page.show_offer(stage.window.keyword.results.model.offer(0))
    await pause(0.3)


async def whole(stage: Stage) -> None:
    await stage.tour.open_offer()


async def typed(stage: Stage) -> None:
    skus = stage.window.offer.page.skus
    skus.table.setFocus()
    for sku, text in zip(stage.tour.detail.skus, ("10", "20", "1", "999999"), strict=False):
        skus.table.setCurrentIndex(skus.model.index_of(sku.id))
        write(skus.table, text)
        press(skus.table, Qt.Key.Key_Return)
    _see(stage, skus)
    await pause(0.2)


async def as_list(stage: Stage) -> None:
    skus = stage.window.offer.page.skus
    click(skus.list_button)
    _see(stage, skus)
    await pause(0.2)


async def taken(stage: Stage) -> None:
    skus = stage.window.offer.page.skus
    skus.clear_quantities([sku.id for sku in stage.tour.detail.skus])
    await stage.tour.take()
    await until(lambda: not stage.window.offer.page.skus.quantities(), "an empty table")
    await pause(0.2)


async def seller(stage: Stage) -> None:
    _see(stage, stage.window.offer.page.attributes)
    await pause(0.2)


async def related(stage: Stage) -> None:
    page = stage.window.offer.page
    await until(page.related.isVisible, "related offers")
    _see(stage, page.related)
    await pause(0.5)


async def described(stage: Stage) -> None:
    page = stage.window.offer.page
    page.scroll_to(10**6)
    await pause(0.5)


async def viewer(stage: Stage) -> None:
    gallery = stage.window.offer.page.gallery
    gallery.look(gallery.urls, gallery.url)
    await pause(0.5)


async def several_open(stage: Stage) -> None:
    offers = stage.window.keyword.results.model
    for row in range(1, 6):
        stage.session.offer.open_apart(offers.offer(row))
    await pause(0.5)


async def unknown(stage: Stage) -> None:
    stage.go("offer")
    stage.session.offer.open_ref(OfferRef(Platform.ALIBABA, "v2", "1"))
    await until(stage.window.offer.page.banner.isVisible, "why it cannot be read")


async def no_sku(stage: Stage) -> None:
    await _show(stage, bad_goods.no_sku())


async def endless(stage: Stage) -> None:
    await _show(stage, bad_goods.endless())


async def endless_facts(stage: Stage) -> None:
    stage.window.offer.page.scroll_to(10**6)
    await pause(0.2)


async def right_to_left(stage: Stage) -> None:
    await _show(stage, bad_goods.right_to_left())


async def many_skus(stage: Stage) -> None:
    offers = stage.window.keyword.results.model
    pictures = [offers.offer(row).picture for row in range(offers.rowCount())]
    await _show(stage, bad_goods.many_skus(pictures))


async def many_skus_seen(stage: Stage) -> None:
    _see(stage, stage.window.offer.page.skus)
    await pause(0.2)


async def _show(stage: Stage, detail: OfferDetail) -> None:
    stage.window.offer.open(Visit(detail.ref, detail.offer, detail))
    await pause(0.5)


def _see(stage: Stage, part: QWidget) -> None:
    stage.window.offer.page.scroll_to(max(1, part.y() - 16))


BEFORE = (Scene("Offer", "none open", none_open), Scene("Offer", "none open, small", as_before, SMALL))

SCENES = (
    Scene("Offer", "reading", reading),
    Scene("Offer", "whole", whole),
    Scene("Offer", "whole, small", as_before, SMALL),
    Scene("Offer", "quantities typed", typed),
    Scene("Offer", "into the cart", taken),
    Scene("Offer", "seller and details", seller),
    Scene("Offer", "seller and details, small", seller, SMALL),
    Scene("Offer", "related offers", related),
    Scene("Offer", "description", described),
    Scene("Offer", "pictures in full size", viewer),
    Scene("Offer", "several open", several_open),
)

BAD = (
    Scene("Offer", "not to be had", unknown),
    Scene("Offer", "no SKU, no picture, no seller, no price", no_sku),
    Scene("Offer", "300 characters without a space", endless),
    Scene("Offer", "300 characters without a space, below", endless_facts),
    Scene("Offer", "right to left", right_to_left),
    Scene("Offer", "60 pictures and a price of 0", many_skus),
    Scene("Offer", "400 SKUs", many_skus_seen),
    Scene("Offer", "400 SKUs, small", many_skus_seen, SMALL),
    Scene("Offer", "400 SKUs as a list", as_list),
)
