"""Children at schools that are suspended, leave the DPS or close stand on one board.

Each has the nearest schools with a place free, and several are asked of at once.
"""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.models import Suspension
from nmiss.base.accounts.models import Role
from placements.models import Consultation, Shortlist, UsualPrice
from placements.reports.at_risk import EffectOnCost, children_at_risk, with_matches
from providers.models import EstablishmentStatus, VacancyReport
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_pack, a_school_with_people
from tests.factories.placement_agreements import join
from tests.factories.placements import PlacementFactory, a_case
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def placed(name, **facts):
    """A child at a member school."""
    school, _ = a_school_with_people()
    school.name = name
    for field, value in facts.items():
        setattr(school, field, value)
    school.save()
    member = join(school)
    return PlacementFactory(school=school), member


def test_whose_place_is_over_or_whose_school_stays_otherwise_is_not_there():
    today = timezone.localdate()
    ended, member = placed("Ash")
    in_another_lot, left = placed("Birch")
    carried_on, old = placed("Cedar")
    join(in_another_lot.school, number=2)
    for each in (member, left, old):
        each.left_on = today + DAY
    old.goes_on_as = join(SchoolFactory(provider=carried_on.school.provider))
    for each in (member, left, old):
        each.save()
    ended.ended_on = today - DAY
    ended.save()

    assert children_at_risk(today, by=UserFactory(role=Role.PLACEMENTS)) == []


def test_each_has_its_reason_and_nobody_else_is_there(client):
    today = timezone.localdate()
    officer = UserFactory(role=Role.PLACEMENTS)
    placed("Safe School")
    closing, _ = placed("Ash", status=EstablishmentStatus.CLOSING, closed_on=today + DAY)
    leaving, member = placed("Birch")
    gone, long_ago = placed("Cedar")
    stopped, suspended = placed("Elm")
    for each, last in ((member, today + DAY), (long_ago, today - 400 * DAY)):
        each.left_on = last
        each.save()
    facts = {"starts_on": today, "notice_on": today, "reason": "Inspection"}
    Suspension.objects.create(membership=suspended, suspended_by=officer, **facts)
    case = a_case(stopped.child, by=officer)

    rows = children_at_risk(today, by=officer)

    assert [(row.placement, row.why.split(",")[0][:20], row.case) for row in rows] == [
        (closing, "To close", None),
        (leaving, "Leaves the DPS", None),
        (stopped, "Suspended from the D", case.pk),
    ]
    assert {row.cost_a_year for row in rows} == {40_000}
    client.force_login(officer)
    text = client.get(reverse("placements:children_at_risk")).text
    assert "£120,000" in text
    assert reverse("placements:case_schools", args=[case.pk]) in text
    of_one = client.get(reverse("placements:children_at_risk"), {"school": leaving.school.urn})
    assert [row.placement for row in of_one.context_data["page"].rows] == [leaving]
    assert reverse("placements:child_case_open", args=[leaving.child.reference]) in text
    assert gone.child.reference not in text


HOME = 622_700, 136_000
AGES = {"lowest_age": 5, "highest_age": 19, "sex": "mixed", "boarding": "No boarders"}
FREE = {
    **{"first_year": 0, "last_year": 13, "need": "ASD", "provision": "day"},
    **{"planned": 9, "occupied": 7, "reserved": 1, "free": 1},
}


def with_places(name, *, metres, price, free=1, **facts):
    """A member school so far to the north, its vacancies, and what a year there usually costs."""
    at = HOME[0], HOME[1] + metres
    school, owner = a_school_with_people(name=name, at=at, needs=["ASD"], **AGES | facts)
    join(school)
    VacancyReport.give(school, [FREE | {"free": free, "occupied": 8 - free}], by=owner)
    UsualPrice.objects.create(
        school=school, is_residential=False, children=3, cost=price, as_at=timezone.localdate()
    )
    return school


@pytest.fixture
def closing():
    """Three children at a school that closes, and who may take them."""
    today = timezone.localdate()
    school, _ = a_school_with_people(name="Ash", at=HOME, needs=["ASD"], **AGES)
    school.status, school.closed_on = EstablishmentStatus.CLOSING, today + 90 * DAY
    school.save()
    near = with_places("Near", metres=2_000, price=41_000)
    far = with_places("Far", metres=20_000, price=45_000)
    with_places("Full", metres=1_000, price=30_000, free=0)
    with_places("Young", metres=1_000, price=30_000, highest_age=8)
    return school, near, far, [PlacementFactory(school=school) for _ in range(3)]


def test_each_child_has_the_nearest_schools_with_a_place_and_what_they_cost_more(
    closing, django_assert_num_queries
):
    school, near, far, _ = closing
    PlacementFactory(school=school, provision="residential_52", annual_fee=99_000)  # none boards
    today, officer = timezone.localdate(), UserFactory(role=Role.AUDITOR)
    rows = children_at_risk(today, by=officer)

    with django_assert_num_queries(7):
        rows = with_matches(rows, today=today)

    *day, boarder = sorted(rows, key=lambda row: row.placement.provision)
    assert [[each.urn for each in row.matches] for row in day] == [[near.urn, far.urn]] * 3
    assert {(row.usual, row.effect) for row in day} == {(43_000, 3_000)}
    assert (boarder.matches, boarder.effect) == ((), None)
    assert EffectOnCost.of_rows(rows) == EffectOnCost(children=3, of=4, more=9_000)
    said = [EffectOnCost(3, 4, Decimal(more)).said for more in (9_000, -9_000, 0)]
    assert said == ["£9,000 a year more", "£9,000 a year less", "the same"]


def test_schools_are_asked_for_several_children_at_once_or_for_none(closing, client):
    school, near, far, (first, second, third) = closing
    officer = UserFactory(role=Role.PLACEMENTS)
    cases = [a_case(place.child, by=officer) for place in (first, second, third)]
    for case in cases[:2]:
        a_pack(case, by=officer)
    client.force_login(officer)
    page = reverse("placements:children_consult", args=[school.urn])
    shown = client.get(page)
    form = shown.context_data["form"]
    given = {"seen": form["seen"].value(), f"case_{cases[0].pk}": [near.urn, far.urn]}
    given |= {f"case_{cases[1].pk}": [near.urn]}
    assert set(form.fields) == {"seen", *(f"case_{case.pk}" for case in cases[:2])}
    assert reverse("placements:pack_make", args=[cases[2].pk]) in shown.text
    assert "Select at least one school" in client.post(page, {"seen": given["seen"]}).text

    type(cases[1]).objects.filter(pk=cases[1].pk).update(most_miles=1)
    refused = client.post(page, given)
    assert f"Near cannot take {second.child}: further away" in refused.text
    assert not Consultation.objects.exists()
    assert not Shortlist.objects.exists()

    type(cases[1]).objects.filter(pk=cases[1].pk).update(most_miles=None)
    answer = client.post(page, given, follow=True)

    assert "We sent 3 consultations about 2 children" in answer.text
    sent = Consultation.objects.order_by("case", "school__name").values_list("case", "school")
    assert list(sent) == [
        (cases[0].pk, far.pk),
        (cases[0].pk, near.pk),
        (cases[1].pk, near.pk),
    ]
    assert {each.with_identity for each in first.child.looks.all()} == {True}
    form = client.get(page).context_data["form"]
    assert [urn for urn, _ in form.fields[f"case_{cases[1].pk}"].choices] == [far.urn]
    a_pack(cases[1], by=officer)
    again = client.post(page, given | {f"case_{cases[0].pk}": [], f"case_{cases[1].pk}": far.urn})
    assert "A pack was changed after you opened this page" in again.text
