"""What a script lets the platform refuse, as the client tells it."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import draft_order
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.gateways.pandapon import payments
from tests.gateways.goods import WAREHOUSE, chosen, group_of
from tests.gateways.test_sandbox_orders import details


@pytest.mark.parametrize("code", ["500_007", "500_009"])
async def test_an_offer_that_is_refused_in_preview_and_order(connect, sandbox, code):
    side = connect("v1").alibaba
    line = chosen((await details(connect("v1"), Platform.ALIBABA))[0])
    before = await side.preview(group_of(line), WAREHOUSE)
    sandbox.control.refuse(code, offer_id=line.ref.id)
    preview = await side.preview(group_of(line), WAREHOUSE)
    assert list(preview.refusals) == [line.sku.id]
    draft = draft_order(group_of(line), before, WAREHOUSE, "SD-1")
    with pytest.raises(Rejected) as caught:
        await side.create(draft)
    assert (caught.value.code, caught.value.sentence) == (code, preview.refusals[line.sku.id])
    sandbox.control.refuse("", offer_id=line.ref.id)
    assert (await side.create(draft)).order_ids


async def order(side, line) -> str:
    group = group_of(line)
    draft = draft_order(group, await side.preview(group, WAREHOUSE), WAREHOUSE, "SD-2")
    return (await side.create(draft)).order_ids[0]


async def test_an_order_that_cannot_be_paid(pandapon, sandbox):
    side = pandapon.alibaba
    line = chosen((await details(pandapon, Platform.ALIBABA))[0])
    first, second = await order(side, line), await order(side, line)
    sandbox.control.refuse("400_4", order_id=first)
    assert await side.pay(first) == Payment(refused={first: payments.CANNOT_PAY})
    both = await side.pay_many([first, second])
    assert (both.paid, list(both.refused)) == ((second,), [first])
    sandbox.control.refuse("", order_id=first)
    assert (await side.pay(first)).paid == (first,)


async def test_a_general_failure_leaves_open_whether_it_was_paid(pandapon, sandbox):
    side = pandapon.alibaba
    placed = await order(side, chosen((await details(pandapon, Platform.ALIBABA))[0]))
    sandbox.control.refuse("400_1", order_id=placed)
    with pytest.raises(BadReply, match="Look at the orders before paying again"):
        await side.pay(placed)
    assert sandbox.control.orders()[0]["state"] == "to pay"
