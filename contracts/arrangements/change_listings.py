"""Variations of arrangements and appraisals of the ways on, as they are taken away."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from contracts.arrangements.models import Appraisal, Variation
from contracts.arrangements.permissions import READERS
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List


def _variations(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = Variation.objects.visible_to(user).newest_first()
    return rows.select_related("vehicle", "decision", "recorded_by")


VARIATIONS = List(
    name="variations",
    title="Variations of arrangements",
    roles=READERS,
    rows=_variations,
    columns=(
        Column("Arrangement", "Its arrangement", lambda v: v.vehicle.name),
        Column("Agreed", "The day it was agreed", lambda v: v.agreed_on),
        Column("Ground", "Of regulation 72(1)", lambda v: v.get_ground_display()),
        Column("Change", "In words", lambda v: v.description),
        Column("Value", "The change of the value, in pounds", lambda v: v.value),
        Column("Agreed by", "For the council, and the provider", lambda v: v.agreed_by),
        Column("Decision", "Its number", lambda v: v.decision.number if v.decision else ""),
        Column("Legal advice", "Its reference", lambda v: v.legal_advice),
        Column("Recorded by", "Who entered it", lambda v: v.recorded_by.name),
        Column("Voided", "Why it counts no more", lambda v: v.void_reason),
    ),
)


def _appraisals(user: User, query: Mapping[str, str]) -> QuerySet:
    return Appraisal.objects.visible_to(user).with_findings().newest_first()


APPRAISALS = List(
    name="appraisals",
    title="Options appraisals",
    roles=tuple(Role.with_cases()),
    rows=_appraisals,
    columns=(
        Column("Arrangement", "Its arrangement", lambda a: a.vehicle.name),
        Column("Appraisal", "Its title", lambda a: a.title),
        Column("As at", "The day of its figures", lambda a: a.as_at),
        Column("Prepared by", "Who prepared it", lambda a: a.prepared_by.name),
        Column("Finding", "The way found best", lambda a: _finding(a, "title")),
        Column("Found by", "Whose finding it is", lambda a: _finding(a, "found_by")),
    ),
)


def _finding(appraisal: Appraisal, name: str) -> str:
    found = appraisal.its_finding
    return str(getattr(found, name)) if found else ""
