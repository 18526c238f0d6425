"""Whoever follows a relative link in a document arrives somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
TARGET = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")


def broken_links(document: Path) -> list[str]:
    """Relative targets of a document that do not exist, by what is written there."""
    written = [first or second for first, second in TARGET.findall(document.read_text(encoding="utf-8"))]
    relative = [target for target in written if not re.match(r"[a-z]+:|#", target)]
    return [target for target in relative if not (document.parent / target.partition("#")[0]).exists()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(document: Path):
    assert broken_links(document) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path):
    document = tmp_path / "guide.md"
    document.write_text(
        "[itself](guide.md#top) [web](https://example.com/x) [part](#part)"
        ' ![gone](pictures/gone.jpg) <img src="lost.svg">',
        encoding="utf-8",
    )
    assert broken_links(document) == ["pictures/gone.jpg", "lost.svg"]
