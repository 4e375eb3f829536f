"""The days of the council's terms, for the rooms below that ask for them."""

from __future__ import annotations

import datetime

from django.dispatch import receiver

from kpis.models import Term
from placements.endings import signals

LONGEST_HOLIDAYS = datetime.timedelta(weeks=8)


@receiver(signals.end_of_term)
def end_of_term(sender: None, *, on: datetime.date, **_: object) -> datetime.date | None:
    """The last day of the term of a day; of a day between terms, that of the next one."""
    return (
        Term.objects.filter(last_day__gte=on, first_day__lte=on + LONGEST_HOLIDAYS)
        .order_by("last_day")
        .values_list("last_day", flat=True)
        .first()
    )


@receiver(signals.terms_known)
def terms_known(
    sender: None, *, first: datetime.date, last: datetime.date, **_: object
) -> list[tuple[datetime.date, datetime.date]]:
    """The days of each term that has one of the window's."""
    return list(Term.objects.touching(first, last).values_list("first_day", "last_day"))
