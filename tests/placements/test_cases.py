"""A child's case: how it is opened, changed and closed, and what follows from its records."""

import datetime

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements.models import Case, CaseNeed, CaseStatus, CloseReason
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


def status_of(case):
    return Case.objects.with_status().get(pk=case.pk).status


class TestOpen:
    def test_keeps_needs_by_rank_and_is_on_record(self, officer):
        case = a_case(needs=("SEMH", "ASD", "SLCN"), by=officer)

        assert case.ranked_needs == ["SEMH", "ASD", "SLCN"]
        assert AuditEvent.objects.about(case).get().verb == "open_case"

    def test_a_child_has_one_open_case(self, officer):
        child = ChildFactory()
        first = a_case(child, by=officer)

        with pytest.raises(NotAllowedNow, match=f"Case {first.pk} is open for {child.reference}"):
            a_case(child, by=officer)
        first.close(by=officer, reason=CloseReason.NOT_NEEDED)
        assert a_case(child, by=officer).is_open

    def test_the_database_refuses_a_second_open_case(self):
        case = a_case()

        case.pk, case._state.adding = None, True
        with pytest.raises(IntegrityError), transaction.atomic():
            case.save()

    @pytest.mark.parametrize(
        "wrong",
        [
            {"kind": "whim"},
            {"stay": "weekends"},
            {"urgency": "never"},
            {"most_miles": 0},
            {"wanted_on": DAY(2026, 11, 1)},
            {"needs": ("ASD", "ASD")},
            {"needs": ("XX",)},
            {"closed_on": DAY(2026, 11, 3)},
        ],
    )
    def test_the_database_refuses_what_cannot_be(self, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            a_case(**wrong)

    def test_what_is_said_of_the_child_is_encrypted(self):
        case = a_case(must_haves="A quiet room", preference="Near to the grandmother")

        row = Case.objects.extra(
            select={"raw": "must_haves || preference"}, where=["id = %s"], params=[case.pk]
        ).get()

        assert "quiet" not in row.raw
        assert "mother" not in row.raw
        assert row.must_haves == "A quiet room"


@pytest.mark.django_db(transaction=True)
class TestFirstNeed:
    def test_a_case_without_one_is_refused_at_the_end(self):
        child = ChildFactory()

        with pytest.raises(InternalError, match="A case has a first need"), transaction.atomic():
            a_case(child, needs=())

        assert not Case.objects.exists()

    def test_the_last_one_cannot_go(self):
        case = a_case()

        with pytest.raises(InternalError, match="A case has a first need"), transaction.atomic():
            CaseNeed.objects.filter(case=case).delete()

        assert case.needs.count() == 1


class TestDerived:
    def test_year_and_age_are_those_of_the_first_day(self):
        child = ChildFactory(identity__birth_date=DAY(2015, 9, 1), cohort=2016)

        before = a_case(child, wanted_on=DAY(2027, 8, 31))

        assert (before.year, before.age_on_start()) == (6, 11)
        before.wanted_on = DAY(2027, 9, 1)
        assert (before.year, before.age_on_start()) == (7, 12)

    def test_status_follows_from_the_records(self, officer):
        case = a_case(by=officer)
        PlacementFactory(child=case.child, ended_on=DAY(2026, 6, 1))  # before the case
        assert status_of(case) == CaseStatus.LOOKING

        PlacementFactory(child=case.child, starts_on=timezone.localdate())
        assert status_of(case) == CaseStatus.PLACED

        case.close(by=officer, reason=CloseReason.PLACED)
        assert status_of(case) == CaseStatus.CLOSED

    @pytest.mark.parametrize(
        ("role", "sees"),
        [
            (Role.PLACEMENTS, True),
            (Role.OFFICER, True),
            (Role.MANAGER, True),
            (Role.AUDITOR, True),
            (Role.FINANCE, False),
            (Role.ADMINISTRATOR, False),
        ],
    )
    def test_who_sees_it(self, role, sees):
        a_case()

        assert Case.objects.visible_to(UserFactory(role=role)).exists() == sees

    def test_no_provider_sees_it_not_even_where_the_child_is(self):
        case = a_case()
        member = ProviderMemberFactory()
        PlacementFactory(child=case.child, school__provider=member.provider)

        assert not Case.objects.visible_to(member.user).exists()


class TestChange:
    def test_says_on_record_which_facts_and_not_what_they_are(self, officer):
        case = a_case(by=officer)

        case.change(by=officer, needs=["SEMH"], must_haves="A quiet room", stay="day")

        event = AuditEvent.objects.get(verb="change_case")
        assert event.given == {"changed": ["must_haves", "needs"]}
        assert event.details == ["Changed: must-haves, needs"]
        assert Case.objects.get(pk=case.pk).ranked_needs == ["SEMH"]

    def test_without_a_change_nothing_is_on_record(self, officer):
        case = a_case(by=officer)

        case.change(by=officer, needs=["ASD"], stay="day")

        assert not AuditEvent.objects.filter(verb="change_case").exists()

    def test_a_closed_case_stays_as_it_is(self, officer):
        case = a_case(by=officer)
        case.close(by=officer, reason=CloseReason.MOVED_AWAY)

        with pytest.raises(NotAllowedNow, match="closed"):
            case.change(by=officer, needs=["SEMH"])
        with pytest.raises(NotAllowedNow, match="closed"):
            case.close(by=officer, reason=CloseReason.MISTAKE)
        assert Case.objects.get(pk=case.pk).close_reason == CloseReason.MOVED_AWAY
