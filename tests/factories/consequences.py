"""Consequences and improvement plans, made by their moves."""

from django.utils import timezone

from contracts.models import Vehicle
from kpis import consequences
from kpis.models import ConsequenceKind, PerformanceDuty
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory

GROUNDS = "K01 Attendance: red 2 periods in a row."


def proposed(school, *, kind=ConsequenceKind.PLAN, by=None, grounds=GROUNDS):
    """What an officer has proposed for a school."""
    by = by or UserFactory(role=Role.OFFICER)
    return consequences.propose_by_hand(
        school, by=by, kind=kind, grounds=grounds, today=timezone.localdate()
    )


def answered(school, *, by, **facts):
    """One to which the provider has replied, so that a manager can decide."""
    found = proposed(school, **facts)
    found.answer(by=by, reply="Two teachers left.")
    return found


def a_plan(school, *, by, manager=None):
    """The improvement plan that a manager decided on."""
    found = answered(school, by=by)
    consequences.decide(
        found,
        by=manager or UserFactory(role=Role.MANAGER),
        kind=ConsequenceKind.PLAN,
        decision="A plan helps.",
        starts_on=timezone.localdate(),
    )
    return found.plan


def a_duty(vehicle=None, by=None):
    """The clause of a contract by which its schools must perform."""
    vehicle = vehicle or Vehicle.objects.get()
    return PerformanceDuty.note(vehicle, by=by or UserFactory(role=Role.OFFICER), clause="14.2")
