"""Signing: once both have signed, the schools of an agreement are admitted from their first day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from contracts.models import Agreement, Evidence, Membership, SubmittedContent
from contracts.notices import joining as notices
from nmiss.accounts.models import User
from nmiss.core.lifecycle import NotAllowedNow
from nmiss.core.models import AuditEvent
from providers.models import ComplianceDocument, School


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

    Raises NotAllowedNow where it is not the council's to sign.
    """
    agreement.countersign(by=by, name=name, capacity=capacity)
    starts_on = max(agreement.starts_on, timezone.localdate())
    members, skipped = [], []
    urns = [each["urn"] for each in agreement.schools]
    schools = School.objects.select_for_update(of=("self",)).filter(urn__in=urns).by_name()
    for school in schools:
        if why_not := _obstacle(school, agreement, starts_on):
            skipped.append(why_not)
        else:
            members.append(_admit(school, agreement, starts_on=starts_on, by=by))
    _take_over_documents(agreement)
    notices.signed_by_both(agreement)
    return members, skipped


def _obstacle(school: School, agreement: Agreement, starts_on: datetime.date) -> str:
    """Why a school cannot be admitted, in a sentence; nothing where it can."""
    if school.provider_id not in (None, agreement.provider_id):
        return f"{school} was not admitted: another provider runs it. Mend the register first."
    there = Membership.objects.not_over(starts_on)
    if there.filter(school=school, lot=agreement.lot).exists():
        return f"{school} was not admitted: it is in {agreement.lot} already."
    return ""


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
    """Keep the evidence that expires, so that somebody is reminded of it."""
    newest = SubmittedContent.objects.filter(application=agreement.application)
    version = newest.order_by("-pk").first()
    evidence = version.content.get("evidence", []) if version else []
    named = {each.get("id"): each for each in evidence}
    kept = Evidence.objects.filter(application=agreement.application, pk__in=named)
    for evidence in kept.exclude(expires_on=None).select_related("file").order_by("pk"):
        ComplianceDocument.put(
            agreement.provider,
            kind=evidence.kind,
            title=named[evidence.pk].get("title") or evidence.kind.replace("_", " ").capitalize(),
            file=evidence.file,
            expires_on=evidence.expires_on,
            by=None,
        )
