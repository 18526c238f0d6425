"""Whether nothing shall move: the buyer says it, or the system, which Qt does not ask."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

CLIENT_AREA_ANIMATION = 0x1042
"""What `SystemParametersInfo` of Windows calls it."""


_still = False


def keep_still(still: bool) -> None:
    """Whether the buyer or the system wants nothing to move."""
    global _still
    _still = still


def is_still() -> bool:
    """What was said last."""
    return _still


def ask_for_stillness(parent: QObject, tell: Callable[[bool], object]) -> None:
    """Call `tell` with the system's wish, at once or a moment later; not at all where nobody knows. Not
    before the first paint."""
    if sys.platform == "win32":
        tell(_windows_is_still())
    elif sys.platform == "darwin":
        tell(_macos_is_still())
    else:
        _ask_portal(parent, tell)


if sys.platform == "win32":

    def _windows_is_still() -> bool:
        import ctypes

        animated = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
        return not animated.value


if sys.platform == "darwin":

    def _macos_is_still() -> bool:
        from PySide6.QtCore import QSettings

        access = QSettings("apple.com", "universalaccess")  # that is com.apple.universalaccess
        return bool(access.value("reduceMotion", False, bool))


def _ask_portal(parent: QObject, tell: Callable[[bool], object]) -> None:
    """Linux desktops answer over D-Bus, whichever they are; GNOME by whether it animates at all."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    asked = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    asked.setArguments(["org.gnome.desktop.interface", "enable-animations"])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(asked), parent)

    def answered() -> None:
        answer = watcher.reply()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            value = answer.arguments()[0]
            tell(getattr(value, "variant", lambda: value)() is False)
        watcher.deleteLater()

    watcher.finished.connect(answered)
