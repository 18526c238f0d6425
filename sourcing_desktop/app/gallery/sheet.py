"""The contact sheet: one page of HTML over the pictures of a folder, without anything from elsewhere."""

from __future__ import annotations

import json
from html import escape
from itertools import groupby
from pathlib import Path

CHOICES = ("theme", "titles", "scale")

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sourcing Desktop: every page in every state</title>
<style>
body {{ font: 14px system-ui, sans-serif; margin: 0; background: #f4f4f2; color: #1f1e1c; }}
header {{ position: sticky; top: 0; background: #fafaf9; padding: 12px 16px; }}
header label {{ margin-right: 12px; white-space: nowrap; }}
h2 {{ font-size: 17px; margin: 24px 16px 8px; scroll-margin-top: 96px; }}
h3 {{ font-size: 13px; font-weight: 600; margin: 12px 16px 4px; }}
.row {{ display: flex; flex-wrap: wrap; gap: 8px; padding: 0 16px; }}
figure {{ margin: 0; width: 360px; }}
figure[hidden] {{ display: none; }}
img {{ width: 100%; border: 1px solid #cfcdc7; }}
figcaption {{ font-size: 11px; color: #6b6964; }}
</style>
<header><strong>{count} pictures</strong> &nbsp; {choices}<br>{pages}</header>
{rows}
<script>
const boxes = [...document.querySelectorAll("header input")];
function choose() {{
  const off = boxes.filter(box => !box.checked).map(box => box.name + "=" + box.value);
  for (const figure of document.querySelectorAll("figure"))
    figure.hidden = off.some(each => figure.dataset.is.split(" ").includes(each));
}}
boxes.forEach(box => box.addEventListener("change", choose));
</script></html>
"""


def write_sheet(folder: Path) -> Path:
    """Make `index.html` of what the lists in the folder tell of its pictures; returns its path."""
    told = [row for file in sorted(folder.glob("*-*x.json")) for row in json.loads(file.read_text("utf-8"))]
    order = {scene: place for place, scene in enumerate(dict.fromkeys(map(_scene, told)))}
    told.sort(key=lambda row: order[_scene(row)])
    rows = []
    for page, of_page in groupby(told, key=lambda row: row["page"]):
        rows.append(f'<h2 id="{escape(page)}">{escape(page)}</h2>')
        for state, of_state in groupby(of_page, key=lambda row: row["state"]):
            figures = "".join(map(_figure, of_state))
            rows.append(f"<h3>{escape(state)}</h3><div class=row>{figures}</div>")
    index = folder / "index.html"
    index.write_text(
        PAGE.format(count=len(told), choices=_choices(told), pages=_pages(told), rows="\n".join(rows)),
        "utf-8",
    )
    return index


def _scene(row: dict[str, str]) -> tuple[str, str]:
    return row["page"], row["state"]


def _figure(row: dict[str, str]) -> str:
    kind = " ".join(f"{name}={row[name]}" for name in CHOICES)
    caption = " · ".join(row[name] for name in CHOICES)
    file, said = escape(row["file"]), escape(caption)
    picture = f'<a href="{file}"><img loading="lazy" src="{file}" alt="{said}"></a>'
    return f'<figure data-is="{escape(kind)}">{picture}<figcaption>{said}</figcaption></figure>'


def _pages(told: list[dict[str, str]]) -> str:
    names = dict.fromkeys(escape(row["page"]) for row in told)
    return " · ".join(f'<a href="#{name}">{name}</a>' for name in names)


def _choices(told: list[dict[str, str]]) -> str:
    values = ((name, escape(value)) for name in CHOICES for value in sorted({row[name] for row in told}))
    box = '<label><input type="checkbox" checked name="{}" value="{}"> {}</label>'
    return "".join(box.format(name, value, value) for name, value in values)
