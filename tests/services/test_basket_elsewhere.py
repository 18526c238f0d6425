"""Two computers, one account: what one changes reaches the other, and no change of either is lost."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.cart import CartLine
from tests.support.desk import Desk, OpenDesk


@pytest.fixture
def open_two(open_desk: OpenDesk):
    """Opens two computers that know the same cart of one line."""

    async def opened() -> tuple[Desk, Desk, CartLine]:
        here, there = await open_desk(library="here"), await open_desk(library="there")
        group = await here.fill()
        await there.basket.refresh()
        assert [line.key for line in there.basket.cart.lines] == [group.lines[0].key]
        return here, there, group.lines[0]

    return opened


async def change_apart(here: Desk, there: Desk, mine, theirs) -> None:
    """Let `here` change its cart without a network while `there` changes it, too; then both are online."""
    here.sandbox.control.fault("*", "cut_before", times=0)
    await mine(here)
    here.sandbox.control.clear()
    await theirs(there)
    await here.basket.refresh()
    await there.basket.refresh()


def shown(desk: Desk) -> list[tuple[str, int]]:
    return [(line.key, line.quantity) for line in desk.basket.cart.lines]


async def at_gateway(desk: Desk) -> list[tuple[str, int]]:
    return [(line.key, line.quantity) for line in await desk.gateway.alibaba.cart_lines()]


def quantity(key: str, pieces: int):
    return lambda desk: desk.basket.set_quantity(key, pieces)


def removal(key: str):
    return lambda desk: desk.basket.remove([key])


async def test_a_change_reaches_the_other_computer(open_two):
    here, there, line = await open_two()
    await there.basket.set_quantity(line.key, 44)
    await here.basket.refresh()
    assert shown(here) == [(line.key, 44)]
    assert here.basket.cart.lines[0].elsewhere is None
    await here.basket.remove([line.key])
    await there.basket.refresh()
    assert shown(there) == []


async def test_two_quantities_are_both_shown_until_the_buyer_decides(open_two):
    here, there, line = await open_two()
    await change_apart(here, there, quantity(line.key, 30), quantity(line.key, 40))
    assert shown(here) == shown(there) == await at_gateway(here) == [(line.key, 30)]
    await here.basket.refresh()
    assert [each.elsewhere for each in here.basket.cart.lines] == [40]
    await here.basket.decide(line.key, 40)
    assert [each.elsewhere for each in here.basket.cart.lines] == [None]
    await there.basket.refresh()
    assert shown(there) == await at_gateway(here) == [(line.key, 40)]


async def test_ours_can_be_kept(open_two):
    here, there, line = await open_two()
    await change_apart(here, there, quantity(line.key, 30), quantity(line.key, 40))
    await here.basket.decide(line.key, 30)
    await here.basket.load()
    assert [(each.quantity, each.elsewhere) for each in here.basket.cart.lines] == [(30, None)]


async def test_typing_what_is_wanted_elsewhere_settles_it(open_two):
    here, there, line = await open_two()
    await change_apart(here, there, quantity(line.key, 30), quantity(line.key, 40))
    await here.basket.set_quantity(line.key, 35)
    assert [each.elsewhere for each in here.basket.cart.lines] == [40]
    await here.basket.set_quantity(line.key, 40)
    assert [each.elsewhere for each in here.basket.cart.lines] == [None]


async def test_the_same_quantity_on_both_is_no_question(open_two):
    here, there, line = await open_two()
    await change_apart(here, there, quantity(line.key, 40), quantity(line.key, 40))
    assert [(each.quantity, each.elsewhere) for each in here.basket.cart.lines] == [(40, None)]


@pytest.mark.parametrize("removed_here", [True, False])
async def test_a_line_removed_on_one_and_changed_on_the_other_stays(open_two, removed_here: bool):
    here, there, line = await open_two()
    changes = [removal(line.key), quantity(line.key, 40)]
    await change_apart(here, there, *(changes if removed_here else reversed(changes)))
    assert shown(here) == shown(there) == await at_gateway(here) == [(line.key, 40)]


async def test_a_line_removed_on_both_is_gone(open_two):
    here, there, line = await open_two()
    await change_apart(here, there, removal(line.key), removal(line.key))
    assert shown(here) == shown(there) == await at_gateway(here) == []


async def test_goods_added_on_both_are_one_line(open_two):
    here, there, line = await open_two()
    detail = await here.offer(row=6)
    sku = detail.skus[0].id
    await change_apart(
        here,
        there,
        lambda desk: desk.basket.add(detail, {sku: 10}),
        lambda desk: desk.basket.add(detail, {sku: 25}),
    )
    assert shown(here) == shown(there) == [(line.key, line.quantity), (f"1688:{sku}", 10)]
    assert here.basket.cart.lines[1].elsewhere == 25


async def test_a_row_that_is_gone_when_it_is_changed_is_added_again(open_two):
    here, there, line = await open_two()
    await there.basket.remove([line.key])
    await here.basket.set_quantity(line.key, 40)
    assert shown(here) == await at_gateway(here) == [(line.key, 40)]
    assert not here.basket.cart.lines[0].untold


async def test_rows_are_removed_although_one_of_them_is_gone(open_two):
    here, there, line = await open_two()
    await here.fill(row=6)
    await there.basket.remove([line.key])
    await here.basket.remove([each.key for each in here.basket.cart.lines])
    assert shown(here) == await at_gateway(here) == []
    assert here.basket.trouble == ""


async def test_marks_are_of_this_computer_and_come_back_with_the_goods(open_two):
    here, there, line = await open_two()
    await here.basket.set_note(line.key, "for Anna")
    await here.basket.set_later([line.key], True)
    await there.basket.refresh()
    assert [(each.note, each.later) for each in there.basket.cart.lines] == [("", False)]
    removed = await there.basket.remove([line.key])
    await here.basket.refresh()
    assert shown(here) == []
    await there.basket.put_back(removed)
    await here.basket.refresh()
    assert [(each.note, each.later) for each in here.basket.cart.lines] == [("for Anna", True)]


async def test_more_of_what_was_bought_is_a_question_that_leaves_out_what_was_bought(open_two):
    here, there, line = await open_two()
    here.sandbox.control.fault("AK2", "http_500", times=0)
    async with here.basket.ordered({line.key: line.quantity}) as also:
        await here.database.run(also)
    await there.basket.set_quantity(line.key, line.quantity + 10)
    here.sandbox.control.clear()
    await here.basket.refresh()
    assert shown(here) == await at_gateway(here) == [(line.key, 10)]
    assert here.basket.cart.lines[0].elsewhere == line.quantity + 10
