"""Every text of window, pages and dialogs is a message, seen in the pseudo-language."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.ui.untranslated import untranslated


def test_nothing_on_window_pages_and_dialogs_bypasses_translation():
    seen = subprocess.run(
        [sys.executable, "-m", "tests.ui.untranslated"], capture_output=True, text=True, timeout=100
    )
    assert (seen.stdout.strip(), seen.returncode) == ("", 0), seen.stdout + seen.stderr


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Add to caart⟧", ""),
        ("⟦{soo} is cloosed, ⟦3 ooffers⟧⟧ · 1688", ""),
        ("Add to cart", "Add to cart"),
        ("⟦Caart⟧ of 宏达", "of"),
    ],
)
def test_what_is_no_message_is_told(text, left):
    assert untranslated(text) == left
