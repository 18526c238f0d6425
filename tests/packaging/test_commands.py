"""What dev.py decides before it touches anything: the command, whether there is a screen, what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dev

COMMANDS = ["run", "test", "check", "bench", "build", "tour", "contract"]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="system packages are a matter of Linux")


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--help"], 0), (["nonsense"], 2)])
def test_usage_names_every_command(arguments, code):
    script = Path(dev.__file__)
    result = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True)
    assert result.returncode == code
    assert all(f"dev.py {command} " in result.stdout for command in COMMANDS)


@on_linux
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
def test_screen(monkeypatch, environment, expected):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert dev.has_screen() is expected


@on_linux
def test_missing_libraries_are_asked_for_by_package(monkeypatch):
    monkeypatch.setitem(dev.QT_LIBRARIES, "libnosuchthing.so.7", "libnosuchthing7")
    monkeypatch.setitem(dev.SCREEN_LIBRARIES, "libnosuchscreen.so.7", "libnosuchscreen7")
    assert "libnosuchthing7" in dev.required_packages(screen=False, packaging=False)
    assert "libnosuchscreen7" not in dev.required_packages(screen=False, packaging=False)
    assert "libnosuchscreen7" in dev.required_packages(screen=True, packaging=False)


@on_linux
def test_an_ordinary_user_is_given_one_command_and_nothing_is_run(monkeypatch, capsys):
    monkeypatch.setitem(dev.QT_LIBRARIES, "libnosuchthing.so.7", "libnosuchthing7")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "missing_fonts", list)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as ended:
        dev.install_system_packages(screen=False, packaging=False)
    assert ended.value.code == 1
    commands = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    assert len(commands) == 1
    assert commands[0][:3] == ["sudo", "apt-get", "install"]
    assert "libnosuchthing7" in commands[0]
