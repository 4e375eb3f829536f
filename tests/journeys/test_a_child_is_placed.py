"""Two schools are consulted about a child; one offers, is chosen, and both sides sign."""

import datetime
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.agreements.models import PlacementAgreement
from placements.models import Charge, Consultation, Placement
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_pack, a_school_with_people, a_shortlist
from tests.factories.placement_agreements import join
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.journeys import signing_in
from tests.journeys.conftest import PHONE
from tests.journeys.days import type_day


@pytest.fixture
def world(transactional_db):
    """A child at a school, a case with a pack, and a shortlist of schools of two providers."""
    cache.clear()
    officer = UserFactory(role=Role.PLACEMENTS)
    child = ChildFactory(reference="C771", identity__initials="AB")
    PlacementFactory(child=child)
    soon = timezone.localdate() + datetime.timedelta(days=40)
    case = a_case(child, by=officer, kind="in_year", wanted_on=soon)
    (oak, owner), (elm, other) = (a_school_with_people(name=n) for n in ("Oak House", "Elm Court"))
    join(oak), join(elm)
    a_pack(case, by=officer)
    return {
        "officer": officer,
        "owner": owner,
        "other": other,
        "manager": UserFactory(role=Role.MANAGER),
        "case": case,
        "shortlist": a_shortlist(case, oak, elm, by=officer),
        "soon": soon,
    }


def go(page, role, name):
    """Press what leads to another page, and wait until that is there."""
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=role == "button").first.click()


def test_from_a_shortlist_to_the_place(world, window, assert_accessible):
    officer, manager = window(), window()
    owner = window(viewport=PHONE, java_script_enabled=False)
    other = window(java_script_enabled=False)
    case, soon = world["case"], world["soon"]

    signing_in.sign_in(officer, world["officer"])
    officer.goto(f"/shortlists/{world['shortlist'].pk}/consult/")
    officer.get_by_label("Oak House").check()
    officer.get_by_label("Elm Court").check()
    go(officer, "button", "Send to schools")
    asked = Consultation.objects.get(school__name="Oak House")

    signing_in.sign_in(owner, world["owner"])
    go(owner, "link", "Reply to consultation")
    text = owner.inner_text("main")
    assert "AB" in text
    assert "C771" in text
    go(owner, "button", "Write reply")
    owner.get_by_label("Offer with conditions").check()
    type_day(owner, "Earliest start", soon)
    owner.get_by_role("textbox", name="Conditions").fill("Once a second assistant is in post.")
    line = owner.get_by_role("group", name="Price line 1")
    line.get_by_label("Price for").select_option("Base education")
    line.get_by_label("Amount").fill("61,184")
    go(owner, "button", "Save reply")
    go(owner, "button", "Send reply")
    assert "Your reply is sent" in owner.inner_text("body")

    officer.goto(f"/consultations/{asked.pk}/")
    go(officer, "button", "Choose this school")
    go(officer, "button", "Choose this school")
    go(officer, "button", "Make the placement agreement")
    assert_accessible(officer)
    assert "Once a second assistant" in officer.inner_text("main")
    go(officer, "button", "Offer agreement")
    agreement = PlacementAgreement.objects.get()

    owner.goto("/")
    go(owner, "link", "Sign placement agreement")
    owner.get_by_label("Your job title").fill("Proprietor")
    owner.get_by_label("I have read").check()
    go(owner, "button", "Sign")
    assert "The council signs it next" in owner.inner_text("body")

    signing_in.sign_in(manager, world["manager"])
    go(manager, "link", "Countersign placement agreement")
    manager.get_by_label("Your job title").fill("Commissioning manager")
    manager.get_by_label("I have read").check()
    go(manager, "button", "Sign")
    assert "The agreement is in force" in manager.inner_text("body")
    assert_accessible(manager)

    before, place = Placement.objects.order_by("starts_on")
    assert before.ended_on == soon - datetime.timedelta(days=1)
    assert (place.school, place.starts_on) == (asked.school, soon)
    assert [each.cost_a_year for each in Charge.objects.filter(placement=place, pk__gt=0)] == [
        Decimal(61184)
    ]
    case.refresh_from_db()
    assert case.close_reason == "placed"

    signing_in.sign_in(other, world["other"])
    go(other, "link", "Consultations")
    assert "Placed" in other.inner_text("main") or "closed" in other.inner_text("main").lower()
    assert other.goto(f"/placement-agreements/{agreement.pk}/").status == 404
    assert other.goto("/children/C771/").status == 404
