"""Whoever follows a relative link in a document, or looks for a module it names, arrives somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
PACKAGE = ROOT / "sourcing_desktop"
MODULE = re.compile(r"(?<![\w/.-])[\w/]+\.py\b")
TARGET = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")


def broken_links(document: Path) -> list[str]:
    """Relative targets of a document that do not exist, by what is written there."""
    written = [first or second for first, second in TARGET.findall(document.read_text(encoding="utf-8"))]
    relative = [target for target in written if not re.match(r"[a-z]+:|#", target)]
    return [target for target in relative if not (document.parent / target.partition("#")[0]).exists()]


def missing_modules(document: Path) -> list[str]:
    """Paths of Python files that a document names and that are neither below the project nor the package."""
    named = MODULE.findall(document.read_text(encoding="utf-8"))
    return [name for name in named if not any((folder / name).is_file() for folder in (ROOT, PACKAGE))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_that_is_named_is_there(document: Path):
    assert missing_modules(document) == []


def test_a_module_that_is_gone_is_found(tmp_path: Path):
    document = tmp_path / "guide.md"
    document.write_text("`dev.py` `app/paths.py` app/lost.py (`sandbox/lives.py`)", encoding="utf-8")
    assert missing_modules(document) == ["app/lost.py", "sandbox/lives.py"]


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
