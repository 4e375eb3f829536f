"""Consequences in the demo: what the returns propose, one of them replied to and decided."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from contracts.models import Vehicle
from kpis import consequences
from kpis.models import Consequence, ConsequenceKind, NoteKind, PerformanceDuty, SchoolNote, Theme
from nmiss.base.accounts.models import User
from providers.models import School

CLAUSE = (
    "Clause 14.2: the provider meets the targets of the performance schedule. Where it does not in "
    "three periods, the council may stop new placements."
)
GROUNDS = "Parents of three children told us that lessons are often covered by agency staff."
REPLY = (
    "Two teachers left in spring and we relied on agency staff. Both posts are filled since "
    "September, and attendance has begun to recover."
)


def follow_up(*, officer: User, manager: User, owner: User) -> None:
    """Propose what the returns lead to; have another answered and decided, and note visits."""
    today = timezone.localdate()
    for vehicle in Vehicle.objects.order_by("pk")[:1]:
        PerformanceDuty.note(vehicle, by=officer, clause=CLAUSE)
    consequences.propose_due(today)
    for school in School.objects.visible_to(owner).by_name()[:1]:
        consequence = consequences.propose_by_hand(
            school, by=officer, kind=ConsequenceKind.PLAN, grounds=GROUNDS, today=today
        )
        consequence.answer(by=owner, reply=REPLY)
        _decide(consequence, officer=officer, manager=manager)
    for consequence in Consequence.objects.newest_first()[:2]:
        SchoolNote.note(
            consequence.school,
            by=officer,
            kind=NoteKind.VISIT,
            theme=Theme.STAFFING,
            happened_on=today - timedelta(days=20),
            words="We met the new head of teaching. Two posts were covered by agency staff.",
        )


def _decide(consequence: Consequence, *, officer: User, manager: User) -> None:
    today = timezone.localdate()
    consequences.decide(
        consequence,
        by=manager,
        kind=ConsequenceKind.PLAN,
        decision="The reasons are understood. A plan will show whether the new staff stay.",
        starts_on=today,
    )
    plan = consequence.plan
    plan.add_action(
        by=officer,
        words="Give each pupil below 85% attendance a named contact at school.",
        owner="Head teacher",
        due_on=today + timedelta(days=21),
    )
    plan.review(
        by=officer,
        words="Agreed with the head teacher by telephone.",
        next_on=today + timedelta(days=42),
    )
