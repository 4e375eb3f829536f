"""What endings ask of the applications above: the council's terms are theirs."""

from __future__ import annotations

import datetime

from django.dispatch import Signal

# Answered with the last day of the term that the day ``on`` is in, or of the next one; None where
# nobody has entered that term.
end_of_term = Signal()
# Answered with the first and last days of the terms that have a day from ``first`` to ``last``.
terms_known = Signal()


def terms_between(
    first: datetime.date, last: datetime.date
) -> list[tuple[datetime.date, datetime.date]]:
    """The terms that we know with a day in a window, the earliest first."""
    answers = terms_known.send(None, first=first, last=last)
    return sorted(days for _, found in answers for days in found)


def last_day_of_term(on: datetime.date) -> datetime.date | None:
    """The last day of the term of a day, where we know that term."""
    answers = (found for _, found in end_of_term.send(None, on=on))
    return next((day for day in answers if day), None)
