"""Signing: once both have signed, the schools of an agreement are admitted from their first day."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from contracts.applications.models import Evidence, SubmittedContent
from contracts.membership.models import Agreement, DebarmentCheck, Membership
from contracts.membership.obstacles import divided, first_day, schools_of
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from providers.models import KIND_OF, ComplianceDocument, School
from providers.recipients import owners_of

ONE_DAY = datetime.timedelta(days=1)


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
    """Sign for the council and admit its schools; return memberships, and why others are none."""
    list(schools_of(agreement).select_for_update(of=("self",)))
    agreement.countersign(by=by, name=name, capacity=capacity)
    found, starts_on = divided(agreement), first_day(agreement)
    members = [_admit(school, agreement, starts_on=starts_on, by=by) for school in found.able]
    _take_over_documents(agreement)
    DebarmentCheck.take_over(agreement.application)
    tell(owners_of(agreement.provider), "contracts/membership/signed_by_both", about=agreement)
    return members, found.sentences


def _admit(
    school: School, agreement: Agreement, *, starts_on: datetime.date, by: User
) -> Membership:
    _end_old_terms(school, agreement, starts_on=starts_on)
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


def _end_old_terms(school: School, agreement: Agreement, *, starts_on: datetime.date) -> None:
    """What was carried over into the lot gives way to what is signed: no day is in both."""
    lasting = agreement.lot.memberships.filter(school=school).not_over(starts_on)
    for before in lasting.on_old_terms().select_for_update(of=("self",), no_key=True):
        before.left_on = max(before.admitted_on, starts_on - ONE_DAY)
        before.save(update_fields=["left_on"])


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
        with acting_as_hub():
            agreement.end(by=None)
