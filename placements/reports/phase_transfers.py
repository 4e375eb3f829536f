"""Children who move to another phase and have no named school: by when their plans must name one.

A local authority reviews and amends the plan before a day of the calendar year of the transfer
(SEND Regulations 2014, regulation 18). The plan may name a type of school by then.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Min, OuterRef, Subquery

from contracts.arrangements.law import LawBook
from nmiss.base.accounts.models import User
from nmiss.base.core.days import months_after
from placements.models import Case, CaseKind, CaseStatus, TribunalAppeal
from placements.models.case import represent_by

POST_16 = 12  # the first year after 16
MONTHS_BETWEEN_POST_16 = 5


@dataclass(frozen=True)
class Transfer:
    """A case whose child moves to another phase, and the day before which a school is named."""

    case: Case
    named_before: datetime.date
    represent_by: datetime.date | None

    @property
    def last_day(self) -> datetime.date:
        return self.named_before - datetime.timedelta(days=1)

    def weeks_left(self, today: datetime.date) -> int:
        """Whole weeks until the last day; below nought once it is over."""
        return (self.last_day - today).days // 7


def named_before(*, year: int, starts_on: datetime.date) -> datetime.date:
    """The day before which the plan of a child names the school where it starts in a year.

    15 February, or 31 March for a move into post-16; five months before a move between post-16
    institutions.
    """
    if year > POST_16:
        return months_after(starts_on, -MONTHS_BETWEEN_POST_16)
    month, day = (3, 31) if year == POST_16 else (2, 15)
    found = datetime.date(starts_on.year, month, day)
    return found if found < starts_on else found.replace(year=starts_on.year - 1)


def phase_transfers(*, by: User) -> list[Transfer]:
    """Open cases of phase transfer without a chosen school, the nearest day first."""
    cases = Case.objects.visible_to(by).open().with_status().filter(kind=CaseKind.PHASE_TRANSFER)
    heard = TribunalAppeal.objects.open().filter(case=OuterRef("pk"))
    cases = cases.exclude(status=CaseStatus.PLACED).annotate(
        first_consulted_at=Min("consultations__sent_at"),
        appealed_on=Subquery(heard.values("registered_on")),
        hearing_on=Subquery(heard.values("hearing_on")),
    )
    law = LawBook.read()
    found = [
        Transfer(
            case,
            named_before(year=case.year, starts_on=case.wanted_on),
            represent_by(case.draft_plan_on, law) if case.draft_plan_on else None,
        )
        for case in cases.select_related("child").order_by("wanted_on", "pk")
    ]
    return sorted(found, key=lambda each: each.named_before)
