"""Returns are made by the tick, once, with what the council knows."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from contracts.models import Membership
from kpis import making
from kpis.models import Figure, KpiReturn, ReturnRules, ReturnStatus
from nmiss.base.core.models import AuditEvent
from placements.models import Child, Placement
from tests.factories.contracts import the_dps
from tests.factories.kpis import a_term, in_force
from tests.factories.providers import ProviderFactory, SchoolFactory
from tests.faults import faults_of

pytestmark = pytest.mark.django_db
D = datetime.date
Q4_ENDED = D(2024, 12, 31)
THE_DAY_AFTER = D(2025, 1, 1)
ALWAYS = D(2022, 9, 1)


@pytest.fixture(autouse=True)
def rules():
    return ReturnRules.set_from(D(2024, 10, 1), by=None)


@pytest.fixture
def framework():
    """Attendance, with the children on our roll as its cohort."""
    return in_force({"cohort": "placements_at_end", "minimum": 5})


def a_member(admitted_on=ALWAYS, left_on=None, school=None):
    school = school or SchoolFactory(provider=ProviderFactory())
    return Membership.objects.create(
        school=school,
        lot=the_dps().lots.get(number=1),
        provider=school.provider,
        admitted_on=admitted_on,
        left_on=left_on,
    ).school


def a_place(school, starts_on, ended_on=None, reason=""):
    return Placement.objects.create(
        reference=f"P{Placement.objects.count()}",
        child=Child.objects.create(reference=f"C{Child.objects.count()}", sex="M", cohort=2015),
        school=school,
        route="spot",
        provision="day",
        primary_need="ASD",
        starts_on=starts_on,
        ended_on=ended_on,
        end_reason=reason,
        annual_fee=Decimal(60_000),
        imported=True,
    )


def made(**facts):
    return KpiReturn.objects.filter(**facts)


class TestReconcile:
    def test_makes_a_return_for_each_member_on_the_day_after_the_period(self, framework):
        school = a_member()
        SchoolFactory()

        making.reconcile(Q4_ENDED)
        assert not made()
        making.reconcile(THE_DAY_AFTER)

        (found,) = made()
        assert (found.school, found.period_name) == (school, "2024-Q4")
        assert found.status == ReturnStatus.TO_DO
        # 1 January is no working day, nor are the Saturdays and Sundays.
        assert found.due_on == D(2025, 1, 15)
        assert found.due_on < found.first_until < found.correct_until

    def test_makes_each_once_however_late_and_often(self, framework):
        a_member()

        for day in (D(2025, 1, 1), D(2025, 1, 1), D(2025, 4, 11)):
            making.reconcile(day)

        assert sorted(made().values_list("period_name", flat=True)) == ["2024-Q4", "2025-Q1"]
        events = AuditEvent.objects.filter(verb="make_returns")
        assert [event.given["made"] for event in events] == [1, 1]

    def test_asks_for_nothing_before_the_council_says_from_when(self, framework):
        a_member()

        making.reconcile(D(2024, 10, 1))

        assert not made()

    def test_asks_nobody_where_we_know_it_all(self):
        in_force({"formula": "placements_ended / placements_in_period"})
        a_member()

        making.reconcile(THE_DAY_AFTER)

        assert not made()

    def test_asks_for_a_term_on_the_day_after_its_last_day(self):
        in_force({"frequency": "term"})
        term = a_term()
        a_member()

        making.reconcile(term.last_day + making.ONE_DAY)

        assert made().get().term == term


class TestWhoIsAsked:
    @pytest.mark.parametrize(
        ("admitted_on", "status"),
        [
            (D(2024, 12, 3), ReturnStatus.TO_DO),  # 28 days before
            (D(2024, 12, 4), ReturnStatus.NOT_ASKED),
            (Q4_ENDED, ReturnStatus.NOT_ASKED),
        ],
    )
    def test_does_not_ask_a_school_that_has_just_joined(self, framework, admitted_on, status):
        a_member(admitted_on)

        making.reconcile(THE_DAY_AFTER)

        found = made().get()
        assert found.status == status
        assert bool(found.not_asked_reason) == (status == ReturnStatus.NOT_ASKED)

    def test_asks_a_school_that_leaves_on_the_day_after_its_last(self, framework):
        a_member(left_on=D(2024, 11, 15))

        making.reconcile(D(2024, 11, 15))
        assert not made()
        making.reconcile(D(2024, 11, 16))

        found = made().get()
        assert (found.covers_to, found.last_day) == (D(2024, 11, 15), Q4_ENDED)
        assert found.due_on == D(2024, 11, 29)
        making.reconcile(THE_DAY_AFTER)
        assert made().count() == 1

    def test_asks_a_school_in_two_lots_once(self, framework):
        school = a_member()
        lot = the_dps().lots.get(number=2)
        Membership.objects.create(
            school=school, lot=lot, provider=school.provider, admitted_on=D(2024, 12, 30)
        )

        making.reconcile(THE_DAY_AFTER)

        assert made().get().status == ReturnStatus.TO_DO


class TestOurFigures:
    def test_are_filled_in_with_their_source(self, framework):
        school = a_member()
        a_place(school, D(2024, 9, 2))
        a_place(school, D(2024, 9, 2), Q4_ENDED)  # its last day counts
        a_place(school, D(2024, 9, 2), D(2024, 12, 30))

        making.reconcile(THE_DAY_AFTER)

        figures = {each.input: each for each in Figure.objects.all()}
        assert list(figures) == ["attended", "possible", "placements_at_end"]
        roll = figures["placements_at_end"]
        assert (roll.value, roll.ours) == (2, 2)
        assert "our records" in roll.source
        assert figures["attended"].value is None

    def test_follow_our_records_until_the_school_begins(self, framework):
        school = a_member()
        making.reconcile(THE_DAY_AFTER)

        a_place(school, D(2024, 9, 2))
        making.reconcile(THE_DAY_AFTER)

        roll = Figure.objects.get(input="placements_at_end")
        assert (roll.value, roll.ours) == (1, 1)

    def test_never_overwrite_what_a_school_has_begun(self, framework):
        school = a_member()
        making.reconcile(THE_DAY_AFTER)
        KpiReturn.objects.update(status=ReturnStatus.BEING_FILLED)

        a_place(school, D(2024, 9, 2))
        making.reconcile(THE_DAY_AFTER)

        roll = Figure.objects.get(input="placements_at_end")
        assert (roll.value, roll.ours) == (0, 1)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("placements_at_end", 2),
            ("placements_in_period", 4),
            ("placements_started", 1),
            ("placements_ended", 2),
            ("ended_unplanned_by_school", 1),
            ("ended_unplanned_by_others", 1),
            ("placement_days", 92 + 31 + 1 + 92),
            ("average_placements", Decimal("2.34782609")),
        ],
    )
    def test_count_inclusive_days(self, name, value):
        in_force({"formula": f"attended / {name}"})
        school = a_member()
        a_place(school, D(2023, 9, 1))
        a_place(school, D(2023, 9, 1), D(2024, 10, 31), "notice_by_school")
        a_place(school, D(2023, 9, 1), D(2024, 10, 1), "parental_choice")
        a_place(school, D(2024, 10, 1))
        a_place(school, D(2023, 9, 1), D(2024, 9, 30), "tribunal")  # the day before

        making.reconcile(THE_DAY_AFTER)

        assert Figure.objects.get(input=name).ours == value


class TestPace:
    def test_asks_no_more_for_more_schools(self):
        in_force({"frequency": "term"}, {"code": "K02", "formula": "placements_at_end + late"})
        after = a_term().last_day + making.ONE_DAY

        def queries(schools):
            for _ in range(schools):
                a_member()
            with CaptureQueriesContext(connection) as asked, transaction.atomic():
                making.reconcile(after)
                transaction.set_rollback(True)
            return len(asked)

        assert queries(1) == queries(4)


class TestImportsBesideWhatWasMade:
    def test_a_file_fills_a_return_that_nobody_has_begun(self, take_returns):
        in_force({"cohort": "placements_at_end", "minimum": 1})
        school = a_member()
        a_place(school, D(2024, 9, 2))
        making.reconcile(THE_DAY_AFTER)

        quarter = school.urn, "2024-Q4"
        take_returns((*quarter, "attended", 90), (*quarter, "possible", 100))

        found = made().get()
        assert (found.status, found.imported) == (ReturnStatus.ACCEPTED, True)
        version = found.versions.get()
        assert version.counts
        told = {each.input: each.value for each in version.figures.all()}
        assert told == {"attended": 90, "possible": 100, "placements_at_end": 1}

    def test_a_file_does_not_touch_what_a_school_has_begun(self, take_returns):
        in_force()
        school = a_member()
        making.reconcile(THE_DAY_AFTER)
        KpiReturn.objects.update(status=ReturnStatus.BEING_FILLED)

        _, (remedy,) = faults_of(take_returns, (school.urn, "2024-Q4", "attended", 90))

        assert "begun or sent this return here" in remedy
        assert not made().get().imported
