"""What schools are reminded of: review meetings to arrange, reports and refused files to send."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.accounts.models import User
from nmiss.base.core.reminders import AT_ONCE, PROVIDERS, Due, KindOfReminder, register
from placements.models import Placement
from placements.reviews.key_dates import DUE
from placements.reviews.models import AnnualReview, ReviewStatus
from providers.models import ProviderRole, School
from providers.recipients import by_provider


def _reviews(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Reviews whose next step is the school's, where the child is today."""
    waiting = AnnualReview.objects.waiting_for_school().filter(next_on__lte=last)
    for each, school, people in _with_people(waiting, today):
        told_on = timezone.localdate(each.opened_at)
        yield Due(each, each.next_on, people, {"school": school}, told_on=told_on)


def _refused_files(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Reports with a file that our check refused, to be sent again, by the day of the refusal."""
    refused = AnnualReview.objects.with_refused_file().select_related("report")
    for each, school, people in _with_people(refused, today):
        refused_on = timezone.localdate(each.report.checked_at)
        yield Due(each, refused_on, people, {"school": school})


def _with_people(
    reviews: QuerySet, today: datetime.date
) -> Iterator[tuple[AnnualReview, School, list[User]]]:
    """Each review with the school where the child is today, and who writes for it."""
    found = list(reviews.soonest_first())
    placed = Placement.objects.on(today).filter(child__in=[each.child_id for each in found])
    schools = {each.child_id: each.school for each in placed.select_related("school")}
    of_each = {school.provider_id for school in schools.values() if school.provider_id}
    people = by_provider(of_each, roles=ProviderRole.writers())
    for each in found:
        school = schools.get(each.child_id)
        if school and school.provider_id:
            yield each, school, people[school.provider_id]


register(
    KindOfReminder(
        "annual_review",
        "placements/reviews/review_due",
        _reviews,
        who="All who write for the school where the child is",
        statutory=True,
        to=PROVIDERS,
        before=(56, 28, 7),
        after=(0, 7),
        until=30,
        dates=("Annual review step due",),
    ),
)

register(
    KindOfReminder(
        "review_file",
        "placements/reviews/file_refused",
        _refused_files,
        who="All who write for the school where the child is",
        statutory=True,
        to=PROVIDERS,
        before=(AT_ONCE,),
        until=30,
    ),
)

register(
    reminder_of(
        DUE,
        says="The council’s next step is due: the decision after the meeting, or the final plan. "
        "Record it on the page of the review.",
        before=(14, 3),
        after=(1,),
        name="council review step",
        wanted=lambda date: date.about.status in ReviewStatus.with_council(),
        statutory=True,
    ),
)
