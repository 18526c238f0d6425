"""The things in a query picture that may be meant, found on this computer."""

from __future__ import annotations

import asyncio

from sourcing_desktop.domain.search import QueryPicture, Region

NEARLY_ALL = 0.9
"""Of the picture: a box around that much of it is no choice."""


async def subjects_in(picture: QueryPicture) -> tuple[Region, ...]:
    """Boxes in px of the picture, most likely first; none where it shows only one thing, or nothing."""
    return await asyncio.to_thread(_find, picture)


def _find(picture: QueryPicture) -> tuple[Region, ...]:
    """For a worker. NumPy is loaded late: nobody needs it before the first picture."""
    from sourcing_desktop.vision.reading import read_rgb
    from sourcing_desktop.vision.subject import subjects

    rgb = read_rgb(picture.jpeg, max(picture.width, picture.height))
    whole = picture.width * picture.height
    found = (Region(*box) for box in subjects(rgb))
    return tuple(box for box in found if (box.right - box.left) * (box.bottom - box.top) < NEARLY_ALL * whole)
