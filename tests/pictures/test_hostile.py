"""What was made to do harm costs neither memory nor time, and prints nothing. In a process of its own."""

from __future__ import annotations

import random
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest
from PIL import Image

from tests.support.pictures import encoded, png, with_passes

MOST_SECONDS = 3.0
"""Of the processor; the worst takes 1. Without its guard the JPEG of a thousand passes takes 30."""

MOST_MB = 450
SEED = 4
MUTATIONS = 3000


def plain(width: int, height: int, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), {"RGB": (200, 30, 30), "P": 3, "CMYK": (0, 220, 220, 20)}[mode])


def enlarged(data: bytes, form: str, first: int, second: int, side: int = 30_000) -> bytes:
    """The file with that many pixels each way in its header, and no more data than before."""
    sizes = struct.pack(form, first, second)
    assert data.count(sizes) == 1
    return data.replace(sizes, struct.pack(form, side, side))


def gif_of(width: int, height: int, frame: tuple[int, int]) -> bytes:
    """A GIF that says it is so large, with one frame that says so of itself, and data for 100 pixels."""
    data = bytearray(encoded(plain(10, 10, "P"), "GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    at = data.index(b",", 13)
    data[at + 5 : at + 9] = struct.pack("<HH", *frame)
    return bytes(data)


def bombs() -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes, and what becomes of them: `broken`, or the size shown."""
    yield "png 900 MP", png(30_000, 30_000, b"\xc8\x1e\x1e", rows=1000), "broken"
    yield "png 49 MP", png(7000, 7000, b"\xc8\x1e\x1e"), "100 x 100"
    yield "png 49 MP, transparent", png(7000, 7000, b"\xc8\x1e\x1e\x80"), "100 x 100"
    yield "png 9 MP, 16 bits", png(3000, 3000, b"\xc8\x1e" * 4, depth=16), "100 x 100"
    yield "png 30,000 px wide", png(30_000, 1000, b"\xc8\x1e\x1e"), "100 x 3"
    yield "jpeg 30,000 px wide", encoded(plain(30_000, 1600), "JPEG"), "100 x 5"
    yield "jpeg 30,000 px high", encoded(plain(1600, 30_000), "JPEG"), "5 x 100"
    in_passes = encoded(plain(7000, 7000), "JPEG", progressive=True)
    yield "jpeg 49 MP in passes", in_passes, "100 x 100"
    yield "jpeg 49 MP, twice as many passes as usual", with_passes(in_passes, 10), "100 x 100"
    yield "jpeg 49 MP of a thousand passes", with_passes(in_passes, 1000), "broken"
    yield "jpeg 900 MP", enlarged(encoded(plain(7, 5), "JPEG"), ">HH", 5, 7), "broken"
    yield (
        "jpeg 49 MP with the pixels of one",
        enlarged(encoded(plain(7, 5), "JPEG"), ">HH", 5, 7, 7000),
        "100 x 100",
    )
    yield "cmyk 49 MP", encoded(plain(7000, 7000, "CMYK"), "JPEG"), "100 x 100"
    yield "webp 16 MP", encoded(plain(4000, 4000), "WEBP", method=0), "100 x 100"
    yield "webp 225 MP", enlarged(encoded(plain(7, 5), "WEBP"), "<HH", 7, 5, 15_000), "broken"
    yield "gif 49 MP", encoded(plain(7000, 7000, "P"), "GIF"), "100 x 100"
    yield "gif 4,295 MP", gif_of(65_535, 65_535, (10, 10)), "broken"
    yield "gif with a frame of 3,600 MP", gif_of(10, 10, (60_000, 60_000)), "broken"


def main() -> None:
    """Decode what is in that folder; one line each."""
    from PySide6.QtGui import QGuiApplication

    from sourcing_desktop.pictures.decode import BrokenPicture, decode

    application = QGuiApplication([])
    for file in sorted(Path(sys.argv[1]).iterdir()):
        data = file.read_bytes()
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
        before, began = memory_mb("VmRSS"), thread_time()
        try:
            image = decode(data, 100)
            outcome = f"{image.width()} x {image.height()}"
        except BrokenPicture:
            outcome = "broken"
        spent = thread_time() - began
        print(f"{file.name}\t{spent:.2f}\t{memory_mb('VmHWM') - before}\t{outcome}")
    del application


def memory_mb(what: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+) kB", status)[1]) // 1024


def decoded_elsewhere(folder: Path) -> list[tuple[str, float, int, str]]:
    """What became of the files, in a process that must end well and say nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.pictures.test_hostile", folder],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    return [(name, float(seconds), int(mb), outcome) for name, seconds, mb, outcome in lines]


only_linux = pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")


@only_linux
def test_bombs(tmp_path):
    expected = {}
    for name, data, outcome in bombs():
        (tmp_path / name).write_bytes(data)
        expected[name] = outcome
    found = decoded_elsewhere(tmp_path)
    assert {name: outcome for name, _, _, outcome in found} == expected
    assert [line for line in found if line[1] > MOST_SECONDS] == []
    assert [line for line in found if line[2] > MOST_MB] == []


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Some bytes changed, and now and then a stretch cut out, doubled, or the end lost."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 20))):
        changed[rng.randrange(len(changed))] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256)))
    start = rng.randrange(len(changed))
    stretch = slice(start, start + rng.randrange(1, 200))
    match rng.randrange(6):
        case 0:
            del changed[stretch]
        case 1:
            changed[start:start] = changed[stretch]
        case 2:
            del changed[start:]
    return bytes(changed)


@only_linux
def test_thousands_of_damaged_files(tmp_path):
    """Each ends in a picture or in BrokenPicture: anything else would end the process."""
    rng = random.Random(SEED)
    noise = Image.effect_noise((120, 80), 90)
    sound = [
        encoded(noise.convert("RGB"), "JPEG"),
        encoded(noise.convert("RGB"), "JPEG", progressive=True),
        encoded(noise.convert("CMYK"), "JPEG"),
        encoded(noise.convert("RGBA"), "PNG"),
        encoded(noise.convert("P"), "PNG"),
        encoded(noise.convert("RGB"), "WEBP"),
        encoded(noise.convert("RGBA"), "WEBP", lossless=True, save_all=True, append_images=[noise]),
        encoded(noise.convert("P"), "GIF", save_all=True, append_images=[noise.convert("P")]),
        encoded(noise.convert("RGB"), "BMP"),
        encoded(noise.convert("RGB"), "AVIF", speed=10),
    ]
    for number in range(MUTATIONS):
        (tmp_path / f"{number:05}").write_bytes(mutated(sound[number % len(sound)], rng))
    found = decoded_elsewhere(tmp_path)
    assert len(found) == MUTATIONS
    shown = sum(outcome != "broken" for *_, outcome in found)
    assert MUTATIONS * 0.1 < shown < MUTATIONS * 0.9
    assert [line for line in found if line[1] > MOST_SECONDS or line[2] > MOST_MB] == []


if __name__ == "__main__":
    main()
