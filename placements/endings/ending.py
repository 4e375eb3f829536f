"""Ending a place: by notice of either side, or without, on a day that comes sooner than planned."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import database_now
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from placements.endings import permissions
from placements.endings.models import NOTICES, PlacementEnding
from placements.endings.notice import notice_terms
from placements.models import EndReason, Placement
from providers.recipients import owners_of


@in_person
def end_place(
    placement: Placement,
    *,
    by: User,
    reason: str,
    words: str,
    last_on: datetime.date | None = None,
    given_on: datetime.date | None = None,
    sooner_reason: str = "",
) -> PlacementEnding:
    """Give notice, or record why the place ends without. Its prices count until its last day.

    Notice runs from ``given_on``, today unless said otherwise, and ends the place on the day that
    follows from what was agreed unless ``last_on`` is another. A provider only gives notice.
    """
    rows = Placement.objects.select_for_update(of=("self",), no_key=True)
    placement.refresh_from_db(from_queryset=rows)
    stop_if(permissions.why_not_end(by, placement))
    weeks = None
    if reason in NOTICES:
        given_on = given_on or timezone.localdate(database_now())
        terms = notice_terms(placement)
        weeks, until = terms.weeks_on(given_on), terms.last_day(given_on)
        last_on = last_on or until
        stop_if(permissions.why_not_sooner(last_on, until, sooner_reason))
    stop_if(permissions.why_not_end_on(placement, last_on, reason))
    ending = PlacementEnding.objects.create(
        placement=placement,
        reason=reason,
        given_on=given_on if weeks is not None else None,
        weeks=weeks,
        last_on=last_on,
        words=words,
        sooner_reason=sooner_reason or None,
        before_on=placement.ended_on,
        before_reason=placement.end_reason,
        recorded_by=by,
    )
    AuditEvent.record("record_ending", ending, by=by, last_on=last_on)
    placement.end(by=by, on=last_on, reason=reason)
    _tell(ending, by)
    return ending


def _tell(ending: PlacementEnding, by: User) -> None:
    """The other side: the owners of the provider, or the placement officers."""
    provider = ending.placement.school.provider
    if by.is_provider:
        people = list(User.objects.in_roles(Role.PLACEMENTS))
    else:
        people = owners_of(provider) if provider else []
    is_notice = ending.reason == EndReason.NOTICE_BY_SCHOOL
    words = {"is_by_school": is_notice, "school": str(ending.placement.school)}
    tell(people, "placements/endings/place_ends", about=ending, **words)
