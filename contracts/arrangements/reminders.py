"""What commissioning is reminded of: award notices of the quarters that are over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from contracts.arrangements import quarters, recipients
from contracts.arrangements.models import Vehicle
from nmiss.base.core.reminders import AT_ONCE, Due, Kind, register


def _award_notices(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    people = recipients.of_commissioning()
    for vehicle in Vehicle.objects.with_rounds().by_name():
        for each in quarters.quarters_without_notice(vehicle, today=today):
            words = {"first": each.first, "last": each.last, "source": each.source}
            yield Due(vehicle, each.due_on, people, words)


# What is older than a year is no news: it stays among their tasks.
register(
    Kind(
        "award notice",
        "contracts/arrangements/award_notice_due",
        _award_notices,
        who="Commissioning team",
        before=(AT_ONCE, 7),
        after=(1,),
        until=365,
    ),
)
