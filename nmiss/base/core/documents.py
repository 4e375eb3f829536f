"""What a letter or an agreement is made of: blocks, which a page and a PDF show alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

Block = dict[str, Any]


def heading(text: str) -> Block:
    return {"kind": "heading", "text": text}


def contents(title: str) -> Block:
    """An index of the headings that follow, with their pages; a PDF alone has one."""
    return {"kind": "contents", "title": title}


def text(words: str) -> Block:
    return {"kind": "text", "text": words}


def bullets(items: Iterable[str]) -> Block:
    return {"kind": "list", "entries": list(items)}


def facts(title: str, rows: Iterable[tuple[str, object]]) -> Block:
    """What there is to say of one thing: each with what it is, under one another."""
    return {"kind": "facts", "title": title, "rows": [[key, str(value)] for key, value in rows]}


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    figures: Iterable[int] = (),
) -> Block:
    """A table whose first column heads its rows; ``figures`` says which columns hold figures."""
    return {
        "kind": "table",
        "caption": caption,
        "columns": list(columns),
        "rows": [[str(cell) for cell in row] for row in rows],
        "figures": list(figures),
    }


def number(value: Decimal) -> str:
    """A number as people write it: 7, 7.5."""
    return f"{value.normalize():f}"


def day(value: datetime.date) -> str:
    return f"{value.day} {value:%B %Y}"
