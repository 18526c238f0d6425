"""A list against a real market: looked up, added, taken back."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Platform
from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.intake.intake import AT_ONCE, Intake
from sourcing_desktop.services.intake.plan import Plan
from tests.support.desk import Desk, OpenDesk

DETAIL = {Platform.ALIBABA: "AG1", Platform.TAOBAO: "TG4"}


def intake(desk: Desk) -> Intake:
    return Intake(Catalog(desk.gateway), desk.basket)


async def looked_up(desk: Desk, text: str) -> Plan:
    """The plan of a list after everything was asked for once."""
    plan = Plan((await intake(desk).read(text)).wishes)

    def told(goods, answer: OfferDetail | SourcingError) -> None:
        if isinstance(answer, SourcingError):
            plan.failed(goods, answer)
        else:
            plan.found(goods, answer)

    await intake(desk).look_up(plan.waiting, told)
    return plan


@pytest.mark.parametrize("platform", Platform)
async def test_a_link_finds_the_offer_in_either_generation(open_desk: OpenDesk, platform):
    first, second = await open_desk("v1"), await open_desk("v2")
    numbered = await first.offer(platform)
    for desk in (first, second):
        plan = await looked_up(desk, f"{numbered.ref.page} 500 {numbered.skus[-1].name}")
        (row,) = plan.rows
        assert row.detail.ref.generation == desk.gateway.generation
        assert row.detail.offer.title.original == numbered.offer.title.original
        assert row.sku_id == numbered.skus[-1].id


async def test_an_opaque_id_finds_the_offer_of_either_platform(open_desk: OpenDesk):
    desk = await open_desk("v2")
    offers = [await desk.offer(platform) for platform in Platform]
    plan = await looked_up(desk, "\n".join(f"{each.ref.id} 5" for each in offers))
    assert [row.detail.ref for row in plan.rows] == [each.ref for each in offers]


async def test_each_offer_is_asked_for_once_however_often_it_stands_in_the_list(open_desk: OpenDesk):
    desk = await open_desk("v1")
    offer = await desk.offer()
    before = desk.sandbox.control.calls("AG1")
    await looked_up(
        desk, "\n".join(f"{offer.ref.page} {n} {sku.name}" for n, sku in enumerate(offer.skus, 1))
    )
    assert desk.sandbox.control.calls("AG1") == before + 1


async def test_dead_links_and_silence_are_told_apart(open_desk: OpenDesk):
    desk = await open_desk("v1")
    offer = await desk.offer()
    desk.sandbox.control.fault("TG4", "http_500", times=0)
    dead, silent = OfferRef(Platform.ALIBABA, "v1", "9" * 12), OfferRef(Platform.TAOBAO, "v1", "7" * 12)
    plan = await looked_up(desk, "\n".join(f"{each.page} 5" for each in (offer.ref, dead, silent)))
    assert plan.rows[0].detail is not None
    assert [(bool(row.trouble), row.passing) for row in plan.rows] == [
        (False, False),
        (True, False),
        (True, True),
    ]


async def test_only_a_few_are_asked_for_at_a_time(open_desk: OpenDesk):
    desk = await open_desk("v1")
    desk.sandbox.control.fault("AG1", "delay", times=0, seconds=0.2)
    goods = [(OfferRef(Platform.ALIBABA, "v1", str(number)),) for number in range(10**11, 10**11 + 12)]
    asked = []
    await intake(desk).look_up(goods, lambda each, answer: asked.append(desk.sandbox.control.calls("AG1")))
    assert asked[0] <= AT_ONCE < asked[-1] == len(goods)


async def test_what_was_added_can_be_taken_back(desk: Desk):
    held, fresh = await desk.offer(), await desk.offer(Platform.TAOBAO)
    await desk.basket.add(held, {held.skus[0].id: 60})
    await desk.basket.set_later([desk.basket.cart.lines[0].key], True)
    wishes = [f"{held.ref.id} 40 {held.skus[0].name}", f"{fresh.ref.id} 5 {fresh.skus[0].name}"]
    plan = await looked_up(desk, "\n".join(wishes))
    service = intake(desk)
    added = await service.add(plan.rows)
    await service.tell()
    await desk.basket.refresh()
    assert {line.sku.id: line.quantity for line in desk.basket.cart.lines} == {
        held.skus[0].id: 100,
        fresh.skus[0].id: 5,
    }
    assert not any(line.later for line in desk.basket.cart.lines)
    await service.take_back(added)
    await desk.basket.refresh()
    (line,) = desk.basket.cart.lines
    assert (line.sku.id, line.quantity, line.later) == (held.skus[0].id, 60, True)


async def test_a_list_is_added_also_while_nobody_answers(desk: Desk):
    offer = await desk.offer()
    plan = await looked_up(desk, f"{offer.ref.id} 40 {offer.skus[0].name}")
    desk.sandbox.control.fault("*", "cut_before", times=0)
    await intake(desk).add(plan.rows)
    with pytest.raises(SourcingError):
        await intake(desk).tell()
    (line,) = desk.basket.cart.lines
    assert (line.quantity, line.untold) == (40, True)
