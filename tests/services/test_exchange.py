"""The buyer's rate of exchange on a real library."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.exchange_rate import ExchangeRate

NOW = datetime(2026, 11, 20, tzinfo=UTC)
VND = Rate("VND", Decimal("3550.25"), NOW)


@pytest.fixture
def library(runner, tmp_path):
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


def opened(library) -> Exchange:
    return Exchange(ExchangeRate(library), now=lambda: NOW)


async def test_a_rate_is_there_after_a_restart_and_gone_when_it_is_forgotten(library):
    exchange, told = opened(library), []
    exchange.changed.subscribe(told.append)
    await exchange.load()
    await exchange.state("USD", Decimal("0.14"))
    await exchange.state("VND", Decimal("3550.25"))
    again = opened(library)
    await again.load()
    assert again.rate == exchange.rate == VND
    await again.forget()
    await exchange.load()
    assert exchange.rate is None
    assert told == [None, Rate("USD", Decimal("0.14"), NOW), again_rate(), None]


def again_rate() -> Rate:
    return Rate("VND", Decimal("3550.25"), NOW)


async def test_a_rate_that_cannot_be_kept_is_not_used(library):
    exchange = opened(library)
    await library.run(lambda connection: connection.exec_driver_sql("DROP TABLE choices"))
    with pytest.raises(StorageFailed):
        await exchange.state("USD", Decimal("0.14"))
    assert exchange.rate is None
