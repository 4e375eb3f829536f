"""A membership goes on where its school does."""

import datetime

import pytest

from contracts.models import Membership, Suspension
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.faults import faults_of
from tests.placements.changes import CHANGE, CLOSED, NEW, OLD, day

pytestmark = pytest.mark.django_db


class TestAMembership:
    @pytest.fixture(autouse=True)
    def _schools(self, take_schools, take_members):
        take_schools(OLD)
        take_members({"admitted_on": "2023-11-01", "lot": "2"})
        take_schools(CLOSED, NEW)

    def test_goes_on_at_the_successor(self, take_links):
        outcome = take_links()

        old, new = Membership.objects.select_related("school").order_by("admitted_on")
        assert (old.school.urn, old.left_on) == (900001, datetime.date(2025, 8, 31))
        assert (new.school.urn, new.admitted_on, new.left_on) == (900002, CHANGE, None)
        assert old.goes_on_as == new
        assert (new.lot_id, new.provider_id) == (old.lot_id, old.provider_id)
        assert School.objects.get(urn=900002).provider_id == old.provider_id
        assert len(outcome.changes) == 1

    def test_stays_suspended(self, take_links):
        Suspension.objects.create(
            membership=Membership.objects.get(),
            starts_on=day("2025-05-01"),
            notice_on=day("2025-05-01"),
            reason="Inspection",
            suspended_by=UserFactory(),
        )

        take_links()

        assert not Membership.objects.open_to_call_offs(CHANGE).exists()
        assert Membership.objects.on(CHANGE).suspended_on(CHANGE).count() == 1

    def test_does_not_go_on_once_it_is_over(self, take_links, take_members):
        take_members({"admitted_on": "2023-11-01", "lot": "2", "left_on": "2025-03-31"})

        take_links()

        assert Membership.objects.count() == 1

    def test_goes_on_as_the_one_that_the_council_gave(self, take_links, take_members):
        row = {"admitted_on": "2023-11-01", "lot": "2", "left_on": "2025-08-31"}
        take_members(row, {"school_urn": "900002", "admitted_on": "2025-09-01", "lot": "2"})

        take_links()

        old, new = Membership.objects.order_by("admitted_on")
        assert (old.goes_on_as, new.goes_on_as) == (new, None)

    @pytest.mark.parametrize("left_on", ["", "2025-08-31"])
    def test_is_the_same_in_a_file_that_knows_nothing_of_it(
        self, take_links, take_members, left_on
    ):
        take_links()
        row = {"admitted_on": "2023-11-01", "lot": "2", "left_on": left_on}

        outcome = take_members(row)

        assert (outcome.unchanged, outcome.changes) == (1, [])
        assert Membership.objects.filter(left_on=None).count() == 1

    def test_is_not_ended_under_its_former_number(self, take_links, take_members):
        take_links()

        where, remedies = faults_of(
            take_members, {"admitted_on": "2023-11-01", "lot": "2", "left_on": "2025-12-31"}
        )

        assert where == [(2, "left_on", "2025-12-31")]
        assert "URN 900002, from 2025-09-01" in remedies[0]
