"""Look for barriers by hand, on a demo that runs: `make barriers`.

    make run                                # in one terminal
    make barriers URL=http://localhost:8000 # in another

Everybody of the demo opens each page that a link leads to. axe with its best practices and the size
of targets looks at it at 1280 and at 320 pixels, then it is walked by keyboard. The HTML that was
served goes to the W3C's checker and to html-validate, and ten pages to Lighthouse.
docs/accessibility.md has the figures of the last time.

`PARTS="html lighthouse"` in the environment has only these looked at (pages are opened for all).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.barriers import html, lighthouse
from tests.barriers.crawl import PEOPLE, sign_in, visit
from tests.barriers.tally import Tally

PARTS = ("pages", "html", "lighthouse")


def main(address: str) -> int:
    """Look at all, say what was found, and fail where anything was."""
    parts = os.environ.get("PARTS", "").split() or PARTS
    address, tally = address.rstrip("/"), Tally()
    found = chromium.find()
    if not found:
        sys.exit(chromium.HOW_TO_GET_IT)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=found.program,
            args=["--no-sandbox", "--disable-gpu"],
            env={**os.environ, **found.environment},
        )
        if {"pages", "html"} & set(parts):
            for who in PEOPLE:
                visit(browser, address, who, tally, Path(folder), looks="pages" in parts)
        if "html" in parts:
            html.check(Path(folder), tally)
        if "lighthouse" in parts:
            lighthouse.check(address, lambda who: sign_in(browser, address, who), found, tally)
    tally.say()
    return int(tally.found_any)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
