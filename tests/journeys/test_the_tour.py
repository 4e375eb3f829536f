"""The tour of docs/tour.md leads where it says, and has a picture of each place."""

import re

from playwright.sync_api import expect

from nmiss.demo.guide import GUIDE
from tests.journeys.conftest import TOUR
from tests.journeys.test_each_role_reads_the_papers_table import sign_in


def test_the_tour_leads_where_it_says(demo, window, tour_picture):
    for role, walk in WALKS.items():
        page = window(viewport=TOUR)
        sign_in(page, role)
        walk(page, lambda name, page=page, role=role: tour_picture(page, f"{role}-{name}"))
    page.get_by_role("link", name="Take the ten-minute tour").click()
    shown = page.locator("main img").evaluate_all("all => all.map(each => each.alt)")

    told = re.findall(r"!\[(.+)\]\(.*images/tour/([a-z-]+)\.webp\)", GUIDE.read_text())
    assert shown == [words for words, _ in told]
    assert {name for _, name in told} == tour_picture.taken
    assert {each.stem for each in tour_picture.folder.glob("*.webp")} == tour_picture.taken


def as_officer(page, picture):
    """From checks that are due to table 3.3."""
    picture("home")
    page.get_by_role("link", name="Complete 5 checks").first.click()
    picture("application")
    go(page, "Admission")
    expect(page.get_by_role("link", name="Evaluate now").first).to_be_visible()
    picture("admission")
    go(page, "Reports", "DPS status")
    page.get_by_role("link", name="Show the table of decision report 25/00007").click()
    picture("dps-status")


def as_placement_officer(page, picture):
    """From the cases to the schools nearest to a postcode."""
    picture("home")
    go(page, "Cases")
    picture("cases")
    expect(page.locator("tbody").get_by_text("Looking").first).to_be_visible()
    go(page, "Find a school")
    page.goto("/schools/?near=TN17&need=SEMH&year=9")
    picture("schools")


def as_head_teacher(page, picture):
    """To the sections of the application."""
    picture("home")
    go(page, "Apply")
    page.get_by_role("button", name="Continue application").click()
    picture("apply")


def as_manager(page, picture):
    """To a recommendation."""
    picture("home")
    page.get_by_role("link", name="Decide the recommendation").click()
    picture("recommendation")


def as_auditor(page, picture):
    """To the audit page."""
    go(page, "Audit")
    picture("audit")


def go(page, *names):
    for name in names:
        page.get_by_role("link", name=name, exact=True).click()


WALKS = {
    "officer": as_officer,
    "placements": as_placement_officer,
    "owner": as_head_teacher,
    "manager": as_manager,
    "auditor": as_auditor,
}
