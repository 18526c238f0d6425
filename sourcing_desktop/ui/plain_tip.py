"""Tool tips with words of others: of the market, of web addresses, of files."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """The text as a tool tip that shows it as it is: what looks like HTML is none, and asks no host for a
    picture."""
    if "<" not in text:
        return text
    from html import escape  # not at the top: start-up can do without

    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f"<qt>{lines}</qt>"
