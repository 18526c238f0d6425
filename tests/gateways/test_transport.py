"""What the transport makes of a network and a gateway that misbehave."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import replace

import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.signature import signature
from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.errors import (
    BadReply,
    Busy,
    NotFound,
    Rejected,
    Unreachable,
)
from sourcing_desktop.gateways.exchange import Limits
from sourcing_desktop.gateways.pandapon.transport import Transport
from tests.gateways.lines import KEY, NOON, SECRET, USER, account, failure_of, line
from tests.support.canned_server import (
    CannedServer,
    after,
    answer,
    dripping,
    envelope,
    flood,
    raw,
)
from tests.support.waiting import until


async def test_a_request_is_signed_and_compact():
    async with line(envelope({"a": 1})) as there:
        data = (await there.transport.read("AG3", body={"keyword": "包", "page": 1})).child("data")
        [asked] = there.server.asked
    assert data.whole("a") == 1
    assert (asked.verb, asked.path) == ("POST", ENDPOINTS["AG3"].v2.path)
    assert asked.body == '{"keyword":"包","page":1}'.encode()
    headers = asked.headers
    assert headers["access-key"] == KEY
    assert headers["user-id"] == USER
    assert headers["timestamp"] == "1735689600"
    assert len(headers["nonce-str"]) == 32
    assert headers["signature"] == signature(KEY, "1735689600", headers["nonce-str"], SECRET)


async def test_a_get_carries_its_query_and_no_body():
    async with line(envelope()) as there:
        await there.transport.read("TG4", query={"itemId": "a=b&c"})
        [asked] = there.server.asked
    assert asked.path == f"{ENDPOINTS['TG4'].v2.path}?itemId=a%3Db%26c"
    assert asked.body == b""


@pytest.mark.parametrize("refund", ["", ".", ".."])
async def test_no_id_leads_to_another_path(refund: str):
    async with line(envelope()) as there:
        with pytest.raises(NotFound, match="refundId"):
            await there.transport.write("TA5", query={"refundId": refund})
        assert there.server.asked == []


async def test_each_try_has_its_own_signature():
    async with line(raw(b"", hang_up=True), raw(b"", hang_up=True), envelope()) as there:
        await there.transport.read("AG3")
        nonces = {asked.headers["nonce-str"] for asked in there.server.asked}
    assert len(nonces) == 3
    assert len(there.pauses) == 2
    assert 0.2 <= there.pauses[0] <= 0.4 <= there.pauses[1] <= 0.8


async def test_a_read_gives_up_after_three_tries():
    error, there = await failure_of(raw(b"HTTP/1.1 200 Sa", hang_up=True))
    assert isinstance(error, Unreachable)
    assert len(there.server.asked) == 3
    assert error.sentence.startswith("The gateway cut the connection before its answer was complete.")


@pytest.mark.parametrize(
    "broken",
    [raw(b"", hang_up=True), raw(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{", hang_up=True)],
    ids=["no answer", "half an answer"],
)
async def test_a_write_is_sent_once_and_may_have_arrived(broken):
    error, there = await failure_of(broken, write=True)
    assert isinstance(error, Unreachable)
    assert error.sent
    assert len(there.server.asked) == 1


async def test_a_write_that_finds_nobody_was_not_sent():
    async with CannedServer(envelope()) as server:
        address = server.url
    transport = Transport(account(address), Credentials(KEY, SECRET, USER))
    with pytest.raises(Unreachable) as caught:
        await transport.write("AO7")
    await transport.close()
    assert not caught.value.sent
    assert caught.value.sentence == (
        "The gateway cannot be reached. "
        "Check the network and the gateway's address in Account settings, and try again."
    )


@pytest.mark.parametrize("address", ["ftp://gateway", "gateway", "http://", "http://a:b/"])
async def test_an_address_that_is_none(address):
    transport = Transport(account(address), Credentials(KEY, SECRET, USER), limits=Limits(tries=1))
    with pytest.raises(Unreachable) as caught:
        await transport.read("AG3")
    await transport.close()
    assert not caught.value.sent


async def test_silence_ends_in_time_and_is_not_asked_again():
    error, there = await failure_of(after(asyncio.Event(), envelope()), silence=0.05)
    assert isinstance(error, Unreachable)
    assert error.sent
    assert len(there.server.asked) == 1
    assert error.sentence.startswith("The gateway did not answer in time.")


async def test_an_answer_that_drips_for_ever_ends_in_time():
    error, _ = await failure_of(dripping(b" ", lambda: asyncio.sleep(0)), whole_answer=0.05)
    assert isinstance(error, Unreachable)
    assert error.sentence.startswith("The gateway did not answer in time.")


async def test_a_packed_answer_is_read():
    packed = gzip.compress(b'{"code":200,"data":{"a":1}}')
    async with line(answer(packed, content_encoding="gzip")) as there:
        assert (await there.transport.read("AG3")).child("data").whole("a") == 1


async def test_a_small_answer_that_unpacks_to_fifty_megabytes_is_cut_off():
    error, _ = await failure_of(answer(gzip.compress(bytes(50_000_000)), content_encoding="gzip"))
    assert isinstance(error, BadReply)
    assert error.sentence.startswith("The gateway's answer is larger than 8 MB and was cut off.")


async def test_fifty_megabytes_are_cut_off():
    error, _ = await failure_of(flood(50_000_000))
    assert isinstance(error, BadReply)
    assert error.sentence.startswith("The gateway's answer is larger than 8 MB and was cut off.")


NOT_AN_ENVELOPE = {
    "a web page": (answer(b"<html>Welcome to the hotel</html>", kind="text/html"), "A web page came instead"),
    "nothing": (answer(b""), "The gateway's answer is empty."),
    "half a JSON": (answer(b'{"code": 200, "data": ['), "The gateway's answer is damaged or incomplete."),
    "not a number": (answer(b'{"code": 200, "data": NaN}'), "The gateway's answer is damaged"),
    "no code": (answer(b'{"data": {}}'), "The gateway's answer is damaged"),
    "a deep pit": (answer(b"[" * 200_000), "The gateway's answer is damaged"),
    "plain text": (answer(b"OK"), "The gateway's answer is not in its usual format."),
    "not UTF-8": (answer(b'{"code": 200, "msg": "\xff"}'), "The gateway's answer is damaged"),
    "elsewhere": (
        answer(b"", status=302, location="https://other/"),
        "The gateway's address points elsewhere",
    ),
    "no such path": (answer(b"<h1>404</h1>", status=404), "There is no gateway at this address"),
    "other packing": (answer(b"{}", content_encoding="br"), "The gateway sent an answer that cannot be"),
    "lying gzip": (answer(b"not gzip", content_encoding="gzip"), "The gateway sent an answer that cannot be"),
}


@pytest.mark.parametrize(("reply", "sentence"), NOT_AN_ENVELOPE.values(), ids=NOT_AN_ENVELOPE.keys())
async def test_what_is_no_envelope_is_said_plainly(reply, sentence):
    error, there = await failure_of(reply)
    assert isinstance(error, BadReply)
    assert error.sentence.startswith(sentence)
    assert len(there.server.asked) == 1


async def test_the_code_decides_and_not_the_status():
    async with line(envelope({"a": 1}, status=500)) as there:
        assert (await there.transport.read("AG3")).child("data").whole("a") == 1


async def test_success_false_inside_a_success_is_a_failure():
    error, _ = await failure_of(envelope({"success": False, "errorCode": "4003", "errorInfo": "not today"}))
    assert isinstance(error, Rejected)
    assert (error.code, error.sentence) == ("4003", "The gateway refused: not today")


async def test_busy_is_waited_for_as_long_as_it_asks():
    busy = envelope(code=429, msg="Too Many Requests", status=429, retry_after="3")
    async with line(busy, busy, envelope({"a": 1})) as there:
        await there.transport.read("AG3")
    assert there.pauses == [3, 3]


async def test_busy_for_longer_than_a_buyer_waits_is_said_at_once():
    error, there = await failure_of(
        answer(b"", status=503, date=NOON, retry_after="Wed, 01 Jan 2025 00:02:00 GMT")
    )
    assert isinstance(error, Busy)
    assert error.retry_after == 120
    assert error.sentence == "The gateway is busy. Try again in 120 seconds."
    assert len(there.server.asked) == 1


async def test_a_gateway_that_broke_down_while_writing_leaves_it_open():
    for status in (500, 502, 503):
        error, there = await failure_of(answer(b"oops", status=status), write=True)
        assert isinstance(error, Unreachable)
        assert error.sent
        assert len(there.server.asked) == 1


async def test_a_stuck_pool_is_left_and_rebuilt():
    gate = asyncio.Event()
    async with line(after(gate, envelope()), envelope({"a": 1}), slots=2, pool=1, connect=0.05) as there:
        stuck = asyncio.get_running_loop().create_task(there.transport.read("AG3"))
        await until(lambda: there.server.asked)
        await there.transport.read("AG5")
        assert there.pauses
        gate.set()
        await stuck


async def test_who_gives_up_leaves_the_connections_healthy():
    gate = asyncio.Event()
    slow = after(gate, envelope())
    async with line(slow, slow, slow, slow, envelope({"a": 1})) as there:
        gone = [asyncio.get_running_loop().create_task(there.transport.read("AG3")) for _ in range(12)]
        await until(lambda: len(there.server.asked) == 4)
        for each in gone:
            each.cancel()
        await asyncio.gather(*gone, return_exceptions=True)
        assert len(there.server.asked) == 4  # those that waited were never sent
        gate.set()
        answers = await asyncio.gather(*(there.transport.read("AG3") for _ in range(20)))
        assert [each.child("data").whole("a") for each in answers] == [1] * 20


async def test_an_account_says_what_its_gateway_does_otherwise():
    """Time in milliseconds (contract 1.4), and paths, by call or by call and generation."""
    changed = {"AG3": "/search", "AG3 v2": "/v2/search", "TA5 v1": "/one", "TG4": "/item/{itemId}"}
    async with CannedServer(envelope(), envelope(), envelope()) as server:
        there = replace(account(server.url), clock_unit="ms", paths=changed)
        transport = Transport(there, Credentials(KEY, SECRET, USER), now=lambda: NOON)
        try:
            await transport.read("AG3", body={})
            await transport.read("TG4", query={"itemId": "a/b"})
            await transport.write("TA5", query={"refundId": "7"})
        finally:
            await transport.close()
        paths = [asked.path for asked in server.asked]
        headers = server.asked[0].headers
    assert paths == ["/v2/search", "/item/a%2Fb", "/v2/taobao/order/refund/cancel/7"]
    assert headers["timestamp"] == "1735689600000"
    assert headers["signature"] == signature(KEY, "1735689600000", headers["nonce-str"], SECRET)
