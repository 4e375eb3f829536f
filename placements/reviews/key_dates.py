"""The dates of annual reviews: meetings, and by when the next step of each is done."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from nmiss.base.accounts.key_dates import KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role
from placements.reviews.models import AnnualReview

DUE, MEETING = "Annual review step due", "Annual review meeting"


@source(
    DUE,
    MEETING,
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    team=[Role.PLACEMENTS, Role.PROVIDER],
    who="Placement team",
    unreminded={
        MEETING: "The school sets the date. We remind the school of the steps before and after it."
    },
)
def of_reviews(wanted: WantedDays) -> Iterator[KeyDate]:
    """What is open: the legal deadline of the next step, and the day of the meeting."""
    within = Q(next_on__range=wanted.window) | Q(meeting_on__range=wanted.window)
    found = wanted.rows(AnnualReview).open().filter(within).select_related("child")
    for each in found.soonest_first():
        link = reverse("placements:review_detail", args=[each.pk])
        if wanted.covers(each.next_on):
            words = f"{each.next_step}: {each.child}"
            yield KeyDate(each.next_on, DUE, words, each, link, part="step")
        if wanted.covers(each.meeting_on):
            words = f"Review of {each.child}"
            yield KeyDate(each.meeting_on, MEETING, words, each, link, part="meeting")
