"""The dates of members: documents, self-declarations, extensions, checks, last days in a lot."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.permissions import COMMISSIONING
from contracts.membership.models import DeclarationRenewal, ExtensionLetter, Membership, swept
from contracts.membership.models.assurance import QUARTER
from nmiss.base.accounts.key_dates import KIND_ALONE, KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role
from providers.models import ComplianceDocument, Provider

READERS = (*Role.with_cases(), Role.PROVIDER)
EXPIRES, RENEWED = "Document expires", "Self-declaration due"
REPLIES = "Reply to the extension due"


@source(EXPIRES, roles=READERS, team=[Role.PROVIDER], who="", leaves=KIND_ALONE)
def of_documents(wanted: WantedDays) -> Iterator[KeyDate]:
    """Insurance, certificates and policies of members, by their expiry dates."""
    members = Membership.objects.not_over(timezone.localdate()).values("provider")
    rows = wanted.rows(ComplianceDocument).current().filter(provider__in=members)
    rows = rows.filter(expires_on__range=wanted.window).select_related("provider", "school")
    for each in rows.soonest_first():
        whose = f" ({each.school})" if each.school else ""
        link = reverse("contracts:provider_detail", args=[each.provider_id]) + "#documents"
        yield KeyDate(
            *(each.expires_on, EXPIRES, f"{each.title}{whose}", each, link), who=str(each.provider)
        )


@source(RENEWED, roles=READERS, team=[Role.PROVIDER], who="", leaves=KIND_ALONE)
def of_declarations(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of each self-declaration that was asked for and has not come."""
    rows = wanted.rows(DeclarationRenewal).waiting().filter(due_on__range=wanted.window)
    for each in rows.select_related("provider", "vehicle").soonest_first():
        link = reverse("contracts:provider_detail", args=[each.provider_id])
        yield KeyDate(
            *(each.due_on, RENEWED, str(each.vehicle), each, link), who=str(each.provider)
        )


@source(
    REPLIES,
    roles=(*COMMISSIONING, Role.AUDITOR, Role.PROVIDER),
    team=[Role.PROVIDER],
    who="",
    leaves=KIND_ALONE,
)
def of_extensions(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to reply of each letter about an extension that has no reply."""
    rows = wanted.rows(ExtensionLetter).open().unanswered()
    rows = rows.filter(answer_by__range=wanted.window).select_related("provider", "option__vehicle")
    for each in rows.soonest_first():
        link = reverse("contracts:extension_letter", args=[each.pk])
        subject = str(each.option.vehicle)
        yield KeyDate(*(each.answer_by, REPLIES, subject, each, link), who=str(each.provider))


@source(
    "Debarment check due",
    roles=(*COMMISSIONING, Role.AUDITOR),
    team=COMMISSIONING,
    who="Commissioning team",
    leaves=KIND_ALONE,
)
def of_debarment_checks(wanted: WantedDays) -> Iterator[KeyDate]:
    """Members are checked each quarter; one that never was is a task and has no date."""
    first, last = (day - QUARTER for day in wanted.window)
    members = swept(wanted.rows(Provider), on=timezone.localdate())
    for each in members.filter(last_checked_on__range=(first, last)).by_name():
        on = each.last_checked_on + QUARTER
        yield KeyDate(
            on, "Debarment check due", str(each), each, reverse("contracts:debarment_list")
        )


@source(
    "Membership ends",
    roles=READERS,
    team=(*COMMISSIONING, Role.PLACEMENTS, Role.PROVIDER),
    who="Commissioning team",
    leaves=KIND_ALONE,
    unreminded={"Membership ends": "Both sides are emailed when notice of the end is given."},
)
def of_memberships(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of a school that leaves before the term ends, or is removed."""
    rows = wanted.rows(Membership).filter(left_on__range=wanted.window).exclude(leaving="")
    for each in rows.select_related("school", "lot__vehicle").by_lot():
        link = reverse("contracts:membership_detail", args=[each.pk])
        subject = f"{each.school}, {each.lot} of {each.lot.vehicle}"
        yield KeyDate(each.left_on, "Membership ends", subject, each, link)
