"""What is said after a change whose outcome nobody knows; none is taken for done, or asked for twice."""

from __future__ import annotations

import gzip

import pytest

from sourcing_desktop.contract.endpoints import BINDING
from sourcing_desktop.domain.errors import BadReply, Rejected, SourcingError
from sourcing_desktop.domain.freight import FreightQuote
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.gateways.pandapon.addresses import SavedAddresses
from sourcing_desktop.gateways.pandapon.alibaba.side import Alibaba
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao.side import Taobao
from sourcing_desktop.gateways.pandapon.warehouse import Warehouse
from tests.gateways.goods import WAREHOUSE, draft_line, draft_of, line_of
from tests.gateways.lines import failure_of, line
from tests.gateways.test_after_sales_requests import TOKYO
from tests.support.canned_server import answer, envelope, flood, raw

CALLER = Caller("v2")
REF = OfferRef(Platform.ALIBABA, "v2", "x")
ITEM = OfferRef(Platform.TAOBAO, "v2", "x")
LOOK_FIRST = "It may have been done all the same. Look before you do it again."

NO_ANSWER = {
    "cut": raw(b"", hang_up=True),
    "broken down": answer(b"oops", status=500),
    "down": answer(b"oops", status=503),
    "down, says the envelope": envelope(code=503, msg="busy"),
    "broken down, says the envelope": envelope(code=500, msg="busy"),
    "empty": answer(b""),
    "half": answer(b'{"code": 200, "da'),
    "a web page": answer(b"<html>", kind="text/html"),
    "plain": answer(b"OK"),
    "not to be unpacked": answer(b"{}", content_encoding="gzip"),
    "too large": flood(9_000_000),
    "too large once unpacked": answer(gzip.compress(bytes(9_000_000)), content_encoding="gzip"),
}


@pytest.mark.parametrize("reply", NO_ANSWER.values(), ids=NO_ANSWER.keys())
async def test_who_changed_something_is_told_to_look_first(reply):
    error, there = await failure_of(reply, write=True)
    assert error.sentence.endswith(LOOK_FIRST)
    assert "ry again" not in error.sentence
    assert len(there.server.asked) == 1
    error, _ = await failure_of(reply)
    assert LOOK_FIRST not in error.sentence


@pytest.mark.parametrize("code", sorted(BINDING))
async def test_what_binds_cannot_be_read(code):
    async with line(envelope({})) as there:
        with pytest.raises(ValueError, match=f"{code} is binding"):
            await there.transport.read(code)
        assert there.server.asked == []


CHANGES = {
    "AK5": lambda there: Alibaba(there, CALLER).add_to_cart(line_of(REF)),
    "AK4": lambda there: Alibaba(there, CALLER).edit_cart("1", 2),
    "AK2": lambda there: Alibaba(there, CALLER).delete_from_cart(["1"]),
    "TK5": lambda there: Taobao(there, CALLER).add_to_cart(line_of(ITEM)),
    "TK6": lambda there: Taobao(there, CALLER).edit_cart("1", 2),
    "TK4": lambda there: Taobao(there, CALLER).delete_from_cart(["1"]),
    "F2": lambda there: SavedAddresses(there).save(WAREHOUSE),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
async def test_a_plain_no_is_not_taken_for_done(change):
    async with line(envelope(False)) as there:
        with pytest.raises(Rejected, match="did not say why"):
            await change(there.transport)
    for done in (True, 7, None):
        async with line(envelope(done)) as there:
            await change(there.transport)


@pytest.mark.parametrize("data", [True, {"status": "CREATED"}, False, {"success": False}])
async def test_a_booking_without_its_number_is_left_open(data):
    quote = FreightQuote(id="FF1", price=None, lines=())
    async with line(envelope(data)) as there:
        with pytest.raises(BadReply, match="Ask the warehouse before booking again"):
            await Warehouse(there.transport).book(quote, [], TOKYO)


def pair() -> list[OrderDraft]:
    return [draft_of(draft_line(REF), reference=f"SD-{letter}") for letter in "AB"]


async def test_a_number_beside_an_odd_success_is_an_order():
    async with line(envelope({"success": "perhaps", "orderId": "7"})) as there:
        assert (await Alibaba(there.transport, CALLER).create(pair()[0])).order_ids == ("7",)


async def test_orders_that_cannot_be_told_apart_are_named():
    async with line(envelope({"orderList": [{"orderId": "1"}, {"orderId": "2"}]})) as there:
        with pytest.raises(SourcingError, match=r"\(1, 2\)"):
            await Alibaba(there.transport, CALLER).create_many(pair())
