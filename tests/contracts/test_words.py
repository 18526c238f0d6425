"""Whatever a buyer may read is a message that can be translated."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from tests.contracts.words import word_offences

ROOT = Path(__file__).resolve().parents[2] / "sourcing_desktop"
FILES = sorted(PurePosixPath(file.relative_to(ROOT).as_posix()) for file in ROOT.rglob("*.py"))

NAMES_OF_OURS = {
    # commands and menus
    *("quick look", "open apart", "add list", "exchange rate", "new search", "save search"),
    "kept similar",
    *("&Go", "&Offers", "&View", "&Account", "&Help"),
    # tasks, and keys of what is kept or asked
    *("work on accounts", "work on addresses", "read a list", "look up a list", "prepare the confirmation"),
    *("journal export", "find shop", "learn about shop", "seller ", "preview ", "search ", "read "),
    "history ",
}
SAME_IN_EVERY_LANGUAGE = {
    # languages by their own names
    *("English", "Tiếng Việt", "Español", "中文"),
    # families of fonts
    *("Noto Sans", "Noto Sans SC", "Noto Sans CJK SC", "Noto Sans Thai", "PingFang SC", "Microsoft YaHei UI"),
    *("WenQuanYi Micro Hei", "Leelawadee UI", "Thonburi", "Loma"),
    # signs of currencies
    *("S/ ", "MX$", "COL$", "R$", "Rp ", "RM "),
    # names of actions that assistive technology knows
    *("Press", "SetFocus", "Toggle"),
    # licences
    "Qt 6, PySide6 (LGPL-3.0)",
}

CONTENT = {
    # keys in Qt's portable form
    "ui/actions.py": {"Ctrl+", "Meta+"},
    # a method of the desktop's portal
    "ui/stillness.py": {"ReadOne"},
    # docks, by what a saved layout calls them
    "ui/main_window.py": {"Offer", "Cart", "Orders"},
    # what may be searched for, in the languages of titles
    "ui/search/keyword_controller.py": {
        *("ceramic mug", "desk lamp", "ba lô", "cốc sứ", "đèn bàn", "taza de cerámica", "lámpara de mesa")
    },
}
"""What looks like words in one file and is none of the program's."""


def test_every_text_goes_through_translation():
    offences = [
        f"{place}: {text!r}"
        for path in FILES
        for place, text in word_offences(path, (ROOT / path).read_text(encoding="utf-8"))
        if text not in NAMES_OF_OURS | SAME_IN_EVERY_LANGUAGE | CONTENT.get(str(path), set())
    ]
    assert not offences, "\n" + "\n".join(offences)


PAGE = "ui/page.py"
OFFENDERS = {
    "label": (PAGE, 'QLabel("Cart")'),
    "sentence kept for later": (PAGE, 'EMPTY = "Nothing here yet."'),
    "lower case": (PAGE, 'words = "kept for later"'),
    "a name that is shown": (PAGE, 'label.setText("total")'),
    "mnemonic": (PAGE, 'text = "&Go"'),
    "put together": (PAGE, 'label = f"{count} lines"'),
    "inside a translated one": (PAGE, 'tr("{what} is gone", what="The cart")'),
    "Vietnamese": (PAGE, 'label = "giỏ hàng"'),
    "error": ("services/search.py", 'raise NotFound("no offer")'),
    "error in pieces": ("gateways/gate.py", 'raise Busy(f"Try again in {n} s.")'),
    "sentence of a service": ("services/paying.py", 'return "It was paid."'),
    "hidden message": (PAGE, "tr(SENTENCE)"),
    "message in pieces": (PAGE, 'tr(f"{count} lines")'),
    "message in an f-string": (PAGE, 'label = f"{name} {tr(1)}"'.replace("1", "'is gone'")),
}


@pytest.mark.parametrize(("path", "code"), OFFENDERS.values(), ids=OFFENDERS.keys())
def test_offender_is_caught_with_file_and_line(path, code):
    (offence,) = word_offences(PurePosixPath(path), f"import this\n{code}\n")
    assert offence[0] == f"sourcing_desktop/{path}:2"


INNOCENTS = {
    "translated": (PAGE, 'QLabel(tr("Cart"))'),
    "counted": (PAGE, 'trn("{count} line", "{count} lines", count)'),
    "with values": (PAGE, 'tr("{shop} is closed", shop=f"{name} · {place}")'),
    "facts in a row": (PAGE, 'label.setText(f"{price} · {pieces}")'),
    "name": (PAGE, 'page = pages["Cart page"]'),
    "role": (PAGE, 'label.setProperty("role", "Soft text")'),
    "shortcut": (PAGE, 'shortcut = "Ctrl+Shift+V"'),
    "docstring": (PAGE, 'def f():\n    """Say what is wrong."""'),
    "number": (PAGE, 'text = f"{share:,.1f}"'),
    "member of an enumeration": (PAGE, 'class Tone(Enum):\n    GOOD = "Very good"'),
    "log": ("services/search.py", 'log.info("The list is empty.")'),
    "bug": ("domain/money.py", 'raise ValueError("Not an amount.")'),
    "command line": ("app/commands/call.py", 'print("There is no such call.")'),
    "sandbox": ("sandbox/world.py", 'return "The order was placed."'),
}


@pytest.mark.parametrize(("path", "code"), INNOCENTS.values(), ids=INNOCENTS.keys())
def test_innocent_is_left_alone(path, code):
    assert word_offences(PurePosixPath(path), code) == []
