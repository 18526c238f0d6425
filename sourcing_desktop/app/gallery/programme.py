"""All scenes in the order they are set: each begins where the one before ended."""

from __future__ import annotations

from sourcing_desktop.app.gallery import scenes_search

PROGRAMME = (*scenes_search.SCENES,)
