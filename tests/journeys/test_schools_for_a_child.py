"""A placement officer opens a case, finds the schools for the child, compares and saves them."""

import datetime

import pytest
from django.core.cache import cache

from nmiss.base.accounts.models import Role, User
from placements.models import Case, Shortlist, UsualPrice
from providers.models import School, VacancyReport
from providers.vacancy_links import token_for
from tests.factories.accounts import UserFactory
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderMemberFactory
from tests.journeys import signing_in
from tests.journeys.days import type_day
from tests.placements.matching.schools import VACANCY, join, report, school

TODAY = datetime.date(2026, 11, 26)


@pytest.fixture
def county(transactional_db):
    cache.clear()
    UserFactory(email="placements@council.example", role=Role.PLACEMENTS)
    ash, elm = school("Ash Grove", miles=6), school("Elm House", miles=30, lot=2, first=True)
    join(ash, 1)
    report(ash, free=1)
    for each, fee in ((ash, 44_100), (elm, 40_000), (school("Oak Lodge", miles=2), 38_000)):
        PlacementFactory(school=each, annual_fee=fee)
    school("Primary School", highest_age=11)
    UsualPrice.settle(TODAY)


def sign_in(page):
    signing_in.sign_in(page, User.objects.get(email="placements@council.example"))


def test_from_opening_a_case_to_a_shortlist_without_a_script(county, no_script):
    page = no_script
    sign_in(page)
    page.get_by_role("link", name="Cases").click()
    page.get_by_role("button", name="Open a case for a new child").click()

    page.get_by_role("textbox", name="Reference", exact=True).fill("C900")
    page.get_by_label("Male", exact=True).check()
    type_day(page, "Date of birth", datetime.date(2015, 3, 4))
    page.get_by_label("Home postcode").fill("CT20 3QA")
    page.get_by_label("Initials (optional)").fill("AB")
    page.get_by_label("First need").select_option("ASD")
    page.get_by_label("Phase transfer").check()
    page.get_by_label("Routine").check()
    page.get_by_role("radio", name="Day", exact=True).check()
    type_day(page, "Requested start", datetime.date(2027, 9, 1))
    page.get_by_role("button", name="Open case").click()
    page.get_by_role("button", name="Find schools").click()

    listed = page.locator(".nmiss-ranked label").all_inner_texts()
    assert [words.removeprefix("Compare").strip() for words in listed] == [
        "1. Elm House",
        "2. Ash Grove",
        "3. Oak Lodge",
    ]
    assert "specialises in ASD, a place free now, 6 miles" in page.inner_text("main")
    assert page.locator("svg.nmiss-picture__map text.nmiss-number").count() == 2

    for name in ("1. Elm House", "2. Ash Grove"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Compare ticked schools").click()
    assert "AB" not in page.url
    assert "CT20" not in page.url
    assert page.get_by_role("columnheader").all_inner_texts()[1:] == ["Elm House", "Ash Grove"]
    page.get_by_role("link", name="Schools for this child").click()

    page.get_by_role("link", name="1 school that cannot take the child, and why").click()
    assert "Primary School" in page.inner_text("main")
    page.get_by_role("link", name="Schools for this child").click()
    page.get_by_role("button", name="Save shortlist").click()
    assert page.inner_text("h1").startswith("Shortlist of ")
    assert Shortlist.objects.get().schools.count() == 3


def test_the_pages_on_a_phone(county, phone, assert_accessible):
    case = Case.open_for(
        PlacementFactory().child,
        by=None,
        needs=["ASD"],
        kind="phase_transfer",
        urgency="routine",
        stay="day",
        wanted_on=datetime.date(2027, 9, 1),
        needed_since=TODAY,
    )
    sign_in(phone)
    phone.goto(f"/cases/{case.pk}/schools/")
    phone.get_by_role("button", name="Save shortlist").click()
    assert_accessible(phone)
    urns = "&".join(f"school={urn}" for urn in School.objects.values_list("urn", flat=True))
    for address in (
        "/cases/",
        "/cases/open/",
        f"/cases/{case.pk}/",
        f"/cases/{case.pk}/change/",
        f"/cases/{case.pk}/close/",
        f"/cases/{case.pk}/schools/",
        f"/cases/{case.pk}/schools/compare/?{urns}",
        f"/cases/{case.pk}/schools/out/",
        "/cases/weights/",
        "/vacancies/",
        "/vacancies/rules/",
    ):
        phone.goto(address)
        assert_accessible(phone)


def test_a_school_reports_from_the_email_in_one_press(transactional_db, phone, assert_accessible):
    member = ProviderMemberFactory()
    found = school("Ash Grove")
    found.provider = member.provider
    found.save()
    first = VacancyReport.give(found, [VACANCY], by=member.user)

    phone.goto(f"/vacancies/unchanged/{token_for(first, member.user)}/")
    assert_accessible(phone)
    phone.get_by_role("button", name="Report no change").click()

    assert "Your vacancies are reported" in phone.inner_text("h1")
    signing_in.sign_in(phone, member.user)
    for page in ("", "change/"):
        phone.goto(f"/schools/{found.urn}/vacancies/{page}")
        assert_accessible(phone)
    assert VacancyReport.newest_of(found).is_unchanged
