"""Sends the orders of one sheet, once, and follows each to its end. What it sends outlives the sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.money import total
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderDraft, draft_order
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.order_card import OrderCard

if TYPE_CHECKING:
    from sourcing_desktop.services.ordering import Ordering


class Placing:
    """`placed` are the orders that are at the gateway. What goes wrong after the sheet was closed is said
    through `say_later`."""

    def __init__(
        self,
        sheet: CheckoutSheet,
        ordering: Ordering,
        scope: TaskScope,
        say_later: Callable[[str], object],
    ) -> None:
        self._sheet = sheet
        self._ordering = ordering
        self._scope = scope
        self._say_later = say_later
        self._cards: dict[str, OrderCard] = {}
        self._last_told: dict[str, OrderIntent] = {}
        self._unfinished: set[str] = set()
        self._open = True

    @property
    def begun(self) -> bool:
        """Whether the buyer has given their word. It is taken once."""
        return bool(self._cards)

    @property
    def placed(self) -> tuple[tuple[Platform, str], ...]:
        """Platform and id of the orders that were placed."""
        told = (self._last_told.get(reference) for reference in self._cards)
        done = [intent for intent in told if intent is not None and intent.state is IntentState.DONE]
        return tuple((intent.draft.platform, order_id) for intent in done for order_id in intent.order_ids)

    def place(self, cards: Sequence[OrderCard]) -> None:
        """Freeze what is shown into drafts with references of their own, and hand them over."""
        from sourcing_desktop.services.references import new_reference

        for card in cards:
            self._cards[new_reference()] = card
        drafts = [_draft(card, reference) for reference, card in self._cards.items()]
        self._unfinished = set(self._cards)
        self._sheet.show_placing(cards)
        for draft in drafts:
            self._scope.start(self._send(draft), name=f"order {draft.reference}")

    def turned(self, intent: OrderIntent) -> None:
        """Show what became of one of these orders."""
        self._last_told[intent.reference] = intent
        if self._open and intent.reference in self._cards:
            self._cards[intent.reference].show_intent(intent)
            self._sum_up()

    def end(self) -> None:
        """The sheet is closed; the orders go on."""
        self._open = False

    async def _send(self, draft: OrderDraft) -> None:
        try:
            await self._ordering.place(draft)
        except SourcingError as error:
            self._stumbled(draft, error.sentence)
        finally:
            self._unfinished.discard(draft.reference)
            self._sum_up()

    def _stumbled(self, draft: OrderDraft, sentence: str) -> None:
        """An error that is not the order's outcome: the library failed, or the cart could not be cleared."""
        if not self._open:
            self._say_later(
                tr(
                    "Order from {seller}: {trouble}",
                    seller=draft.seller_name or draft.seller_id,
                    trouble=sentence,
                )
            )
            return
        told = self._last_told.get(draft.reference)
        card = self._cards[draft.reference]
        if told is None or told.state is IntentState.PREPARED:
            card.show_not_ordered(sentence)
        else:
            card.show_trouble(sentence)

    def _sum_up(self) -> None:
        if not self._open:
            return
        if self._unfinished:
            self._sheet.show_answered(len(self._cards) - len(self._unfinished), len(self._cards))
            return
        told = [(card.name, self._last_told.get(reference)) for reference, card in self._cards.items()]
        done = [intent for _, intent in told if intent and intent.state is IntentState.DONE]
        refused = [name for name, intent in told if _refused(intent)]
        unclear = [name for name, intent in told if not _refused(intent) and intent not in done]
        cost = total(intent.draft.total for intent in done)
        self._sheet.show_done(len(done), cost, refused, unclear)


def _draft(card: OrderCard, reference: str) -> OrderDraft:
    """What was previewed is what is ordered: its lines, its address, its sums."""
    assert card.answer is not None
    enquiry, preview = card.answer.enquiry, card.answer.preview
    draft = draft_order(enquiry.group, preview, enquiry.address, reference, card.terms.words)
    return replace(draft, trade_type=card.trade_type)


def _refused(intent: OrderIntent | None) -> bool:
    """Whether nothing was ordered: refused, or not even written down."""
    return intent is None or intent.state in (IntentState.REJECTED, IntentState.PREPARED)
