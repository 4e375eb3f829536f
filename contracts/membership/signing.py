"""Signing: once both have signed, the schools of an agreement are admitted from their first day."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from contracts.applications.models import Evidence, SubmittedContent
from contracts.membership.models import Agreement, DebarmentCheck, Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.documents import day
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from providers.models import KIND_OF, ComplianceDocument, School
from providers.recipients import owners_of


@dataclass
class Signed:
    """What came of signing several: how many, and what stood in the way of whom or what."""

    agreements: list[Agreement] = field(default_factory=list)
    admitted: int = 0
    notes: list[str] = field(default_factory=list)


def countersign_all(
    agreements: Iterable[Agreement], *, by: User, name: str, capacity: str
) -> Signed:
    """Sign for the council, one by one: what fails is listed, and the others are in force."""
    signed = Signed()
    for agreement in agreements:
        try:
            members, skipped = countersign(agreement, by=by, name=name, capacity=capacity)
        except NotAllowedNow as refusal:
            signed.notes.append(str(refusal))
        else:
            signed.agreements.append(agreement)
            signed.admitted += len(members)
            signed.notes += skipped
    return signed


@transaction.atomic
def countersign(
    agreement: Agreement, *, by: User, name: str, capacity: str
) -> tuple[list[Membership], list[str]]:
    """Sign for the council and admit its schools; return memberships, and why others are none.

    Raises NotAllowedNow where it is not the council's to sign, or nobody can be admitted by it.
    """
    agreement.countersign(by=by, name=name, capacity=capacity)
    list(_schools(agreement).select_for_update(of=("self",)))
    able, skipped = _divided(agreement)
    if not able:
        raise NotAllowedNow(f"The {agreement} admits nobody. {' '.join(skipped)} Withdraw it.")
    starts_on = _first_day(agreement)
    members = [_admit(school, agreement, starts_on=starts_on, by=by) for school in able]
    _take_over_documents(agreement)
    DebarmentCheck.take_over(agreement.application)
    tell(owners_of(agreement.provider), "contracts/membership/signed_by_both", about=agreement)
    return members, skipped


@dataclass(frozen=True)
class Obstacles:
    """Which schools cannot be admitted, each in a sentence, and whether any can."""

    sentences: list[str]
    admits_somebody: bool


def obstacles(agreement: Agreement) -> Obstacles:
    """What would stand in the way if both signed today; said before anybody signs."""
    able, skipped = _divided(agreement)
    return Obstacles(skipped, bool(able))


def sign(agreement: Agreement, *, by: User, name: str, capacity: str) -> None:
    """Sign for the provider. Raises NotAllowedNow where no school could be admitted by it."""
    found = obstacles(agreement)
    if not found.admits_somebody:
        raise NotAllowedNow(f"There is nothing to sign. {' '.join(found.sentences)}")
    agreement.sign(by=by, name=name, capacity=capacity)


def _schools(agreement: Agreement) -> QuerySet[School]:
    return School.objects.filter(urn__in=[each["urn"] for each in agreement.schools]).by_name()


def _first_day(agreement: Agreement) -> datetime.date:
    return max(agreement.starts_on, timezone.localdate())


def _divided(agreement: Agreement) -> tuple[list[School], list[str]]:
    """The schools that can be admitted, and why the others cannot, in sentences."""
    starts_on, vehicle = _first_day(agreement), agreement.vehicle
    if vehicle.ends_on and starts_on > vehicle.ends_on:
        return [], [f"The {vehicle} ended on {day(vehicle.ends_on)}."]
    there = Membership.objects.not_over(starts_on).filter(lot=agreement.lot)
    members = set(there.values_list("school", flat=True))
    able, skipped = [], []
    for school in _schools(agreement):
        if school.provider_id not in (None, agreement.provider_id):
            skipped.append(f"{school} cannot be admitted: another provider runs it.")
        elif school.pk in members:
            skipped.append(f"{school} cannot be admitted: it is in {agreement.lot} already.")
        else:
            able.append(school)
    return able, skipped


def _admit(
    school: School, agreement: Agreement, *, starts_on: datetime.date, by: User
) -> Membership:
    membership = Membership.objects.create(
        school=school,
        lot=agreement.lot,
        provider=agreement.provider,
        admitted_on=starts_on,
        agreement=agreement,
    )
    if school.provider_id is None:
        school.provider = agreement.provider
        school.save(update_fields=["provider"])
    AuditEvent.record("admit", membership, by=by, admitted_on=starts_on)
    return membership


def _take_over_documents(agreement: Agreement) -> None:
    """Keep the evidence that expires, so that somebody is reminded of each.

    It takes the place of what was kept of its kind when the application was submitted; what the
    provider has sent since then stays beside it.
    """
    newest = SubmittedContent.objects.filter(application=agreement.application)
    version = newest.select_related("submission").order_by("-pk").first()
    if version is None:
        return
    named = [each.id for each in version.read().evidence]
    kept = Evidence.objects.filter(application=agreement.application, pk__in=named)
    expiring = list(kept.exclude(expires_on=None).select_related("file").order_by("pk"))
    before = ComplianceDocument.objects.current().of(agreement.provider).filter(school=None)
    before = list(before.filter(added_at__lte=version.submission.received_at))
    for kind, evidence in itertools.groupby(sorted(expiring, key=_kind_of), key=_kind_of):
        replaced = [each for each in before if each.kind == kind]
        for each in evidence:
            ComplianceDocument.put(
                agreement.provider,
                kind=kind,
                title=KIND_OF[kind].title if kind in KIND_OF else "Another document",
                file=each.file,
                expires_on=each.expires_on,
                by=None,
                instead_of=replaced,
            )
            replaced = []


def _kind_of(evidence: Evidence) -> str:
    return evidence.kind


def end_what_is_over(now: datetime.datetime) -> None:
    """End agreements whose schools have all left."""
    for agreement in Agreement.objects.over_by(timezone.localdate(now)):
        agreement.end(by=None)
