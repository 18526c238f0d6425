"""The figures in the documents are those of the last runs, and none is copied by hand."""

from __future__ import annotations

from benchmarks.__main__ import LONG, USUAL
from benchmarks.report import BLOCK, DOCUMENT, latest, with_tables

TEXT = DOCUMENT.read_text(encoding="utf-8")


def test_every_table_is_what_was_measured_last():
    assert with_tables(TEXT, latest()) == TEXT


def test_every_benchmark_has_its_table_and_no_table_stands_elsewhere():
    assert [block[2] for block in BLOCK.finditer(TEXT)] == [*USUAL, *LONG]
    assert "| Ours |" not in BLOCK.sub("", TEXT)


def test_a_new_run_replaces_the_table_of_its_benchmark_alone():
    row = {"name": "a", "unit": "ms", "ours": 1.5, "spread": 0, "floor": None, "ratio": None}
    kept = {"calls": {"date": "today", "rows": [row | {"goal": "≤ 1 ms", "met": False}]}}
    text = "<!-- measured: calls -->\nold\n<!-- end -->\nwords\n<!-- measured: fuzz -->\n<!-- end -->\n"
    calls, _, rest = with_tables(text, kept).partition("words\n")
    assert "date: today." in calls
    assert "| a | ms | 1.50 | 0.00 |  |  | ≤ 1 ms | **no** |" in calls
    assert "old" not in calls
    assert rest == "<!-- measured: fuzz -->\nNot measured yet.\n<!-- end -->\n"


def test_what_was_measured_on_a_screen_stands_below_and_without_a_goal_is_no_verdict():
    row = {"name": "a", "unit": "ms", "spread": 0, "floor": 1.0, "ratio": 2.0, "goal": "", "met": True}
    kept = {
        "fling on xcb": {"screen": "xcb", "rows": [row | {"ours": 3.0}]},
        "fling": {"screen": "none", "rows": [row | {"ours": 2.0}]},
    }
    text = with_tables("<!-- measured: fling -->\n<!-- end -->\n", kept)
    offscreen, _, screen = text.partition("screen: xcb.")
    assert "screen: none." in offscreen
    assert "| a | ms | 2.00 | 0.00 | 1.00 | 2.00 |  |  |" in offscreen
    assert "| a | ms | 3.00 | 0.00 | 1.00 | 2.00 |  |  |" in screen
