"""What endings ask of the applications above: the council's terms are theirs."""

from __future__ import annotations

import datetime

from django.dispatch import Signal

# Answered with the last day of the term that the day ``on`` is in, or of the next one; None where
# nobody has entered that term.
end_of_term = Signal()


def last_day_of_term(on: datetime.date) -> datetime.date | None:
    """The last day of the term of a day, where we know that term."""
    answers = (found for _, found in end_of_term.send(None, on=on))
    return next((day for day in answers if day), None)
