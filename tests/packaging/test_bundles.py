"""What is handed to others has everything in it: the wheel, and what PyInstaller is told to take along."""

from __future__ import annotations

import runpy
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from sourcing_desktop.vision.layers import convolutions
from sourcing_desktop.vision.weights import load_weights

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sourcing_desktop"


def installed_files() -> set[str]:
    """Every file the installed program has, by its place in the package."""
    ours = {file: file.relative_to(ROOT) for file in PACKAGE.rglob("*") if "__pycache__" not in file.parts}
    moved = {file: PACKAGE.name / file.relative_to(ROOT) for file in (ROOT / "resources").rglob("*")}
    return {place.as_posix() for file, place in (ours | moved).items() if file.is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return zipfile.ZipFile(made)


def test_the_wheel_has_every_file_of_the_program(wheel):
    assert installed_files() <= set(wheel.namelist())


def test_the_wheel_has_nothing_else(wheel):
    others = set(wheel.namelist()) - installed_files()
    assert all(PurePosixPath(name).parts[0].endswith(".dist-info") for name in others), others


def test_the_wheel_gives_a_command(wheel):
    (points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "sourcing-desktop = sourcing_desktop.__main__:main" in wheel.read(points).decode()


class Noted:
    """Stands where the spec expects PyInstaller's steps, and keeps what it asks them for."""

    def __init__(self, *_: object, **wishes: object) -> None:
        self.wishes = wishes
        self.pure = self.scripts = self.binaries = self.datas = ()


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    """What the spec asks PyInstaller to analyse."""
    work = str(tmp_path_factory.mktemp("build"))
    spec = ROOT / "packaging" / "pyinstaller" / "sourcing_desktop.spec"
    steps = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"), Noted)
    made = runpy.run_path(str(spec), {"SPECPATH": str(spec.parent), "workpath": work, **steps})
    return made["analysis"].wishes


def taken_along(datas: list[tuple[str, str]]) -> set[str]:
    """The files of the entries, a source file or folder and its destination folder each, by their place."""
    found = set()
    for source, folder in datas:
        for file in Path(source).rglob("*") if Path(source).is_dir() else [Path(source)]:
            inside = file.relative_to(source) if Path(source).is_dir() else Path(file.name)
            found.add((PurePosixPath(folder) / inside.as_posix()).as_posix())
    return found


def test_the_spec_takes_every_data_file(asked):
    wanted = {name for name in installed_files() if not name.endswith(".py")}
    assert {"sourcing_desktop/contract/endpoints.csv", "sourcing_desktop/vision/directions.npz"} <= wanted
    assert wanted <= taken_along(asked["datas"])


def test_the_spec_takes_the_weights_and_whom_to_thank(asked):
    assert {"sourcing_desktop/vision/lite0.npz", "LICENSE", "NOTICE"} <= taken_along(asked["datas"])
    (weights,) = (source for source, _ in asked["datas"] if source.endswith("lite0.npz"))
    assert len(load_weights(Path(weights))) == len(convolutions())


def test_the_spec_names_every_module(asked):
    sources = (PurePosixPath(name) for name in installed_files() if name.endswith(".py"))
    modules = {".".join(source.with_suffix("").parts).removesuffix(".__init__") for source in sources}
    assert modules <= set(asked["hiddenimports"])
