"""What one run is about: whose goods are ordered, how they are paid, what goes wrong when. Drawn from a seed,
so that a run can be had again alone."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum


class Moment(StrEnum):
    """When a fault strikes, as seen from a call to the gateway or from a write to the library."""

    SENDING = "while sending"
    DELIVERED = "delivered, unanswered"
    ANSWERING = "during the answer"
    BEFORE_WRITE = "before the write"
    IN_TRANSACTION = "in the transaction"
    COMMITTED = "after the commit"


class Action(StrEnum):
    """What happens then."""

    NOTHING = "nothing"
    KILL = "killed"
    CLOSE = "closed"
    CUT = "cut"
    LATE_ANSWER = "answer too late"
    TWICE = "sent twice"
    OLD_ANSWER = "answer of another order"
    FALSE_YES = "success that is none"
    FALSE_NO = "refusal that is none"
    GARBLED = "garbled answer"
    ERROR_PAGE = "error without effect"
    DOWN = "gateway down"
    LATE_LIST = "order shown late"
    LATE_PAYMENT = "payment shown late"
    STALE_LIST = "stale list"
    OLDEST_FIRST = "list oldest first"
    SHORT_PAGES = "pages shorter than asked"
    ONE_REFUSED = "one of a batch refused"
    NO_PREVIEW = "preview never answered"
    ELSEWHERE = "cart changed elsewhere"
    NEW_PRICE = "price changed"
    DISK_FULL = "disk full"
    LOCKED = "library locked"
    SECOND_PROGRAM = "second program"
    CLOCK = "clock jump"
    TYPED = "quantity typed before"


ORDER, PAYMENT, LIST, PREVIEW, CART = "order", "payment", "list", "preview", "cart"
CALLS = {
    **dict.fromkeys(("AO7", "AO3", "AK1", "TO1", "TK1"), ORDER),
    **dict.fromkeys(("AO1", "AO9", "TO6", "TO3"), PAYMENT),
    **dict.fromkeys(("AO5", "TO2", "AOD", "TO8"), LIST),
    **dict.fromkeys(("AO6", "AO2", "AK3", "TK2"), PREVIEW),
    **dict.fromkeys(("AK2", "AK4", "AK5", "AK6", "TK3", "TK4", "TK5", "TK6"), CART),
}
"""What each endpoint is for, as far as faults are aimed at it."""

BY_ACCOUNT = "by the account"
SECONDS = (0.2, 0.7, 1.5)

ON_THE_LINE = (Moment.SENDING, Moment.DELIVERED, Moment.ANSWERING)
IN_THE_LIBRARY = (Moment.BEFORE_WRITE, Moment.IN_TRANSACTION, Moment.COMMITTED)

WHEN: dict[Action, tuple[Moment, ...]] = {
    Action.NOTHING: (Moment.DELIVERED,),
    Action.KILL: ON_THE_LINE + IN_THE_LIBRARY,
    Action.CLOSE: (Moment.SENDING, Moment.DELIVERED),
    Action.CUT: ON_THE_LINE,
    Action.DISK_FULL: (*IN_THE_LIBRARY, Moment.DELIVERED),
    Action.LOCKED: (Moment.SENDING, Moment.DELIVERED),
    Action.SECOND_PROGRAM: (Moment.SENDING,),
    Action.CLOCK: (Moment.SENDING, Moment.DELIVERED),
    Action.DOWN: (Moment.SENDING, Moment.DELIVERED),
    Action.NEW_PRICE: (Moment.SENDING, Moment.DELIVERED),
}
"""Where it can strike; all others strike what was delivered."""

WEIGHTS = {Action.KILL: 6, Action.CUT: 3, Action.DISK_FULL: 2, Action.NOTHING: 1}
"""How often, where not once."""

ANSWERED_WRONGLY = (Action.OLD_ANSWER, Action.FALSE_YES, Action.FALSE_NO)

LATE_MS = 1_600
"""By how much a faulty gateway shows an order or a payment late: less than the program's patience."""

SHOWN: dict[Action, dict[str, object]] = {
    Action.LATE_LIST: {"orders_ms": LATE_MS},
    Action.LATE_PAYMENT: {"payments_ms": LATE_MS},
    Action.OLDEST_FIRST: {"oldest_first": True},
    Action.SHORT_PAGES: {"most": 1},
}
"""How a buyer is shown orders, from the beginning of a run. Alone these harm nobody: mostly an answer is
lost, too."""

UNSETTLING = (Action.KILL, Action.CUT, Action.LATE_ANSWER, Action.GARBLED, Action.DOWN, Action.FALSE_NO)
"""What leaves something to be settled."""

LOST = (Action.CUT, Action.KILL, Action.LATE_ANSWER, Action.GARBLED)
"""What loses an answer."""

AGAIN = (*LOST, Action.KILL, Action.ERROR_PAGE, Action.DISK_FULL, Action.DOWN, Action.LOCKED, Action.CLOSE)
"""What strikes a program that has been started again."""

NOTE = "ring twice 按两次铃"


@dataclass(frozen=True, slots=True)
class Fault:
    """`nth` counts calls of this aim, or writes, from one. `share` is how much of a message passes; `seconds`
    are those of a delay, a lock or a silence, and of a clock's jump."""

    action: Action
    moment: Moment
    aim: str
    nth: int
    share: float
    seconds: float

    @property
    def kind(self) -> str:
        """What it is called in the table."""
        if self.action in (Action.KILL, Action.CUT, Action.DISK_FULL):
            return f"{self.action} {self.moment}"
        return str(self.action)

    @property
    def in_the_library(self) -> bool:
        return self.moment in IN_THE_LIBRARY

    @property
    def before_paying(self) -> bool:
        """Whether it strikes between what the buyer sees and the press of the button."""
        return self.action is Action.ONE_REFUSED or (self.action is Action.NEW_PRICE and self.aim == PAYMENT)


@dataclass(frozen=True, slots=True)
class Scenario:
    """`platforms` has one entry for each seller. `pay` is the way to pay, empty for orders alone. `again` are
    the faults that meet the program when it was started again, before it is started a last time.
    `closed_after`: the program is closed by its buyer when nothing killed it, else killed. `waits`: the buyer
    stays until what was ordered and paid is settled. `sends_again`: what the buyer does with an order that
    the gateway does not know; `tries_again`: what was not ordered is ordered anew. `note` is typed at an
    order."""

    number: int
    platforms: tuple[str, ...]
    pay: str
    generation: str
    faults: tuple[Fault, ...]
    again: tuple[Fault, ...]
    closed_after: bool
    waits: bool
    sends_again: bool
    tries_again: bool
    note: str

    @property
    def kind(self) -> str:
        again = (f"started again: {fault.action}" for fault in self.again)
        return " + ".join([*(fault.kind for fault in self.faults), *again])

    def has(self, action: Action) -> bool:
        """Whether it is among the faults of the first life."""
        return any(fault.action is action for fault in self.faults)


def scenario(seed: int, number: int) -> Scenario:
    """The run of that number."""
    dice = random.Random(f"{seed}/{number}")
    sellers = dice.choice((1, 1, 2, 2, 3))
    pay = dice.choice(("", BY_ACCOUNT, BY_ACCOUNT, "on the platform's page"))
    platforms = tuple(dice.choice(("1688", "1688", "taobao")) for _ in range(sellers))
    action = dice.choices(list(Action), [WEIGHTS.get(each, 1) for each in Action])[0]
    struck_again = dice.random() < 0.2
    if action is Action.ONE_REFUSED:
        platforms, pay = (platforms[0],) * max(2, sellers), BY_ACCOUNT
    elif action is Action.LATE_PAYMENT:
        pay = pay or BY_ACCOUNT
    faults = _faults(dice, action, len(platforms), bool(pay))
    if struck_again and action not in SHOWN and dice.random() < 0.7:
        faults = (_unsettling(dice, bool(pay)),)
    return Scenario(
        number=number,
        platforms=platforms,
        pay=pay,
        generation=dice.choice(("v2", "v2", "v2", "v1")),
        faults=faults,
        again=(_again(dice, bool(pay)),) if struck_again else (),
        closed_after=dice.random() < 0.5,
        waits=dice.random() < 0.5,
        sends_again=dice.random() < 0.6,
        tries_again=dice.random() < 0.5,
        note=dice.choice(("", NOTE)),
    )


def _faults(dice: random.Random, action: Action, sellers: int, pays: bool) -> tuple[Fault, ...]:
    """That one, and sometimes another: mostly where it does no harm alone."""
    first = _fault(dice, action, sellers, pays)
    if (action in SHOWN or action is Action.STALE_LIST) and dice.random() < 0.8:
        aim = PAYMENT if action is Action.LATE_PAYMENT else ORDER
        lost = Fault(dice.choice(LOST), Moment.DELIVERED, aim, 1, dice.random(), dice.choice(SECONDS))
        return first, lost
    if action is Action.ELSEWHERE or dice.random() >= 0.1:
        return (first,)
    others = [each for each in Action if each not in (action, Action.ELSEWHERE)]
    return first, _fault(dice, dice.choice(others), sellers, pays)


def _fault(dice: random.Random, action: Action, sellers: int, pays: bool) -> Fault:
    moment = dice.choice(WHEN.get(action, (Moment.DELIVERED,)))
    aim = _aim(dice, action, pays)
    many = 4 + 4 * sellers if moment in IN_THE_LIBRARY else 3 if aim in (LIST, CART) else sellers
    return Fault(
        action=action,
        moment=moment,
        aim=aim,
        nth=dice.randint(1, many) + (action is Action.STALE_LIST),
        share=dice.random(),
        seconds=dice.choice(SECONDS) if action is not Action.CLOCK else _jump(dice),
    )


def _unsettling(dice: random.Random, pays: bool) -> Fault:
    """One after which nobody knows whether something was ordered or paid."""
    action = dice.choice(UNSETTLING)
    moments = [each for each in WHEN.get(action, ON_THE_LINE[1:2]) if each in ON_THE_LINE]
    aim = dice.choice((ORDER, PAYMENT)) if pays else ORDER
    return Fault(action, dice.choice(moments), aim, 1, dice.random(), dice.choice(SECONDS))


def _again(dice: random.Random, pays: bool) -> Fault:
    """A program that has been started again mostly reads lists, and writes down what it sees there."""
    action = dice.choice(AGAIN)
    moment = dice.choice(WHEN.get(action, (Moment.DELIVERED,)))
    aim = dice.choice((LIST, LIST, LIST, ORDER, PAYMENT if pays else LIST))
    nth = dice.choice((1, 1, 2)) if aim == LIST or moment in IN_THE_LIBRARY else 1
    return Fault(action, moment, aim, nth, dice.random(), dice.choice(SECONDS))


def _aim(dice: random.Random, action: Action, pays: bool) -> str:
    binding = (ORDER, PAYMENT) if pays else (ORDER,)
    if action is Action.NEW_PRICE:
        return dice.choice((PREVIEW, *binding))  # before paying: right before, as paying names no amount
    if action is Action.NO_PREVIEW:
        return PREVIEW
    if action is Action.STALE_LIST:
        return LIST
    if action in ANSWERED_WRONGLY or action in (Action.TWICE, Action.LATE_LIST):
        return dice.choice(binding)
    return dice.choice((*binding, *binding, *binding, LIST, PREVIEW, CART))


def _jump(dice: random.Random) -> float:
    """Minutes, hours or days, forwards or backwards."""
    return dice.choice((1.0, -1.0)) * dice.choice((90, 240, 3_600, 86_400))
