"""Why platforms refuse, by their own codes, in sentences a buyer can act on. Tables alone.

The codes are documented upstream (contract 1.6), except where they are marked as INVENTED.
"""

from __future__ import annotations

from collections.abc import Mapping

from sourcing_desktop.language import tr

SELLER_REASONS: Mapping[str, str] = {
    "1": tr("This offer cannot be ordered online any more."),
    "2": tr("This line belongs to another seller, or its SKU is not named. Open the offer and choose again."),
    "3": tr("This SKU is not part of the offer any more. Open the offer and choose again."),
    "4": tr("The seller has not enough stock. Take fewer."),
    "5": tr("This is below the minimum order quantity. Take more."),
    "6": tr("This is below the seller's mixed-batch minimum. Take more from this seller."),
    "7": tr("The seller does not sell single pieces to this account. Ask the seller, or order wholesale."),
    "8": tr("The SKU has no price yet. Ask the seller."),
    "9": tr("This is below the wholesale minimum. Take more."),
    "901": tr("The seller sells this in lots only. Take a multiple of the lot."),
    "902": tr("One order takes at most 50 SKUs. Take fewer at a time."),
}
"""1688's reasons 500_001 to 500_009; INVENTED by the sandbox: 901 and 902."""

ORDER_REASONS: Mapping[str, str] = {
    "CLOSE_ORDER_TOO_FAST": tr("The order was placed only seconds ago. Wait a moment and cancel it again."),
    "ORDER_STATUS_ERROR": tr("The order has moved on and does not allow this any more. Refresh it."),
    "ORDER_NOT_EXIST": tr("There is no such order. Refresh the orders."),
    "400_3": tr("There is no such order on this account. Refresh the orders."),
    "400_4": tr("The order cannot be paid this way. Pay it on the platform's own page."),
    "order.nopermission.buyer": tr("The order belongs to another account."),
    "order.createtime.history": tr("The platform keeps no trace of orders older than a year."),
}
"""1688's reasons why something cannot be done to an order."""

CALL_REASONS: Mapping[str, Mapping[str, str]] = {
    "AA4": {
        "5001": "1688 does not know this order.",
        "5002": tr("This order is another buyer's."),
        "5003": tr("The goods are no longer where the request says. Refresh the order and ask again."),
        "5004": tr("This reason is not offered any more. Choose another."),
        "5005": tr("This reason needs pictures as proof."),
        "5006": tr("The freight cannot be paid back here. Ask for the goods alone."),
        "5010": tr("This order cannot be refunded in its present state. Refresh it."),
        "5011": tr(
            "This amount cannot be asked for. Before goods are shipped, only all that was paid can be."
        ),
        "5012": tr("Describe it in 2 to 150 characters."),
        "5013": tr("More pieces are asked for than were ordered."),
    },
    "AA5": {
        "4002": tr("Something is missing: carrier and waybill number are needed."),
        "4003": tr("The pictures are not accepted."),
        "4004": tr("The waybill number does not belong to this carrier."),
        "4005": "1688 does not know this refund.",
        "4006": tr("This refund is another buyer's."),
        "4007": tr("The refund no longer waits for goods to be sent back. Refresh it."),
        "4008": "1688 does not accept the number of this refund.",
    },
}
"""1688's own numbers, which mean something else at every call, by the call."""
