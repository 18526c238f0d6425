"""Which orders are told to be ours."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.gateways.pandapon.shapes import note_with_reference, split_note
from sourcing_desktop.services.finding import carries

OURS, OTHER = "SD-ABCDEFGHJKMN", "SD-NMKJHGFEDCBA"


@pytest.mark.parametrize(
    ("references", "ours"), [([OURS], True), ([OTHER, OURS], True), ([OTHER], False), ([], False)]
)
def test_orders_made_together_carry_the_references_of_all(references, ours):
    note, reference = split_note(note_with_reference("box 7", references))
    order = Order(
        Platform.ALIBABA, "1", OrderState.TO_PAY, "", (), None, None, reference=reference, note=note
    )
    assert carries(order, OURS) is ours
