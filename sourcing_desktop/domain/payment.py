"""Paying for orders: what the buyer approves, and what became of asking the gateway."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform


class PayWay(StrEnum):
    """How the money goes: from the account without a password (contract AO1, TO6), on a page of the platform
    (AO9, which may also pay at once), or by a bank transfer of which a picture is shown (TO3)."""

    ACCOUNT = "by the account"
    PAGE = "on the platform's page"
    VOUCHER = "by transfer"


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """The payment of one order as the buyer approves it; nothing in it changes afterwards.

    `amount` is what the buyer saw and approved: an order that costs something else by now is not paid.
    `vouchers` are addresses of pictures of a transfer.
    """

    reference: str
    platform: Platform
    order_id: str
    order_number: str
    seller_name: str
    amount: Money
    way: PayWay
    vouchers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Payment:
    """Which orders were paid, and which were not.

    `cashier` is a page where the buyer pays what was not paid without more ado. `refused` maps order ids to
    why they cannot be paid this way. `unclear` maps those of which the gateway says "not paid" although the
    money may have gone (contract AO1) to its words: ask for the order before paying again.
    """

    paid: tuple[str, ...] = ()
    cashier: str = ""
    refused: Mapping[str, str] = field(default_factory=dict)
    unclear: Mapping[str, str] = field(default_factory=dict)
