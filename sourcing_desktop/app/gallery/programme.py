"""All scenes in the order they are set: each begins where the one before ended."""

from __future__ import annotations

from sourcing_desktop.app.gallery import (
    scenes_buying,
    scenes_desk,
    scenes_dialogs,
    scenes_library,
    scenes_offer,
    scenes_search,
    scenes_seen_before,
    scenes_shops,
)

PROGRAMME = (
    *scenes_search.FIRST,
    *scenes_desk.BEFORE,
    *scenes_shops.BEFORE,
    *scenes_buying.BEFORE,
    *scenes_library.BEFORE,
    *scenes_offer.BEFORE,
    *scenes_search.SCENES,
    *scenes_offer.SCENES,
    *scenes_desk.SCENES,
    *scenes_shops.SCENES,
    *scenes_buying.SCENES,
    *scenes_library.SCENES,
    *scenes_seen_before.SCENES,
    *scenes_offer.BAD,
    *scenes_dialogs.SCENES,
)
