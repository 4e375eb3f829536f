"""The commands of docs/production.md, read from the page itself, so they are what is rehearsed."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "production.md"
_BLOCK = re.compile(r"(?:^    .*\n)+", re.MULTILINE)


def block(containing: str) -> str:
    """The one indented block that has these words, without the indent."""
    (found,) = [text for text in _BLOCK.findall(PAGE.read_text()) if containing in text]
    return re.sub("^    ", "", found, flags=re.MULTILINE)


def line(containing: str) -> str:
    """The one line of such blocks that has these words, without the remark behind it."""
    lines = [line for text in _BLOCK.findall(PAGE.read_text()) for line in text.splitlines()]
    (found,) = [line.strip() for line in lines if containing in line]
    return found.partition("    #")[0]
