"""A Monday morning: an officer goes from the home page through three tasks, never back."""

import re

from tests.journeys.test_each_role_reads_the_papers_table import sign_in


def test_three_tasks_without_going_back(demo, page):
    sign_in(page, "officer")
    before = _to_do(page)

    page.get_by_role("link", name=re.compile("^Read changes in the self-declaration")).click()
    page.get_by_role("button", name="I have read it").click()
    _home(page)
    page.get_by_role("link", name=re.compile("^Answer a question about round")).click()
    page.get_by_label("The answer").fill("Yes. An inspection by ISI is read in the same way.")
    page.get_by_role("button", name="Publish the answer").click()
    _home(page)
    page.get_by_role("link", name=re.compile("^Countersign placement agreement")).click()
    page.get_by_label("Your full name").fill("Demo commissioning officer")
    page.get_by_label("Your job title").fill("Commissioning officer")
    page.get_by_label("I have read this document and I am authorised to sign it").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    _home(page)

    assert _to_do(page) == before - 3


def _home(page):
    page.get_by_role("link", name="Home", exact=True).click()


def _to_do(page) -> int:
    """How many tasks the heading counts."""
    heading = page.get_by_role("heading", name=re.compile(r"^To do \(")).inner_text()
    return int(re.search(r"\((\d+)", heading)[1])
