"""Everybody of the demo county signs in, lands on a page of their own, and reads what is theirs."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from nmiss.demo import seed
from providers.models import Provider
from tests.journeys.conftest import PHONE
from tests.loaded_demo import PASSWORD

A4_ON_ITS_SIDE = [842, 595]
PAPER = "?from=2024-04-01&to=2024-11-30&financial_year=2024"
TABLE_3_3 = [
    ["DPS", "26", "21%", "5", "9%", "1,159", "56%", "£46.76M", "54%", "£40.34K"],
    ["non DPS", "98", "79%", "48", "91%", "910", "44%", "£39.99M", "46%", "£43.95K"],
    ["Total", "124", "100%", "53", "100%", "2,069", "100%", "£86.75M", "100%", "£41.93K"],
]
WITH_CASES = ["officer", "manager", "placements", "finance", "auditor"]
PICTURED = ["officer", "placements", "finance", "auditor", "admin", "owner"]
ALSO_PICTURED = {
    "officer": [
        *(("/admission/", "admission"), ("/ratings/", "ratings"), ("/fees/", "fees")),
        *(("/options/3/", "extension"), ("/appraisals/1/", "appraisal")),
        ("/calendar/month/", "calendar"),
    ],
    "placements": [
        ("/schools/?near=CT20+3QA&need=SEMH&year=9&member=any", "school-list"),
        ("/consultations/", "consultations"),
    ],
    "finance": [("/budget/", "budget")],
    "owner": [("/returns/", "returns")],
}
LANDINGS = {
    "officer": "Commissioning officer",
    "manager": "Commissioning manager",
    "placements": "Placement officer",
    "finance": "Finance officer",
    "auditor": "Auditor",
    "admin": "System administrator",
    "owner": "Provider",
    "editor": "Provider",
    "viewer": "Provider",
}


def sign_in(page, name):
    page.goto("/")
    page.get_by_label("Email address").fill(f"{name}@demo.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def cells_of(page, caption_id):
    rows = page.locator(f"table:has(#{caption_id}) tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def test_lands_on_a_page_of_their_own(demo, window, picture):
    for name, role in LANDINGS.items():
        page = window()
        sign_in(page, name)

        assert page.locator(".nmiss-account__role").inner_text() == role
        assert page.get_by_role("heading", name="To do").is_visible()
        if name in PICTURED:
            picture(page, f"home-{name}")
        for address, called in ALSO_PICTURED.get(name, ()):
            page.goto(address)
            picture(page, called, whole=False)
            page.goto("/")
        assert page.get_by_role("link", name="Reports").count() == (name in WITH_CASES)


def test_reads_the_table_of_the_paper(demo, window, picture):
    for name in WITH_CASES:
        page = window()
        sign_in(page, name)

        page.get_by_role("link", name="Reports").click()
        page.get_by_role("link", name="DPS status").click()
        page.get_by_role("link", name="Show the table of decision report").click()

        assert cells_of(page, "dps-status") == TABLE_3_3
    picture(page, "dps-status")
    _is_printed_on_one_sheet(page)


def _is_printed_on_one_sheet(page):
    """The committee’s table lies on one sheet of A4, and on the other its parts and pictures."""
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    table, parts = (" ".join(sheet.extract_text().split()) for sheet in sheets)

    assert [round(each) for each in sheets[0].mediabox[2:]] == A4_ON_ITS_SIDE
    assert [row for row in TABLE_3_3 if " ".join(row) not in table] == []
    assert "Average gross cost per pupil" in table
    assert "Child-years in 2024-25" in parts
    assert "Download" not in table + parts


@pytest.mark.parametrize("size", [None, PHONE], ids=["at a desk", "on a phone"])
def test_meets_no_barrier_before_signing_in(transactional_db, window, assert_accessible, size):
    page = window(**({"viewport": size} if size else {}))

    for address in ["/", "/accounts/new-password/", "/accessibility/", "/privacy/", "/cookies/"]:
        page.goto(address)
        assert_accessible(page)
        assert not _is_wider_than_its_window(page), address


def _is_wider_than_its_window(page):
    root = "document.documentElement"
    return page.evaluate(f"{root}.scrollWidth > {root}.clientWidth")


def test_works_without_script(demo, no_script):
    sign_in(no_script, "officer")

    no_script.goto(f"/reports/dps-status/{PAPER}")
    assert cells_of(no_script, "dps-status") == TABLE_3_3
    no_script.get_by_role("link", name="DPS schools: 26").click()
    assert no_script.locator("table:has(#schools) tbody tr").count() == 26
    no_script.get_by_role("link", name="Schools", exact=True).click()
    assert no_script.get_by_role("link", name="Next").is_visible()


def test_the_page_of_a_provider_has_its_own_schools(demo, page):
    provider = Provider.objects.get(members__user__email=f"owner@{seed.DOMAIN}")
    sign_in(page, "owner")

    page.get_by_role("link", name="Our schools").click()

    links = page.locator("table:has(#schools) tbody th a").all_inner_texts()
    assert links == sorted(provider.schools.values_list("name", flat=True))


def test_the_snapshot_is_on_the_screen(demo, page):
    sign_in(page, "manager")

    page.goto("/reports/demand-profile/")
    page.get_by_role("link", name="Show the snapshot of January 2024").click()

    figures = page.locator(".nmiss-figures").inner_text()
    for words in ("1,839", "120", "Year 10"):
        assert words in figures
    needs = cells_of(page, "needs")
    assert [(row[0], row[4]) for row in needs[:3]] == [
        ("Autistic spectrum disorder", "45%"),
        ("Social, emotional and mental health", "33%"),
        ("Speech, language and communication needs", "11%"),
    ]
    phases = {row[0]: row[4] for row in cells_of(page, "phases")}
    assert phases["Secondary (years 7 to 11)"] == "75%"
