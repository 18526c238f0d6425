"""Reads pictures of Debian packages that were unpacked: `apt-get download NAME; dpkg -x NAME_*.deb NAME`.

None of them is part of the project, and nothing of them is: licences are those of their debian/copyright.

openclipart-png: public domain; the directions are fitted on half of it, a quarter stands in the way.
sweethome3d-furniture: CC BY 3.0, a part CC0; the icons of its models, measured.
tuxpaint-stamps-default: GPL-2; photographs and drawings of things, measured.
gcompris-qt-data: CC BY(-SA), GPL-3+, CC0 and public domain; photographs and drawings, measured.
lomiri-wallpapers-16.04, mate-backgrounds: CC BY-SA, GPL-2+; photographs as grounds, measured.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QDirIterator, QFile, QIODevice, QResource

from benchmarks.sight.shots import Shot, Source, shot, without_twins

MEASURED = ("sweethome3d-furniture", "tuxpaint-stamps-default", "gcompris-qt-data")
GROUNDS = ("lomiri-wallpapers-16.04", "mate-backgrounds")
CLIP_ART = "openclipart-png"

FITTED = (0, 1)
"""Quarters of the clip art that the directions are fitted on: every fourth picture is of one."""

ADVICE = (
    f"for more than drawn goods unpack {', '.join((*MEASURED, CLIP_ART, *GROUNDS))} "
    "(apt-get download; dpkg -x) and name the folders with --pictures"
)

_NO_GOODS = {
    "tuxpaint-stamps-default": ("/symbols/", "/roadsigns/", "/flags/"),
    "sweethome3d-furniture": ("reallusion/",),
    "gcompris-qt-data": ("/paintings/", "/babyshapes/", "/details/", "/photo_hunter/", "/geography/"),
    CLIP_ART: (
        "/duplicates/", "/flags/", "/cards/", "/shapes/", "/icons/", "/buttons/", "/roadsigns/", "/special/",
        "/aiga-symbols/", "/signs_and_symbols/", "/geography/", "/logos/", "/unsorted/", "/astronomy/",
    ),
}  # fmt: skip
"""Letters, signs, flags, people, pieces of puzzles: not what anybody buys by sight."""

_SMALLEST = {
    "tuxpaint-stamps-default": 80,
    "sweethome3d-furniture": 24,  # thin lamps in icons of 128 pixels
    "gcompris-qt-data": 96,
    CLIP_ART: 96,
}
"""Shorter side, in pixels, of what is worth looking for."""


def sources(folders: list[Path], package: str) -> list[Source]:
    """The pictures of a package that lies in one of the folders, by name; none if it does not."""
    unwanted = _NO_GOODS[package]
    return [
        Source(name, package, partial(_shot, data))
        for name, data in sorted(_contents(folders, package))
        if not any(part in name for part in unwanted) and _is_worth_looking_for(package, data)
    ]


def fitted(folders: list[Path]) -> list[Source]:
    """Half of the clip art: the directions are fitted on it."""
    return _clip_art(folders, FITTED)


def not_fitted(folders: list[Path]) -> list[Source]:
    """A quarter of the clip art that nothing is fitted on: it stands in the way of what is looked for."""
    return _clip_art(folders, (3,))


def _clip_art(folders: list[Path], parts: tuple[int, ...]) -> list[Source]:
    every = without_twins(sources(folders, CLIP_ART))
    return [source for index, source in enumerate(every) if index % 4 in parts]


def photographs(folders: list[Path]) -> list[Image.Image]:
    """Photographs to put things on, the longer side 1,000 pixels."""
    found = []
    for package in GROUNDS:
        for path in sorted(_files(folders, package, ".jpg")):
            if path.is_symlink() or "abstract" in path.parts or "desktop" in path.parts:
                continue
            with Image.open(path) as picture:
                picture.draft("RGB", (1000, 1000))
                picture.thumbnail((1000, 1000))
                found.append(picture.convert("RGB"))
    return found


def _shot(data: bytes) -> Shot:
    with Image.open(io.BytesIO(data)) as picture:
        return shot(picture)


def _is_worth_looking_for(package: str, data: bytes) -> bool:
    """Whether what it shows is large enough, and the picture no bomb."""
    with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
        try:
            picture = Image.open(io.BytesIO(data))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            return False
    with picture:
        thing = picture.convert("RGBA").getchannel("A").getbbox()
    return thing is not None and min(thing[2] - thing[0], thing[3] - thing[1]) >= _SMALLEST[package]


def _contents(folders: list[Path], package: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every picture file, also of those inside archives."""
    for path in _files(folders, package, ".png"):
        yield path.as_posix(), path.read_bytes()
    for path in _files(folders, package, ".sh3f"):
        with zipfile.ZipFile(path) as archive:
            icons = [name for name in archive.namelist() if name.count("/") == 1 and name.endswith(".png")]
            for name in icons:
                yield name, archive.read(name)
    for path in _files(folders, package, ".rcc"):
        yield from _resources(path)


def _resources(path: Path) -> Iterator[tuple[str, bytes]]:
    """What an archive of Qt resources holds."""
    QResource.registerResource(str(path), f"/{path.stem}")
    every = QDirIterator(f":/{path.stem}", ["*.webp", "*.jpg", "*.png"], flags=_DEEP)
    while every.hasNext():
        file = QFile(every.next())
        file.open(QIODevice.OpenModeFlag.ReadOnly)
        yield file.fileName(), bytes(file.readAll().data())
        file.close()
    QResource.unregisterResource(str(path), f"/{path.stem}")


_DEEP = QDirIterator.IteratorFlag.Subdirectories


def _files(folders: list[Path], package: str, suffix: str) -> Iterator[Path]:
    for folder in folders:
        if folder.name == package:
            yield from folder.rglob(f"*{suffix}")
        elif (folder / package).is_dir():
            yield from (folder / package).rglob(f"*{suffix}")
