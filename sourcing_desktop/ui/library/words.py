"""What the library tells of what was seen, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sourcing_desktop.domain.seen import FoundBy, FoundIn, LibrarySize, SeenKind, SeenOffer, SeenOrder
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.library.period import Period, Span

KINDS = {SeenKind.SEEN: tr("Seen"), SeenKind.OPENED: tr("Opened"), SeenKind.ORDERED: tr("Ordered")}
ORDERS = {
    SeenOrder.LATEST: tr("Latest first"),
    SeenOrder.OLDEST: tr("Oldest first"),
    SeenOrder.CHEAPEST: tr("Cheapest first"),
    SeenOrder.DEAREST: tr("Dearest first"),
    SeenOrder.MOST_SEEN: tr("Most often seen"),
}
SPANS = {
    Span.ANY: tr("At any time"),
    Span.TODAY: tr("Today"),
    Span.WEEK: tr("Last 7 days"),
    Span.MONTH: tr("Last 30 days"),
    Span.DAYS: tr("From … until …"),
}
NOTHING = {
    SeenKind.SEEN: tr("Nothing here yet. Every offer you are shown stays here, also without a network."),
    SeenKind.OPENED: tr("Nothing here yet. Every offer you open stays here with all its details."),
    SeenKind.ORDERED: tr("Nothing here yet. The offers you order stay here."),
}

LIKENESS = {True: tr("Looks the same"), False: tr("Similar")}

KILO = 1000
LONGEST = 40
"""Letters of what a search is called; titles are longer."""


def found_by(search: FoundBy) -> str:
    """What a search is called: `“backpack”`, `the picture bag.jpg`, `the shop Star`."""
    text = search.text if len(search.text) <= LONGEST else f"{search.text[: LONGEST - 1].rstrip()}…"
    match search.found_in:
        case FoundIn.WORDS:
            return tr("“{words}”", words=text)
        case FoundIn.PICTURE:
            return tr("the picture {name}", name=text) if text else tr("a picture")
        case FoundIn.SHOP:
            return tr("the shop {shop}", shop=text)
        case FoundIn.FEED:
            return tr("the feed {feed}", feed=text)
        case FoundIn.RELATED:
            return tr("offers related to {offer}", offer=text) if text else tr("related offers")


def facts(seen: SeenOffer) -> str:
    """When an offer was seen, how often, what it once cost where that was less, whether it was ordered or
    opened, and what found it, which may be long."""
    when = formats.moment(seen.last_seen)
    if seen.times == 1:
        said = [tr("Seen {when}", when=when)]
    else:
        said = [
            trn("Seen {count} time, last {when}", "Seen {count} times, last {when}", seen.times, when=when)
        ]
    if seen.lowest is not None and seen.offer.price is not None and seen.lowest != seen.offer.price:
        said.append(tr("was {price}", price=formats.money(seen.lowest)))
    if seen.ordered_at is not None:
        said.append(tr("ordered {day}", day=formats.day(seen.ordered_at)))
    elif seen.opened_at is not None:
        said.append(tr("opened {day}", day=formats.day(seen.opened_at)))
    said.append(tr("found by {search}", search=found_by(seen.found_by)))
    return " · ".join(said)


def size(held: LibrarySize) -> str:
    """`48,210 offers · 61 MB`."""
    return " · ".join((formats.offers(held.offers), room(held.bytes)))


def room(held: int) -> str:
    """Room on a disk, from that many bytes: `61 MB`, `1.2 GB`."""
    kilobytes = -(-held // KILO)
    megabytes = -(-kilobytes // KILO)
    if kilobytes < KILO:
        return tr("{size} kB", size=f"{kilobytes:,}")
    if megabytes < KILO:
        return tr("{size} MB", size=f"{megabytes:,}")
    return tr("{size} GB", size=f"{megabytes / KILO:,.1f}")


def period(chosen: Period) -> str:
    """`Last 7 days`, `2026-11-03 to 2026-11-09`."""
    if chosen.span is not Span.DAYS:
        return SPANS[chosen.span]
    if chosen.first == chosen.last:
        return chosen.first.isoformat()
    return tr("{first} to {last}", first=chosen.first.isoformat(), last=chosen.last.isoformat())


def category(category_id: str, names: Mapping[str, str]) -> str:
    """Its name where somebody has told it."""
    return names.get(category_id) or tr("Category {id}", id=category_id)


def newer(count: int) -> str:
    return trn("{count} newer offer", "{count} newer offers", count)


def last(time: datetime) -> str:
    """When a search last found something."""
    return tr("last {when}", when=formats.day(time))
