"""One email each working day in place of many, for whoever chose that.

Nothing is kept for it meanwhile: the first tick from eight o'clock on asks what is due, as for
everybody, so that nothing stands in it that is over by then.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from nmiss.base.core.letterbox import Person, parts_of, tell
from nmiss.base.core.models import Delivery, Reminder, ReminderChoice
from nmiss.base.core.working_days import is_working_day

if TYPE_CHECKING:
    from nmiss.base.core.reminders import Saying

FROM = datetime.time(8)  # in London
ON_LEDGER = "daily digest"
NOTICE = "home/reminder_digest"


@dataclass
class Sorting:
    """Whom to tell now, and whom in their email of the day; whoever wants none is left out."""

    now: datetime.datetime
    of_the_day: dict[str, list[tuple[Person, Saying]]] = field(default_factory=dict)
    _choices: dict[tuple[str, str], str] | None = None

    def told_now(self, saying: Saying) -> list[Person]:
        """Who of these gets an email of its own; the others are noted for theirs."""
        at_once = []
        for person in saying.due.to:
            how = self._chosen(person, saying)
            if how == Delivery.DIGEST:
                self.of_the_day.setdefault(person.email, []).append((person, saying))
            elif how != Delivery.OFF:
                at_once.append(person)
        return at_once

    def _chosen(self, person: Person, saying: Saying) -> str:
        if saying.kind.statutory:
            return Delivery.EACH
        if self._choices is None:
            self._choices = ReminderChoice.objects.of_each()
        return self._choices.get((person.email, saying.kind.name), Delivery.EACH)

    def emails(self) -> Iterator[tuple[Person, list[Saying]]]:
        """Who gets an email of the day now, and of what."""
        local = timezone.localtime(self.now)
        if self.of_the_day and local.time() >= FROM and is_working_day(local.date()):
            for found in self.of_the_day.values():
                yield found[0][0], [saying for _, saying in found]


@transaction.atomic
def tell_together(person: Person, sayings: list[Saying], *, today: datetime.date) -> int:
    """Send a person's email of the day, unless they had it; return of how much it tells."""
    if not Reminder.give(ON_LEDGER, None, [person], due_on=today):
        return 0
    parts = []
    for each in sayings:
        if Reminder.give(each.on_ledger, each.due.subject, [person], due_on=each.due.on):
            found = parts_of(person, each.kind.notice, each.due.subject, each.words, each.text)
            parts.append(found)
    if parts:
        tell([person], NOTICE, parts=parts, today=today)
    return len(parts)
