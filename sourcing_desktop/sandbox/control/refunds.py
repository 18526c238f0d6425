"""Commands of the switchboard about refunds, which sellers answer, and about bookings of freight."""

from __future__ import annotations

from sourcing_desktop.sandbox.control.commands import Row
from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.refunds.refund import Refund
from sourcing_desktop.sandbox.world import World


class RefundCommands:
    """Those that change something answer the list of refunds, newest first."""

    def __init__(self, world: World) -> None:
        self._world = world

    def rows(self) -> list[Row]:
        return [
            ("GET", "/refunds", self._list),
            ("POST", "/refunds/agree", self._agree),
            ("POST", "/refunds/refuse", self._refuse),
            ("POST", "/refunds/want-back", self._want_back),
            ("POST", "/refunds/receive", self._receive),
            ("GET", "/bookings", self._list_bookings),
        ]

    def _list(self, fields: Fields) -> object:
        """Every refund there is."""
        self._world.settle()
        return [_summary(refund) for refund in self._world.refunds.select("TRUE", ())]

    def _agree(self, fields: Fields) -> object:
        """The seller agrees to the refund of `refund_id`: pays, or waits for goods to be returned."""
        refund = self._refund(fields)
        with self._world.trade:
            self._world.refunds.agree(refund)
        return self._list(fields)

    def _refuse(self, fields: Fields) -> object:
        """The seller refuses the refund of `refund_id`; `reason` is what he says."""
        refund = self._refund(fields)
        with self._world.trade:
            self._world.refunds.refuse(refund, fields.text("reason", "商家拒绝退款"))
        return self._list(fields)

    def _want_back(self, fields: Fields) -> object:
        """The seller pays for the refund of `refund_id` only when the goods come back."""
        refund = self._refund(fields)
        with self._world.trade:
            self._world.refunds.want_back(refund)
        return self._list(fields)

    def _receive(self, fields: Fields) -> object:
        """The seller has received what came back for the refund of `refund_id`, and pays."""
        refund = self._refund(fields)
        with self._world.trade:
            self._world.refunds.receive(refund)
        return self._list(fields)

    def _list_bookings(self, fields: Fields) -> object:
        """Every booking of freight with the parcels announced for it."""
        return self._world.bookings.all()

    def _refund(self, fields: Fields) -> Refund:
        self._world.settle()
        found = self._world.refunds.select("id = ?", (fields.needed("refund_id"),))
        if not found:
            raise ValueError("no such refund")
        return found[0]


def _summary(refund: Refund) -> dict[str, object]:
    return {
        "id": refund.id,
        "platform": refund.platform,
        "order_id": refund.order_id,
        "state": refund.state,
        "total_fen": refund.claim.total_fen,
        "steps": [step.action for step in refund.steps if step.action],
    }
