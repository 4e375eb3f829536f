"""Look at an open page: axe at two widths, whether it fits, and a walk by keyboard.

Does Tab reach everything that can be used, and does one see where one is?
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.barriers.tally import Tally

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = ((320, 800), (1280, 800))  # the last is the one that is walked
MOST_TABS = 400
NEXT_FRAME = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"
# Of which elements a page is built, whatever their words and however often.
BUILT_OF = """() => [...new Set([...document.querySelectorAll('*')].map((each) => [
  each.tagName, each.className, each.getAttribute('role'), each.getAttribute('type'),
  each.parentElement?.tagName, each.getAttributeNames().sort()].join(' ')))].sort().join()"""
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


def look(page: Page, path: str, kind: str, who: str, tally: Tally) -> None:
    """All of it, at each size, unless a page of its kind and built as it was looked at."""
    if not tally.is_new((kind, page.evaluate(BUILT_OF))):
        return
    tally.looked("pages that differ")
    for width, height in SIZES:
        where = f"{path} ({who}, {width} px)"
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        for each in violations(page):
            tally.found("axe", where, each)
        tally.looked("looks of axe")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            tally.found("too wide", where, path)
    if tally.is_new((kind, "walk")):
        tally.looked("walks")
        for each in walk(page):
            tally.found("stumbles", where, each)


def violations(page: Page) -> list[str]:
    """The rules of axe that the page breaks, each with the first place."""
    # Evaluated and not added as a script, so that our content security policy stays as it is.
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE}; undefined")
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    options |= {"rules": {"target-size": {"enabled": True}}, "preload": False}
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
