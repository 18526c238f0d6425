"""How to write to a seller (contract AG2, TO7): what is asked and the link or name that comes back. Pure."""

from __future__ import annotations

from sourcing_desktop.domain.chat import Chat
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.gateways.pandapon.shapes import Caller, filled, web_page, wire_offer_id
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

PAGE_NAMES = ("url", "wangwangUrl", "link", "result")
NICK_NAMES = ("wangwangNick", "nick", "loginId", "result")


def seller_request(seller_id: str, ref: OfferRef | None, caller: Caller) -> dict[str, object]:
    """AG2: the shop, and the offer the talk is about, its id as text. NotFound for an id of the other
    generation."""
    return filled({"openUid": seller_id, "offerId": str(wire_offer_id(ref, caller)) if ref else ""})


def item_request(ref: OfferRef, caller: Caller) -> dict[str, object]:
    """TO7, as its example has it: the field table next to it says something else. NotFound as above."""
    return {"sourceType": "item", "bizId": str(wire_offer_id(ref, caller))}


def read_chat(envelope: Reader) -> Chat:
    """A page, a name, or both; BadReply for neither."""
    chat = found_chat(envelope)
    if chat == Chat():
        raise BadReply(tr("The gateway did not say how to reach the seller. Try again later."), path="data")
    return chat


def found_chat(envelope: Reader) -> Chat:
    """A page, a name, both or neither: v1 calls the answer of AG2 a URL, v2 a nickname."""
    envelope = envelope.lenient()
    if envelope.holds("data") is None:
        text = envelope.text("data")
        return Chat(page=web_page(text)) if web_page(text) else Chat(nick=text)
    data = envelope.child("data")
    page, nick = web_page(data.text(*PAGE_NAMES)), data.text(*NICK_NAMES)
    return Chat(page, "" if web_page(nick) else nick)
