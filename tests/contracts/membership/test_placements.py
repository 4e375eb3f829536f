"""What becomes of places when a school is suspended, removed or leaves: live ones go on."""

import datetime

import pytest
from django.utils import timezone

from contracts.models import Membership
from nmiss.base.accounts.models import Role
from placements.models import Placement
from placements.reports import Window, demand_profile, dps_status
from tests.factories.accounts import UserFactory
from tests.factories.joining import today

pytestmark = pytest.mark.django_db
LIVE = {"placement_ref": "PLC-1", "route": "call_off"}


@pytest.fixture
def membership(take_schools, take_members, take_placements):
    """A school in lot 1 with a child there under a call-off."""
    take_schools()
    take_members()
    take_placements(LIVE)
    return Membership.objects.get()


def suspend(membership):
    membership.suspend(by=UserFactory(), starts_on=today(), reason="Safeguarding.")


def remove(membership):
    membership.remove(by=UserFactory(), last_on=today(), reason="The register closed it.")


def leave(membership):
    membership.exit(by=UserFactory(), last_on=today(), reason="A new direction.")


EACH = pytest.mark.parametrize("verb", [suspend, remove, leave])


def reported():
    """What the reports say of this year and of today."""
    window = Window(datetime.date(today().year, 1, 1), today(), today().year)
    rows = [
        (row.schools, row.placements, row.spend, row.average_cost)
        for row in dps_status(window, by=None)
    ]
    return rows, demand_profile(today(), by=None)


def a_new_one(starts_on):
    return {
        "placement_ref": "PLC-2",
        "pupil_ref": "C2",
        "route": "call_off",
        "starts_on": starts_on.isoformat(),
    }


@EACH
def test_live_places_and_their_reports_stay_as_they_were(membership, verb):
    before, report = list(Placement.objects.values()), reported()
    assert report[0][0][:2] == (1, 1)

    verb(membership)

    assert list(Placement.objects.values()) == before
    assert Placement.objects.get().events.count() == 1
    assert reported() == report


@EACH
def test_a_live_place_that_is_imported_again_keeps_its_lot(membership, verb, take_placements):
    verb(membership)

    outcome = take_placements(LIVE)

    assert (outcome.changed, outcome.unchanged, outcome.warnings) == (0, 1, [])
    assert Placement.objects.get().lot_id == membership.lot_id


@EACH
def test_a_new_call_off_has_no_lot_and_is_warned_of(membership, verb, take_placements):
    verb(membership)
    starts_on = today() if verb is suspend else today(1)

    outcome = take_placements(LIVE, a_new_one(starts_on))

    assert [(each.line, each.column) for each in outcome.warnings] == [(3, "starts_on")]
    assert Placement.objects.get(reference="PLC-2").lot is None
    assert Placement.objects.get(reference="PLC-1").lot_id == membership.lot_id


@EACH
def test_a_call_off_of_the_last_day_before_has_its_lot(membership, verb, take_placements):
    verb(membership)
    last_on = today(-1) if verb is suspend else today()

    outcome = take_placements(LIVE, a_new_one(last_on))

    assert outcome.warnings == []
    assert Placement.objects.get(reference="PLC-2").lot_id == membership.lot_id


def test_the_lot_is_there_again_once_the_school_is_reinstated(membership, take_placements):
    suspend(membership)
    membership.reinstate(by=UserFactory(role=Role.OFFICER), opens_on=today(1), reason="Mended.")

    take_placements(LIVE, a_new_one(today(1)))

    assert Placement.objects.get(reference="PLC-2").lot_id == membership.lot_id
    assert not Membership.objects.open_to_call_offs(timezone.localdate()).exists()
