"""A journal to measure with: thousands of orders and payments that came to an end long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import Connection, insert

from benchmarks.offers import TITLES
from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.intent import Draft, IntentState, Turn
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Words
from sourcing_desktop.domain.order import DraftLine, OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft, PayWay
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import JOURNAL

LINES = 5
LAST = datetime(2026, 1, 1, tzinfo=UTC)
APART = timedelta(minutes=20)
NOWHERE = "http://127.0.0.1:9/img/ibank/O1CN01{:08d}_!!{}-0-cib.jpg"  # nobody answers there
WAREHOUSE = Address("张三", "13800000000", "浙江省", "金华市", "义乌市", "商城大道1号", town="福田街道")
WAYS = (
    (IntentState.PREPARED, IntentState.SENDING, IntentState.DONE),
    (IntentState.PREPARED, IntentState.SENDING, IntentState.UNKNOWN, IntentState.DONE),
    (IntentState.PREPARED, IntentState.SENDING, IntentState.REJECTED),
)
"""What the entries went through, in turns."""


async def write_entries(database: Database, account: str, count: int) -> None:
    """Put so many entries into an open library, the last one at LAST; every third is a payment."""

    def work(connection: Connection) -> None:
        rows = [row for number in range(count) for row in _rows(account, number, count)]
        if rows:
            connection.execute(insert(JOURNAL), rows)

    await database.run(work)


def entry(number: int) -> Draft:
    """What the buyer confirmed."""
    return _payment(number) if number % 3 == 2 else _order(number)


def _rows(account: str, number: int, count: int) -> Iterator[dict[str, object]]:
    draft, at = entry(number), LAST - APART * (count - number)
    for place, state in enumerate(WAYS[number % len(WAYS)]):
        done = state is IntentState.DONE
        turn = Turn(
            at + timedelta(seconds=place),
            state,
            (_order_id(number),) if done else (),
            "The seller does not sell this SKU any more." if state is IntentState.REJECTED else "",
            'code 200, {"success": true}' if done else "",
        )
        yield {
            "reference": draft.reference,
            "account": account,
            "at": turn.at.isoformat(),
            "state": turn.state.value,
            "draft": None if place else msgspec.json.encode(draft).decode(),
            "order_ids": msgspec.json.encode(turn.order_ids).decode(),
            "explanation": turn.explanation,
            "kind": "order" if isinstance(draft, OrderDraft) else "payment",
            "evidence": turn.evidence,
        }


def _order(number: int) -> OrderDraft:
    lines = tuple(_line(number, place) for place in range(LINES))
    goods = Money(sum(1250 * line.quantity for line in lines))
    seller = f"义乌市星河日用百货有限公司第{number % 400}分店"
    return OrderDraft(
        f"SD-{number:012d}", _platform(number), f"b2b-22{number % 400:08d}", seller, WAREHOUSE, lines, goods,
        Money(800), goods + Money(800), flow="general", trade_type="assureTrade",
    )  # fmt: skip


def _line(number: int, place: int) -> DraftLine:
    original, translated = TITLES[(number + place) % len(TITLES)]
    return DraftLine(
        row_id=f"{number}{place}",
        ref=OfferRef(_platform(number), "v2", str(670_000_000_000 + number * LINES + place)),
        sku_id=str(4_970_432_383_383 + number * LINES + place),
        spec_id="ab" * 16,
        supply_id="",
        supply_sku_id="",
        quantity=20 + place,
        unit_price=Money(1250),
        title=Words(original, translated),
        sku_name=("đỏ / XL", "墨绿色", "สีแดง")[place % 3],
        picture=NOWHERE.format(number, place),
    )


def _payment(number: int) -> PaymentDraft:
    ordered = _order(number - 1)
    return PaymentDraft(
        f"SD-{number:012d}", ordered.platform, _order_id(number), _order_id(number), ordered.seller_name,
        ordered.total, PayWay.ACCOUNT,
    )  # fmt: skip


def _platform(number: int) -> Platform:
    return Platform.TAOBAO if number % 4 == 3 else Platform.ALIBABA


def _order_id(number: int) -> str:
    return str(2_871_134_000_000 + number - number % 3)
