"""Pays what waits for it, as a buyer does: selects, looks at the sums, confirms, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_desktop.app.hand import click, until
from tests.faults.desk import TO_PLACE, TO_READ, Desk, Told

if TYPE_CHECKING:
    from sourcing_desktop.app.session import Session


async def pay(desk: Desk, session: Session, told: Told) -> Told:
    """Pay every order that waits for it, in the `way` told, and wait for what becomes of it."""
    page, payment = desk.window.orders, session.payment
    desk.window.actions_by_name["orders"].trigger()
    desk.window.actions_by_name["refresh"].trigger()
    await until(page.refresh.isEnabled, "the list of orders", TO_READ)
    if page.pay_bar.isHidden():
        return {"outcomes": []}
    await until(page.pay_bar.isVisible, "the way to pay", TO_READ)
    click(page.pay_bar.all)
    click(page.pay_bar.pay)
    await until(lambda: payment.payment is not None, "the sheet to pay on", TO_READ)
    assert payment.payment is not None
    sheet = payment.payment.sheet
    for group in sheet.groups:
        at = group.ways.findData(told["way"])
        group.ways.setCurrentIndex(max(0, at))
    approved = [{"order": row.order.id, "amount": row.order.total.minor} for row in sheet.rows.values()]
    await desk.tell_and_wait({"at": "payment", "approved": approved})
    desk.strikes.arm()
    click(sheet.pay)
    rows = [*sheet.rows.values()]
    try:
        await until(lambda: not sheet.title.text().startswith("Paying"), "the outcome", TO_PLACE)
    finally:
        outcomes = [{"order": row.order.id, "text": row.outcome.text()} for row in rows]
        sheet.leave.click()
    return {"outcomes": outcomes}
