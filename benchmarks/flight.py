"""A scripted flight through a million offers at full speed, every frame of it timed, against an idle grid.

`python -m benchmarks.flight [seconds]` flies without writing figures down, and says what each long frame did.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks import report
from benchmarks.frames import FRAME_S, Frame, FrameClock
from benchmarks.offers import offers
from benchmarks.picture_server import RENDITIONS, serving
from benchmarks.rows import RUNS, Row, at_most_more, informs, p99
from sourcing_desktop.app import calling_thread, runtime  # noqa: F401
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

OFFERS, PAGE = 1_000_000, 60
SECONDS = 60.0
"""In legs, with an idle one as long after each."""

LONG_MS = 33.0
SPEED = 12_000
"""px a second of a fling."""

KEYS_PER_SECOND = 8
APPENDS_PER_SECOND = 2
FILLED, PAGES_A_FRAME = 100_000, 6
"""Offers of a list that grows while one looks at it, and how fast."""

WORST = 8
NOTCH = 120
"""One notch of a wheel, in Qt's units."""

Legs = list[list[Frame]]
Key = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


async def rows() -> list[Row]:
    """The flight and a list that grows, each beside the same grid at rest for as long."""
    return await _measured(SECONDS)


async def _measured(seconds: float) -> list[Row]:
    with serving() as host, tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        grown, still = await _growth(loader, host + RENDITIONS)
        flown, idle = await _flights(loader, host + RENDITIONS, seconds)
        loader.close()
    for name, legs in (("flight", flown), ("at rest", idle), ("growing", grown), ("at rest", still)):
        print(f"  {name}:")
        _tell(legs)
    return [*_rows("of a flight", flown, idle, seconds), *_growing(grown, still)]


def _rows(name: str, flown: Legs, idle: Legs, seconds: float) -> list[Row]:
    """By leg what a frame took from due to done, and in all legs the long ones."""
    return [
        _times(f"frame {name}, p50", median, flown, idle),
        _times(f"frame {name}, p99", p99, flown, idle),
        _times(f"frame {name}, the longest of a leg", max, flown, idle),
        at_most_more(
            f"frames over {LONG_MS:.0f} ms in {seconds:.0f} s", "", [_long(flown)], [_long(idle)], 0
        ),
        informs(
            "the same without what the thread waited for a core",
            "",
            [_long(flown, lambda frame: frame.ours)],
            [_long(idle, lambda frame: frame.ours)],
        ),
        informs(
            "the same, processor time of the thread",
            "",
            [_long(flown, lambda frame: frame.processor)],
            [_long(idle, lambda frame: frame.processor)],
        ),
    ]


def _growing(grown: Legs, still: Legs) -> list[Row]:
    name = f"pages appended up to {FILLED:,} offers"
    return [
        at_most_more(f"{name}, frames over {LONG_MS:.0f} ms", "", [_long(grown)], [_long(still)], 0),
        _times("the same, the longest frame", max, grown, still),
        informs(
            "the same, the longest collection of garbage",
            "ms",
            [max(frame.collected for leg in grown for frame in leg)],
            [max(frame.collected for leg in still for frame in leg)],
        ),
    ]


def _times(name: str, pick: Callable[[list[float]], float], ours: Legs, floor: Legs) -> Row:
    first, second = ([pick([frame.took for frame in leg]) for leg in legs] for legs in (ours, floor))
    return informs(name, "ms", first, second)


def _long(legs: Legs, took: Callable[[Frame], float] = lambda frame: frame.took) -> float:
    return sum(took(frame) > LONG_MS for leg in legs for frame in leg)


def _tell(legs: Legs) -> None:
    """What the longest frames did."""
    frames = sorted((frame for leg in legs for frame in leg), key=lambda frame: -frame.ours)
    print(*(f"  {frame}" for frame in frames[:WORST]), sep="\n")


# Flying


@dataclass
class Pilot:
    """Moves a grid as a buyer in a great hurry would, frame by frame, and lets pages arrive."""

    grid: OfferGrid
    model: OfferModel
    pictures: str
    arrived: int = 0
    pressed: int = 0
    last: float = 0.0

    def act(self, seconds: float) -> str:
        """A frame: eight seconds of flings and jumps, over and over."""
        passed, self.last = seconds - self.last, seconds
        what = self._move(seconds, round(SPEED * passed))
        if seconds * APPENDS_PER_SECOND > self.arrived:
            self.arrived += 1
            self.model.append(offers(self.model.rowCount(), PAGE, self.pictures))
            what += ", append"
        return what

    def _move(self, seconds: float, distance: int) -> str:
        bar = self.grid.verticalScrollBar()
        match int(seconds) % 8:
            case 0 | 1:
                bar.setValue(bar.value() + distance)
                return "fling down"
            case 2:
                return self._at_times(seconds, self._zoom)
            case 3:
                bar.setValue(bar.value() - distance)
                return "fling up"
            case 4:
                return self._at_times(seconds, lambda: self._press(Key.Key_PageDown))
            case 5:
                bar.setValue(bar.value() + distance // 8)
                return "scroll"
            case 6:
                return self._at_times(seconds, lambda: self._press(Key.Key_PageUp))
            case _:
                keys = (Key.Key_End, Key.Key_PageUp, Key.Key_Home, Key.Key_Down)
                return self._at_times(seconds, lambda: self._press(keys[self.pressed % len(keys)]))

    def _at_times(self, seconds: float, deed: Callable[[], str]) -> str:
        """A key is not pressed sixty times a second."""
        turn = int(seconds * KEYS_PER_SECOND)
        if turn == self.pressed:
            return "between keys"
        self.pressed = turn
        return deed()

    def _press(self, key: Qt.Key) -> str:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.grid, QKeyEvent(kind, key, NONE))
        return key.name

    def _zoom(self) -> str:
        turned = NOTCH if self.pressed % 8 < 4 else -NOTCH
        middle = QPointF(self.grid.viewport().rect().center())
        wheel = QWheelEvent(
            middle,
            self.grid.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self.grid.viewport(), wheel)
        return "zoom"


async def _growth(loader: PictureLoader, pictures: str) -> tuple[Legs, Legs]:
    """The frames while pages arrive below an empty list, and while nothing does for as long."""
    grid, model = _grid(loader)

    def append(_seconds: float) -> str:
        for _ in range(PAGES_A_FRAME):
            model.append(offers(OFFERS + model.rowCount(), PAGE, pictures))
        return f"append to {model.rowCount():,}"

    seconds = FILLED / (PAGES_A_FRAME * PAGE) * FRAME_S
    grown = await FrameClock(append).run(seconds)
    await asyncio.sleep(1.0)
    still = await FrameClock(lambda _: "idle").run(seconds)
    grid.close()
    grid.deleteLater()
    return [grown], [still]


async def _flights(loader: PictureLoader, pictures: str, seconds: float) -> tuple[Legs, Legs]:
    """The frames of all legs, and those of the idle grid."""
    flown, idle = [], []
    grid, model = _grid(loader)
    model.reset(offers(0, OFFERS, pictures))
    pilot = Pilot(grid, model, pictures)
    await FrameClock(pilot.act).run(2.0)  # loads what is loaded once
    for _ in range(RUNS):
        pilot.last, pilot.arrived = 0.0, 0
        flown.append(await FrameClock(pilot.act).run(seconds / RUNS))
        await asyncio.sleep(1.0)  # what was asked for last arrives
        idle.append(await FrameClock(lambda _: "idle").run(seconds / RUNS))
    grid.close()
    return flown, idle


def _grid(loader: PictureLoader) -> tuple[OfferGrid, OfferModel]:
    grid, model = OfferGrid(LIGHT, loader), OfferModel()
    model.setParent(grid)
    grid.setModel(model)
    grid.resize(1440, 900)
    grid.show()
    return grid, model


async def _tell_only(seconds: float) -> int:
    gc.freeze()  # as `benchmarks.__main__` does
    report.show(await _measured(seconds))
    return 0


if __name__ == "__main__":
    wanted = float(sys.argv[1]) if sys.argv[1:] else SECONDS
    sys.exit(runtime.run(QApplication([]), _tell_only(wanted)))
