"""Which pages there are: all that a link leads to, for each person of the demo."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page, Response

from tests.barriers.looking import look
from tests.barriers.tally import Tally

VISITOR = ""
PEOPLE = (
    *("officer", "manager", "placements", "finance", "auditor", "admin"),
    *("owner", "editor", "viewer", VISITOR),
)
OF_VISITORS = (
    *("/accounts/sign-in/", "/accounts/new-password/", "/accessibility/", "/privacy/"),
    *("/cookies/", "/no-such-page/"),
)
ODD = (
    *("/no-such-page/", "/schools/?name=nothing+like+it", "/schools/?near=TN17"),
    *("/reports/dps-status/?from=2024-02-30", "/children/?reference=zzz"),
)
NO_PAGES = ("/lists/", "/accounts/logout/", "/static/")
HAS_A_NUMBER = re.compile(r"/[^/]*\d[^/]*(?=/)")


def visit(
    browser: Browser, address: str, who: str, tally: Tally, folder: Path, *, looks: bool
) -> None:
    """Open all pages of one person; keep the HTML of each, and look at it."""
    page = sign_in(browser, address, who).new_page()
    ways = deque(OF_VISITORS if who == VISITOR else ("/", *ODD))
    seen: set[str] = set()
    while ways:
        path = ways.popleft()
        if _kind(path) in seen:
            continue
        seen.add(_kind(path))
        try:
            answer = _open(page, address + path)
        except Error as error:
            tally.found("stumbles", path, error.message.partition("\n")[0])
            continue
        if answer is None:
            continue
        if answer.status >= 500:
            tally.found("stumbles", path, f"the hub answered {answer.status}")
        tally.looked("pages")
        name = f"{who or 'visitor'}{re.sub('[^a-z0-9-]', '_', path)}"[:150]
        (folder / f"{name}.html").write_bytes(answer.body())
        if who != VISITOR:
            ways.extend(_links(page))
        if looks:
            look(page, path, _kind(path), who or "visitor", tally)
    tally.print(f"{who or 'visitor'}: {len(seen)} pages")
    page.context.close()


def sign_in(browser: Browser, address: str, who: str) -> BrowserContext:
    """Come in by the click of the demo's sign-in page, or as nobody."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(120_000)
    if who != VISITOR:
        page = context.new_page()
        page.goto(f"{address}/accounts/sign-in/")
        form = page.locator(f"form:has(input[value='{who}@demo.example'])")
        form.get_by_role("button").click()
        page.get_by_role("button", name="Sign out").wait_for()
        page.close()
    return context


def _open(page: Page, address: str) -> Response | None:
    """Go there; a file that is downloaded is no page."""
    try:
        answer = page.goto(address)
    except Error as error:
        if "Download is starting" not in str(error):
            raise
        return None
    kind = answer.headers.get("content-type", "") if answer else ""
    return answer if kind.startswith("text/html") else None


def _kind(path: str) -> str:
    """Pages of one kind differ in the number of their record; what is asked odd is its own."""
    return path if path in ODD else HAS_A_NUMBER.sub("/…", urlsplit(path).path)


def _links(page: Page) -> list[str]:
    links = "a[href^='/']:not([download])"
    found = page.eval_on_selector_all(links, "all => all.map(each => each.getAttribute('href'))")
    return [link.partition("#")[0] for link in found if not link.startswith(NO_PAGES)]
