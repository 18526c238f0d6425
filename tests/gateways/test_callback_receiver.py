"""The receiver of callbacks over a real socket: it answers first, believes nothing, and outlives anything."""

from __future__ import annotations

import asyncio
import http.client
import json
import random
import threading
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import pytest

from sourcing_desktop.domain.event import Event, EventKind
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.refund import GoodsState, RefundKind
from sourcing_desktop.gateways.pandapon.callback_receiver import CallbackLimits, CallbackReceiver
from tests.gateways.test_order_life import ordered, to_pay
from tests.gateways.test_sandbox_refunds import Buyer, request_for
from tests.support.waiting import until

Open = Callable[..., Awaitable[str]]
PATH = "/a-secret"
POST = f"POST {PATH} HTTP/1.1\r\nhost: here\r\n"


def message(total: int = 9800, name: str = "ORDER_CREATE", order_id: str = "7", pushed: int = 1) -> bytes:
    body = {"orderId": order_id, "orderStatus": "WAITING_FOR_PAYMENT", "totalAmount": total}
    frame = {"messageType": name, "messageBody": json.dumps(body), "messagePlatform": 1}
    return json.dumps(frame | {"timestamp": str(1_779_263_269_913 + pushed)}).encode()


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def listening(events: list[Event], at_the_end) -> Open:
    """Opens receivers that give their events to `events`, unless told otherwise."""

    async def listen(deliver: Callable[[Event], None] = events.append, **limits: float) -> str:
        receiver = CallbackReceiver(deliver, path=PATH, limits=CallbackLimits(**limits))
        at_the_end.append(receiver.close)
        return await receiver.open()

    return listen


async def send(url: str, content: bytes, *, end: bool = False) -> bytes:
    """Whatever comes back for these bytes; with `end` we stop sending, like a client that hangs up."""
    reader, writer = await asyncio.open_connection(urlsplit(url).hostname, urlsplit(url).port)
    try:
        writer.write(content)
        if end:
            writer.write_eof()
        return await reader.read()
    except ConnectionResetError:  # what is left unread at the other end resets the connection
        return b""
    finally:
        writer.close()


def request(body: bytes, *, head: str = f"POST {PATH} HTTP/1.1", **headers: str) -> bytes:
    lines = [head, "host: here", f"content-length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def status(answer: bytes) -> int:
    return int(answer.split(b" ")[1]) if answer else 0


async def push(url: str, body: bytes) -> int:
    return status(await send(url, request(body)))


async def test_an_event_is_handed_on(listening: Open, events):
    url = await listening()
    assert await push(url, message()) == 200
    await until(lambda: events)
    assert (events[0].name, events[0].platform, events[0].order_ids) == (
        "ORDER_CREATE",
        Platform.ALIBABA,
        ("7",),
    )


async def test_the_answer_goes_out_before_anything_is_processed(listening: Open):
    answered, seen = threading.Event(), []
    url = await listening(lambda event: seen.append(answered.wait(timeout=5)))  # holds up the loop

    def ask() -> int:
        connection = http.client.HTTPConnection(urlsplit(url).hostname, urlsplit(url).port, timeout=5)
        connection.request("POST", PATH, message())
        code = connection.getresponse().status
        answered.set()
        connection.close()
        return code

    assert await asyncio.to_thread(ask) == 200
    await until(lambda: seen)
    assert seen == [True]


async def test_repeats_are_told_from_news(listening: Open, events):
    url = await listening()
    for number, total in enumerate([10_000, 10_000, 9_800, 9_800, 10_000]):
        assert await push(url, message(total, pushed=number)) == 200
    await push(url, message(10_000, name="ORDER_CANCEL"))
    await push(url, message(10_000, name="ORDER_CREATE"))
    await push(url, message(10_000, order_id="8"))
    await until(lambda: len(events) == 5)
    assert [(event.name, event.total.minor, *event.order_ids) for event in events] == [
        ("ORDER_CREATE", 10_000, "7"),
        ("ORDER_CREATE", 9_800, "7"),
        ("ORDER_CREATE", 10_000, "7"),
        ("ORDER_CANCEL", 10_000, "7"),
        ("ORDER_CREATE", 10_000, "8"),
    ]


async def test_a_repeat_is_forgotten_when_the_gateway_has_given_up(listening: Open, events):
    """Retries end after two and a half hours: who says the same later has news."""
    url, hour = await listening(), 3_600_000
    for pushed in (0, 5 * hour // 2, 4 * hour, 6 * hour, 8 * hour):
        await push(url, message(pushed=pushed))
    await until(lambda: len(events) == 3)
    first = events[0].sent_at
    assert [(event.sent_at - first).total_seconds() / 3600 for event in events] == [0, 4, 8]


@pytest.mark.expects_log("could not be handed on")
async def test_what_could_not_be_handed_on_is_no_repeat(listening: Open):
    seen: list[Event] = []

    def deliver(event: Event) -> None:
        seen.append(event)
        if len(seen) == 1:
            raise RuntimeError("the queue is full")

    url = await listening(deliver)
    for _ in range(3):
        await push(url, message())
    await until(lambda: len(seen) == 2)
    assert seen[0] == seen[1]


async def test_messages_without_an_order_are_never_repeats(listening: Open, events):
    url = await listening()
    for _ in range(2):
        await push(url, b"{}")
    await until(lambda: len(events) == 2)


async def test_only_so_many_orders_are_remembered(listening: Open, events):
    url = await listening(orders=2)
    for order_id in "12321":
        await push(url, message(order_id=order_id))
    await until(lambda: len(events) == 4)  # 1 was forgotten when 3 came
    assert [event.order_ids[0] for event in events] == ["1", "2", "3", "1"]


async def test_a_body_in_chunks(listening: Open, events):
    url, body = await listening(), message()
    chunks = b"".join(
        b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:60], body[60:])
    )
    head = f"POST {PATH}?x=1 HTTP/1.1\r\nhost: here\r\ntransfer-encoding: chunked\r\n\r\n".encode()
    assert status(await send(url, head + chunks + b"0\r\n\r\n")) == 200
    await until(lambda: events)


async def test_who_asks_whether_to_go_on_is_told_to(listening: Open, events):
    """A client that expects `100 Continue` sends its body only then."""
    url, body = await listening(), message()
    reader, writer = await asyncio.open_connection(urlsplit(url).hostname, urlsplit(url).port)
    whole = request(body, expect="100-continue")
    writer.write(whole.removesuffix(body))
    assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 \r\n\r\n"
    writer.write(body)
    assert status(await reader.read()) == 200
    writer.close()
    await until(lambda: events)


async def test_who_asks_whether_to_go_on_may_be_told_not_to(listening: Open):
    url = await listening()
    too_much = f"{POST}content-length: 300000\r\nexpect: 100-continue\r\n\r\n".encode()
    assert status(await send(url, too_much)) == 413


@pytest.mark.parametrize("verb", ["GET", "HEAD", "POST"])
async def test_the_check_of_the_address_is_answered(listening: Open, events, verb):
    url = await listening()
    assert status(await send(url, request(b"", head=f"{verb} {PATH} HTTP/1.1"))) == 200
    assert events == []


HOSTILE = {
    "another path": (request(message(), head="POST / HTTP/1.1"), 404),
    "another verb": (request(message(), head=f"DELETE {PATH} HTTP/1.1"), 405),
    "no HTTP": (b"hello\r\n\r\n", 400),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    "a head without end": (b"POST " + b"a" * 100_000, 431),
    "a negative length": (f"{POST}content-length: -1\r\n\r\n".encode(), 400),
    "a length of letters": (
        f"{POST}content-length: many\r\n\r\n".encode(),
        400,
    ),
    "an endless length": (
        f"{POST}content-length: {'9' * 5000}\r\n\r\n".encode(),
        400,
    ),
    "too much": (f"{POST}content-length: 300000\r\n\r\n".encode(), 413),
    "too much in chunks": (
        f"{POST}transfer-encoding: chunked\r\n\r\n".encode()
        + b"20000\r\n"
        + b"a" * 0x20000
        + b"\r\n40000\r\n",
        413,
    ),
    "no chunks": (
        f"{POST}transfer-encoding: chunked\r\n\r\nzz\r\n".encode(),
        400,
    ),
    "no JSON": (request(b"hello"), 200),
    "no object": (request(b"[7]"), 200),
    "half of it": (request(message()[:40]), 200),
    "deep": (request(b"[" * 100_000), 200),
    "deep objects": (request(b'{"messageBody":' * 10_000), 200),
    "a number without end": (request(b'{"orderId":' + b"9" * 100_000 + b"}"), 200),
    "no text": (request(b"\xff\xfe\x00"), 200),
}


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_input_is_answered_and_survived(listening: Open, events, content, code):
    url = await listening()
    assert status(await send(url, content)) in (code, 0 if code >= 400 else code)
    assert await push(url, message()) == 200
    await until(lambda: events)
    assert [event.name for event in events] == ["ORDER_CREATE"]


async def test_who_takes_too_long_is_sent_away(listening: Open, events):
    url = await listening(seconds=0.05)
    whole = request(message())
    for length in (0, 10, len(whole) - 1):
        assert await send(url, whole[:length]) == b""
    assert events == []


async def test_who_hangs_up_is_forgotten(listening: Open, events):
    url = await listening()
    whole = request(message())
    for length in (0, 10, len(whole) - 1):
        assert await send(url, whole[:length], end=True) == b""
    assert await push(url, message()) == 200
    await until(lambda: len(events) == 1)


async def test_a_crowd_is_not_let_in(listening: Open, events):
    url = await listening(visitors=1)
    reader, writer = await asyncio.open_connection(urlsplit(url).hostname, urlsplit(url).port)
    writer.write(b"POST")
    await writer.drain()
    assert await send(url, b"") == b""
    writer.write(request(message())[4:])
    assert status(await reader.read()) == 200
    writer.close()
    await until(lambda: events)
    assert await push(url, message(name="ORDER_CANCEL")) == 200


@pytest.mark.expects_log("could not be handed on")
async def test_an_error_of_whoever_takes_the_event_is_heard(listening: Open, events):
    def deliver(event: Event) -> None:
        if event.name == "ORDER_CREATE":
            raise KeyError("a bug")
        events.append(event)

    url = await listening(deliver)
    assert await push(url, message()) == 200
    assert await push(url, message(name="ORDER_CANCEL")) == 200
    await until(lambda: events)


async def test_nobody_is_served_after_the_end(events):
    receiver = CallbackReceiver(events.append)
    url = await receiver.open()
    reader, writer = await asyncio.open_connection(urlsplit(url).hostname, urlsplit(url).port)
    writer.write(b"POST / HTTP/1.1\r\n")
    await push(url, message())  # whoever came before was let in
    await receiver.close()
    assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await push(url, message())


async def test_noise_of_all_kinds(listening: Open, events):
    url, chance = await listening(seconds=0.2), random.Random(7)
    for _ in range(150):
        noise = bytearray(request(message()))
        for _ in range(chance.randint(1, 12)):
            noise[chance.randrange(len(noise))] = chance.randrange(256)
        await send(url, bytes(noise), end=True)
    events.clear()
    assert await push(url, message(name="ORDER_SUCCESS")) == 200
    await until(lambda: events)


async def test_the_sandbox_pushes(pandapon, sandbox, listening: Open, events):
    """Repeated and in the wrong order: every change is heard once, and each push was answered in time."""
    sandbox.control.listen(await listening(), held=True)
    alibaba = await ordered(pandapon, Platform.ALIBABA)
    taobao = await to_pay(pandapon, sandbox)
    for order_id in (alibaba, taobao):
        sandbox.control.change_total(order_id, 12_300)
    await pandapon.alibaba.pay(alibaba)
    order = await pandapon.alibaba.order(alibaba)
    refunds = pandapon.alibaba.refunds
    terms = await refunds.terms(alibaba, [order.lines[0].id], GoodsState.NOT_SHIPPED)
    refund_id = await refunds.apply(request_for(order, terms.reasons[0].id))
    paid = await Buyer(pandapon, sandbox).paid(Platform.TAOBAO)
    refunds = pandapon.taobao.refunds
    terms = await refunds.terms(paid.lines[0].id, RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED)
    taobao_refund_id = await refunds.apply(request_for(paid, terms.reasons[0].id))
    messages = await asyncio.to_thread(lambda: sandbox.control.push(newest_first=True, times=2))
    assert {each["outcome"] for each in messages} == {"200"}
    await until(lambda: len(events) == len(messages))
    assert all({alibaba, taobao, paid.id} & set(event.order_ids) for event in events)
    assert {(event.platform, event.kind) for event in events} == {
        (Platform.ALIBABA, EventKind.PRICE),
        (Platform.ALIBABA, EventKind.STATUS),
        (Platform.ALIBABA, EventKind.REFUND),
        (Platform.TAOBAO, EventKind.PRICE),
        (Platform.TAOBAO, EventKind.STATUS),
        (Platform.TAOBAO, EventKind.REFUND),
    }
    assert {event.total for event in events if event.kind is EventKind.PRICE} == {Money(12_300)}
    refunded = {event.refund_id for event in events if event.kind is EventKind.REFUND}
    assert refunded == {refund_id, taobao_refund_id}
