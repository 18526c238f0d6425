"""A Linux desktop that animates nothing is believed, over a message bus of the test's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PORTAL = """
import sys
from jeepney import HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection(bus="SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
print("ready", flush=True)
while True:
    asked = bus.receive()
    if asked.header.fields.get(HeaderFields.member) == "ReadOne":
        bus.send(new_method_return(asked, "v", (("b", sys.argv[1] == "animated"),)))
"""

PROGRAM = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from sourcing_desktop.ui.stillness import ask_for_stillness

portal = subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]], stdout=subprocess.PIPE)
portal.stdout.readline()
program = QCoreApplication([])
ask_for_stillness(program, lambda still: (print("still" if still else "moving", flush=True), program.quit()))
program.exec()
portal.kill()
portal.wait()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus can be run here")
@pytest.mark.parametrize(("desktop", "heard"), [("animated", "moving"), ("still", "still")])
def test_what_the_desktop_says_is_heard(desktop, heard):
    said = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", PROGRAM, PORTAL, desktop],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=True,
    )
    assert said.stdout.split() == [heard]
