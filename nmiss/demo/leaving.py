"""Endings of the demo: notice by a school and by the council, and one that was a mistake."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.demo.consultations import days_ago_at
from nmiss.demo.dated import moved_to
from placements.endings.ending import end_place
from placements.models import EndReason, Placement


def end_places(*, officer: User, owner: User) -> None:
    """End places of the demo's provider that nobody has planned to end."""
    today = timezone.localdate()
    lasting = Placement.objects.visible_to(owner).on(today).filter(ended_on=None, block=None)
    lasting = lasting.filter(child__cases=None).order_by("reference", "pk")
    found = list(lasting[:3])
    if len(found) < 3:  # a provider with so few children shows none
        return
    by_school, by_council, by_mistake = found
    with moved_to(days_ago_at(12)):
        end_place(
            by_school,
            by=owner,
            reason=EndReason.NOTICE_BY_SCHOOL,
            words="Our class of this age closes at Easter, and no other class is right.",
        )
    with moved_to(days_ago_at(5)):
        end_place(
            by_council,
            by=officer,
            reason=EndReason.NOTICE_BY_AUTHORITY,
            words="The annual review found that a school nearer home can meet the needs now.",
        )
        mistake = end_place(
            by_mistake,
            by=officer,
            reason=EndReason.MOVED_AWAY,
            last_on=today + datetime.timedelta(days=20),
            words="The family moves to another county.",
        )
    with moved_to(days_ago_at(4)):
        mistake.void(by=officer, reason="Entered for another placement. This one goes on.")
