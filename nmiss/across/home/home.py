"""What the home page and the ledger bring: their own places, and what hinders the hub."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import bouncing
from nmiss.base.accounts.landing import (
    HomeFigure,
    Shortcut,
    Waiting,
    activity,
    figures,
    how_many,
    lead,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from nmiss.base.core.models import AuditEvent, Bounce, OutboxMessage
from nmiss.base.core.pages import tally
from nmiss.base.files.unchecked import files_that_are_not_checked

STUCK = datetime.timedelta(minutes=15)

menu("home:home", "Home", *Role, weight=0)
menu("home:audit_list", "Audit", Role.AUDITOR, Role.ADMINISTRATOR, weight=90)
lead(
    Role.AUDITOR,
    words="You can read the council’s records, but not sign-ins or notes of visits and concerns.",
)
activity(Role.AUDITOR, of=~Q(pk=None))


@figures(Role.AUDITOR, weight=10)
def events_on_record(user: User, today: datetime.date) -> list[HomeFigure]:
    count = tally(AuditEvent.objects.visible_to(user))
    return [HomeFigure("events on record", str(count), reverse("home:audit_list"))]


@shortcuts(Role.OFFICER, Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR, weight=50)
def reminders(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Reminders", reverse("home:reminder_list"))]


@tasks(Role.ADMINISTRATOR, weight=12)
def messages_that_cannot_leave(user: User, today: datetime.date) -> list[Waiting]:
    """Emails that have waited in the outbox for more than a quarter of an hour."""
    stuck = OutboxMessage.objects.waiting().filter(created_at__lt=timezone.now() - STUCK)
    one, several = "1 email not sent", "{} emails not sent"
    return [
        how_many(
            stuck,
            one=f"Check the mail server: {one}",
            several=f"Check the mail server: {several}",
            link=reverse("home:audit_list"),
        )
    ]


@tasks(Role.OFFICER, Role.MANAGER, Role.ADMINISTRATOR, weight=13)
def emails_that_bounced(user: User, today: datetime.date) -> list[Waiting]:
    """Mail that did not reach people whom this person looks after."""
    return [
        how_many(
            Bounce.objects.unsettled().of_roles(bouncing.looked_after_by(user)),
            one="Check the address of 1 email that did not arrive",
            several="Check the addresses of {} emails that did not arrive",
            link=reverse("home:bounce_list"),
        )
    ]


@tasks(Role.ADMINISTRATOR, weight=30)
def unchecked_files(user: User, today: datetime.date) -> list[Waiting]:
    return files_that_are_not_checked(reverse("home:audit_list"))
