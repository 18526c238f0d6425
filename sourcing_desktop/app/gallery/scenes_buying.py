"""From the cart to the paid order: empty, reading, full, with problems, confirmed, done and failing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from sourcing_desktop.app.buyer import paying_sheet
from sourcing_desktop.app.gallery.stage import SMALL, UNREACHED, Scene, Stage, as_before
from sourcing_desktop.app.hand import click, pause, press, until
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.ui.intake.intake_sheet import IntakeSheet


async def cart_empty(stage: Stage) -> None:
    stage.go("cart")
    await pause(0.1)


async def cart_reading(stage: Stage) -> None:
    stage.window.cart.show_loading()


async def cart_failing(stage: Stage) -> None:
    stage.window.cart.show_failed(UNREACHED)


async def orders_empty(stage: Stage) -> None:
    stage.window.cart.show_read()
    stage.go("orders")
    await pause(0.2)


async def orders_failing(stage: Stage) -> None:
    stage.window.orders.show_failed(UNREACHED)


async def cart_problem(stage: Stage) -> None:
    stage.go("store")
    click(stage.window.store.known)  # from the list of shops back into the one that is open
    await stage.tour.take_from_shop()
    stage.go("keyword")
    await stage.tour.taobao()
    await stage.tour.cart()


async def cart_unread(stage: Stage) -> None:
    stage.window.cart.show_failed(UNREACHED)
    await pause(0.1)


async def cart_mended(stage: Stage) -> None:
    stage.window.cart.show_read()
    await stage.tour.mend()


async def list_empty(stage: Stage) -> None:
    stage.go("add list")
    await until(lambda: _intake(stage), "the sheet for lists")


async def list_read(stage: Stage) -> None:
    line = stage.session.basket.cart.lines[0]
    sheet = _intake(stage)[0]
    sheet.text.setPlainText(
        f"{line.ref.id}\t20\t{line.sku.name}\n{line.ref.id}\t3\n"
        "https://detail.1688.com/offer/999999999999.html\t5\tred\nnonsense in a list"
    )
    click(sheet.read)
    await until(lambda: sheet.counts.isVisible() and not sheet.progress.isVisible(), "the list")
    await pause(0.5)


async def checkout(stage: Stage) -> None:
    await until(lambda: stage.session.checkout.confirmation is None, "the end of the one before")
    await stage.tour.check_out()
    await pause(0.3)


async def placed(stage: Stage) -> None:
    await stage.tour.place()


async def orders(stage: Stage) -> None:
    await stage.tour.orders()


async def paying(stage: Stage) -> None:
    await stage.tour.choose_to_pay()


async def paid(stage: Stage) -> None:
    await stage.tour.pay()


async def orders_paid(stage: Stage) -> None:
    paying_sheet(stage.session).leave.click()
    await pause(0.5)


async def orders_unread(stage: Stage) -> None:
    stage.window.orders.show_failed(UNREACHED)
    await pause(0.1)


async def unsettled(stage: Stage) -> None:
    orders = stage.window.orders
    orders.banner.withdraw()
    intents = await stage.session.ordering.intents()
    states = (IntentState.UNKNOWN, IntentState.ABSENT)
    orders.unsettled.show_intents(
        [replace(intent, state=state) for intent, state in zip(intents, states, strict=False)]
    )
    await pause(0.2)


async def journal_empty(stage: Stage) -> None:
    stage.go("journal")
    await pause(0.3)


async def journal(stage: Stage) -> None:
    stage.window.orders.unsettled.show_intents(())
    stage.go("journal")
    await pause(0.8)


async def journal_narrowed(stage: Stage) -> None:
    window = stage.session.journal.window
    assert window is not None
    window.filters.words.setText("xyzzy plugh")
    press(window.filters.words, Qt.Key.Key_Return)
    await until(window.none.isVisible, "words about nothing found")


def _intake(stage: Stage) -> list[IntakeSheet]:
    return [each for each in stage.in_front() if isinstance(each, IntakeSheet)]


BEFORE = (
    Scene("Cart", "empty", cart_empty),
    Scene("Cart", "reading", cart_reading),
    Scene("Cart", "failing", cart_failing),
    Scene("Orders", "none", orders_empty),
    Scene("Orders", "failing", orders_failing),
    Scene("Journal", "empty", journal_empty),
)

SCENES = (
    Scene("Cart", "a line below its minimum", cart_problem),
    Scene("Cart", "a line below its minimum, small", as_before, SMALL),
    Scene("Cart", "full, and not read again", cart_unread),
    Scene("Cart", "mended", cart_mended),
    Scene("List", "empty", list_empty, stays=True),
    Scene("List", "read, with problems", list_read),
    Scene("Checkout", "previews, small", checkout, SMALL),
    Scene("Checkout", "previews", checkout, stays=True),
    Scene("Checkout", "placed", placed, stays=True),
    Scene("Orders", "placed", orders),
    Scene("Paying", "what is paid", paying, stays=True),
    Scene("Paying", "paid", paid, stays=True),
    Scene("Orders", "paid", orders_paid),
    Scene("Orders", "paid, small", as_before, SMALL),
    Scene("Orders", "full, and not read again", orders_unread),
    Scene("Orders", "unsettled", unsettled),
    Scene("Journal", "full", journal, stays=True),
    Scene("Journal", "nothing found", journal_narrowed),
)
