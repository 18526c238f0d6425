"""Previews that were seen, kept per account and order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.second_look import SeenPreview
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.seen_previews import SeenPreviews

SEEN = SeenPreview(
    (("1688:17", 20),), "浙江省 金华市", Money(2000), Money(2500), datetime(2026, 5, 4, tzinfo=UTC)
)


async def test_the_last_one_is_there_after_a_restart_for_its_account_alone(tmp_path):
    database = Database(tmp_path / "library.sqlite")
    await database.open()
    await SeenPreviews(database, "a").keep("1688:shop#1", SEEN)
    later = replace(SEEN, total=Money(2600))
    await SeenPreviews(database, "a").keep("1688:shop#1", later)
    await database.close()
    again = Database(tmp_path / "library.sqlite")
    await again.open()
    assert await SeenPreviews(again, "a").of("1688:shop#1") == later
    assert await SeenPreviews(again, "a").of("1688:shop#2") is None
    assert await SeenPreviews(again, "b").of("1688:shop#1") is None
    await again.close()
