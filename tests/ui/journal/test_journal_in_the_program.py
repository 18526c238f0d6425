"""The journal beside the whole window: an order on its way is told as it goes, and the session takes the
window with it."""

from __future__ import annotations

from shiboken6 import isValid

from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.storage.journal import Journal
from tests.support.desk import WAREHOUSE, Desk
from tests.support.waiting import until
from tests.ui.journal.test_journal_window import words_on


async def test_an_order_and_its_payment_are_told_as_they_go(program, window):
    session = program.session
    desk = Desk(
        program.sandbox,
        session._connection.gateway,
        program.database,
        Journal(program.database, session.account.id),
        session.basket,
        session.ordering,
        session.paying,
    )
    window.actions_by_name["journal"].trigger()
    journal = session.journal.window
    await until(journal.empty.isVisible)
    placed = await session.ordering.place(await desk.draft())
    assert placed.state is IntentState.DONE
    await until(lambda: journal.model.rowCount() == 1 and journal.story.story is not None)
    await until(lambda: journal.story.story.intent.state is IntentState.DONE)
    said = words_on(journal.story)
    for part in (
        "Sent to 1688",
        f"Ordered as order {placed.order_ids[0]}",
        WAREHOUSE.one_line,
        "Came back: ",
    ):
        assert part in said, said
    (order,) = (await session.payment._orders.read()).orders
    await session.paying.pay([order], PayWay.ACCOUNT)
    await until(lambda: journal.model.rowCount() == 2)
    journal.list.show_at(0)
    await until(lambda: f"Payment of order {order.number or order.id}" in words_on(journal.story))
    await until(lambda: "Paid" in words_on(journal.story).split("\n"))


async def test_the_window_goes_with_the_session(program, window, open_window):
    window.actions_by_name["journal"].trigger()
    before = program.session.journal.window
    await until(before.empty.isVisible)
    again = await open_window()
    assert not isValid(before)
    window.actions_by_name["journal"].trigger()
    await until(again.session.journal.window.empty.isVisible)
