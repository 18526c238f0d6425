"""After-sales through the gateway: one class for each platform, one method per thing a buyer does. All errors
are the domain's; what changes something is sent once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sourcing_desktop.domain.parcel import Carrier
from sourcing_desktop.domain.refund import (
    GoodsState,
    Refund,
    RefundKind,
    RefundMessage,
    RefundPage,
    RefundRequest,
    RefundState,
    RefundTerms,
    ReturnParcel,
    ReturnTerms,
)
from sourcing_desktop.gateways.pandapon.alibaba import refunds as alibaba_refunds
from sourcing_desktop.gateways.pandapon.answers import ensure_done
from sourcing_desktop.gateways.pandapon.refund_parts import known, refund_id_of
from sourcing_desktop.gateways.pandapon.taobao import refunds as taobao_refunds
from sourcing_desktop.gateways.pandapon.transport import Transport
from sourcing_desktop.gateways.values import unreadable
from sourcing_desktop.language import tr


class AlibabaRefunds:
    """Refunds of 1688 orders. There is no call to list, change or cancel them."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def terms(
        self, order_id: str, line_ids: Iterable[str], goods: GoodsState, *, after_sale: bool = False
    ) -> RefundTerms:
        """The reasons that may be given; amounts are left open. `after_sale`: the order is finished."""
        body = alibaba_refunds.terms_request(order_id, line_ids, goods, after_sale=after_sale)
        return alibaba_refunds.read_terms(await self._transport.read("AA2", body=body))

    async def upload_voucher(self, jpeg: bytes) -> str:
        """Put a picture where `apply` and `send_back` can name it; its URL. At most 1 MB."""
        envelope = await self._transport.write("AA3", upload=alibaba_refunds.voucher_upload(jpeg))
        url = alibaba_refunds.read_voucher(envelope)
        return url or unreadable("data.imageRelativeUrl", tr("is missing"))

    async def apply(self, request: RefundRequest) -> str:
        """Ask for a refund; its id. Rejected says why not; Unreachable with `sent`, and BadReply, leave open
        whether the seller was asked."""
        body = alibaba_refunds.refund_request(request)
        return refund_id_of(await self._transport.write("AA4", body=body), "AA4")

    async def refund(self, refund_id: str) -> Refund:
        """How a refund stands. Its id goes into query and body: pages of the documents differ (contract
        AA1)."""
        asked = {"refundId": refund_id}
        envelope = await self._transport.read("AA1", query=asked, body=asked)
        return known(alibaba_refunds.read_refund(envelope), refund_id)

    async def send_back(self, refund_id: str, parcel: ReturnParcel) -> None:
        """Tell that the goods were sent back."""
        body = alibaba_refunds.return_request(refund_id, parcel)
        ensure_done(await self._transport.write("AA5", body=body), call="AA5")

    async def carriers(self) -> tuple[Carrier, ...]:
        """Who may carry goods back."""
        return alibaba_refunds.read_carriers(await self._transport.read("AA6"))


class TaobaoRefunds:
    """Refunds of Taobao orders, one order line each. Pages count from 1."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def refunds(
        self,
        page: int,
        size: int,
        *,
        purchase_id: str = "",
        order_id: str = "",
        state: RefundState | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> RefundPage:
        """One page of the refunds, of all orders or of one by its number upstream or at the platform. It is
        empty for a state Taobao does not have."""
        if state is not None and state not in taobao_refunds.ASKED_STATES:
            return RefundPage((), 0)
        body = taobao_refunds.list_request(
            page, size, purchase_id=purchase_id, order_id=order_id, state=state, since=since, until=until
        )
        return taobao_refunds.read_page(await self._transport.read("TA1", body=body))

    async def terms(self, line_id: str, kind: RefundKind, goods: GoodsState) -> RefundTerms:
        """Reasons and bounds for one order line."""
        body = taobao_refunds.terms_request(line_id, kind, goods)
        return taobao_refunds.read_terms(await self._transport.read("TA2", body=body))

    async def apply(self, request: RefundRequest) -> str:
        """Ask for a refund of one line; its id. Errors leave open what they leave open for 1688."""
        body = taobao_refunds.refund_request(request)
        return refund_id_of(await self._transport.write("TA7", body=body), "TA7")

    async def change(self, request: RefundRequest) -> None:
        """Ask for something else in a refund there is, `request.refund_id`; errors as in `apply`."""
        body = taobao_refunds.change_request(request)
        ensure_done(await self._transport.write("TA9", body=body), call="TA9")

    async def refund(self, refund_id: str) -> Refund:
        """How a refund stands."""
        envelope = await self._transport.read("TA10", query={"refundId": refund_id})
        return known(taobao_refunds.read_refund(envelope), refund_id)

    async def cancel(self, refund_id: str) -> None:
        """Give a refund up. The call is a GET, and still sent once only."""
        envelope = await self._transport.write("TA5", query={"refundId": refund_id})
        ensure_done(envelope, "cancelSuccess")

    async def return_terms(self, refund_id: str) -> ReturnTerms:
        """Where the goods go back to, and who may carry them."""
        envelope = await self._transport.read("TA3", query={"refundId": refund_id})
        return taobao_refunds.read_return_terms(envelope)

    async def send_back(self, refund_id: str, parcel: ReturnParcel) -> None:
        """Tell that the goods were sent back."""
        body = taobao_refunds.return_request(refund_id, parcel)
        ensure_done(await self._transport.write("TA4", body=body))

    async def messages(self, refund_id: str, page: int, size: int) -> tuple[RefundMessage, ...]:
        """What was said about a refund."""
        body = taobao_refunds.messages_request(refund_id, page, size)
        return taobao_refunds.read_messages(await self._transport.read("TA8", body=body))

    async def write(self, refund_id: str, text: str, pictures: Sequence[str] = ()) -> None:
        """Say something to the seller; `pictures` are URLs."""
        body = taobao_refunds.message_request(refund_id, text, pictures)
        ensure_done(await self._transport.write("TA6", body=body))
