"""A provider of two schools asks for 9.5 %, sends its accounts, and settles at 4 %."""

import datetime

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from nmiss.base.accounts.models import Role
from placements.fees.costs import COSTS
from placements.fees.models import FeeLine, FeeRequest
from placements.models import Charge, PriceLine
from providers.models import Provider
from tests.factories.accounts import UserFactory
from tests.factories.fees import a_draft, a_mandate, a_request, a_window, an_offer, refuse, today
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.journeys import signing_in
from tests.journeys.conftest import PHONE
from tests.journeys.days import type_day


@pytest.fixture
def people(transactional_db):
    """Both sides; forty children at two schools, at £40,000 a year."""
    cache.clear()
    provider = ProviderFactory()
    schools = [SchoolFactory(provider=provider) for _ in range(2)]
    began = datetime.date(2024, 9, 1)
    for number in range(40):
        PlacementFactory(school=schools[number % 2], starts_on=began, annual_fee=40_000)
    return {
        "owner": ProviderMemberFactory(provider=provider, role="owner").user,
        "officer": UserFactory(role=Role.OFFICER),
        "manager": UserFactory(role=Role.MANAGER),
    }


def fees_on(day):
    return sorted(Charge.objects.on(day).values_list("cost_a_year", flat=True))


def test_from_asking_to_forty_new_prices_without_a_script(people, window):
    their_window = a_window()
    owner, officer = (window(java_script_enabled=False) for _ in range(2))
    signing_in.sign_in(owner, people["owner"])
    owner.get_by_role("link", name="Fees").first.click()
    owner.get_by_role("button", name="Start fee request").click()
    owner.get_by_label("All placements").check()
    owner.get_by_role("button", name="Start request").click()
    request = FeeRequest.objects.get()

    owner.get_by_role("link", name="Prices", exact=True).click()
    owner.get_by_label("Increase of every price").fill("9.5")
    owner.get_by_label("Reason for every price").fill("Pay awards")
    owner.get_by_role("button", name="Work it out").click()
    assert "£152,000" in owner.inner_text("main")  # 40 × £3,800
    owner.get_by_role("button", name="Save and continue").click()
    owner.get_by_role("link", name="Cost breakdown").click()
    owner.get_by_label("Teaching pay, last year").fill("£700,000")
    owner.get_by_label("Teaching pay, proposed").fill("730000")
    owner.get_by_role("button", name="Save and continue").click()
    assert "12 kinds of cost" in owner.inner_text("main")
    owner.get_by_role("link", name="Cost breakdown").click()
    for label in list(COSTS.values())[1:]:
        for moment in ("last year", "proposed"):
            owner.get_by_label(f"{label}, {moment}", exact=True).fill("0")
    owner.get_by_role("button", name="Save and continue").click()
    owner.get_by_role("link", name="Accounts, occupancy and evidence").click()
    for label in ("Latest accounts", "Reserves", "Occupancy", "Evidence"):
        owner.get_by_label(label, exact=True).fill("As in our report")
    owner.get_by_role("button", name="Save and continue").click()
    owner.get_by_role("button", name="Certify and submit").click()
    owner.get_by_label("I certify").check()
    owner.get_by_role("button", name="Certify and submit").click()
    assert "Certified by" in owner.inner_text("main")

    signing_in.sign_in(officer, people["officer"])
    officer.goto(f"/fees/{request.pk}/")
    officer.get_by_role("link", name="Ask for information").click()
    officer.get_by_label("Information that we need").fill("Please send your accounts.")
    officer.get_by_role("button", name="Ask for information").click()
    owner.goto(f"/fees/{request.pk}/")
    assert "Please send your accounts." in owner.inner_text("main")
    owner.get_by_role("link", name="Send message").click()
    owner.get_by_label("Message", exact=True).fill("Here they are.")
    owner.get_by_role("button", name="Send message").click()
    request.refresh_from_db()
    a_mandate(request, 4, officer=people["officer"], manager=people["manager"])

    for page, name, percent in (
        (officer, "offer", "3"),
        (owner, "counter-offer", "5"),
        (officer, "offer", "4"),
    ):
        page.goto(f"/fees/{request.pk}/")
        page.get_by_role("link", name=f"Make {name}").click()
        page.get_by_label("Increase of every price").fill(percent)
        type_day(page, "Last day to accept", today(30))
        page.get_by_role("button", name=f"Make {name}").click()
    owner.goto(f"/fees/{request.pk}/")
    owner.get_by_role("link", name="Accept offer 3").click()
    owner.get_by_role("button", name="Accept offer").click()

    assert "Decision letter" in owner.inner_text("main")
    on = their_window.effective_on
    assert fees_on(on - datetime.timedelta(1)) == [40_000] * 40
    assert fees_on(on) == [41_600] * 40


def test_the_form_works_out_what_it_means_as_it_is_filled(people, window):
    a_window()
    draft = a_draft(Provider.objects.get(), by=people["owner"])
    line = draft.lines.first()
    FeeLine.objects.filter(pk=line.pk).update(current_amount="80.10", unit="week", weeks="38.5")
    page = window()
    signing_in.sign_in(page, people["owner"])
    page.goto(f"/fees/{draft.pk}/prices/")
    said = page.locator("[data-nmiss-sum]")
    expect(said).to_be_hidden()

    page.get_by_label("Increase of every price").fill("9.5")
    # 39 × £43,800 and £87.71 × 38.5, where it was 39 × £40,000 and £80.10 × 38.5
    shown = "For 40 children: £1,711,576.84 a year, £148,492.99 more than now (9.5%)."
    expect(said).to_have_text(shown)
    page.get_by_role("button", name="Work it out").click()
    assert "£148,492.99" in page.inner_text("main dl")

    page.get_by_text(f"{line.placement.school}:").click()
    page.locator(f"[name=asked_{line.pk}]").fill("£90")
    expect(said).to_contain_text("£1,711,665 a year, £148,581.15 more")


def test_the_pages_of_both_sides_on_a_phone(people, window, assert_accessible):
    a_window()
    request = a_request(Provider.objects.get(), "9.5", owner=people["owner"])
    a_mandate(request, 4, officer=people["officer"], manager=people["manager"])
    an_offer(request, 3, by=people["officer"])
    an_offer(request, 5, by=people["owner"])
    seen = {
        "officer": ("", "offer/", "recommend/", "refuse/", "note/", "offers/2/accept/"),
        "owner": ("", "offer/", "write/", "withdraw/"),
        "manager": ("",),
    }
    for who, parts in seen.items():
        page = window(viewport=PHONE)
        signing_in.sign_in(page, people[who])
        for address in ("/fees/", "/fees/windows/", *(f"/fees/{request.pk}/{p}" for p in parts)):
            page.goto(address)
            assert page.inner_text("h1"), address
            assert_accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address

    refuse(request, by=people["officer"], reason="No evidence")
    page.goto(f"/fees/{request.pk}/")
    assert "must still pay the fees" in page.inner_text("main")
    assert_accessible(page)
    assert not PriceLine.objects.exists()
