"""Children at schools that are suspended, leave the DPS or close stand on one board."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.models import Suspension
from nmiss.base.accounts.models import Role
from placements.reports.at_risk import children_at_risk
from providers.models import EstablishmentStatus
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_school_with_people
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
    assert reverse("placements:child_case_open", args=[leaving.child.reference]) in text
    assert gone.child.reference not in text
