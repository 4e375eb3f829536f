"""What annual reviews bring to the landing pages: the next step of each, by its deadline."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet
from django.urls import reverse

from nmiss.base.accounts.landing import Shortcut, Task, Waiting, each_of, shortcuts, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.kept_emails import lead_back
from placements.reviews.models import AnnualReview
from providers.models import ProviderRole

lead_back(
    {
        "placements.annualreview": "placements:review_detail",
    }
)

AHEAD = datetime.timedelta(days=56)  # a meeting takes some weeks to arrange


@shortcuts(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER, weight=15)
def annual_reviews(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Annual reviews", reverse("placements:review_list"))]


@tasks(Role.PLACEMENTS, weight=6)
def reviews_of_the_council(user: User, today: datetime.date) -> list[Waiting]:
    """Plans to decide on and to issue, and meetings or reports that are overdue."""
    return [_each(AnnualReview.objects.visible_to(user).of_the_council(today))]


@tasks(Role.PROVIDER, weight=6)
def reviews_of_ours(user: User, today: datetime.date) -> list[Waiting]:
    """Meetings to arrange in the next weeks, and reports to send."""
    writes = user.provider_members.filter(role__in=ProviderRole.writers())
    seen = AnnualReview.objects.visible_to(user).waiting_for_school()
    if not writes.exists():
        return []
    refused = AnnualReview.objects.visible_to(user).with_refused_file()
    return [_each(seen.filter(next_on__lte=today + AHEAD)), _each(refused, "Send the file again")]


def _each(reviews: QuerySet, step: str = "") -> Waiting:
    return each_of(
        reviews.soonest_first(),
        *("status", "next_on", "child__reference"),
        task=lambda each: Task(
            f"{step or each.next_step}: annual review of {each.child}",
            reverse("placements:review_detail", args=[each.pk]),
            each.next_on,
            is_legal=True,
        ),
        many="annual reviews",
        all_at=reverse("placements:review_list"),
    )
