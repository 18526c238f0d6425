"""What the transport makes of a network and a gateway that misbehave."""

from __future__ import annotations

import asyncio
import gzip
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.signature import signature
from sourcing_desktop.domain.account import SANDBOX, Account, Credentials
from sourcing_desktop.domain.errors import (
    BadReply,
    Busy,
    ClockSkewed,
    NotFound,
    Rejected,
    SignInNeeded,
    SourcingError,
    Unreachable,
)
from sourcing_desktop.gateways.pandapon.exchange import Limits
from sourcing_desktop.gateways.pandapon.transport import Transport
from tests.support.canned_server import (
    Answer,
    CannedServer,
    after,
    answer,
    dripping,
    envelope,
    flood,
    raw,
)
from tests.support.waiting import until

KEY, SECRET, USER = "0123456789abcdef0123456789abcdef", "demo-access-secret-not-real", "2100007340000"
NOON = 1_735_689_600.0  # the gateway's clock


@dataclass
class Line:
    """A transport, the server at its other end, and the pauses it made instead of waiting."""

    transport: Transport
    server: CannedServer
    pauses: list[float] = field(default_factory=list)


@asynccontextmanager
async def line(*answers: Answer, now: float = NOON, key: str = KEY, secret: str = SECRET, **limits: float):
    async with CannedServer(*answers) as server:
        pauses: list[float] = []

        async def pause(seconds: float) -> None:
            pauses.append(seconds)

        transport = Transport(
            account(server.url),
            Credentials(key, secret, USER),
            limits=Limits(**{"connect": 2.0, "silence": 2.0} | limits),
            now=lambda: now,
            pause=pause,
        )
        try:
            yield Line(transport, server, pauses)
        finally:
            await transport.close()


def account(url: str) -> Account:
    return Account(name="test", kind=SANDBOX.kind, base_url=url)


async def failure_of(*answers: Answer, write: bool = False, **options) -> tuple[SourcingError, Line]:
    async with line(*answers, **options) as there:
        with pytest.raises(SourcingError) as caught:
            await (there.transport.write if write else there.transport.read)("AG3", body={"keyword": "包"})
        return caught.value, there


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


HOUR = 3600
REFUSED_AT_THE_DOOR = {
    "key": (envelope(code=401, msg="access-key不存在", date=NOON), NOON, SignInNeeded),
    "secret": (envelope(code=9, msg="Signature mismatch", date=NOON), NOON, SignInNeeded),
    "status alone": (answer(b"denied", status=401, date=NOON), NOON, SignInNeeded),
    "user": (envelope(code=403, msg="denied", date=NOON), NOON, SignInNeeded),
    "secret, clock an hour ahead": (envelope(code=9, msg="签名错误", date=NOON), NOON + HOUR, ClockSkewed),
    "clock": (envelope(code=9, msg="timestamp 过期", date=NOON), NOON - HOUR, ClockSkewed),
    "clock, for no visible reason": (envelope(code=9, msg="timestamp", date=NOON), NOON, ClockSkewed),
    "gone": (envelope(code=404, msg="", date=NOON), NOON, NotFound),
    "anything": (envelope(code=77, msg="今天不行", date=NOON), NOON, Rejected),
}


@pytest.mark.parametrize(
    ("reply", "now", "kind"), REFUSED_AT_THE_DOOR.values(), ids=REFUSED_AT_THE_DOOR.keys()
)
async def test_refusals_are_told_apart(reply, now, kind):
    error, there = await failure_of(reply, now=now)
    assert type(error) is kind
    assert len(there.server.asked) == 1


async def test_a_clock_that_is_off_is_said_with_its_offset():
    error, there = await failure_of(envelope(code=9, msg="timestamp", date=NOON), now=NOON + HOUR + 120)
    assert isinstance(error, ClockSkewed)
    assert error.offset == timedelta(hours=1, minutes=2)
    assert there.transport.clock_offset == error.offset
    assert error.sentence == (
        "This computer's clock is 1 hour 2 minutes ahead; the gateway accepts at most 10 minutes. "
        "Set the clock of this computer and try again."
    )


@pytest.mark.parametrize(
    ("key", "secret", "sentence"),
    [
        ("", SECRET, "The access key is missing. Enter it in Account settings."),
        (KEY, "  ", "The secret is missing. Enter it in Account settings."),
        (
            "钥匙",
            SECRET,
            "The access key contains characters it cannot have. Copy it again into Account settings.",
        ),
        (
            "a\r\nb: c",
            SECRET,
            "The access key contains characters it cannot have. Copy it again into Account settings.",
        ),
    ],
)
async def test_keys_that_cannot_be_right_are_not_sent(key, secret, sentence):
    error, there = await failure_of(envelope(), key=key, secret=secret)
    assert isinstance(error, SignInNeeded)
    assert error.sentence == sentence
    assert there.server.asked == []


async def test_no_secret_in_errors_logs_and_reprs(caplog):
    caplog.set_level(logging.DEBUG)
    echo = envelope(code=9, msg=f"bad signature of {KEY} with {SECRET}, I mean {SECRET}")
    error, there = await failure_of(echo)
    other, _ = await failure_of(envelope(code=77, msg=f"what is {SECRET}"))
    said = [
        caplog.text,
        repr(there.transport),
        repr(vars(there.transport)),
        repr(Credentials(KEY, SECRET, USER)),
    ]
    for each in (error, other):
        said += [each.sentence, each.detail, str(each), repr(each)]
    assert other.sentence == "The gateway refused: what is •••"
    assert "HTTP 200" in caplog.text
    assert not [text for text in said if SECRET in text or KEY in text]


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
