"""Colours and type of the program, light and dark and with more contrast, in one place."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.resources import resource

USUAL_PX = {"win32": 12, "darwin": 13}
"""The height of a system's interface font as it comes; of Linux desktops about 15."""

LARGEST_TEXT = 1.25
"""Times the usual: beyond that, what is painted in cards and rows would no longer fit there."""


@dataclass(slots=True)
class Theme:
    """The colours a painter may use. Text on `accent` is `on_accent`. A `line` parts, an `edge` is what
    something to type in or to press has.

    The program has one live theme, made by `live_theme`. It changes in place, so whoever holds the theme or
    one of its colours paints in the new ones from then on.
    """

    dark: bool
    window: QColor
    panel: QColor
    card: QColor
    card_hover: QColor
    line: QColor
    edge: QColor
    text: QColor
    text_soft: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    danger: QColor
    warning: QColor
    warning_soft: QColor
    success: QColor
    placeholder: QColor
    selection: QColor
    alibaba: QColor
    taobao: QColor

    def become(self, other: Theme) -> None:
        """Take over the colours of another theme, in place."""
        self.dark = other.dark
        for name in _COLOUR_NAMES:
            getattr(self, name).setRgba(getattr(other, name).rgba())

    def looks_like(self, other: Theme) -> bool:
        """Whether all colours are the same."""
        return all(getattr(self, name) == getattr(other, name) for name in _COLOUR_NAMES)

    def font(self, size_px: int, bold: bool = False) -> QFont:
        """A font of that height that shows Latin, Vietnamese, simplified Chinese and Thai."""
        font = QFont()
        font.setFamilies(font_families())
        font.setPixelSize(round(size_px * text_scale()))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def palette(self) -> QPalette:
        """The Qt palette in these colours, for what style sheets do not reach."""
        role = QPalette.ColorRole
        palette = QPalette()
        for colour, roles in (
            (self.window, (role.Window, role.AlternateBase)),
            (self.card, (role.Base, role.Button, role.ToolTipBase)),
            (self.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
            (self.text_soft, (role.PlaceholderText,)),
            (self.accent, (role.Highlight, role.Link, role.Accent)),
            (self.on_accent, (role.HighlightedText,)),
            (self.line, (role.Mid, role.Midlight)),
        ):
            for each in roles:
                palette.setColor(each, colour)
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.text_soft)
        return palette

    def style_sheet(self) -> str:
        """The program's style sheet with `@name` replaced by the colours of this theme."""
        text = resource("themes/program.qss").read_text(encoding="utf-8")
        for name in ("arrow", "clear", "close", "float"):
            text = text.replace(f"@{name})", f"{resource(f'themes/{name}.svg').as_posix()})")
        for name in ("check", "partly"):
            sign = resource(f"themes/{name}-{'dark' if self.dark else 'light'}.svg")
            text = text.replace(f"@{name})", f"{sign.as_posix()})")
        for name in _COLOUR_NAMES:
            text = text.replace(f"@{name};", f"{getattr(self, name).name(QColor.NameFormat.HexArgb)};")
        return re.sub(r"(?<=font-size: )\d+", lambda px: str(round(int(px[0]) * text_scale())), text)


_COLOUR_NAMES = tuple(field.name for field in fields(Theme) if field.name != "dark")


def _theme(dark: bool, *colours: str) -> Theme:
    return Theme(dark, *(QColor(colour) for colour in colours))


# window panel card card_hover line edge text text_soft accent accent_soft on_accent
# danger warning warning_soft success placeholder selection alibaba taobao
LIGHT = _theme(
    False,
    "#f4f4f2", "#fafaf9", "#ffffff", "#ffffff", "#e2e1dd", "#8a8780", "#1f1e1c", "#6b6964",
    "#bc3f0c", "#fdebe0", "#ffffff", "#b42318", "#93590a", "#fdf3dc", "#1c7147",
    "#ebeae6", "#fde6d8", "#a84d08", "#c02f26",
)  # fmt: skip
DARK = _theme(
    True,
    "#191817", "#1f1e1d", "#272524", "#2f2d2b", "#3a3836", "#86827b", "#f0eeea", "#a5a29b",
    "#ff8f4d", "#44291b", "#1d120b", "#ff8a7a", "#f0b860", "#3d3019", "#6fcf97",
    "#33312f", "#523020", "#f5a94e", "#ff8376",
)  # fmt: skip

# The same for eyes that need more: words at 7:1, edges as clear as words, nothing soft.
LIGHT_SHARP = _theme(
    False,
    "#ffffff", "#ffffff", "#ffffff", "#ffffff", "#5c5a56", "#1f1e1c", "#000000", "#3a3936",
    "#7d2606", "#fff1e8", "#ffffff", "#8a1109", "#6a3e00", "#fff6e0", "#0f5130",
    "#f0efec", "#ffe9dc", "#7a3403", "#8f1d16",
)  # fmt: skip
DARK_SHARP = _theme(
    True,
    "#000000", "#000000", "#000000", "#1c1b1a", "#a09d97", "#f0eeea", "#ffffff", "#dcd9d3",
    "#ffb185", "#33200f", "#1d120b", "#ffb3a8", "#ffcf85", "#2b2210", "#98e5b8",
    "#262423", "#43270f", "#ffc27d", "#ffaea4",
)  # fmt: skip


def font_families() -> list[str]:
    """Families in order: the platform's interface font, then simplified Chinese, then Thai.

    Named outright because a neutral locale would draw Chinese in Japanese forms.
    """
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    latin = [own] if sys.platform in ("win32", "darwin") else ["Noto Sans", own]
    chinese = ["Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI", "WenQuanYi Micro Hei"]
    thai = ["Noto Sans Thai", "Leelawadee UI", "Thonburi", "Loma"]
    return [*latin, *chinese, *thai]


@cache
def text_scale() -> float:
    """How much larger than usual the system writes in its windows, from 1 to `LARGEST_TEXT`."""
    own = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return min(max(own / USUAL_PX.get(sys.platform, 15), 1.0), LARGEST_TEXT)


def chosen_theme(preference: str) -> Theme:
    """`light`, `dark`, or for anything else what the system uses; with more contrast where it asks for it."""
    hints = QGuiApplication.styleHints()
    system_dark = hints.colorScheme() is Qt.ColorScheme.Dark
    dark = preference == "dark" if preference in ("light", "dark") else system_dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return DARK_SHARP if dark else LIGHT_SHARP
    return DARK if dark else LIGHT


def live_theme(preference: str) -> Theme:
    """A theme of its own that may `become` another one."""
    chosen = chosen_theme(preference)
    return Theme(chosen.dark, *(QColor(getattr(chosen, name)) for name in _COLOUR_NAMES))


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole program, which is in Qt's style Fusion, in a theme."""
    application.setPalette(theme.palette())
    if application.font() != (font := theme.font(13)):  # telling every widget is dear
        application.setFont(font)
    application.setStyleSheet(theme.style_sheet())
