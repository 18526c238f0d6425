"""A gateway that refuses, fails, lies or dawdles: each is told where it belongs, nothing typed is lost, and
trying again works once it is well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return
KEY = "The gateway did not accept the access key. Check the key in Account settings."
SECRET = "The gateway did not accept the signature. Check the secret in Account settings."
DOWN = "The gateway cannot be reached. Check the network and the gateway's address in Account settings"
FAULTS = {
    "http_500": "The gateway failed on its side. Try again in a moment.",
    "html": "A web page came instead of the gateway's answer.",
    "cut_before": "The gateway cut the connection before its answer was complete.",
    "cut_middle": "The gateway cut the connection before its answer was complete.",
    "oversized": "The gateway's answer is larger than 8 MB and was cut off.",
    "throttle": "The gateway is busy. Try again in 30 seconds.",
}


class Heart(QObject):
    """Asks a widget for a painting at every beat and counts those that come."""

    def __init__(self, widget) -> None:
        super().__init__()
        self.paintings = 0
        self._beat = QTimer(self, interval=20)
        self._beat.timeout.connect(widget.update)
        self._beat.start()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.paintings += event.type() == QEvent.Type.Paint
        return False


def look_for(window, words: str = "mug") -> None:
    window.keyword.words.clear()
    write(window.keyword.words, words)
    press(window.keyword.words, ENTER)


async def reached(window, stage: Stage, seconds: float = 10) -> None:
    await until(lambda: window.keyword.results.stage is stage, seconds=seconds)


def failure(window) -> str:
    return window.keyword.results.failed.text.text()


@pytest.mark.parametrize("kind", list(FAULTS))
async def test_a_search_that_fails(program, kind):
    window = program.window
    program.sandbox.control.fault("AG3", kind, times=0, seconds=30)
    look_for(window)
    await reached(window, Stage.FAILED)
    assert failure(window).startswith(FAULTS[kind])
    assert window.keyword.words.text() == "mug"
    program.sandbox.control.clear()
    click(window.keyword.results.failed.button)
    await reached(window, Stage.RESULTS)
    assert window.keyword.words.text() == "mug"


@pytest.mark.parametrize("kind", list(FAULTS))
async def test_an_offer_that_cannot_be_read(program, kind):
    window = program.window
    look_for(window)
    await reached(window, Stage.RESULTS)
    program.sandbox.control.fault("AG1", kind, times=0, seconds=30)
    window.focus_results()
    press(window.keyword.results.grid, ENTER)
    await until(window.offer.page.banner.isVisible, seconds=10)
    assert window.offer.page.banner.text.text().startswith(FAULTS[kind])
    assert window.offer.page.title.isVisible()
    program.sandbox.control.clear()
    click(window.offer.page.banner.retry)
    await until(lambda: window.offer.page.detail is not None)
    assert not window.offer.page.banner.isVisible()


@pytest.mark.parametrize("kind", list(FAULTS))
async def test_goods_the_gateway_cannot_be_told_of_are_in_the_cart_and_told_later(program, kind):
    window = program.window
    look_for(window)
    await reached(window, Stage.RESULTS)
    window.focus_results()
    press(window.keyword.results.grid, ENTER)
    await until(lambda: window.offer.page.detail is not None)
    detail = window.offer.page.detail
    pieces = detail.rules.rounded_up(detail.rules.moq)
    window.offer.page.skus.set_quantity(detail.skus[0].id, pieces)
    for code in ("AK5", "AK6", "TK3"):
        program.sandbox.control.fault(code, kind, times=0, seconds=30)
    click(window.offer.page.add)
    await until(lambda: program.session.basket.trouble.startswith(FAULTS[kind]), seconds=15)
    (line,) = program.session.basket.cart.lines
    assert (line.quantity, line.untold) == (pieces, True)
    assert not window.offer.page.skus.quantities()
    program.sandbox.control.clear()
    click(window.cart.refresh)
    await until(lambda: not program.session.basket.trouble)
    (line,) = program.session.basket.cart.lines
    assert (line.quantity, line.untold) == (pieces, False)


@pytest.mark.parametrize(("keys", "sentence"), [({"key": "wrong"}, KEY), ({"secret": "wrong"}, SECRET)])
async def test_keys_the_gateway_does_not_know(open_window, keys, sentence):
    window = (await open_window(**keys)).window
    look_for(window)
    await reached(window, Stage.FAILED)
    assert failure(window) == sentence
    await until(lambda: window.cart.failed.text.text() == sentence)
    await until(lambda: window.orders.failed.text.text() == sentence)
    await open_window()
    await reached(window, Stage.RESULTS)
    assert window.keyword.words.text() == "mug"


@pytest.mark.parametrize(("hours", "words"), [(1, "1 hour behind"), (-1, "1 hour ahead")])
async def test_a_clock_that_is_off_by_an_hour(program, hours, words):
    window = program.window
    program.sandbox.control.set_clock(hours * 3600)
    look_for(window)
    await reached(window, Stage.FAILED)
    assert failure(window).startswith(
        f"This computer's clock is {words}; the gateway accepts at most 10 minutes."
    )
    program.sandbox.control.set_clock(0)
    click(window.keyword.results.failed.button)
    await reached(window, Stage.RESULTS)


async def test_a_gateway_that_is_down(open_window):
    window = (await open_window(base_url="http://127.0.0.1:9")).window
    look_for(window)
    await reached(window, Stage.FAILED)
    assert failure(window).startswith(DOWN)
    await open_window()
    await reached(window, Stage.RESULTS)


@pytest.mark.parametrize("address", ["api.pandapon.com", "ftp://127.0.0.1", "http://", ""])
async def test_an_address_that_is_none(open_window, address):
    window = (await open_window(base_url=address)).window
    look_for(window)
    await reached(window, Stage.FAILED)
    assert failure(window).startswith("The gateway cannot be asked, because its address is no web address.")


async def test_the_window_goes_on_painting_while_the_gateway_dawdles(program):
    window = program.window
    program.sandbox.control.fault("AG3", "delay", seconds=3)
    heart = Heart(window.keyword.results.grid.viewport())
    look_for(window)
    await reached(window, Stage.RESULTS)
    assert heart.paintings > 30


async def test_the_window_goes_on_painting_while_50_mb_arrive(program):
    window = program.window
    program.sandbox.control.fault("AG3", "oversized")
    heart = Heart(window.keyword.results.grid.viewport())
    look_for(window)
    await reached(window, Stage.FAILED)
    assert heart.paintings > 0


async def test_typing_goes_on_while_the_gateway_dawdles(program):
    window = program.window
    program.sandbox.control.fault("AG3", "delay", seconds=1)
    look_for(window)
    write(window.keyword.words, " white")
    assert window.keyword.words.text() == "mug white"
    press(window.keyword.words, ENTER)
    await reached(window, Stage.RESULTS)
