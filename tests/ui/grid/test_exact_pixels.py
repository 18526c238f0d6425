"""A picture of the exact size is copied pixel for pixel, however many device pixels a screen has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPixmap

from sourcing_desktop.ui.grid.offer_cell import _draw_centred, picture_side

PROJECT = Path(__file__).parents[3]


def noise(width, height):
    data = Random(7).randbytes(width * height * 4)
    return QImage(data, width, height, QImage.Format.Format_RGB32).copy()


@pytest.mark.parametrize("ratio", [1, 1.1, 1.25, 1.5, 1.75, 2, 2.625])
def test_no_pixel_is_resampled(qapp, ratio):
    random = Random(1)
    for _ in range(60):
        width, narrower = random.randint(80, 400), random.choice((0, 0, 1, 31))
        side = picture_side(width, ratio)
        picture = noise(side - narrower, side)
        page = QImage(round(720 * ratio), round(620 * ratio), QImage.Format.Format_RGB32)
        page.setDevicePixelRatio(ratio)
        x, y = random.randint(1, 300), random.randint(1, 200)
        painter = QPainter(page)
        _draw_centred(painter, QRect(x, y, width, width), QPixmap.fromImage(picture), 1 / ratio)
        painter.end()
        left, top = int(x * ratio + narrower / 2), int(y * ratio)
        places = [picture.rect().translated(left + dx, top + dy) for dx in (0, 1, -1) for dy in (0, 1, -1)]
        assert any(page.copy(place) == picture for place in places), (width, narrower, x, y)


def test_another_screen_asks_for_its_own_size(tmp_path):
    """On a platform with two screens, of which the second has 1.5 device pixels to one."""
    screens = tmp_path / "screens.json"
    screens.write_text(
        '{"screens": [{"name": "one", "x": 0, "y": 0, "width": 800, "height": 800, "logicalDpi": 96},'
        ' {"name": "two", "x": 800, "y": 0, "width": 800, "height": 800, "logicalDpi": 144}]}',
        encoding="utf-8",
    )
    script = f"""
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.theme import LIGHT
from tests.ui.grid.moves import offer
app = QApplication(["grid", "-platform", "offscreen:configfile={screens}"])
loader = PictureLoader(Path({str(tmp_path)!r}))
grid = OfferGrid(LIGHT, loader)
grid.model().reset([offer(number) for number in range(40)])
grid.resize(700, 500)
grid.show()
app.processEvents()
print(grid._wishes._told[2] / grid.visualRect(grid.model().index(0)).width())
grid.windowHandle().setScreen(app.screens()[1])
app.processEvents()
grid.repaint()
print(grid._wishes._told[2] / grid.visualRect(grid.model().index(0)).width())
grid.close()
loader.close()
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, timeout=60, text=True
    )
    assert ended.returncode == 0, ended.stderr
    before, after = map(float, ended.stdout.split())
    assert before == 1
    assert after == pytest.approx(1.5, abs=0.01)
