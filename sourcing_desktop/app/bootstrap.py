"""From the command line to the running program. Imports only what the first paint needs."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sourcing_desktop.app import calling_thread, plain_imports  # noqa: F401
from sourcing_desktop.app.first_paint import make_window
from sourcing_desktop.app.paths import Paths

if TYPE_CHECKING:
    from sourcing_desktop.ui.search.results_view import ResultsView

IN_FUSION = ["-style", "Fusion"]
"""Told to Qt as it starts: `setStyle` would have Python see every class and enumeration of styles."""


def run(options: argparse.Namespace) -> int:
    """Run the program as the command line asks; returns the exit status."""
    if not _has_screen():
        if not (options.tour or options.gallery or options.selftest):
            print("Sourcing Desktop needs a screen: DISPLAY and WAYLAND_DISPLAY are empty.", file=sys.stderr)
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["sourcing-desktop", *IN_FUSION])
    application.setApplicationName("sourcing-desktop")
    application.setApplicationDisplayName("Sourcing Desktop")
    application.setDesktopFileName("sourcing-desktop")
    if options.tour or options.gallery or options.selftest:
        return _demonstrate(application, options)
    paths = Paths.below(options.home) if options.home else Paths.usual()
    if reason := _unusable(paths.data):
        print(
            f"Sourcing Desktop cannot keep its data in {paths.data}: {reason}. Make that folder writable, or"
            " name another with --home.",
            file=sys.stderr,
        )
        return 1
    window, loader = make_window(application, paths)
    if options.exit_at == "paint":
        print(time.monotonic(), *sys.modules, flush=True)  # for who measures the start
        loader.close()
        window.hide()
        return 0
    from sourcing_desktop.app.beginning import begin

    begun = begin(paths)
    _keep_log(paths)
    from sourcing_desktop.app import runtime
    from sourcing_desktop.app.program import Program

    def reached(point: str) -> None:
        if options.exit_at == point:
            print(time.monotonic(), flush=True)
            program.stop()

    program = Program(window, loader, paths, begun, searchable=lambda: reached("search"))
    if options.exit_at == "library":
        _when_painted(window.library.results, lambda: reached("library"))
    return runtime.run(application, program.run())


def _when_painted(view: ResultsView, tell: Callable[[], object]) -> None:
    """Call `tell` once the cards of a results area are on the screen."""
    from sourcing_desktop.ui.search.results_view import Stage

    def look() -> None:
        if view.stage is Stage.RESULTS:
            view.grid.viewport().repaint()
            tell()

    view.stage_changed.connect(look)


def _has_screen() -> bool:
    """Whether Qt finds something to paint on; where it does not, it ends the process with an abort."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _unusable(folder: Path) -> str:
    """Why nothing can be written into a folder, which is made if need be; empty when it can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return error.strerror or type(error).__name__
    return "" if os.access(folder, os.W_OK) else "it is read-only"


def _demonstrate(application: QApplication, options: argparse.Namespace) -> int:
    # Imported only here: nobody who just works needs the tour or the self-test.
    from sourcing_desktop.app.demonstration import demonstrate
    from sourcing_desktop.app.selftest import SelfTest
    from sourcing_desktop.app.tour import Tour

    if options.selftest:
        return demonstrate(application, options.home, SelfTest)
    if options.gallery:
        from sourcing_desktop.app.gallery.gallery import Gallery

        scenes = partial(
            Gallery,
            folder=options.gallery,
            titles=options.titles,
            themes=options.themes,
            rules_only=options.rules_only,
        )
        return demonstrate(application, options.home, scenes, options.titles)
    return demonstrate(application, options.home, partial(Tour, folder=options.tour))


def _keep_log(paths: Paths) -> None:
    """Warnings and errors go to a file of bounded size, and which pictures never came; it holds no secret and
    no search."""
    import faulthandler
    import logging.handlers

    handler = logging.handlers.RotatingFileHandler(
        paths.log, maxBytes=1_000_000, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("sourcing_desktop.pictures.broken").setLevel(logging.INFO)
    faulthandler.enable((paths.data / "crash.txt").open("a", encoding="utf-8"))
