"""A child of year 6 from the ranked list to the last day in July, and what it costs in each year.

Three schools are consulted: one offers with conditions, one refuses with evidence, one is late and
chased. Both sides sign the agreement, and a second version with another price from January; then
the school gives notice.
"""

import datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.core.cache import cache
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from placements.agreements.models import PlacementAgreement
from placements.models import Consultation, Placement, UsualPrice
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_pack, a_shortlist
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import ProviderMemberFactory
from tests.journeys import signing_in
from tests.journeys.conftest import PHONE
from tests.journeys.days import type_day
from tests.outbox import messages
from tests.placements.matching.schools import school
from tests.reminding import remind_of

TODAY = timezone.localdate()
YEAR = TODAY.year + (TODAY.month >= 9)  # the place begins in September of this year
SEPTEMBER, JANUARY = datetime.date(YEAR, 9, 1), datetime.date(YEAR + 1, 1, 4)
JULY = datetime.date(YEAR + 1, 7, 21)


@pytest.fixture
def world(transactional_db):
    """A child of year 6 with a place until July, a case with a pack, and schools with people."""
    cache.clear()
    officer = UserFactory(role=Role.PLACEMENTS)
    born = datetime.date(YEAR - 11, 3, 4)
    child = ChildFactory(
        reference="C771", cohort=YEAR - 11, identity__initials="AB", identity__birth_date=born
    )
    PlacementFactory(
        child=child, school=school("Primary School", highest_age=10), annual_fee=38_000
    )
    schools = [school(name, miles=n, lot=1) for n, name in enumerate(("Oak House", "Elm Court"), 3)]
    late = school("Ash Grove", miles=6, lot=1)
    oak, elm, ash = (
        ProviderMemberFactory(provider=each.provider).user for each in (*schools, late)
    )
    UsualPrice.settle(TODAY)
    weeks_ago = datetime.timedelta(days=17)
    with clock.at(timezone.now() - weeks_ago):
        case = a_case(child, by=officer, wanted_on=SEPTEMBER, needed_since=TODAY - weeks_ago)
        Consultation.send(late, a_pack(case, by=officer), a_shortlist(case, late), by=officer)
    return {
        "case": case,
        **{"officer": officer, "manager": UserFactory(role=Role.MANAGER)},
        **{"finance": UserFactory(role=Role.FINANCE), "stranger": ProviderMemberFactory().user},
        **{"oak": oak, "elm": elm, "ash": ash},
    }


def go(page, role, name):
    """Press what leads to another page, and wait until that is there."""
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=role == "button").first.click()


def test_from_the_ranked_list_to_the_last_day(world, window, assert_accessible):
    officer, manager, finance = window(), window(), window(java_script_enabled=False)
    oak = window(viewport=PHONE, java_script_enabled=False)
    elm, stranger = window(java_script_enabled=False), window(java_script_enabled=False)
    for who, page in {
        **{"officer": officer, "manager": manager, "finance": finance},
        **{"oak": oak, "elm": elm, "stranger": stranger},
    }.items():
        signing_in.sign_in(page, world[who])

    consult_three(world, officer)
    chase_the_late_one(world, officer)
    offer_with_conditions(oak)
    refuse_with_evidence(elm)

    asked = Consultation.objects.get(school__name="Oak House")
    officer.goto(f"/cases/{world['case'].pk}/")
    assert "No capacity" in officer.inner_text("main")
    officer.goto(f"/consultations/{asked.pk}/")
    assert "Once a second assistant" in officer.inner_text("main")
    go(officer, "button", "Choose this school")
    go(officer, "button", "Choose this school")
    go(officer, "button", "Make the placement agreement")
    assert_accessible(officer)
    officer.get_by_label("End the place at Primary School").check()
    go(officer, "button", "Offer agreement to the school")
    sign(oak, manager)
    first = PlacementAgreement.objects.get()
    assert_accessible(manager)

    officer.goto(f"/placement-agreements/{first.pk}/")
    go(officer, "button", "Change agreement")
    type_day(officer, "First day", JANUARY)
    officer.get_by_role("group", name="Price line 1").get_by_label("Amount").fill("66,000")
    go(officer, "button", "Offer agreement to the school")
    sign(oak, manager)

    place = Placement.objects.get(starts_on=SEPTEMBER)
    oak.goto(f"/placements/{place.reference}/end/")
    type_day(oak, "Last day", JULY)
    oak.get_by_label("Reason for the notice").fill("The unit closes in the summer.")
    go(oak, "button", "Give notice")
    officer.goto(f"/placements/{place.reference}/ending/")
    assert "The unit closes in the summer." in officer.inner_text("main")

    before, place = Placement.objects.order_by("starts_on")
    assert before.ended_on == SEPTEMBER - datetime.timedelta(days=1)
    assert (place.starts_on, place.ended_on) == (SEPTEMBER, JULY)
    for year, spent in by_hand().items():
        finance.goto(f"/reports/spend/placements/?financial_year={year}")
        row = finance.get_by_role("row", name=place.reference).inner_text()
        assert f"£{spent:,.2f}" in row, (year, row)
    assert finance.goto("/children/C771/").status == 403

    elm.goto("/consultations/")
    assert "Closed" in elm.inner_text("main")
    for page in (elm, stranger):
        for address in (
            *(f"/consultations/{asked.pk}/", f"/placement-agreements/{first.pk}/"),
            *("/children/C771/", f"/placements/{place.reference}/prices/"),
        ):
            assert page.goto(address).status == 404, address
    stranger.goto("/consultations/")
    assert "C771" not in stranger.inner_text("body")


def consult_three(world, officer):
    """From the ranked list to the pack in two schools; the third has had it for 17 days."""
    officer.goto(f"/cases/{world['case'].pk}/schools/")
    listed = " ".join(officer.locator(".nmiss-ranked").all_inner_texts())
    assert all(name in listed for name in ("Oak House", "Elm Court", "Ash Grove"))
    assert "Primary School" not in listed
    go(officer, "button", "Save shortlist")
    go(officer, "button", "Consult schools")
    officer.get_by_label("Oak House").check()
    officer.get_by_label("Elm Court").check()
    go(officer, "button", "Send to schools")
    assert Consultation.objects.count() == 3


def chase_the_late_one(world, officer):
    officer.goto("/consultations/")
    assert "2 days late" in officer.get_by_role("row", name="Ash Grove").inner_text()
    remind_of("consultation", timezone.now())
    (letter,) = messages(to=world["ash"].email, holding="The reply was due by")
    assert "C771" not in str(letter.payload)


def offer_with_conditions(owner):
    """On a phone, under the reference and initials."""
    owner.goto("/")
    go(owner, "link", "Reply to consultation")
    text = owner.inner_text("main")
    assert "AB" in text
    assert "C771" in text
    go(owner, "button", "Write reply")
    owner.get_by_label("Offer with conditions").check()
    type_day(owner, "Earliest start", SEPTEMBER)
    owner.get_by_role("textbox", name="Conditions").fill("Once a second assistant is in post.")
    line = owner.get_by_role("group", name="Price line 1")
    line.get_by_label("Price for").select_option("Base education")
    line.get_by_label("Amount").fill("61,184")
    go(owner, "button", "Save reply")
    go(owner, "button", "Send reply")
    assert "Your reply is sent" in owner.inner_text("body")


def refuse_with_evidence(owner):
    owner.goto("/")
    go(owner, "link", "Reply to consultation")
    go(owner, "button", "Write reply")
    owner.get_by_label("No capacity").check()
    owner.get_by_role("textbox", name="Evidence").fill("All classes of year 7 have eight pupils.")
    go(owner, "button", "Save reply")
    go(owner, "button", "Send reply")
    assert "Your reply is sent" in owner.inner_text("body")


def sign(owner, manager):
    """The school signs, then the council."""
    for page, verb, says in (
        (owner, "Sign", "The council signs it next"),
        (manager, "Countersign", "The agreement is in force"),
    ):
        page.goto("/")
        go(page, "link", f"{verb} placement agreement")
        page.get_by_label("Your job title").fill("Head")
        page.get_by_label("I have read").check()
        go(page, "button", "Sign")
        assert says in page.inner_text("body")


def by_hand():
    """What the place costs in each financial year: pounds a year × days ÷ days of that year."""
    old, new = Decimal(61_184), Decimal(66_000)
    autumn = 30 + 31 + 30 + 31 + 3  # 1 September to 3 January
    days_of_spring = (datetime.date(YEAR + 1, 4, 1) - JANUARY).days  # 87, and 88 in a leap year
    summer = 30 + 31 + 30 + 21  # 1 April to 21 July
    first = old * autumn / days_of(YEAR) + new * days_of_spring / days_of(YEAR)
    second = new * summer / days_of(YEAR + 1)
    penny = Decimal("0.01")
    return {
        YEAR: first.quantize(penny, ROUND_HALF_UP),
        YEAR + 1: second.quantize(penny, ROUND_HALF_UP),
    }


def days_of(year):
    """Of the financial year from April of this year on."""
    return (datetime.date(year + 1, 4, 1) - datetime.date(year, 4, 1)).days
