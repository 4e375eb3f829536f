"""What each role meets first: its tasks, a few figures, and what happened of late.

Applications bring all of it (``nmiss.base.accounts.landing``); it is asked of the database at the
moment of looking, and nothing is kept.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from nmiss.base.accounts import landing
from nmiss.base.accounts.landing import BoardPart, Figure, KeyDate, Shortcut, Task
from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent

RECENT = 8


@dataclass(frozen=True)
class Board:
    """A landing page."""

    lead: str
    tasks: list[Task]
    key_dates: list[KeyDate]
    figures: list[Figure]
    events: list[AuditEvent]
    parts: list[BoardPart]
    shortcuts: list[Shortcut]


def board_of(user: User, *, today: datetime.date) -> Board:
    """The landing page of this person."""
    return Board(
        lead=landing.lead_of(user.role),
        tasks=landing.by_day(landing.tasks.of(user, today)),
        key_dates=sorted(landing.key_dates.of(user, today), key=lambda each: each.on),
        figures=landing.figures.of(user, today),
        events=_events(user),
        parts=landing.parts.of(user, today),
        shortcuts=landing.shortcuts.of(user, today),
    )


def _events(user: User) -> list[AuditEvent]:
    which = landing.activity_of(user.role)
    if which is None:
        return []
    return list(AuditEvent.objects.visible_to(user).filter(which).newest_first()[:RECENT])
