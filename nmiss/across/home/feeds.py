"""The feed that a person's own calendar reads (RFC 5545): of key dates, as much as may leave.

What a source lets out with its subject is an event of its own. Of a source whose subject stays
inside, an event says the kind of date and how many there are on the day.
"""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from nmiss.base.accounts.key_dates import NOTHING, SUBJECT_TOO, Dated, dates_of, for_person
from nmiss.base.accounts.models import User
from nmiss.base.core.templatetags.components import instant

BEFORE, AFTER = datetime.timedelta(days=31), datetime.timedelta(days=3 * 366)
A_DAY = datetime.timedelta(days=1)
AGAIN = datetime.timedelta(hours=6)


def feed_of(user: User, *, now: datetime.datetime, today: datetime.date) -> bytes:
    """The feed as a file: from a month ago to three years ahead."""
    found = dates_of(
        user,
        today - BEFORE,
        today + AFTER,
        today=today,
        of=lambda source: source.leaves != NOTHING,
    )
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.COUNCIL_NAME}//{settings.PRODUCT_NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", settings.PRODUCT_NAME)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    for event in _events(for_person(found)):
        event.add("dtstamp", now)
        calendar.add_component(event)
    return calendar.to_ical()


def _events(dates: list[Dated]) -> Iterator[Event]:
    counts: Counter[tuple[str, datetime.date]] = Counter()
    for each in dates:
        if each.source.leaves == SUBJECT_TOO:
            said = [instant(each.date.at)] if each.date.at else []
            yield _event(each.uid, each.on, f"{each.kind}: {each.subject}", said)
        else:
            counts[each.kind, each.on] += 1
    for (kind, on), count in counts.items():
        uid = uuid.uuid5(uuid.NAMESPACE_OID, f"{kind} {on}")
        yield _event(uid, on, kind if count == 1 else f"{kind} ({count})", [])


def _event(uid: uuid.UUID, on: datetime.date, summary: str, said: list[str]) -> Event:
    """A whole day, which makes nobody busy."""
    days = urlencode({"from": on, "to": on})
    link = f"{settings.SITE_URL}{reverse('home:calendar_list')}?{days}"
    event = Event()
    event.add("uid", f"{uid}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstart", on)
    event.add("dtend", on + A_DAY)
    event.add("summary", summary)
    event.add("description", "\n".join([*said, f"Sign in to see more: {link}"]))
    event.add("url", link)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
