"""Ten pages before Lighthouse, as on a slow phone: at least 95 of 100 for each of what it asks.

Whether search engines like a page is not asked: they are told to stay away.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext

from nmiss.machine.install import node
from tests.barriers.tally import Tally
from tests.chromium import Chromium

CLI = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
ASKED = ("performance", "accessibility", "best-practices")
LEAST, MOST_SHIFT = 95, 0.1
PAGES = {
    "": ("/accounts/sign-in/",),
    "officer": ("/", "/admission/", "/schools/", "/reports/dps-status/", "/ratings/"),
    "placements": ("/cases/", "/schools/?near=TN17"),
    "finance": ("/budget/",),
    "owner": ("/",),
}


def check(
    address: str, sign_in: Callable[[str], BrowserContext], browser: Chromium, tally: Tally
) -> None:
    for who, paths in PAGES.items():
        context = sign_in(who)
        cookies = "; ".join(f"{each['name']}={each['value']}" for each in context.cookies())
        for path in paths:
            where = f"{path} ({who or 'visitor'})"
            found = _run(address + path, cookies, browser)
            marks = {name: round(100 * found["categories"][name]["score"]) for name in ASKED}
            shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
            tally.looked("pages before Lighthouse")
            tally.print(f"{'Lighthouse':<14}{where}: {marks}, layout shift {shift:.3f}")
            if min(marks.values()) < LEAST:
                tally.found("below 95", where, ", ".join(_reasons(found)))
            if shift > MOST_SHIFT:
                tally.found("shifts", where, f"{shift:.3f}")
        context.close()


def _run(url: str, cookies: str, browser: Chromium) -> dict:
    done = subprocess.run(
        [
            *(node(), CLI, url, "--quiet", "--output=json", "--output-path=stdout"),
            f"--only-categories={','.join(ASKED)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            f"--extra-headers={json.dumps({'Cookie': cookies})}",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **browser.environment, "CHROME_PATH": str(browser.program)},
    )
    return json.loads(done.stdout)


def _reasons(found: dict) -> list[str]:
    """The audits that cost points."""
    return [
        f"{name} {each.get('displayValue', '')}".strip()
        for category in ASKED
        for name in (
            ref["id"] for ref in found["categories"][category]["auditRefs"] if ref["weight"]
        )
        if (each := found["audits"][name])["score"] is not None and each["score"] < 0.9
    ]
