"""Parts of refunds that both platforms write alike. Pure."""

from __future__ import annotations

from dataclasses import replace

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.refund import Refund, ReturnAddress
from sourcing_desktop.gateways.pandapon.answers import answer_in, ensure_done, read_alone
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr


def read_refund_id(envelope: Reader) -> str:
    """The id of a refund that was asked for (AA4, TA7), also where it stands alone; empty where there is
    none."""
    return answer_in(envelope).text("refundId") or read_alone(envelope)


def refund_id_of(envelope: Reader, call: str) -> str:
    """The id of a refund that was asked for; Rejected or BadReply where the answer has none."""
    ensure_done(envelope, call=call)
    refund_id = read_refund_id(envelope)
    if not refund_id:
        raise BadReply(
            tr(
                "The gateway took the refund but did not say its number. Look at the order's refunds before "
                "asking again."
            ),
            path="data.refundId",
        )
    return refund_id


def known(refund: Refund, refund_id: str) -> Refund:
    """The refund that was asked about; BadReply where the answer does not say how it stands."""
    if not refund.raw_state:
        raise BadReply(tr("The gateway did not say how this refund stands. Try again."), path="data.status")
    return replace(refund, id=refund.id or refund_id)


def read_address(row: Reader, name: str) -> ReturnAddress | None:
    """A return address: an object in one generation, text in the other (contract 7)."""
    if row.holds(name) is not dict:
        text = row.plain(name)
        return ReturnAddress(text) if text else None
    parts = row.child(name)
    address = ReturnAddress(
        text=parts.plain("detailAddress", "address"),
        name=parts.plain("receiver", "name"),
        phone=parts.text("phone", "mobile"),
    )
    return address if address != ReturnAddress("") else None
