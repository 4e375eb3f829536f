"""Releasing decisions that were held: the outcome is told, the letter frozen, an agreement made."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from contracts.applications.models import Application
from contracts.arrangements.models import Lot
from contracts.evaluation.models import RecommendedResult
from contracts.membership import agreements, letters, permissions
from contracts.membership.models import Agreement, OutcomeLetter
from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.printing import PDF_TYPE, pdf_of
from nmiss.base.files.models import StoredFile
from providers.models import School
from providers.recipients import owners_of


@dataclass
class Released:
    """What came of releasing several: whose outcome was told, and what stood in the way."""

    told: list[Application] = field(default_factory=list)
    failed: list[tuple[Application, str]] = field(default_factory=list)


def release_all(
    applications: Iterable[Application], *, by: User, starts_on: datetime.date | None = None
) -> Released:
    """Tell each outcome, one by one: what fails is listed, and the others are told."""
    released = Released()
    for application in applications:
        try:
            release(application, by=by, starts_on=starts_on)
        except NotAllowedNow as refusal:
            released.failed.append((application, str(refusal)))
        else:
            released.told.append(application)
    return released


@transaction.atomic
def release(application: Application, *, by: User, starts_on: datetime.date | None = None) -> None:
    """Tell one outcome: letter, agreement where admitted, and emails, or none of them.

    ``starts_on`` is the first day of membership of who is admitted.
    """
    application = tell_by_letter(application, by=by, on=timezone.localdate(), starts_on=starts_on)
    is_admitted = application.approval.result == RecommendedResult.ADMITTED
    if is_admitted:
        offer(application, by=by, starts_on=starts_on)
    people, notice = _told(application), "contracts/membership/outcome_waits"
    tell(people, notice, about=application, is_to_sign=is_admitted)


@transaction.atomic
def tell_by_letter(
    application: Application, *, by: User, on: datetime.date, starts_on: datetime.date | None
) -> Application:
    """Tell the outcome by its letter, frozen as blocks and as PDF; return it as it is read then."""
    application.release(by=by)
    application = letters.with_letters(Application.objects.all()).get(pk=application.pk)
    title = letters.title_of(application)
    blocks = letters.blocks_of(application, on=on, starts_on=starts_on)
    file = StoredFile.keep_made(
        letter_pdf(title, blocks, on=on),
        name=f"outcome-{application.reference}.pdf",
        content_type=PDF_TYPE,
        by=by,
    )
    content = {"title": title, "blocks": blocks}
    OutcomeLetter.objects.create(application=application, content=content, file=file)
    return application


def letter_pdf(title: str, blocks: list, *, on: datetime.date) -> bytes:
    return pdf_of(title, blocks, author=settings.COUNCIL_NAME, on=on)


@transaction.atomic
def offer_again(agreement: Agreement, *, by: User, starts_on: datetime.date) -> Agreement:
    """Offer another, once one was withdrawn or declined."""
    application = agreement.application
    application.lock()
    agreement.refresh_from_db(fields=["status"])
    stop_if(permissions.why_not_offer_again(by, agreement))
    offered = offer(application, by=by, starts_on=starts_on)
    people = owners_of(application.provider)
    tell(people, "contracts/membership/offered_again", about=offered)
    return offered


def offer(application: Application, *, by: User, starts_on: datetime.date | None) -> Agreement:
    """Make the admission agreement in the lot that was awarded."""
    stop_if(permissions.why_not_begin(application.vehicle, starts_on))
    outcome = application.lot_outcomes.select_related("lot").filter(awarded=True).first()
    schools = schools_of(application, lot=outcome and outcome.lot)
    title = agreements.title_of(application)
    blocks = agreements.blocks_of(
        application, lot=outcome.lot, schools=schools, starts_on=starts_on
    )
    file = StoredFile.keep_made(
        letter_pdf(title, blocks, on=timezone.localdate()),
        name=f"agreement-{application.reference}.pdf",
        content_type=PDF_TYPE,
        by=by,
    )
    agreement = Agreement.objects.create(
        application=application,
        vehicle=application.vehicle,
        provider=application.provider,
        lot=outcome.lot,
        starts_on=starts_on,
        schools=schools,
        content={"title": title, "blocks": blocks},
        document=file,
        digest=file.sha256,
    )
    AuditEvent.record("offer", agreement, by=by, starts_on=starts_on, digest=file.sha256)
    return agreement


def schools_of(application: Application, *, lot: Lot | None) -> list[dict]:
    """The schools that the application names, as the register calls them, for this lot."""
    named = {each.urn: each for each in letters.schools_named(application)}
    known = dict(School.objects.filter(urn__in=named).values_list("urn", "name"))
    stop_if(permissions.why_not_admit(application, lot, named=named, known=known))
    return [
        {
            "urn": urn,
            "name": known[urn],
            "needs": list(each.needs),
            "places": each.places,
        }
        for urn, each in sorted(named.items())
    ]


def _told(application: Application) -> list[User]:
    """The provider's owners, and who submitted it."""
    people, version = owners_of(application.provider), application.version()
    if version and version.submitted_by.is_active:
        people.append(version.submitted_by)
    return people
