"""Domain values as text for people."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sourcing_desktop.domain.money import Money, places
from sourcing_desktop.domain.offer import Badge, Obstacle, Offer, Platform
from sourcing_desktop.domain.quantity import MOST_PIECES, Fault, MixedBatch, Problem, read_quantity
from sourcing_desktop.domain.search import FilterWord, Sort
from sourcing_desktop.domain.supplier import Supplier

if TYPE_CHECKING:
    from sourcing_desktop.domain.exchange import Rate

UNKNOWN = "—"

ENDLESS_NUMBER = re.compile("[0-9][0-9, ]{10,}")
"""More digits than are read as a quantity."""

PLATFORM_NAMES = {Platform.ALIBABA: "1688", Platform.TAOBAO: "Taobao"}

BADGE_NAMES = {
    Badge.SUPER_FACTORY: "Super factory",
    Badge.POWERFUL_MERCHANT: "Proven merchant",
    Badge.TRUST_MEMBER: "Trust member",
    Badge.CURATED: "Curated",
    Badge.DROPSHIP: "Dropship",
    Badge.STRICT_SELECTION: "Strict selection",
    Badge.GLOBAL_SELECTION: "Global selection",
    Badge.SELECTED: "Selected",
    Badge.DROPSHIP_FREE_POST: "Free post",
    Badge.MIXED_BATCH: "Mixed batch",
    Badge.RETURN_7_DAYS: "7-day returns",
    Badge.NEW_7_DAYS: "New this week",
    Badge.NEW_30_DAYS: "New this month",
}

SORT_NAMES = {
    Sort.DEFAULT: "Best match",
    Sort.PRICE_UP: "Price, low to high",
    Sort.PRICE_DOWN: "Price, high to low",
    Sort.SOLD: "Most sold in 30 days",
    Sort.REPURCHASE: "Most bought again",
}

FILTER_NAMES = {
    FilterWord.SHIP_TODAY: "Ships today",
    FilterWord.SHIP_24H: "Ships within 24 hours",
    FilterWord.SHIP_48H: "Ships within 48 hours",
    FilterWord.CERTIFIED_FACTORY: "Certified factory",
    FilterWord.STRICT_SELECTION: "1688 strict selection",
    FilterWord.GLOBAL_SELECTION: "Global strict selection",
    FilterWord.CURATED: "Curated supply",
    FilterWord.DROPSHIP: "Dropship from one piece",
    FilterWord.DROPSHIP_FREE_POST: "Dropship with free post",
    FilterWord.RETURN_7_DAYS: "Returns within 7 days",
    FilterWord.NEW_7_DAYS: "New this week",
    FilterWord.NEW_30_DAYS: "New this month",
    FilterWord.FIVE_STARS: "Five-star sellers",
    FilterWord.PICK_UP_99: "99 % picked up in 24 hours",
}
"""The filter words that are offered."""

TRADE_NAMES = {
    "assureTrade": "1688's guaranteed payment",
    "alipay": "Alipay",
    "period": "credit on payment terms",
    "creditBuy": "credit",
}

_SIGNS = {
    **{"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "VND": "₫", "THB": "฿", "PHP": "₱", "INR": "₹"},
    **{"PEN": "S/ ", "MXN": "MX$", "COP": "COL$", "BRL": "R$", "IDR": "Rp ", "MYR": "RM "},
}


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
    return "1 piece" if number == 1 else f"{number:,} pieces"


def orders(number: int) -> str:
    return "1 order" if number == 1 else f"{number:,} orders"


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


def ago(age: timedelta) -> str:
    """`just now`, `20 s ago`, `5 min ago`, `3 h ago`, `2 days ago`."""
    seconds = int(age.total_seconds())
    if seconds < 5:
        return "just now"
    if seconds < 90:
        return f"{seconds} s ago"
    if seconds < 48 * 3600:
        return f"{seconds // 60} min ago" if seconds < 90 * 60 else f"{seconds // 3600} h ago"
    return f"{seconds // (24 * 3600)} days ago"


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
        Fault.NOT_POSITIVE: "Enter at least 1.",
        Fault.TOO_MANY: f"More than {limit} pieces; check the number.",
        Fault.BELOW_MOQ: f"Below the minimum of {limit} for this offer.",
        Fault.NOT_A_LOT: f"Sold in lots of {limit}.",
        Fault.ABOVE_STOCK: f"Only {limit} in stock." if found.limit else "Out of stock.",
        Fault.NOT_SOLD: "This SKU is not sold any more.",
    }[found.fault]


def no_quantity(text: str) -> str:
    """Why a text that is no quantity is none, in one sentence."""
    if not text:
        return "Enter a quantity."
    if ENDLESS_NUMBER.fullmatch(text) or (read_quantity(text) or 0) > MOST_PIECES:
        return problem(Problem(Fault.TOO_MANY, MOST_PIECES))
    return "Enter a whole number, such as 12."


def obstacle(found: Obstacle) -> str:
    """Why an offer cannot be ordered, in one sentence."""
    return {
        Obstacle.NOT_ON_SALE: "This offer is not on sale at the moment, so it cannot be ordered.",
        Obstacle.NO_SUPPLY: "The gateway has no supplier for this Taobao item, so it cannot be ordered.",
    }[found]


def shop_problem(offer: Offer) -> str:
    """Why the shop of an offer cannot be looked through, in one sentence; empty when it can."""
    if offer.ref.platform is Platform.TAOBAO:
        return "The gateway knows no shops on Taobao."
    return ""


def similar_problem(offer: Offer) -> str:
    """Why nothing similar to an offer can be found, in one sentence; empty when it can."""
    return "" if offer.picture else "The offer has no picture."


def shortlist_deed(listed: bool, those: str = "") -> str:
    """What the heart does with an offer, or with `those`, when all of them are or are not on the list."""
    if listed:
        return f"Remove {those} from shortlist" if those else "Remove from shortlist"
    return f"Shortlist {those}" if those else "Shortlist"


def some_of(taken: int, of: int, what: str) -> str:
    """`5 offers`, `5,000 of 20,000 offers`."""
    return f"{taken:,} {what}" if taken >= of else f"{taken:,} of {of:,} {what}"


def mixed_batch(rule: MixedBatch) -> str:
    """`This shop mixes from 30 pieces or ¥300.00`."""
    parts = []
    if rule.pieces is not None:
        parts.append(pieces(rule.pieces))
    if rule.amount is not None:
        parts.append(money(rule.amount))
    return "This shop mixes from " + " or ".join(parts)


def evidence(supplier: Supplier) -> str:
    """What the gateway returned about a shop; nothing is said of what it did not return."""
    parts = [supplier.location, *(badge(code) for code in supplier.identities)]
    if supplier.repurchase_percent is not None:
        parts.append(f"{percent(supplier.repurchase_percent)} buy again")
    if supplier.service_score is not None:
        parts.append(f"service {supplier.service_score:.1f} of 5")
    if supplier.collect_48h_percent is not None:
        parts.append(f"{percent(supplier.collect_48h_percent)} collected within 48 h")
    if supplier.mixed_batch is not None:
        parts.append(mixed_batch(supplier.mixed_batch))
    return " · ".join(part for part in parts if part)


def facts(offer: Offer) -> list[str]:
    """MOQ and sales in words, as far as they are known."""
    known = []
    if offer.moq is not None:
        known.append(f"MOQ {offer.moq:,}")
    if offer.sold_30_days is not None:
        known.append(f"{offer.sold_30_days:,} sold")
    return known
