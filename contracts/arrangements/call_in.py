"""From when a published decision is in effect: once the time to call it in is over."""

from __future__ import annotations

import datetime

from nmiss.base.core.models import LegalParameter
from nmiss.base.core.working_days import add_working_days

CALL_IN, EXECUTIVE = "call_in", "executive"


def takes_effect_on(published_on: datetime.date) -> datetime.date:
    """The working day after the clear working days in which it may be called in."""
    numbers = LegalParameter.objects
    in_force = numbers.in_force(CALL_IN, regime=EXECUTIVE, on=published_on)
    first = numbers.filter(key=CALL_IN, regime=EXECUTIVE).order_by("valid_from")
    return add_working_days(published_on, (in_force or first[0]).value + 1)
