"""Who may do what with vehicles, schemes, rounds and the queue."""

from __future__ import annotations

from contracts.arrangements.models import (
    EvaluationScheme,
    Round,
    Vehicle,
)
from nmiss.base.accounts.models import Role, User

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*COMMISSIONING, Role.AUDITOR)


def can_run_vehicle(user: User) -> bool:
    """Record notices and documents, plan rounds, describe and establish vehicles."""
    return user.role in COMMISSIONING


def can_record_decision(user: User) -> bool:
    """Record decisions, what more is known of them, and their delegations."""
    return user.role in COMMISSIONING


def can_set_term(user: User, vehicle: Vehicle) -> bool:
    """As long as no option was used; ``Vehicle.set_term`` says so to whoever comes late."""
    return user.role in COMMISSIONING and not vehicle.options.used().exists()


def can_set_mode(user: User) -> bool:
    return user.role == Role.MANAGER


def can_change_the_laws_numbers(user: User) -> bool:
    return user.role == Role.MANAGER


def can_draft(user: User, scheme: EvaluationScheme) -> bool:
    return user.role in COMMISSIONING and not scheme.is_published


def can_publish(user: User, scheme: EvaluationScheme) -> bool:
    return user.role == Role.MANAGER and not scheme.is_published


def can_succeed(user: User, scheme: EvaluationScheme) -> bool:
    """Only the newest, and only while no successor is being drafted."""
    newest = not scheme.vehicle.schemes.filter(version__gt=scheme.version).exists()
    return user.role in COMMISSIONING and scheme.is_published and newest


def can_begin_scheme(user: User, vehicle: Vehicle) -> bool:
    return user.role in COMMISSIONING and not vehicle.schemes.exists()


def can_change_round(user: User, round: Round) -> bool:
    return user.role in COMMISSIONING and round.is_planned


def can_extend(user: User, round: Round) -> bool:
    return user.role in COMMISSIONING and round.is_open


def can_give_window(user: User, round: Round) -> bool:
    return user.role in COMMISSIONING and not round.is_planned
