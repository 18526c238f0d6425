"""Colours, type and spacing of the program, light and dark, in one place."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.resources import resource


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

    def font(self, size_px: int, bold: bool = False) -> QFont:
        """A font of that height that shows Latin, Vietnamese, simplified Chinese and Thai."""
        font = QFont()
        font.setFamilies(font_families())
        font.setPixelSize(size_px)
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
        return text


_COLOUR_NAMES = tuple(field.name for field in fields(Theme) if field.name != "dark")


def _theme(dark: bool, *colours: str) -> Theme:
    return Theme(dark, *(QColor(colour) for colour in colours))


# window panel card card_hover line edge text text_soft accent accent_soft on_accent
# danger warning warning_soft success placeholder selection alibaba taobao
LIGHT = _theme(
    False,
    "#f4f4f2", "#fafaf9", "#ffffff", "#ffffff", "#e2e1dd", "#cfcdc7", "#1f1e1c", "#6b6964",
    "#bc3f0c", "#fdebe0", "#ffffff", "#b42318", "#93590a", "#fdf3dc", "#1c7147",
    "#ebeae6", "#fbdcc9", "#a84d08", "#c02f26",
)  # fmt: skip
DARK = _theme(
    True,
    "#191817", "#1f1e1d", "#272524", "#2f2d2b", "#3a3836", "#55524e", "#f0eeea", "#a5a29b",
    "#ff8f4d", "#44291b", "#1d120b", "#ff8a7a", "#f0b860", "#3d3019", "#6fcf97",
    "#33312f", "#5a3420", "#f5a94e", "#ff8376",
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


def chosen_theme(preference: str) -> Theme:
    """`light`, `dark`, or for anything else what the system uses."""
    if preference in ("light", "dark"):
        return DARK if preference == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def live_theme(preference: str) -> Theme:
    """A theme of its own that may `become` another one."""
    chosen = chosen_theme(preference)
    return Theme(chosen.dark, *(QColor(getattr(chosen, name)) for name in _COLOUR_NAMES))


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole program, which is in Qt's style Fusion, in a theme."""
    application.setPalette(theme.palette())
    application.setFont(theme.font(13))
    application.setStyleSheet(theme.style_sheet())
