"""Picture search for both platforms: the picture comes as base64 or as the URL of one of the market's own."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.picture_search import Sighting
from sourcing_desktop.sandbox.query_picture import file_of
from sourcing_desktop.sandbox.urls import rendition_of
from sourcing_desktop.sandbox.world import World


async def look(world: World, call: Call) -> Sighting:
    """What looks like the picture of the call. An address wins over base64, which may then be a dummy, as in
    the documented v2 sample."""
    address = call.fields.text("imageAddress") or call.fields.text("picUrl")
    if address:
        file = await _own_picture(world, address)
    else:
        file = file_of(call.fields.needed("imageBase64"))
    return await world.picture_search.find(file, call.fields.text("region"))


def offers_seen(world: World, sighting: Sighting, platform: str) -> Sequence[MarketOffer]:
    """The offers of one platform in a sighting, most alike first."""
    seen = world.catalogue.offers(tuple(sighting.alike))
    return [offer for offer in seen if offer.platform == platform]


async def _own_picture(world: World, address: str) -> bytes:
    try:
        rendition = rendition_of(world.urls.own_path(address))
    except ValueError as error:
        raise Refused(Code.BAD_PICTURE, "imageAddress") from error
    return await world.pictures.jpeg(rendition)
