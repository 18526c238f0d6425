"""What a buyer does at the picture desk again and again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.search_page import Bench
from tests.support.waiting import until


async def put(image: Bench, path: Path) -> None:
    """Put a picture on the desk and wait for what looks like it."""
    image.controller.use(PictureSource(file=path))
    await until(lambda: image.page.chosen is not None and image.page.chosen.name == path.name)
    await image.stage(Stage.RESULTS)
    await image.answered()


def refs(image: Bench) -> list[OfferRef]:
    """What the chosen picture found."""
    return [offer.ref for offer in image.offers]


def steps(image: Bench) -> dict[str, QPushButton]:
    """What is offered where nothing was found."""
    buttons = image.results.none.findChildren(QPushButton)
    return {button.text(): button for button in buttons if button.isVisibleTo(image.results.none)}
