"""Those who wait: each in the round that evaluates it; each draft with the scheme that counts."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import receiver

from contracts.applications.models import Application, Clarification, Status
from contracts.arrangements import signals
from contracts.arrangements.models import Round, RoundStatus, Vehicle
from contracts.arrangements.reconciling import RECONCILING
from nmiss.base.core import locks
from nmiss.base.core.clock import database_now


def reconcile() -> None:
    """Bring the queue to where it should be by now. As often as you like, by any number."""
    for vehicle in Vehicle.objects.with_rounds().by_name():
        _put_into_rounds(vehicle)
    for vehicle in Vehicle.objects.filter(applications__in=Application.objects.drafts()).distinct():
        _ask_what_counts(vehicle)


@transaction.atomic
def _put_into_rounds(vehicle: Vehicle) -> None:
    """Give what was received while no round was planned to the next one."""
    locks.hold(RECONCILING)
    without = Application.objects.received().filter(vehicle=vehicle, round=None)
    round = vehicle.rounds.not_closed().filter(closes_at__gt=database_now()).by_time().first()
    if round:
        without.update(round=round)


def _ask_what_counts(vehicle: Vehicle) -> None:
    """Have the drafts ask the questions of the scheme that is frozen now, or newest."""
    scheme = vehicle.scheme_asked()
    for draft in Application.objects.drafts().filter(vehicle=vehicle).exclude(scheme=scheme):
        draft.follow_scheme()


@receiver(signals.rounds_moved)
def wait_for_the_next(sender: Vehicle, **_: object) -> None:
    """Have what waits in any planned round wait in the one that is the next to open."""
    planned = sender.rounds.filter(status=RoundStatus.PLANNED)
    waiting = Application.objects.received().filter(vehicle=sender, round__in=planned)
    waiting.update(round=sender.rounds.joined_at(database_now()))


@receiver(signals.rounds_given_up)
def wait_for_none(sender: Vehicle, *, rounds: QuerySet[Round], **_: object) -> None:
    """Have what waited in a round that is not held wait for the law's clock alone (reg 34(16)).

    What was asked about it stands, as a question about the arrangement.
    """
    Application.objects.filter(vehicle=sender, round__in=rounds).update(round=None)
    Clarification.objects.filter(vehicle=sender, round__in=rounds).update(round=None)


@receiver(signals.applicants)
def providers_under_way(sender: Vehicle, **_: object) -> QuerySet:
    """The providers whose application is a draft or received."""
    found = Application.objects.filter(vehicle=sender, status__in=[Status.DRAFT, Status.RECEIVED])
    return found.order_by().values_list("provider", flat=True).distinct()
