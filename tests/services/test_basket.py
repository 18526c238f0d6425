"""The cart over both platforms, with what the gateway's rows do not carry."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import Rejected, SourcingError
from sourcing_desktop.domain.offer import Platform
from tests.support.desk import Desk, OpenDesk


async def test_lines_keep_their_rules_over_a_restart(open_desk: OpenDesk):
    first = await open_desk()
    detail = await first.offer()
    sku = detail.skus[0]
    await first.basket.add(detail, {sku.id: detail.rules.rounded_up(detail.rules.moq)})
    second = await open_desk()
    await second.basket.refresh()
    (line,) = second.basket.cart.lines
    assert (line.rules, line.prices, line.supplier) == (detail.rules, detail.prices, detail.supplier)
    assert line.sku.name == sku.name


async def test_the_same_sku_twice_is_one_line_with_the_sum(desk: Desk):
    detail = await desk.offer()
    sku = detail.skus[0]
    for _ in range(2):
        await desk.basket.add(detail, {sku.id: detail.rules.rounded_up(1)})
    (line,) = desk.basket.cart.lines
    assert line.quantity == 2 * detail.rules.rounded_up(1)


async def test_both_platforms_are_in_one_cart(desk: Desk):
    for platform in Platform:
        await desk.fill(platform)
    assert [group.platform for group in desk.basket.cart.groups()] == list(Platform)


async def test_a_quantity_the_gateway_refuses_is_taken_back(desk: Desk):
    group = await desk.fill()
    line = group.lines[0]
    desk.sandbox.control.fault("AK4", "code", code="6001")
    with pytest.raises(Rejected):
        await desk.basket.set_quantity(line.key, line.quantity + 1)
    assert desk.basket.cart.line(line.key).quantity == line.quantity


async def test_a_removal_can_be_undone(desk: Desk):
    await desk.fill()
    (line,) = desk.basket.cart.lines
    removed = await desk.basket.remove([line.key])
    assert not desk.basket.cart.lines
    await desk.basket.refresh()
    assert not desk.basket.cart.lines
    await desk.basket.put_back(removed)
    (back,) = desk.basket.cart.lines
    assert (back.sku.id, back.quantity) == (line.sku.id, line.quantity)


async def test_one_platform_down_leaves_the_other_in_the_cart(desk: Desk):
    for platform in Platform:
        await desk.fill(platform)
    before = desk.basket.cart
    desk.sandbox.control.fault("TK3", "html", times=0)
    with pytest.raises(SourcingError):
        await desk.basket.refresh()
    assert desk.basket.cart == before
