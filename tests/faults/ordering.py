"""Checks out what lies in the cart, as a buyer does: reads, types, confirms what is shown, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import NotSeen, click, press, until, write
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.order_card import OrderCard
from tests.faults.desk import TO_PLACE, TO_PREVIEW, Desk, Told, insist
from tests.faults.looking import seen_outcomes

if TYPE_CHECKING:
    from sourcing_desktop.app.session import Session

CHANGED = "check out again"
"""What a preview says of a cart that another computer has changed."""
FEW = 5
"""Rows above the first line: there are headings."""


async def order(desk: Desk, session: Session, told: Told) -> Told:
    """Check out all there is, confirm what is shown, and wait for what becomes of it. `quantity` is typed at
    the first line, `note` at the first order that takes one."""
    page = desk.window.cart
    desk.window.actions_by_name["cart"].trigger()
    await insist(page.checkout.isEnabled, lambda: click(page.refresh), page.refresh.isEnabled)
    if told["quantity"]:
        desk.say({"typed": _type(page, told["quantity"])})
    await desk.tell_and_wait({"at": "cart"})
    sheet = await _previewed(page, session)
    cards = sheet.wanted
    noted = next((card for card in cards if card.note.isVisibleTo(sheet) and not card.note.text()), None)
    if told["note"] and noted is not None:
        write(noted.note, told["note"])
    desk.say({"confirmed": [_confirmed(sheet, card) for card in cards]})
    desk.strikes.arm()
    click(sheet.place)
    try:
        await until(lambda: sheet.title.text().endswith("placed"), "the outcome of every order", TO_PLACE)
    finally:
        outcomes = seen_outcomes(cards)
        sheet.leave.click()
    return {"outcomes": outcomes}


async def _previewed(page: CartPage, session: Session) -> CheckoutSheet:
    """The confirmation with all totals; begun anew where the cart was changed meanwhile."""
    for _ in range(3):
        click(page.checkout)
        sheet = await _opened(session)

        def seen(sheet: CheckoutSheet = sheet) -> bool:
            return sheet.place.isEnabled() or _is_outdated(sheet)

        try:
            await insist(seen, lambda sheet=sheet: _ask_again(sheet), lambda: True)
        except NotSeen:
            sheet.reject()
            raise
        if not _is_outdated(sheet):
            return sheet
        sheet.reject()
        await insist(page.checkout.isEnabled, lambda: click(page.refresh), page.refresh.isEnabled)
    raise NotSeen("a confirmation of what is in the cart")


async def _opened(session: Session) -> CheckoutSheet:
    checkout = session.checkout
    await until(lambda: checkout.confirmation is not None, "the confirmation", TO_PREVIEW)
    assert checkout.confirmation is not None
    return checkout.confirmation.sheet


def _is_outdated(sheet: CheckoutSheet) -> bool:
    return any(card.banner.isVisibleTo(sheet) and CHANGED in card.banner.text.text() for card in sheet.cards)


def _type(page: CartPage, quantity: int) -> Told:
    """Type a quantity at the first line, and go on at once."""
    tree = page.tree
    press(tree, Qt.Key.Key_Home)
    for _ in range(FEW):
        press(tree, Qt.Key.Key_Down)
        if line := page.model.line(tree.currentIndex()):
            write(tree, str(quantity))
            press(tree, Qt.Key.Key_Return)
            return {"sku_id": line.line.sku.id, "quantity": quantity}
    raise NotSeen("a line to type at")


def _ask_again(sheet: CheckoutSheet) -> None:
    for card in sheet.wanted:
        if card.preview is None and not card.asking:
            card.preview_requested.emit()


def _confirmed(sheet: CheckoutSheet, card: OrderCard) -> Told:
    """What the buyer says yes to: what this card shows now."""
    assert card.preview is not None
    return {
        "platform": card.group.platform.value,
        "seller": card.group.supplier.id,
        "lines": {line.sku.id: line.quantity for line in card.group.orderable_lines},
        "total": card.preview.total.minor,
        "note": card.note.text().strip() if card.note.isVisibleTo(sheet) else "",
    }
