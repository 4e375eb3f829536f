"""Every page of the demo that a link leads to meets WCAG 2.2 AA, at a desk and on a phone."""

from __future__ import annotations

from collections import deque
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_each_role_reads_the_papers_table import sign_in

# A page is looked at once, as the first of these who comes to it: who sees most comes first.
ROLES = ("officer", "manager", "owner", "placements", "auditor", "admin", "finance", "viewer")
ODD = (
    *("/nowhere/", "/schools/?name=nothing+like+it", "/schools/?near=Folkestone"),
    *("/reports/dps-status/?from=2024-02-30", "/children/?reference=zzz"),
)
# By then the page has followed the size of its window (ResizeObserver).
NEXT_FRAME = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"
NO_PAGES = ("/lists/", "/accounts/logout/", "/static/")


@pytest.mark.timeout(900)  # some two hundred pages, each at two widths
def test_no_page_has_a_barrier(demo, window, assert_accessible):
    seen, barriers = set(), []
    for role in ROLES:
        page = window()
        sign_in(page, role)
        ways = deque(["/", *(ODD if role == "officer" else ())])
        while ways:
            address = ways.popleft()
            key = _key(address) if address != "/" else f"home of {role}"
            if key in seen:
                continue
            seen.add(key)
            page.set_viewport_size(DESK)
            if not _opens(page, address):
                continue
            ways.extend(_links(page))
            for size in (DESK, PHONE):
                page.set_viewport_size(size)
                page.evaluate(NEXT_FRAME)
                found = _barriers(page, assert_accessible)
                barriers += [f"{role}, {size['width']} px: {each}" for each in found]
    assert len(seen) > 100, "the demo no longer leads to its pages"
    assert not barriers, "\n".join(barriers)


def _barriers(page, assert_accessible) -> list[str]:
    """What shuts people out of a page in a window of this size."""
    found = []
    try:
        assert_accessible(page)
    except AssertionError as barrier:
        found.append(str(barrier))
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{page.url} is wider than its window")
    return found


def _opens(page, address: str) -> bool:
    """Go there; a file that is downloaded is no page, and none is an error of ours."""
    try:
        answer = page.goto(address)
        assert answer is None or answer.status < 500, f"{address}: {answer.status}"
    except Error as error:
        if "Download is starting" not in str(error):
            raise
        return False
    return True


def _key(address: str) -> str:
    """What a page is: its view, or the address of what is none."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return address
    odd = address if address in ODD else ""
    return f"{match.view_name} {match.kwargs.get('what', '')} {odd}"


def _links(page) -> list[str]:
    """The addresses of pages that a page leads to; what is downloaded is none."""
    found = page.eval_on_selector_all(
        "a[href^='/']:not([download])", "links => links.map(link => link.getAttribute('href'))"
    )
    return [link for link in found if not link.startswith(NO_PAGES)]
