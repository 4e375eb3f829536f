"""Cases of the demo: children for whom a place is looked for, one placed, one that is closed."""

from __future__ import annotations

import datetime
from random import Random

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.working_days import working_days_before
from nmiss.demo.dated import at, moved_to
from placements.matching import ranking, shortlists
from placements.matching.question import MatchingQuestion
from placements.models import (
    Case,
    CaseKind,
    Child,
    CloseReason,
    MatchWeights,
    Placement,
    Provision,
    Stay,
    Urgency,
    UsualPrice,
)

LOOKING, FIRST_WITHIN = 6, 25
YEAR_6, YEAR_11 = 6, 11
LETTERS = "ABCDEFGHJKLMNPRSTW"


def open_cases(*, officer: User) -> None:
    """Open them by the ordinary verbs, on days of the last weeks."""
    today, rng = timezone.localdate(), Random("cases")
    UsualPrice.settle(today)
    _limit_what_goes_first(today)
    cases = [_open(child, today, officer, rng) for child in _looking(today)]
    _save_shortlists(cases, today, officer)
    _place(officer)
    closed = _open(_of_year(YEAR_6 + 1, today)[0], today, officer, rng)
    closed.close(by=officer, reason=CloseReason.MOVED_AWAY)


def _limit_what_goes_first(today: datetime.date) -> None:
    """A manager set, last April, how near a day school of lot 2 is to go before all others."""
    manager = User.objects.filter(role=Role.MANAGER).order_by("pk").first()
    april = datetime.date(today.year - (today.month < 4), 4, 1)
    with moved_to(at(april, 10)):
        MatchWeights.set_from(april, by=manager, first_within_miles=FIRST_WITHIN)


def _looking(today: datetime.date) -> list[Child]:
    """One whose place has ended, and some who move on to another phase next September."""
    placed = Placement.objects.on(today)
    oldest = today.year - YEAR_11 - 4
    ended = Child.objects.filter(placements__end_reason="permanent_exclusion", cohort__gte=oldest)
    without = ended.exclude(placements__in=placed).distinct().by_reference()[:1]
    return [*without, *_of_year(YEAR_6, today)[: LOOKING - 2], *_of_year(YEAR_11, today)[:1]]


def _of_year(year: int, today: datetime.date) -> list[Child]:
    """Children of a year who have a place and no case, by reference."""
    cohort = today.year - (today.month < 9) - year - 4
    placed = Placement.objects.on(today).filter(child__cohort=cohort)
    return list(Child.objects.filter(placements__in=placed, cases=None).by_reference()[:20])


def _open(child: Child, today: datetime.date, officer: User, rng: Random) -> Case:
    newest = child.placements.newest_first().first()
    day = working_days_before(today, rng.randint(16, 24))
    is_out = newest.ended_on is not None and newest.ended_on < today
    september = datetime.date(today.year + (today.month >= 9), 9, 1)
    needs = [each for each in (newest.primary_need, newest.secondary_need) if each]
    is_day = newest.provision == Provision.DAY
    give_initials(child)
    with moved_to(at(day, 11, 5)):
        return Case.open_for(
            child,
            by=officer,
            needs=needs,
            kind=CaseKind.IN_YEAR if is_out else CaseKind.PHASE_TRANSFER,
            urgency=Urgency.URGENT if is_out else Urgency.ROUTINE,
            stay=Stay.DAY if is_day else Stay.RESIDENTIAL,
            wanted_on=today + datetime.timedelta(days=21) if is_out else september,
            needed_since=newest.ended_on if is_out else day,
            must_haves="A quiet room, and one person who greets the child each morning."
            if is_out
            else "",
        )


def give_initials(child: Child) -> None:
    """Imports do not say them: a placement officer adds invented ones as the case is opened."""
    rng = Random(child.reference)
    child.identity.initials = "".join(rng.choice(LETTERS) for _ in range(2))
    child.identity.save(update_fields=["initials"])


def _save_shortlists(cases: list[Case], today: datetime.date, officer: User) -> None:
    """One that still holds, and some that were saved too long ago."""
    for case, days in zip(cases, (0, 4, 14, 14, 14), strict=False):
        question = MatchingQuestion.of(case, today=today, filters={})
        with moved_to(at(working_days_before(today, days), 11, 30)):
            shortlists.save(case, ranking.rank(question), by=officer)


def _place(officer: User) -> None:
    """A case that led to a place: the newest one that has begun."""
    placement = Placement.objects.filter(starts_on__lte=timezone.localdate()).newest_first()
    newest = placement.filter(child__cases=None).select_related("child").first()
    opened_on = working_days_before(newest.starts_on, 20)
    with moved_to(at(opened_on, 10, 15)):
        Case.open_for(
            newest.child,
            by=officer,
            needs=[newest.primary_need],
            kind=CaseKind.IN_YEAR,
            urgency=Urgency.SOON,
            stay=Stay.DAY if newest.provision == Provision.DAY else Stay.RESIDENTIAL,
            wanted_on=newest.starts_on,
            needed_since=opened_on,
        )
