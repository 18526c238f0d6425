"""What other programs get of offers that are dragged there or pasted. Reads nothing from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui import formats

MOST_CARRIED = 5_000
"""Offers that are dragged, copied or shortlisted at once: a million would take seconds."""

TYPES = ("text/uri-list", "text/html", "text/plain")
PICTURE_WIDTH = 160
"""px, in mails and tables."""


def carried(offers: Sequence[Offer], picture: QImage | None = None) -> QMimeData:
    """Links; a table of pictures, titles and prices; the same as text; and one picture, if there is one."""
    data = QMimeData()
    data.setUrls([QUrl(link(offer)) for offer in offers])
    data.setHtml(f"<table>{''.join(map(_table_row, offers))}</table>")
    lines = ("\t".join((_title(offer), formats.money(offer.price), link(offer))) for offer in offers)
    data.setText("\n".join(lines))
    if picture is not None:
        data.setImageData(picture)
    return data


def link(offer: Offer) -> str:
    """The offer's public page; its picture where the id is one only the gateway understands."""
    return offer.ref.page or offer.picture


def _title(offer: Offer) -> str:
    return " ".join(offer.title.shown.split())


def _table_row(offer: Offer) -> str:
    to, title = escape(link(offer)), escape(_title(offer))
    source, price = escape(offer.picture), escape(formats.money(offer.price))
    picture = f'<img src="{source}" width="{PICTURE_WIDTH}" alt="{title}">' if source else ""
    cells = (f'<a href="{to}">{picture}</a>', f'<a href="{to}">{title}</a>', price)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
