"""What 1688 puts forward: its two strict selections and its hot lists (contract AM1 to AM3).

Assumed: the selections take what a keyword search takes (AG3), and the hot list what upstream takes.
"""

from __future__ import annotations

from dataclasses import replace

from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.ranking import HotList, RankedOffer, RankKind
from sourcing_desktop.domain.search import FilterWord, KeywordQuery, Page
from sourcing_desktop.gateways.pandapon.alibaba import goods as alibaba_goods
from sourcing_desktop.gateways.pandapon.answers import answer_in
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.transport import Transport
from sourcing_desktop.gateways.wire import Reader

MOST_RANKED = 20
"""The longest hot list (contract 1.8)."""

ID_NAMES = ("itemId", "offerId", "offerMapId")


class Marketing:
    """Selections and hot lists through one account. Pages count from 1."""

    def __init__(self, transport: Transport, caller: Caller) -> None:
        self._transport = transport
        self._caller = caller

    async def global_selection(self, query: KeywordQuery, page: int, size: int) -> Page:
        """Offers chosen for buyers abroad."""
        return await self._selection("AM1", query, FilterWord.GLOBAL_SELECTION, page, size)

    async def strict_selection(self, query: KeywordQuery, page: int, size: int) -> Page:
        """Offers of 1688's own strict selection."""
        return await self._selection("AM2", query, FilterWord.STRICT_SELECTION, page, size)

    async def hot_list(self, category_id: str, kind: RankKind, limit: int = MOST_RANKED) -> HotList:
        """The best of a category, at most 20."""
        body = hot_list_request(category_id, kind, limit, self._caller)
        envelope = await self._transport.read("AM3", body=body)
        return read_hot_list(envelope, self._caller)

    async def _selection(
        self, code: str, query: KeywordQuery, word: FilterWord, page: int, size: int
    ) -> Page:
        body = selection_request(query, word, page, size, self._caller)
        return alibaba_goods.read_page(await self._transport.read(code, body=body), self._caller)


def selection_request(
    query: KeywordQuery, word: FilterWord, page: int, size: int, caller: Caller
) -> dict[str, object]:
    """AM1 and AM2. The word of the selection is sent too, should the call be nothing but AG3."""
    filters = replace(query.filters, words=query.filters.words | {word})
    return alibaba_goods.keyword_request(replace(query, filters=filters), page, size, caller)


def hot_list_request(category_id: str, kind: RankKind, limit: int, caller: Caller) -> dict[str, object]:
    """AM3."""
    return {
        "rankId": category_id,
        "rankType": kind.value,
        "limit": min(limit, MOST_RANKED),
        "language": caller.language,
    }


def read_hot_list(envelope: Reader, caller: Caller) -> HotList:
    """AM3, the best first."""
    answer = answer_in(envelope)
    offers = [_ranked(row, caller) for row in answer.rows("rankProductModels")]
    return HotList(
        category_id=answer.text("rankId"),
        name=answer.plain("rankName"),
        kind=answer.text("rankType"),
        offers=tuple(sorted(offers, key=lambda ranked: (ranked.place is None, ranked.place or 0))),
    )


def _ranked(row: Reader, caller: Caller) -> RankedOffer:
    """A place of a list; its labels of service become badges."""
    offer = Offer(
        ref=OfferRef(Platform.ALIBABA, caller.generation, row.need_text(*ID_NAMES)),
        title=Words(row.plain("title"), row.plain("translateTitle")),
        picture=row.picture("imgUrl"),
        price=None,
        sold_30_days=row.whole("soldOut"),
        badges=row.texts("serviceList"),
        score=alibaba_goods.score(row, "goodsScore"),
    )
    return RankedOffer(row.whole("sort"), offer, row.whole("buyerNum"))
