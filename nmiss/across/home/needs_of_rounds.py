"""What commissioning is to do about the queue and the notices."""

from __future__ import annotations

import datetime

from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import clocks_of
from contracts.arrangements.quarters import quarters_without_notice
from contracts.models import Application, RecoveryWindow, Round, RoundExtension, Vehicle
from nmiss.across.home.needs import MOST, Need
from nmiss.base.accounts.models import User

QUARTERS_NAMED = 4


def applications_that_would_go_red(user: User, today: datetime.date) -> list[Need]:
    """Those for which the law's clock runs out before their round closes (reg 34(16))."""
    waiting = Application.objects.visible_to(user).received().with_clocks().oldest_first()
    return [
        Need(
            f"Decide whether to evaluate {clocks.application.reference} of "
            f"{clocks.application.provider} now: its time runs out before its round closes",
            reverse("contracts:application_evaluate_now", args=[clocks.application.pk]),
            clocks.statutory.due_on,
        )
        for clocks in clocks_of(waiting, today=today)
        if clocks.would_go_red
    ][:MOST]


def proposals_to_agree(user: User, today: datetime.date) -> list[Need]:
    """What another officer proposed of a round."""
    extensions = RoundExtension.objects.filter(agreed_at=None, round__status="open")
    windows = RecoveryWindow.objects.filter(agreed_at=None, closes_at__date__gte=today)
    proposed = [
        (each, words)
        for rows, words in ((extensions, "extension"), (windows, "recovery window"))
        for each in rows.exclude(proposed_by=user).select_related("round__vehicle")[:MOST]
    ]
    return [
        Need(
            f"Look at the {words} that was proposed in {each.round}",
            reverse("contracts:round_detail", args=[each.round_id]),
        )
        for each, words in proposed
    ]


def rounds_without_a_scheme(user: User, today: datetime.date) -> list[Need]:
    """Rounds whose instant has come, and which nothing could be judged in."""
    kept = Round.objects.visible_to(user).kept_by_their_scheme(timezone.now())
    return [
        Need(
            f"Publish an evaluation scheme: without one {round} cannot open",
            reverse("contracts:vehicle_detail", args=[round.vehicle_id]),
            timezone.localdate(round.opens_at),
        )
        for round in kept.select_related("vehicle")[:MOST]
    ]


def award_notices(user: User, today: datetime.date) -> list[Need]:
    """Quarters whose awards are to be notified together (reg 50).

    Each stays until its notice is recorded or waived; of many, the newest are named.
    """
    vehicles = Vehicle.objects.visible_to(user).with_rounds().by_name()
    return [need for vehicle in vehicles for need in _award_notices(vehicle, today)]


def _award_notices(vehicle: Vehicle, today: datetime.date) -> list[Need]:
    due = quarters_without_notice(vehicle, today=today)
    older, named = due[:-QUARTERS_NAMED], due[-QUARTERS_NAMED:]
    found = [
        Need(
            f"Send and record the award notice of {vehicle} for {one.first:%B} to {one.last:%B %Y}",
            f"{reverse('contracts:notice_add', args=[vehicle.pk])}?quarter={one.in_address}",
            one.due_on,
        )
        for one in named
    ]
    if older:
        words = "1 older award notice" if len(older) == 1 else f"{len(older)} older award notices"
        page = reverse("contracts:vehicle_detail", args=[vehicle.pk])
        found.append(
            Need(f"Record or waive {words} of {vehicle}", f"{page}#award-notices", older[0].due_on)
        )
    return found
