"""Domain values as text for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sourcing_desktop.domain.money import Money, places
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, Badge, Obstacle, Offer, Platform
from sourcing_desktop.domain.quantity import MOST_PIECES, Fault, MixedBatch, Problem, read_quantity
from sourcing_desktop.domain.search import Sort
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.language import tr, trn

if TYPE_CHECKING:
    from sourcing_desktop.domain.exchange import Rate

UNKNOWN = "—"

ENDLESS_NUMBER = re.compile("[0-9][0-9, ]{10,}")
"""More digits than are read as a quantity."""

PLATFORM_NAMES = {Platform.ALIBABA: "1688", Platform.TAOBAO: "Taobao"}

BADGE_NAMES = {
    Badge.SUPER_FACTORY: tr("Super factory"),
    Badge.POWERFUL_MERCHANT: tr("Proven merchant"),
    Badge.TRUST_MEMBER: tr("Trust member"),
    Badge.CURATED: tr("Curated"),
    Badge.DROPSHIP: tr("Dropship"),
    Badge.STRICT_SELECTION: tr("Strict selection"),
    Badge.GLOBAL_SELECTION: tr("Global selection"),
    Badge.SELECTED: tr("Selected"),
    Badge.DROPSHIP_FREE_POST: tr("Free post"),
    Badge.MIXED_BATCH: tr("Mixed batch"),
    Badge.RETURN_7_DAYS: tr("7-day returns"),
    Badge.NEW_7_DAYS: tr("New this week"),
    Badge.NEW_30_DAYS: tr("New this month"),
}

SORT_NAMES = {
    Sort.DEFAULT: tr("Best match"),
    Sort.PRICE_UP: tr("Price, low to high"),
    Sort.PRICE_DOWN: tr("Price, high to low"),
    Sort.SOLD: tr("Most sold in 30 days"),
    Sort.REPURCHASE: tr("Most bought again"),
}

TRADE_NAMES = {
    "assureTrade": tr("1688's guaranteed payment"),
    "alipay": "Alipay",
    "period": tr("credit on payment terms"),
    "creditBuy": tr("credit"),
}

_SIGNS = {
    **{"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "VND": "₫", "THB": "฿", "PHP": "₱", "INR": "₹"},
    **{"PEN": "S/ ", "MXN": "MX$", "COP": "COL$", "BRL": "R$", "IDR": "Rp ", "MYR": "RM "},
}

_MONTHS = (
    *(tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun")),
    *(tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec")),
)


def shortened(text: str, most: int = 40) -> str:
    """The beginning of a text that may be endless."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def money(amount: Money | None) -> str:
    """`¥1,234.50`, `₫4,380,000`; a dash where no amount is known."""
    if amount is None:
        return UNKNOWN
    sign = _SIGNS.get(amount.currency, amount.currency + " ")
    minus = "−" if amount.minor < 0 else ""
    return f"{minus}{sign}{abs(amount.major):,.{places(amount.currency)}f}"


def per_yuan(rate: Rate) -> str:
    """`₫3,550`: what one yuan costs, with every digit that was stated."""
    sign = _SIGNS.get(rate.currency, rate.currency + " ")
    return f"{sign}{rate.per_yuan.normalize():,f}"


def count(number: int | None) -> str:
    """`1,204`; a dash where no number is known."""
    return UNKNOWN if number is None else f"{number:,}"


def pieces(number: int) -> str:
    return trn("{count} piece", "{count} pieces", number)


def orders(number: int) -> str:
    return trn("{count} order", "{count} orders", number)


def offers(number: int) -> str:
    return trn("{count} offer", "{count} offers", number)


def lines(number: int) -> str:
    return trn("{count} line", "{count} lines", number)


def percent(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:.0f} %"


def weight(grams: int | None) -> str:
    """`350 g`, `1.2 kg`; a dash where unknown."""
    if grams is None:
        return UNKNOWN
    return f"{grams} g" if grams < 1000 else f"{grams / 1000:,.2f}".rstrip("0").rstrip(".") + " kg"


def moment(time: datetime | None) -> str:
    """Local date and time to the minute."""
    return UNKNOWN if time is None else time.astimezone().strftime("%Y-%m-%d %H:%M")


def day(time: datetime) -> str:
    """`20 Nov 2026`, local."""
    local = time.astimezone()
    return tr("{day} {month} {year}", day=local.day, month=_MONTHS[local.month - 1], year=local.year)


def ago(age: timedelta) -> str:
    """`just now`, `20 s ago`, `5 min ago`, `3 h ago`, `2 days ago`."""
    seconds = int(age.total_seconds())
    if seconds < 5:
        return tr("just now")
    if seconds < 90:
        return tr("{seconds} s ago", seconds=seconds)
    if seconds < 90 * 60:
        return tr("{minutes} min ago", minutes=seconds // 60)
    if seconds < 48 * 3600:
        return tr("{hours} h ago", hours=seconds // 3600)
    return trn("{count} day ago", "{count} days ago", seconds // (24 * 3600))


def badge(code: str) -> str:
    """A badge's name; a code nobody documented is shown as it is."""
    try:
        return BADGE_NAMES[Badge(code)]
    except ValueError:
        return code.partition("-")[2] or code


def problem(found: Problem) -> str:
    """What is wrong with a quantity, in one sentence."""
    limit = f"{found.limit:,}"
    return {
        Fault.NOT_POSITIVE: tr("Enter at least 1."),
        Fault.TOO_MANY: tr("More than {limit} pieces; check the number.", limit=limit),
        Fault.BELOW_MOQ: tr("Below the minimum of {limit} for this offer.", limit=limit),
        Fault.NOT_A_LOT: tr("Sold in lots of {limit}.", limit=limit),
        Fault.ABOVE_STOCK: tr("Only {limit} in stock.", limit=limit) if found.limit else tr("Out of stock."),
        Fault.NOT_SOLD: tr("This SKU is not sold any more."),
    }[found.fault]


def no_quantity(text: str) -> str:
    """Why a text that is no quantity is none, in one sentence."""
    if not text:
        return tr("Enter a quantity.")
    if ENDLESS_NUMBER.fullmatch(text) or (read_quantity(text) or 0) > MOST_PIECES:
        return problem(Problem(Fault.TOO_MANY, MOST_PIECES))
    return tr("Enter a whole number, such as 12.")


def obstacle(found: Obstacle) -> str:
    """Why an offer cannot be ordered, in one sentence."""
    return {
        Obstacle.NOT_ON_SALE: tr("This offer is not on sale at the moment, so it cannot be ordered."),
        Obstacle.NO_SUPPLY: tr("The gateway has no supplier for this Taobao item, so it cannot be ordered."),
        Obstacle.IN_POOL: tr(
            "This is of LinkedMall’s pool and cannot go into this cart."
            " “Find similar” finds the same goods on 1688."
        ),
    }[found]


def shop_problem(offer: Offer) -> str:
    """Why the shop of an offer cannot be looked through, in one sentence; empty when it can."""
    if offer.ref.generation == LINKEDMALL_IDS:
        return tr("Shops of LinkedMall’s pool cannot be looked through.")
    if offer.ref.platform is Platform.TAOBAO:
        return tr("The gateway knows no shops on Taobao.")
    return ""


def origin(offer: Offer) -> str:
    """`1688`, `Pool · Taobao`, `No. 3 · 1688`: where an offer is from, and its place in a hot list."""
    platform = PLATFORM_NAMES[offer.ref.platform]
    if offer.ref.generation == LINKEDMALL_IDS:
        return tr("Pool · {platform}", platform=platform)
    if offer.place is not None:
        return tr("No. {place} · {platform}", place=offer.place, platform=platform)
    return platform


def buyers(number: int) -> str:
    """`401 buyers`: how many different ones an offer had in 30 days."""
    return trn("{count} buyer", "{count} buyers", number)


def similar_problem(offer: Offer) -> str:
    """Why nothing similar to an offer can be found, in one sentence; empty when it can."""
    return "" if offer.picture else tr("The offer has no picture.")


def shortlist_deed(listed: bool, those: str = "") -> str:
    """What the heart does with an offer, or with `those`, when all of them are or are not on the list."""
    if listed:
        return tr("Remove {those} from shortlist", those=those) if those else tr("Remove from shortlist")
    return tr("Shortlist {those}", those=those) if those else tr("Shortlist")


def sellers(number: int) -> str:
    return trn("{count} seller", "{count} sellers", number)


def some_of(taken: int, of: int) -> str:
    """`5`, `5,000 of 20,000`."""
    return count(taken) if taken >= of else tr("{taken} of {all}", taken=count(taken), all=count(of))


def some_offers(taken: int, of: int) -> str:
    """`5 offers`, `5,000 of 20,000 offers`."""
    if taken >= of:
        return offers(taken)
    return trn("{taken} of {count} offer", "{taken} of {count} offers", of, taken=count(taken))


def some_names(names: Sequence[str], most: int) -> str:
    """`A, B, C and 2 more`."""
    listed, rest = ", ".join(names[:most]), len(names) - most
    return tr("{names} and {more} more", names=listed, more=count(rest)) if rest > 0 else listed


def all_of(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *first, last = names
    return tr("{names} and {last}", names=", ".join(first), last=last) if first else last


def either(limits: Sequence[str]) -> str:
    """One of two, or the only one: `30 pieces or ¥300.00`."""
    return tr("{first} or {second}", first=limits[0], second=limits[1]) if len(limits) == 2 else limits[0]


def mixed_batch(rule: MixedBatch) -> str:
    """`This shop mixes from 30 pieces or ¥300.00`."""
    return tr("This shop mixes from {limits}", limits=mixed_limits(rule))


def mixed_limits(rule: MixedBatch) -> str:
    """`30 pieces or ¥300.00`."""
    limits = [] if rule.pieces is None else [pieces(rule.pieces)]
    return either(limits if rule.amount is None else [*limits, money(rule.amount)])


def evidence(supplier: Supplier) -> str:
    """What the gateway returned about a shop; nothing is said of what it did not return."""
    parts = [supplier.location, *(badge(code) for code in supplier.identities)]
    if supplier.repurchase_percent is not None:
        parts.append(tr("{share} buy again", share=percent(supplier.repurchase_percent)))
    if supplier.service_score is not None:
        parts.append(tr("service {score} of 5", score=f"{supplier.service_score:.1f}"))
    if supplier.collect_48h_percent is not None:
        parts.append(tr("{share} collected within 48 h", share=percent(supplier.collect_48h_percent)))
    if supplier.mixed_batch is not None:
        parts.append(mixed_batch(supplier.mixed_batch))
    return " · ".join(part for part in parts if part)


def moq(number: int) -> str:
    """`MOQ 1,200`."""
    return tr("MOQ {pieces}", pieces=count(number))


def facts(offer: Offer) -> list[str]:
    """MOQ and sales in words, as far as they are known."""
    known = []
    if offer.moq is not None:
        known.append(moq(offer.moq))
    if offer.sold_30_days is not None:
        known.append(tr("{pieces} sold", pieces=count(offer.sold_30_days)))
    if offer.buyers_30_days is not None:
        known.append(buyers(offer.buyers_30_days))
    return known
