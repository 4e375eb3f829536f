"""What schools are reminded of: review meetings to arrange, and reports to send."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils import timezone

from nmiss.base.core.reminders import Due, Kind, register
from placements.models import Placement
from placements.reviews.models import AnnualReview
from providers.models import ProviderRole
from providers.recipients import by_provider


def _reviews(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Reviews whose next step is the school's, where the child is today."""
    waiting = AnnualReview.objects.waiting_for_school().filter(next_on__lte=last)
    found = list(waiting.soonest_first())
    placed = Placement.objects.on(today).filter(child__in=[each.child_id for each in found])
    schools = {each.child_id: each.school for each in placed.select_related("school")}
    of_each = {school.provider_id for school in schools.values() if school.provider_id}
    people = by_provider(of_each, roles=ProviderRole.writers())
    for each in found:
        school = schools.get(each.child_id)
        if school and school.provider_id:
            words = {"school": school}
            told_on = timezone.localdate(each.opened_at)
            yield Due(each, each.next_on, people[school.provider_id], words, told_on=told_on)


register(
    Kind(
        "annual_review",
        "placements/reviews/review_due",
        _reviews,
        who="All who write for the school where the child is",
        before=(56, 28, 7),
        after=(0, 7),
        until=30,
    ),
)
