"""Titles and prices no shop should have: they are drawn inside their card, and drawn truly."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Words
from sourcing_desktop.ui.grid.offer_cell import TILE_BELOW, Look, caption_height
from sourcing_desktop.ui.theme import DARK, LIGHT
from tests.ui.grid.moves import offer

PAPER, ROUND = QColor("magenta"), 20

TITLES = {
    "one long word": "x" * 300,
    "arabic": "قميص قطني نسائي مريح للصيف بألوان متعددة ومقاسات كبيرة جدا للبيع بالجملة",
    "hebrew": "שמלת קיץ קלה ונוחה לנשים במגוון צבעים ומידות גדולות במיוחד",
    "emoji": "👗👠🧢 family 👨‍👩‍👧‍👦 dress 🇻🇳🇹🇭 " * 5,
    "rare characters": "𠀀𠀁𠀂𠀃" * 20,
    "control characters": "con\x00trol\x07 chars\x1b and \u202e turned\u202c around",
    "lines": "one\ntwo\r\nthree\n\n\tfour",
    "marks on marks": "a\u0301\u0302\u0303" * 200,
    "markup": "<b>bold</b> &amp; <script>",
    "nothing": "",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("width", [60, 184, 460])
def test_no_line_is_wider_than_its_card_and_no_letter_is_lost(grid, title, width):
    face = grid._cell._title
    lines = face.cut(title, width, 2)
    assert len(lines) <= 2
    assert all(face.width(line) <= width for line in lines)
    whole = face.cut(title, 10**6, 1)[0]
    begun = lines[0].rstrip("…\u200f\u200d")
    assert whole.startswith(begun)
    if len(lines) == 2 and len(begun) < len(whole):
        assert whole[len(begun) :].strip().startswith(lines[1].rstrip("…\u200f\u200d"))


def test_a_long_word_takes_both_lines(grid):
    first, second = grid._cell._title.cut("x" * 300, 184, 2)
    assert set(first) == {"x"}
    assert second.endswith("x…")


def test_control_characters_and_turned_text_are_not_drawn(grid):
    assert grid._cell._title.cut(TITLES["control characters"], 999, 1) == (
        "con trol chars and turned around",
    )


def test_the_dots_of_a_right_to_left_title_are_at_its_end(grid):
    assert grid._cell._title.cut(TITLES["arabic"], 100, 1)[0].endswith("…\u200f")


def card(grid, width, **facts):
    """The card of an offer with these facts, with PAPER around it."""
    size = QSize(width, width + caption_height(width))
    image = QImage(size.grownBy(QMargins(ROUND, ROUND, ROUND, ROUND)), QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    place = QRect(QPoint(ROUND, ROUND), size)
    grid._cell.draw(painter, place, QRegion(image.rect()), replace(offer(1), **facts), Look.PLAIN)
    painter.end()
    assert [at for at in around(image) if image.pixelColor(at) != PAPER] == []
    return image


def around(image):
    """A ring of points just outside the card."""
    edge = image.rect().marginsRemoved(QMargins(*[ROUND - 1] * 4))
    for x in range(edge.left(), edge.right() + 1):
        yield from (QPoint(x, edge.top()), QPoint(x, edge.bottom()))
    for y in range(edge.top(), edge.bottom() + 1):
        yield from (QPoint(edge.left(), y), QPoint(edge.right(), y))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [80, 130, 184, 480])
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_is_painted_and_stays_inside_its_card(grid, theme, width, title):
    """Tiles have no room for one."""
    grid.set_theme(theme)
    painted = card(grid, width, title=Words(title)) != card(grid, width, title=Words(""))
    assert painted == bool(title and width >= TILE_BELOW)


@pytest.mark.parametrize("width", [80, 130, 184, 480])
def test_a_price_is_painted_and_stays_inside_its_card(grid, width):
    prices = [None, Money(0), Money(1), Money(10**9), Money(10**9 + 99)]
    cards = [card(grid, width, price=price, moq=10**7, sold_30_days=10**9) for price in prices]
    for one, other in combinations(cards, 2):
        assert one != other
