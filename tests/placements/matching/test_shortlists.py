"""A shortlist keeps the list and the case as they were, and says when it no longer holds."""

import datetime
from decimal import Decimal

import pytest
from django.db import InternalError, transaction
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from placements.matching import ranking, shortlists
from placements.matching.question import MatchingQuestion
from placements.models import MatchWeights, ShortlistedSchool
from tests.factories.accounts import UserFactory
from tests.factories.placements import a_case
from tests.placements.matching.schools import join, school, suspend

pytestmark = pytest.mark.django_db
DAY = datetime.date
MONDAY = DAY(2026, 11, 16)


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


def saved(case, officer, *, on=None):
    question = MatchingQuestion.of(case, today=on or timezone.localdate(), filters={"within": None})
    found = ranking.rank(question)
    if on is None:
        return shortlists.save(case, found, by=officer)
    with clock.at(noon(on)):
        return shortlists.save(case, found, by=officer)


class TestSave:
    def test_keeps_ranks_words_seed_and_weights(self, officer):
        school("Near", miles=2, lot=1)
        school("Off the DPS")
        case = a_case(by=officer)

        shortlist = saved(case, officer)

        rows = shortlist.schools.order_by("rank")
        assert [(row.rank, row.school.name, row.lots) for row in rows] == [
            (1, "Near", ["lot 1"]),
            (2, "Off the DPS", []),
        ]
        assert rows[0].why.startswith("1st because: ")
        assert shortlist.seed == case.seed
        assert shortlist.weights == MatchWeights.objects.get()

    def test_keeps_the_case_as_it_was(self, officer):
        case = a_case(needs=("ASD", "SEMH"), by=officer, must_haves="A quiet room")

        shortlist = saved(case, officer)
        case.change(by=officer, needs=["SEMH"], must_haves="")

        shortlist.refresh_from_db()
        then = dict(shortlist.case_then)
        assert then["Needs"] == (
            "Autistic spectrum disorder (ASD), Social, emotional and mental health (SEMH)"
        )
        assert then["Must-haves"] == "A quiet room"

    def test_is_never_changed(self, officer):
        school("School")
        shortlist = saved(a_case(by=officer), officer)

        for change in (
            lambda: type(shortlist).objects.update(seed=1),
            lambda: ShortlistedSchool.objects.update(rank=2),
            lambda: ShortlistedSchool.objects.all().delete(),
        ):
            with pytest.raises(InternalError), transaction.atomic():
                change()


class TestStaleness:
    @pytest.mark.parametrize(
        ("made", "now", "is_stale"),
        [
            (MONDAY, DAY(2026, 11, 18), False),
            (MONDAY, DAY(2026, 11, 19), True),
            (DAY(2026, 11, 19), DAY(2026, 11, 23), False),  # Thursday to Monday
            (DAY(2026, 11, 19), DAY(2026, 11, 24), True),
            (DAY(2026, 12, 23), DAY(2026, 12, 29), False),  # over Christmas
            (DAY(2026, 12, 23), DAY(2026, 12, 30), True),
        ],
    )
    def test_after_two_working_days(self, officer, made, now, is_stale):
        shortlist = saved(a_case(by=officer), officer, on=made)

        found = shortlists.staleness(shortlist, now=noon(now))

        assert found == ["More than 2 working days have passed since it was saved."] * is_stale

    def test_to_the_minute(self, officer):
        shortlist = saved(a_case(by=officer), officer, on=MONDAY)
        end, minute = noon(DAY(2026, 11, 18)), datetime.timedelta(minutes=1)

        assert shortlists.staleness(shortlist, now=end - minute) == []
        assert shortlists.staleness(shortlist, now=end + minute) != []

    def test_a_school_on_it_is_suspended_or_admitted(self, officer):
        member, other = school("Member"), school("Other")
        membership = join(member, 1)
        shortlist = saved(a_case(by=officer), officer)
        assert shortlists.staleness(shortlist) == []

        suspend(membership, timezone.localdate())
        join(other, 2)

        assert sorted(shortlists.staleness(shortlist)) == [
            "Member is suspended from lot 1.",
            "Other can now take call-offs in lot 2.",
        ]

    def test_a_school_on_it_leaves_or_closes(self, officer):
        leaving, closing = school("Leaving"), school("Closing")
        membership = join(leaving, 1)
        shortlist = saved(a_case(by=officer), officer)

        membership.left_on = timezone.localdate()
        membership.save()
        closing.status = "2"
        closing.save()

        assert sorted(shortlists.staleness(shortlist)) == [
            "Closing has closed.",
            "Leaving is no longer in lot 1.",
        ]

    def test_the_case_has_changed(self, officer):
        case = a_case(by=officer)
        shortlist = saved(case, officer)

        case.change(by=officer, needs=["SEMH"])

        shortlist = case.shortlists.get()
        assert shortlists.staleness(shortlist) == ["The case has changed since."]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"is_member": True, "open_lots": [1, 2], "miles": Decimal("5.6"), "free": 1},
            "3rd in the list · Lot 1, lot 2 · 5.6 miles · 1 place free",
        ),
        (
            {"is_member": False, "miles": Decimal("31.0"), "free": 0},
            "3rd in the list · Not on the DPS · 31.0 miles · 0 places free",
        ),
        (
            {"is_member": True, "open_lots": [2], "free": None},
            "3rd in the list · Lot 2 · Distance not known · Vacancies not known",
        ),
    ],
)
def test_a_school_is_said_in_one_line(facts, words):
    assert shortlists.in_short(ShortlistedSchool(rank=3, **facts)) == words
