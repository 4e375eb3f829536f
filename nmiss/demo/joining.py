"""What follows a decision in the demo: letters told, agreements signed, a member suspended."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.membership.releasing import release
from contracts.membership.signing import countersign
from contracts.models import Agreement, Application, Membership
from nmiss.base.accounts.models import User


def join(*, officer: User, manager: User) -> None:
    """Leave the first decision held; tell the others; sign their agreements as far as can be."""
    today = timezone.localdate()
    told = list(Application.objects.held().order_by("pk"))[1:]
    for application in told:
        release(application, by=officer, starts_on=today)
    agreements = Agreement.objects.filter(application__in=told).oldest_first()
    agreements = agreements.select_related("application__started_by")
    for number, agreement in enumerate(agreements):
        owner = agreement.application.started_by
        agreement.sign(by=owner, name=owner.name, capacity="Proprietor")
        if number == 0:
            countersign(agreement, by=manager, name=manager.name, capacity="Head of commissioning")
    _suspend_one(today, by=officer)


def _suspend_one(today: datetime.date, *, by: User) -> None:
    for member in Membership.objects.on(today).exclude(admitted_on=today).order_by("-pk")[:1]:
        member.suspend(
            by=by,
            starts_on=today,
            reason="The registration is under review since the last inspection.",
        )
