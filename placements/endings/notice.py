"""How long notice is: what the agreement says, half as long in the first term of a place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from placements.agreements.terms import notice_in_force
from placements.endings.signals import last_day_of_term
from placements.models import Placement

A_WEEK = datetime.timedelta(weeks=1)


@dataclass(frozen=True)
class NoticeTerms:
    """The weeks of notice of a place, and until which day the shorter notice of a first term is
    enough. ``agreement`` is what says so; without one it is what the council agrees to usually.
    """

    weeks: int
    first_weeks: int
    first_until: datetime.date
    agreement: str = ""

    @property
    def may_be_shorter(self) -> bool:
        """Whether the first term still goes on."""
        return timezone.localdate() <= self.first_until

    def weeks_on(self, given_on: datetime.date) -> int:
        return self.first_weeks if given_on <= self.first_until else self.weeks

    def last_day(self, given_on: datetime.date) -> datetime.date:
        """The last day of a place for which notice is given on a day."""
        return given_on + self.weeks_on(given_on) * A_WEEK


def notice_terms(placement: Placement) -> NoticeTerms:
    """What both sides agreed about the place, or what is usual where an import brought it."""
    agreement = placement.agreements.in_force().first()
    if agreement:
        weeks, first = agreement.notice_weeks, agreement.first_notice_weeks
    else:
        weeks, first = notice_in_force(placement.starts_on)
    # Where nobody has entered that term it is as long as the notice.
    known = last_day_of_term(placement.starts_on)
    first_until = known or placement.starts_on + weeks * A_WEEK
    return NoticeTerms(weeks, first, first_until, agreement.reference if agreement else "")
