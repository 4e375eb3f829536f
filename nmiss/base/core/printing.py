"""PDF documents that people with a screen reader can use: tagged, titled, PDF/UA-1.

The same blocks make the page and the PDF (``nmiss.base.core.documents``). Typst refuses to write a
file that is not PDF/UA-1, and writes the same bytes for the same words and day.
"""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nmiss.base.core.documents import Block

PDF_TYPE = "application/pdf"
_SHAPES = Path(__file__).with_name("printing.typ")
# Latin, Greek and Cyrillic letters, punctuation, currencies: those that the font has shapes for.
_PRINTED = re.compile(
    "[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0192\u0218-\u021b\u0386\u0388-\u038a"
    "\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u1e80-\u1e85\u1e9e\u1ef2\u1ef3"
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2116"
    "\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]"
)


def pdf_of(
    title: str,
    blocks: Sequence[Block],
    *,
    author: str,
    on: datetime.date,
    is_wide: bool = False,
) -> bytes:
    """A PDF of the blocks under a title, dated ``on``; ``is_wide`` lays its pages across.

    Characters that the font has no shape for are named in brackets: 🙂 as [slightly smiling face].
    """
    import typst  # with the first document: most processes of the web never print one

    given = {"title": title, "author": author, "blocks": list(blocks), "is_wide": is_wide}
    midnight = datetime.datetime.combine(on, datetime.time(), tzinfo=datetime.UTC)
    return typst.compile(
        str(_SHAPES),
        format="pdf",
        sys_inputs={"given": json.dumps(_printed(given))},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        timestamp=int(midnight.timestamp()),
    )


def _printed(value: Any) -> Any:
    """The same with every text in it as it can be printed, however deep."""
    if isinstance(value, str):
        return "".join(map(_character, unicodedata.normalize("NFC", value)))
    if isinstance(value, dict):
        return {key: _printed(each) for key, each in value.items()}
    return [_printed(each) for each in value] if isinstance(value, list) else value


def _character(character: str) -> str:
    if _PRINTED.match(character):
        return character
    if unicodedata.category(character) in ("Cc", "Cf"):  # nothing to see: controls and directions
        return ""
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]"
