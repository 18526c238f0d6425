"""Sets one scene after the other and takes its picture, in one theme or in both."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from sourcing_desktop.app.demonstration import Step
from sourcing_desktop.app.gallery.programme import PROGRAMME
from sourcing_desktop.app.gallery.rules import broken
from sourcing_desktop.app.gallery.stage import Scene, Stage
from sourcing_desktop.app.hand import NotSeen, pause
from sourcing_desktop.app.session import Session
from sourcing_desktop.app.tour import Tour
from sourcing_desktop.ui.appearance import DARK, LIGHT
from sourcing_desktop.ui.main_window import MainWindow

SHADE = QColor(0, 0, 0, 102)
"""What lies over a window that waits for a dialog."""

QUALITY = 90
"""Of a JPEG: letters stay sharp, and a thousand pictures can be passed on."""


class Gallery:
    """Pictures go to `folder`, with one line about each in a list of this language and scale. `rules_only`
    makes no pictures: what is wrong by the rules stands in the list."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        scratch: Path,
        folder: Path,
        titles: str,
        themes: Sequence[str] = (LIGHT, DARK),
        rules_only: bool = False,
    ) -> None:
        self._stage = Stage(window, session, Tour(window, session, scratch, scratch / "tour"), scratch)
        self._scale = f"{QGuiApplication.primaryScreen().devicePixelRatio():g}x"
        self._titles = titles
        self._folder = folder
        self._themes = themes[:1] if rules_only else themes
        self._rules_only = rules_only
        self._told: list[dict[str, str | list[str]]] = []
        self._failed: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)
        window.appearance.set_still(True)

    def steps(self) -> list[Step]:
        scenes = [(f"{scene.page}: {scene.state}", partial(self._set, scene)) for scene in PROGRAMME]
        return [*scenes, ("Every scene could be set", self._sum_up)]

    async def _set(self, scene: Scene) -> None:
        window = self._stage.window
        window.resize(scene.size)
        try:
            await scene.set(self._stage)
        except (NotSeen, AssertionError) as error:  # the others can be looked at all the same
            self._failed.append(f"{scene.page}, {scene.state}: {error}")
        for theme in self._themes:
            if theme != window.appearance.chosen:
                window.appearance.choose(theme)
            await pause(0.05)
            self._take(scene, theme, self._broken() if theme == self._themes[0] else [])
        if not scene.stays:
            self._stage.clear()

    async def _sum_up(self) -> None:
        if self._failed:
            raise NotSeen("; ".join(self._failed))

    def keep(self, number: int, what: str) -> None:
        """After every scene: what there is so far can be looked at, even if the next one fails."""
        told = self._folder / f"{self._titles}-{self._scale}.json"
        told.write_text(json.dumps(self._told, ensure_ascii=False, indent=0), encoding="utf-8")

    def _broken(self) -> list[str]:
        """What is wrong with what can be worked now."""
        in_front = self._stage.in_front()
        modal = [each for each in in_front if each.isModal()]
        tops = modal[-1:] or [self._stage.window, *in_front]
        return [line for top in tops for line in broken(top)]

    def _take(self, scene: Scene, theme: str, wrong: list[str]) -> None:
        name = re.sub(r"[^a-z0-9]+", "-", f"{scene.page} {scene.state}".lower()).strip("-")
        file = f"{name}-{theme}-{self._titles}-{self._scale}.jpg"
        if not self._rules_only:
            front_picture(self._stage).save(str(self._folder / file), "JPEG", QUALITY)
        self._told.append(
            {
                "page": scene.page,
                "state": scene.state,
                "theme": theme,
                "titles": self._titles,
                "scale": self._scale,
                "file": file,
                "broken": wrong,
            }
        )


def front_picture(stage: Stage) -> QPixmap:
    """The window with the dialogs, menus and popups that stand in front of it."""
    window = stage.window
    picture = window.grab()
    painter = QPainter(picture)
    for each in stage.in_front():
        if each.isModal():
            painter.fillRect(window.rect(), SHADE)
        painter.drawPixmap(each.pos() - window.pos(), each.grab())
    painter.end()
    return picture
