"""Letters and agreements as PDF: the same blocks as their pages, the same bytes each time.

The letters of the text are embedded, the language and title are set, and headings are bookmarks.
The library writes no tags, so the page is the accessible form (docs/adr/0014).
"""

from __future__ import annotations

import functools
import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Spacer, Table

from contracts.joining.documents import Block

PDF_TYPE = "application/pdf"
_PLAIN, _BOLD = "Vera", "VeraBd"
_MARGIN = 20 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_KEYS = 32 * mm
_PADDING = 13  # of a cell, both sides


class _Heading(Paragraph):
    """A heading that stands among the bookmarks."""

    def __init__(self, words: str, style: ParagraphStyle, level: int) -> None:
        super().__init__(escape(words), style)
        self.words, self.level = words, level

    def draw(self) -> None:
        key = f"h{id(self)}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(self.words, key, self.level)
        super().draw()


def pdf_of(title: str, blocks: list[Block], *, author: str) -> bytes:
    """A PDF of the blocks under a title."""
    styles = _styles()
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=title,
        author=author,
        lang="en-GB",
        invariant=1,
    )
    story: list[Flowable] = [_Heading(title, styles["title"], 0)]
    for block in blocks:
        story += _SHAPES[block["kind"]](block, styles)
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return file.getvalue()


def _foot(canvas: Canvas, document: Any) -> None:
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFont(_PLAIN, 8)
    canvas.drawRightString(A4[0] - _MARGIN, _MARGIN / 2, f"Page {document.page}")


def _heading(block: Block, styles: dict) -> list[Flowable]:
    return [_Heading(block["text"], styles["heading"], 1)]


def _text(block: Block, styles: dict) -> list[Flowable]:
    return [Paragraph(escape(block["text"]), styles["text"])]


def _list(block: Block, styles: dict) -> list[Flowable]:
    items = [Paragraph(escape(item), styles["text"]) for item in block["entries"]]
    return [ListFlowable(items, bulletType="bullet", bulletFontName=_PLAIN, start="•")]


def _table(block: Block, styles: dict) -> list[Flowable]:
    head = [Paragraph(escape(cell), styles["bold"]) for cell in block["columns"]]
    rows = [[Paragraph(escape(cell), styles["cell"]) for cell in row] for row in block["rows"]]
    lines = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    shape = Table([head, *rows], colWidths=_widths(block), repeatRows=1, style=lines, hAlign="LEFT")
    return [Paragraph(escape(block["caption"]), styles["bold"]), shape, Spacer(1, 4 * mm)]


def _facts(block: Block, styles: dict) -> list[Flowable]:
    """A title, and under it what there is to say: keys at the left, in bold."""
    rows = [
        [Paragraph(escape(key), styles["bold"]), Paragraph(escape(value), styles["cell"])]
        for key, value in block["rows"]
    ]
    lines = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    shape = Table(rows, colWidths=[_KEYS, _WIDTH - _KEYS], style=lines, hAlign="LEFT")
    return [Paragraph(escape(block["title"]), styles["small"]), shape, Spacer(1, 4 * mm)]


def _widths(block: Block) -> list[float]:
    """Columns as wide as their longest cell asks for, within reason; no heading breaks."""
    columns = list(zip(block["columns"], *block["rows"], strict=True))
    least = [_longest_word(cells[0]) for cells in columns]
    asked = [min(max(map(len, cells)), 60) for cells in columns]
    left = _WIDTH - sum(least)
    return [narrow + left * each / sum(asked) for narrow, each in zip(least, asked, strict=True)]


def _longest_word(heading: str) -> float:
    words = (pdfmetrics.stringWidth(word, _BOLD, 9) for word in heading.split())
    return max(words, default=0) + _PADDING


_SHAPES = {"heading": _heading, "text": _text, "list": _list, "facts": _facts, "table": _table}


@functools.cache
def _styles() -> dict[str, ParagraphStyle]:
    for name in (_PLAIN, _BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    text = ParagraphStyle(
        "text", fontName=_PLAIN, fontSize=10, leading=14, spaceAfter=6, alignment=TA_LEFT
    )
    make = functools.partial(ParagraphStyle, parent=text)
    return {
        "text": text,
        "cell": make("cell", fontSize=8.5, leading=11.5, spaceAfter=0),
        "bold": make("bold", fontName=_BOLD, fontSize=9, leading=12),
        "title": make("title", fontName=_BOLD, fontSize=17, leading=22, spaceAfter=10),
        "small": make("small", fontName=_BOLD, fontSize=10.5, leading=14, spaceBefore=4),
        "heading": make("heading", fontName=_BOLD, fontSize=12.5, leading=16, spaceBefore=8),
    }
