"""Keeps how each account last looked through its library: its part, order and filters, not the words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSettings

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import FoundBy, FoundIn, SeenKind, SeenOrder, SeenQuery
from sourcing_desktop.ui.library.period import Period, Span

PLACE = "library"


def keep(settings: QSettings, account_id: str, query: SeenQuery, period: Period) -> None:
    """Write it down."""
    found = query.found_by
    settings.beginGroup(f"{PLACE}/{account_id}")
    for name, value in (
        ("kind", query.kind),
        ("order", query.order),
        ("platform", query.platform or ""),
        ("seller", query.seller),
        ("category", query.category_id),
        ("found_by", [found.found_in, found.text, found.category_id] if found is not None else []),
        ("price_from", str(query.price_from.minor) if query.price_from is not None else ""),
        ("price_to", str(query.price_to.minor) if query.price_to is not None else ""),
        ("period", [period.span, period.first.isoformat(), period.last.isoformat()]),
    ):
        settings.setValue(name, [str(each) for each in value] if isinstance(value, list) else str(value))
    settings.endGroup()


def kept(settings: QSettings, account_id: str) -> tuple[SeenQuery, Period]:
    """What was written down; all of the library where that is nothing, or cannot be read."""
    settings.beginGroup(f"{PLACE}/{account_id}")
    try:
        return _query(settings), _period(settings)
    except (ValueError, TypeError):
        return SeenQuery(), Period()
    finally:
        settings.endGroup()


def forget(settings: QSettings, account_id: str) -> None:
    """Write down nothing of an account that is no more."""
    settings.remove(f"{PLACE}/{account_id}")


def keep_categories(settings: QSettings, names: Mapping[str, str]) -> None:
    """Write down what categories are called."""
    settings.setValue(f"{PLACE}/categories", [f"{key}\t{name}" for key, name in names.items()])


def kept_categories(settings: QSettings) -> dict[str, str]:
    """What categories were called the last time somebody told it, by their ids."""
    entries = (entry.partition("\t") for entry in _list(settings, f"{PLACE}/categories"))
    return {key: name for key, _, name in entries}


def _query(settings: QSettings) -> SeenQuery:
    def text(name: str) -> str:
        return str(settings.value(name, ""))

    def price(name: str) -> Money | None:
        return Money(int(text(name))) if text(name) else None

    found = _list(settings, "found_by")
    return SeenQuery(
        kind=SeenKind(text("kind") or SeenKind.SEEN),
        platform=Platform(text("platform")) if text("platform") else None,
        seller=text("seller"),
        category_id=text("category"),
        found_by=FoundBy(FoundIn(found[0]), *found[1:3]) if found else None,
        price_from=price("price_from"),
        price_to=price("price_to"),
        order=SeenOrder(text("order") or SeenOrder.LATEST),
    )


def _period(settings: QSettings) -> Period:
    written = _list(settings, "period")
    if len(written) != 3:
        return Period()
    return Period(Span(written[0]), date.fromisoformat(written[1]), date.fromisoformat(written[2]))


def _list(settings: QSettings, name: str) -> list[str]:
    """A list of one comes back as its only entry, one of none as nothing."""
    value = settings.value(name)
    return [str(each) for each in value] if isinstance(value, list) else []
