"""Setting one day for the meetings of several annual reviews."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction

from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import tell
from placements.reviews.models import AnnualReview
from providers.recipients import writers_of


@transaction.atomic
def arrange_several(
    reviews: Iterable[AnnualReview],
    *,
    by: User,
    meeting_on: datetime.date,
    invited_on: datetime.date,
) -> None:
    """Set the day for all of them, or for none. Where the council sets it, schools are emailed."""
    for each in reviews:
        each.arrange(by=by, meeting_on=meeting_on, invited_on=invited_on)
        if each.school and not by.is_provider:
            people = writers_of(each.school.provider_id)
            tell(people, "placements/reviews/meeting_set", about=each)
