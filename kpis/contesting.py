"""How a school contests a rating of an accepted return, and how the council answers: once each."""

from __future__ import annotations

from django.utils import timezone

from kpis import permissions, rating_cells
from kpis.filling import Part, filling_of
from kpis.models import KpiReturn, RatingContest
from kpis.rating import Result, State
from kpis.units import in_unit
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import database_now
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import add_working_days, closed_days
from providers.recipients import writers_of

DAYS_TO_CORRECT = 10  # working days that a school has once we agree with it


def to_contest(kpi_return: KpiReturn) -> list[tuple[Part, Result]]:
    """The ratings of a return that nobody has contested yet."""
    contested = set(kpi_return.contests.values_list("key", flat=True))
    return [
        (part, result)
        for part, result in filling_of(kpi_return).results()
        if part.key not in contested and result.state != State.MONITORED
    ]


@in_person
def contest(kpi_return: KpiReturn, part: Part, *, by: User, reason: str) -> RatingContest:
    """Say why a rating is wrong. Those are told who may answer: not who accepted the return."""
    kpi_return.lock()
    stop_if(permissions.why_not_contest(by, kpi_return))
    stop_if(permissions.why_not_contest_again(kpi_return.contests.filter(key=part.key)))
    found = RatingContest.objects.create(
        kpi_return=kpi_return,
        key=part.key,
        rating=in_words(part, filling_of(kpi_return).result(part.indicator)),
        reason=reason,
        contested_at=database_now(),
        contested_by=by,
    )
    AuditEvent.record("contest_rating", kpi_return, by=by, indicator=part.key)
    version = kpi_return.versions.get(counts=True)
    others = User.objects.in_roles(Role.OFFICER, Role.MANAGER).exclude(pk=version.accepted_by_id)
    tell(others, "kpis/rating_contested", about=kpi_return, contest=found)
    return found


@in_person
def answer(found: RatingContest, *, by: User, is_upheld: bool, words: str) -> None:
    """Agree, so that the school can correct its return, or say why the rating stays."""
    kpi_return = found.kpi_return
    kpi_return.lock()
    found.refresh_from_db()
    stop_if(permissions.why_not_answer_contest(by, found))
    found.is_upheld, found.answer = is_upheld, words
    found.answered_by, found.answered_at = by, database_now()
    found.save()
    if is_upheld:
        until = add_working_days(timezone.localdate(), DAYS_TO_CORRECT, closed=closed_days())
        kpi_return.correct_until = max(kpi_return.correct_until or until, until)
        kpi_return.save(update_fields=["correct_until"])
    AuditEvent.record("answer_contest", kpi_return, by=by, indicator=found.key, upheld=is_upheld)
    people = writers_of(kpi_return.school.provider_id) if kpi_return.school.provider_id else []
    tell(people, "kpis/contest_answered", about=kpi_return, contest=found)


def in_words(part: Part, result: Result) -> str:
    """A rating with its value, as it is at this moment."""
    value = rating_cells.in_words(result.value)
    said = result.rating or result.state
    measured = f", {in_unit(value, part.indicator.unit)}"
    return f"{str(said).replace('_', ' ')}{measured if value else ''}"[:200]
