"""Schools around a home, and the list that is made of them."""

import dataclasses
import datetime

from contracts.models import Membership, Suspension
from nmiss.base.accounts.models import Role
from placements.matching import ranking
from placements.matching.question import MatchingQuestion
from providers.models import Standing, VacancyReport
from providers.positions import Position
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.placements import a_case
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory

DAY = datetime.date
TODAY = DAY(2026, 11, 26)
HOME = (622_700, 136_000)  # near the centre of CT20
MILE = 1609.344
VACANCY = {
    "first_year": 7,
    "last_year": 9,
    "need": "ASD",
    "provision": "day",
    "planned": 12,
    "occupied": 9,
    "reserved": 1,
    "free": 2,
}


def school(name, *, miles=5, needs=("ASD",), lot=None, first=False, **facts):
    """A school for ages 5 to 19, so many miles to the north; in a lot where one is said."""
    facts = {"lowest_age": 5, "highest_age": 19, "sex": "mixed", "boarding": "No boarders"} | facts
    at = (HOME[0], round(HOME[1] + miles * MILE)) if miles is not None else (None, None)
    found = SchoolFactory(name=name, at=at, needs=needs, provider=ProviderFactory(), **facts)
    if lot:
        join(found, lot, first=first)
    return found


def join(school, number, *, first=False):
    lot = the_dps().lots.get(number=number)
    type(lot).objects.filter(pk=lot.pk).update(consulted_first=first)
    return Membership.objects.create(
        school=school, lot=lot, provider=school.provider, admitted_on=DAY(2022, 9, 1)
    )


def suspend(membership, starts_on, ends_on=None):
    Suspension.objects.create(
        membership=membership,
        starts_on=starts_on,
        ends_on=ends_on,
        reinstated_on=ends_on,
        reason="Under review",
        notice_on=starts_on,
        suspended_by=UserFactory(role=Role.OFFICER),
    )


def report(school, **row):
    by = ProviderMemberFactory(provider=school.provider).user
    return VacancyReport.give(school, [VACANCY | row], by=by)


def stand(school, day, **facts):
    Standing.objects.create(school=school, period_name="2026", as_at=day, **facts)


def ranked(case=None, *, filters=None, today=TODAY, **facts):
    case = case or a_case(**facts)
    question = MatchingQuestion.of(case, today=today, filters=filters or {})
    # At a place that tests measure from, whatever postcodes are known.
    home = Position(*HOME, postcode="CT20 3QA")
    return ranking.rank(dataclasses.replace(question, home=home))


def names(found):
    return [each.name for each in found.matches]
