#!/usr/bin/env python3
"""The project's commands. Needs only Python 3.11 and this folder: each command sets up what it lacks.

python3 dev.py run      open the program on its sandbox (without a screen: the tour); or `run call`,
                        `run read`, `run sandbox`: the program's own commands
python3 dev.py test     run the test suite offscreen; further arguments go to pytest
python3 dev.py check    format, lint and types
python3 dev.py bench    run the benchmarks, those that paint once more on a screen (or in Xvfb); further
                        arguments choose among them, and name those that take many minutes: contract, fuzz
python3 dev.py build    build the program for this system and let it test itself
python3 dev.py tour     drive the real window through a buyer's job, screenshots in tour/
python3 dev.py gallery  every page and dialog in every state on one sheet, gallery/index.html
python3 dev.py contract write docs/contract.md from the tables of the contract
python3 dev.py design   render the examples of docs/design-language.md, and their figures
python3 dev.py words    bring resources/translations up to date with the sources and with what was translated
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed.stamp"

# What Qt links to but does not bring along: soname -> Debian package.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Titles are Chinese, English, Vietnamese, Spanish and Thai: fontconfig language -> Debian package.
FONTS = {"zh-cn": "fonts-noto-cjk", "th": "fonts-noto-core"}


def main(arguments: list[str]) -> int:
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "build": build,
        "tour": tour,
        "gallery": gallery,
        "contract": contract,
        "design": design,
        "words": words,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments in ([], ["-h"], ["--help"]) else 2
    if sys.version_info < (3, 11):  # noqa: UP036  (an older Python does get this far)
        sys.exit(f"dev.py needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    os.chdir(HERE)
    return commands[arguments[0]](arguments[1:])


# The commands


def run(arguments: list[str]) -> int:
    if arguments and not arguments[0].startswith("-"):  # one of the program's own commands: no window
        set_up()
        return python("-m", "sourcing_desktop", *arguments)
    if not has_screen():
        say("no screen here, so this takes the tour instead of opening the window.")
        return tour(arguments)
    set_up(screen=True)
    return python("-m", "sourcing_desktop", *arguments)


def tour(arguments: list[str]) -> int:
    set_up(screen=has_screen())
    code = python("-m", "sourcing_desktop", "--tour", "tour/", *arguments)
    if code == 0:
        say("the pictures of the tour are in tour/.")
    return code


def gallery(arguments: list[str]) -> int:
    """Every scene in every language, theme and at two scales; with `--brief` a choice of those."""
    set_up()
    code = python("-m", "sourcing_desktop.app.gallery", "gallery/", *arguments, offscreen=True)
    say("open gallery/index.html to look at every page in every state.")
    return code


def test(arguments: list[str]) -> int:
    set_up()
    return python("-m", "pytest", *arguments, offscreen=True)


def check(arguments: list[str]) -> int:
    set_up()
    tools = ("ruff format --check .", "ruff check .", "mypy")
    failed = [tool for tool in tools if python("-m", *tool.split()) != 0]
    if failed:
        say("failed: " + ", ".join(failed))
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    set_up(screen=has_screen() or shutil.which("Xvfb") is not None)
    code = python("-m", "benchmarks", *arguments, offscreen=True)
    with a_screen() as found:
        if not found:
            say("no screen and no Xvfb here, so all was measured offscreen only.")
            return code
        os.environ.pop("QT_QPA_PLATFORM", None)
        return python("-m", "benchmarks", *arguments) or code


def build(arguments: list[str]) -> int:
    set_up(screen=True, packaging=True)
    spec = HERE / "packaging" / "pyinstaller" / "sourcing_desktop.spec"
    step("building the program", str(PYTHON), "-m", "PyInstaller", "--noconfirm", *arguments, str(spec))
    folder = HERE / "dist" / "sourcing-desktop"
    program = folder / ("sourcing-desktop.exe" if WINDOWS else "sourcing-desktop")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    say(f"built {program.relative_to(HERE)} ({size / 1e6:.0f} MB); it now tests itself.")
    # Nothing of this machine's Python may help it. Windows cannot open a socket without SYSTEMROOT.
    bare = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if WINDOWS else {}
    code = subprocess.run([str(program), "--selftest"], env=bare, cwd=folder).returncode
    say("the built program passed its self-test." if code == 0 else f"the self-test FAILED with {code}.")
    return code


def contract(arguments: list[str]) -> int:
    set_up()
    return python("-m", "docs.contract_page", *arguments)


def design(arguments: list[str]) -> int:
    set_up()
    return python("-m", "docs.design_page", *arguments) or python("-m", "docs.design_pictures")


def words(arguments: list[str]) -> int:
    set_up()
    return python("-m", "docs.catalogues", *arguments)


# Setting up


def set_up(*, screen: bool = False, packaging: bool = False) -> None:
    """Install what this machine lacks: system packages first, then the virtual environment."""
    if LINUX:
        install_system_packages(screen=screen, packaging=packaging)
    elif find_spec("ensurepip") is None:
        sys.exit("dev.py: this Python has no ensurepip, so it cannot make a virtual environment.")
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    if not has_pip():
        step("making .venv", sys.executable, "-m", "venv", "--clear", str(VENV))
    install = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    step("installing the libraries (about 500 MB on disk)", *install, "-e", ".[dev]")
    STAMP.write_text(wanted)


def install_system_packages(*, screen: bool, packaging: bool) -> None:
    required = required_packages(screen=screen, packaging=packaging)
    fonts = missing_fonts()
    if not required and not fonts:
        return
    packages = " ".join(sorted({*required, *fonts}))
    if shutil.which("apt-get") is None:
        say(f"this system lacks what Debian calls: {packages}. Please install them.")
    elif os.geteuid() != 0:
        say("this system lacks a few packages. Please run:")
        print(f"    sudo apt-get install --no-install-recommends {packages}")
    else:
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        step("reading the package lists", "apt-get", "update")
        install = ["apt-get", "install", "-y", "--no-install-recommends"]
        step(f"installing {packages}", *install, *packages.split())
        return
    if required:
        sys.exit(1)
    say("going on; without these fonts Chinese or Thai text shows as boxes.")


def required_packages(*, screen: bool, packaging: bool) -> list[str]:
    """Debian packages without which the command cannot work on this machine."""
    libraries = QT_LIBRARIES | (SCREEN_LIBRARIES if screen else {})
    packages = [package for soname, package in libraries.items() if not loads(soname)]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if find_spec("ensurepip") is None:
        packages.append(f"python{version}-venv")
    if packaging:  # PyInstaller reads libraries with objdump and takes the interpreter's own along
        if shutil.which("objdump") is None:
            packages.append("binutils")
        if not loads(str(sysconfig.get_config_var("INSTSONAME"))):
            packages.append(f"libpython{version}")
    return packages


def missing_fonts() -> list[str]:
    if shutil.which("fc-list") is None:
        return ["fontconfig", *FONTS.values()]
    return [package for language, package in FONTS.items() if not fonts_for(language)]


def fonts_for(language: str) -> str:
    return subprocess.run(["fc-list", f":lang={language}"], capture_output=True, text=True).stdout


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


# Small words


def has_screen() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def a_screen() -> Iterator[bool]:
    """Whether there is something to paint on: this machine's screen or, for that long, one of Xvfb's."""
    if has_screen() or shutil.which("Xvfb") is None:
        yield has_screen()
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        os.environ["DISPLAY"] = ":" + server.stdout.readline().strip()
        yield True
        del os.environ["DISPLAY"]
        server.terminate()


def has_pip() -> bool:
    """Whether .venv is whole: a half-made one, or one whose Python was upgraded away, has no working pip."""
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True).returncode == 0


def python(*arguments: str, offscreen: bool = False) -> int:
    """Run the environment's interpreter in the foreground and return its exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"} if offscreen else None
    process = subprocess.Popen([str(PYTHON), *arguments], env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the program got it too, and is closing down


def step(title: str, *command: str) -> None:
    """Run a set-up command quietly; show what it printed, and stop, only when it fails."""
    say(f"{title} ...")
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        sys.stdout.write(result.stdout.decode(errors="replace"))
        sys.exit(f"dev.py: {title} failed (exit {result.returncode}).")


def say(sentence: str) -> None:
    print(f"dev.py: {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
