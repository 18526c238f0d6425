"""Checks that several LinkedMall requests share, made before anything is sent. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcing_desktop.domain.errors import Rejected
from sourcing_desktop.language import tr


def given(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields without those that are None or empty: an absent field is not sent (contract upstream A1)."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def check_purchaser(purchaser_id: str) -> None:
    """Rejected without the buyer's shop, which every call about goods needs."""
    if not purchaser_id.strip():
        raise Rejected(tr("Choose which of your LinkedMall shops buys."))


def check_page(page: int, size: int, most: int) -> None:
    """Rejected for a page LinkedMall does not have."""
    if page < 1 or not 1 <= size <= most:
        raise Rejected(tr("LinkedMall counts pages from 1 and gives at most {most} rows a page.", most=most))


def check_count(what: str, items: Sequence[object], most: int) -> None:
    """Rejected for a list that is empty or too long for one call."""
    if not 1 <= len(items) <= most:
        raise Rejected(
            tr(
                "LinkedMall takes 1 to {most} {what} at a time, not {count}.",
                most=most,
                what=what,
                count=len(items),
            )
        )
