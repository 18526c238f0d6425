"""Programs that are broken on purpose, each in one way: with these the proof must fail, or proves nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

SENDS_TWICE, PAYS_TWICE = "sends twice", "pays twice"
TAKES_SILENCE_FOR_NO, BELIEVES = "takes silence for a no", "believes a yes"
IMPATIENT = "takes a list for the last word"
SAYS_NOT_PAID, SAYS_TWICE = "says that nothing was paid", "says that it was made twice"
CONCEALS = "conceals what it came to"
FORGETS_PIECES = "forgets the pieces that were typed"
DELIVERS_ELSEWHERE, FORGETS_NOTE = "delivers elsewhere", "forgets the note"


def break_(how: str) -> None:
    """Break the program of this process; an empty text leaves it whole."""
    ways = {
        SENDS_TWICE: _send_twice,
        PAYS_TWICE: _pay_twice,
        TAKES_SILENCE_FOR_NO: _take_silence_for_no,
        BELIEVES: _believe,
        IMPATIENT: _be_impatient,
        SAYS_NOT_PAID: lambda: _say_of_payments("Nothing was paid."),
        SAYS_TWICE: lambda: _say_of_orders(
            "The gateway made it more than once: 1, 2. Cancel what is too much."
        ),
        CONCEALS: lambda: _say_of_orders(""),
        FORGETS_PIECES: _forget_pieces,
        DELIVERS_ELSEWHERE: _deliver_elsewhere,
        FORGETS_NOTE: _forget_note,
    }
    if how:
        ways[how]()


def _send_twice() -> None:
    """Orders whose answer was lost are sent again at once."""
    from sourcing_desktop.domain.errors import SourcingError

    async def create(self: Any, draft: Any, once: Any) -> Any:
        try:
            return await once(self, draft)
        except SourcingError:
            return await once(self, draft)

    _order_by(create)


def _pay_twice() -> None:
    """Every payment is asked for once more."""
    from sourcing_desktop.services.paying import Paying

    once: Any = Paying._ask

    async def ask(self: Any, drafts: Any) -> Any:
        await once(self, drafts)
        return await once(self, drafts)

    Paying._ask = ask  # type: ignore[method-assign]


def _take_silence_for_no() -> None:
    """What nobody answered was not done; nobody looks for it."""
    from sourcing_desktop.domain.errors import SourcingError
    from sourcing_desktop.services.ordering import Ordering

    async def leave_open(self: Any, intent: Any, explanation: str, *others: Any) -> Any:
        return await self._refuse(intent, SourcingError(explanation))

    async def heed(self: Any, orders: Any) -> None:
        return None

    Ordering._leave_open = leave_open  # type: ignore[method-assign]
    Ordering.heed = heed  # type: ignore[method-assign]


def _believe() -> None:
    """A yes is a yes: nobody looks whether the order is there."""
    from sourcing_desktop.domain.intent import IntentState
    from sourcing_desktop.services.ordering import Ordering

    async def look_after(self: Any, intent: Any, placed: Any) -> Any:
        return await self._move(intent, IntentState.DONE, order_ids=placed.order_ids)

    Ordering._look_after = look_after  # type: ignore[method-assign]


def _be_impatient() -> None:
    """What is not in the list is not there, however short a time it had."""
    from sourcing_desktop.services.settling import Patience

    Patience.over = lambda self, reference: True  # type: ignore[method-assign]


def _say_of_payments(sentence: str) -> None:
    """All payments are explained so."""
    from sourcing_desktop.services.payment_book import PaymentBook

    once: Any = PaymentBook.move

    async def move(self: Any, intent: Any, state: Any, explanation: str, *others: Any) -> Any:
        return await once(self, intent, state, sentence, *others)

    PaymentBook.move = move  # type: ignore[method-assign]


def _say_of_orders(sentence: str) -> None:
    """All orders that are there are explained so."""
    from sourcing_desktop.services import outcomes

    once: Any = outcomes.of_order

    def of_order(*about: Any) -> Any:
        return replace(once(*about), explanation=sentence)

    outcomes.of_order = of_order


def _forget_pieces() -> None:
    """The cart takes no other quantity, and says nothing."""
    from sourcing_desktop.services.basket import Basket

    async def set_quantity(self: Any, key: str, quantity: int) -> None:
        return None

    Basket.set_quantity = set_quantity  # type: ignore[method-assign]


def _deliver_elsewhere() -> None:
    """Orders go to another address than was shown."""

    async def create(self: Any, draft: Any, once: Any) -> Any:
        return await once(self, replace(draft, address=replace(draft.address, street="人民路1号")))

    _order_by(create)


def _forget_note() -> None:
    """The seller is not told what the buyer typed."""

    async def create(self: Any, draft: Any, once: Any) -> Any:
        return await once(self, replace(draft, note=""))

    _order_by(create)


def _order_by(create: Any) -> None:
    """Orders of both platforms are sent so; `create` is given the draft and the right way to send it."""
    from sourcing_desktop.gateways.pandapon import Alibaba, Taobao

    for side in (Alibaba, Taobao):

        async def other(self: Any, draft: Any, once: Any = side.create) -> Any:
            return await create(self, draft, once)

        side.create = other  # type: ignore[method-assign, assignment]
