"""A placement officer finds the nearest DPS school for a child in year 9 with SEMH."""

import datetime

import pytest
from django.core.cache import cache

from contracts.models import Membership
from nmiss.base.accounts.models import Role, User
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.providers import ProviderFactory, SchoolFactory
from tests.journeys import signing_in

# About the centre of CT20, from near to far: all but the third lack something.
SCHOOLS = [
    ("Ash Grove", 1, ["ASD"], (11, 16), True),
    ("Beech Bank", 2, ["SEMH"], (4, 11), True),
    ("Cedar Court", 5, ["ASD", "SEMH"], (11, 16), True),
    ("Dogwood House", 3, ["SEMH"], (11, 16), False),
    ("Elm Edge", 8, ["SEMH"], (7, 19), True),
]


@pytest.fixture
def county(transactional_db):
    cache.clear()
    UserFactory(email="placements@council.example", role=Role.PLACEMENTS)
    lot = the_dps().lots.get(number=1)
    provider = ProviderFactory()
    for name, kilometres, needs, (lowest, highest), is_member in SCHOOLS:
        school = SchoolFactory(
            name=name,
            at=(621_700, 135_900 + 1000 * kilometres),
            needs=needs,
            lowest_age=lowest,
            highest_age=highest,
            sex="mixed",
        )
        if is_member:
            Membership.objects.create(
                school=school, lot=lot, provider=provider, admitted_on=datetime.date(2022, 9, 1)
            )


def names_on(page):
    return page.locator("table:has(#schools) tbody th a").all_inner_texts()


def sign_in(page):
    signing_in.sign_in(page, User.objects.get(email="placements@council.example"))


def test_without_a_script(county, no_script):
    sign_in(no_script)
    no_script.get_by_role("link", name="Find a school").click()

    no_script.get_by_label("Near a postcode").fill("CT20 3QA")
    no_script.get_by_label("Need", exact=True).select_option("SEMH")
    no_script.get_by_label("School year").select_option("9")
    no_script.get_by_label("DPS", exact=True).select_option("any")
    no_script.get_by_role("button", name="Apply filters").click()

    assert names_on(no_script) == ["Cedar Court", "Elm Edge"]
    assert "the hub does not know where CT20 3QA itself is" in no_script.inner_text("main")
    assert "3.1" in no_script.locator("table:has(#schools) tbody tr").first.inner_text()

    no_script.get_by_role("link", name="Remove this filter: DPS").click()
    assert names_on(no_script) == ["Dogwood House", "Cedar Court", "Elm Edge"]
    no_script.get_by_role("columnheader", name="School").get_by_role("link").click()
    assert names_on(no_script) == ["Cedar Court", "Dogwood House", "Elm Edge"]
    no_script.go_back()
    no_script.go_back()

    no_script.get_by_role("link", name="Cedar Court").click()
    assert no_script.inner_text("h1") == "Cedar Court"
    assert "TR 217 409" in no_script.inner_text("main")


def test_on_a_phone(county, phone, assert_accessible, picture):
    sign_in(phone)
    phone.goto("/schools/?near=CT20&need=SEMH&year=9&member=any")
    assert_accessible(phone)
    picture(phone, "school-list-on-a-phone")

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    first = phone.locator("table:has(#schools) tbody tr").first
    assert first.bounding_box()["y"] < 1000  # under the choice of an order
    assert not phone.get_by_label("Need").is_visible()
    phone.get_by_text("Filters, 4 chosen").click()
    assert phone.get_by_label("Need").is_visible()

    phone.goto("/schools/?near=Folkestone")
    assert_accessible(phone)
    phone.get_by_role("link", name="Enter a postcode such as CT20 3QA").click()
    assert phone.evaluate("document.activeElement.name") == "near"


def test_by_the_box_in_the_header(county, page, assert_accessible):
    sign_in(page)

    page.get_by_role("searchbox").fill("cedar cuort")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")

    assert_accessible(page)
    page.get_by_role("link", name="Cedar Court").click()
    page.wait_for_url("**/schools/*/")
    assert page.inner_text("h1") == "Cedar Court"
    assert_accessible(page)
