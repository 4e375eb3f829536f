"""Look for barriers by hand, on a demo that runs: `make barriers`.

    make run                                # in one terminal
    make barriers URL=http://localhost:8000 # in another

axe with its best practices and the size of targets, at 320 and 1280 pixels, and a walk by keyboard:
does Tab reach everything that can be used, and does one see where one is? It signs in by the click
of the demo's sign-in page. docs/accessibility.md has the figures of the last time.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = {"320": (320, 800), "1280": (1280, 800)}
MOST_TABS = 400
OF_ALL = ("/", "/calendar/", "/account/", "/accessibility/")
PAGES = {
    "": ("/accounts/sign-in/", "/accessibility/", "/privacy/", "/cookies/", "/no-such-page/"),
    "Demo commissioning officer": (
        *OF_ALL,
        "/schools/",
        "/admission/",
        "/applications/",
        "/memberships/",
        "/outcomes/",
        "/providers/",
        "/reports/",
        "/reports/dps-status/",
        "/reports/demand-profile/",
        "/imports/",
    ),
    "Demo placement officer": (*OF_ALL, "/cases/", "/children/", "/schools/?near=TN17"),
    "Demo finance officer": (*OF_ALL, "/reports/"),
    "Demo auditor": (*OF_ALL, "/audit/"),
    "Demo administrator": (*OF_ALL, "/people/"),
    "Demo head teacher": (*OF_ALL, "/apply/", "/schools/", "/children/"),
}
# What can be used and is seen; of a group of radios Tab reaches one.
CAN_BE_USED = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }))
  .filter((each, _, all) =>
    each.type !== 'radio' || each === all.find(({ name }) => name === each.name))
  .length"""
WHERE_ONE_IS = """() => {
  const at = document.activeElement
  if (at === document.body) return null
  const style = getComputedStyle(at), box = at.getBoundingClientRect()
  const all = [...document.querySelectorAll('*')]
  return {
    number: all.indexOf(at),
    words: (at.textContent || at.name || at.tagName).trim().slice(0, 40),
    isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
  }
}"""


def violations(page: Page) -> list[str]:
    """The rules of axe that the page breaks, each with the first place."""
    page.evaluate(AXE.read_text())
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    options["rules"] = {"target-size": {"enabled": True}}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [f"{each['id']} × {len(each['nodes'])}: {each['nodes'][0]['target']}" for each in found]


def walk(page: Page) -> list[str]:
    """Whatever is amiss when the page is gone through by Tab."""
    amiss, met, last = [], set(), None
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE_ONE_IS)
        if here and here["number"] == last:  # a date has a part for each of its numbers
            continue
        if here is None or here["number"] in met:
            break
        last = here["number"]
        met.add(last)
        amiss += [f"not seen: {here['words']}"] * (not here["isSeen"])
        amiss += [f"not marked: {here['words']}"] * (not here["isMarked"])
    usable = page.evaluate(CAN_BE_USED)
    if len(met) < min(usable, MOST_TABS):
        amiss.append(f"Tab reaches {len(met)} of {usable}")
    return amiss


def look(browser: Browser, address: str, who: str, tally: Counter) -> None:
    """All pages of one person, at each size."""
    for size, (width, height) in SIZES.items():
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.set_default_timeout(120_000)
        if who:
            page.goto(f"{address}/accounts/sign-in/")
            page.get_by_role("button", name=f"Sign in as {who}", exact=True).click()
            page.get_by_role("button", name="Sign out").wait_for()
        for path in PAGES[who]:
            page.goto(address + path)
            tally["pages"] += 1
            amiss = violations(page)
            tally["axe"] += len(amiss)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                amiss.append("wider than the screen")
                tally["too wide"] += 1
            if size == "1280":
                stumbles = walk(page)
                tally["walked"] += 1
                tally["stumbles"] += len(stumbles)
                amiss += stumbles
            for each in amiss:
                print(f"{size:>5}  {path:<24} {who or 'visitor'}: {each}", flush=True)  # noqa: T201
        context.close()


def main(address: str) -> int:
    """Look at all, say what was found, and fail where anything was."""
    tally: Counter = Counter()
    found = chromium.find()
    if not found:
        sys.exit(chromium.HOW_TO_GET_IT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.program, args=["--no-sandbox", "--disable-gpu"]
        )
        for who in PAGES:
            look(browser, address.rstrip("/"), who, tally)
    print(  # noqa: T201
        f"{tally['pages']} pages looked at, {tally['walked']} walked by keyboard: axe found "
        f"{tally['axe']}, too wide {tally['too wide']}, stumbles {tally['stumbles']}."
    )
    return int(bool(tally["axe"] or tally["too wide"] or tally["stumbles"]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
