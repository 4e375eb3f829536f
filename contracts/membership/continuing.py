"""A membership goes on at the school that its school has become: both keep their numbers."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from contracts.membership.models import Membership
from nmiss.base.importing.outcomes import Change
from providers.lines import Step, Successions
from providers.models import School

ONE_DAY = datetime.timedelta(days=1)


def continue_memberships(lines: Successions, *, by_day: datetime.date) -> list[Change]:
    """Let each membership go on at the one successor of its school; say what changed.

    It ends the day before and goes on as another, in the same lot, of the same provider and by
    the same agreement, suspended where it was. Where the successor has a membership of its own
    by then, it goes on as that. A school that was split has no one successor: its memberships
    stay as they are, and the council decides.
    """
    changes = []
    memberships = Membership.objects.filter(school__in=lines.after, goes_on_as=None)
    ready = memberships.select_related("school", "lot__vehicle").prefetch_related("suspensions")
    pending = list(ready.order_by("admitted_on", "pk"))
    schools = School.objects.in_bulk({step.school for way in lines.after.values() for step in way})
    there = _of_schools(schools)
    while pending:
        before = pending.pop(0)
        step = lines.successor(before.school_id, by=by_day)
        if step is None or not _reaches(before, step):
            continue
        after = _there_already(there[step.school], before, step)
        if after is None and (before.left_on is None or before.left_on >= step.from_on):
            after = _next(before, schools[step.school], step)
            there[step.school].append(after)
            pending.append(after)
            changes.append(_change(before, after))
        if after is not None:
            _end(before, after, step)
    return changes


def _reaches(membership: Membership, step: Step) -> bool:
    """Whether it was in force on the last day of the school under its former number."""
    last = step.from_on - ONE_DAY
    return membership.admitted_on <= last and not membership.has_ended(last)


def _of_schools(schools: Iterable[int]) -> dict[int, list[Membership]]:
    there = defaultdict(list)
    of_schools = Membership.objects.filter(school__in=schools).select_related("lot__vehicle")
    for membership in of_schools.order_by("admitted_on", "pk"):
        there[membership.school_id].append(membership)
    return there


def _there_already(
    memberships: list[Membership], before: Membership, step: Step
) -> Membership | None:
    """The membership of the successor in the same lot that begins by then, or goes on then."""
    for each in memberships:
        in_time = each.admitted_on <= step.from_on and not each.has_ended(step.from_on)
        later = before.left_on is None and each.admitted_on > step.from_on
        if each.lot_id == before.lot_id and (in_time or later):
            return each
    return None


def _next(before: Membership, school: School, step: Step) -> Membership:
    after = Membership.objects.create(
        school=school,
        lot=before.lot,
        provider_id=before.provider_id,
        admitted_on=step.from_on,
        left_on=before.left_on,
        agreement_id=before.agreement_id,
        leaving=before.leaving,
        leaving_reason=before.leaving_reason,
        notice_on=before.notice_on,
    )
    for suspension in before.suspensions.all():
        if suspension.ends_on is None or suspension.ends_on >= step.from_on:
            suspension.pk, suspension.membership = None, after
            suspension.save(force_insert=True)
    if school.provider_id is None:
        school.provider_id = before.provider_id
        School.objects.bulk_update([school], ["provider"])
    return after


def _end(before: Membership, after: Membership, step: Step) -> None:
    before.goes_on_as = after
    if before.left_on is None or before.left_on >= step.from_on:
        before.left_on = step.from_on - ONE_DAY
        before.leaving = before.leaving_reason = ""
        before.notice_on = None
    fields = ["goes_on_as", "left_on", "leaving", "leaving_reason", "notice_on"]
    Membership.objects.bulk_update([before], fields)


def _change(before: Membership, after: Membership) -> Change:
    reference = f"school {before.school.urn} in lot {before.lot.number} from {before.admitted_on}"
    where = f"URN {after.school.urn} from {after.admitted_on.day} {after.admitted_on:%B %Y}"
    said = (f"URN {before.school.urn}", where)
    return Change(
        reference, "continues as", None, after.school.urn, name=before.school.name, said=said
    )
