"""The dates of applications: evidence that was asked for, refused files to replace, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import clocks_of
from contracts.applications.models import Application, EvidenceRequest, RefusedFile
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.key_dates import KIND_ALONE, KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role

READERS = (*COMMISSIONING, Role.AUDITOR)


@source(
    "Application to decide",
    roles=READERS,
    team=COMMISSIONING,
    who="Commissioning team",
    leaves=KIND_ALONE,
)
def of_decisions(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day of the deadline that applies, of each application that is not decided."""
    waiting = wanted.rows(Application).in_hand().filter(decided_at=None)
    for clocks in clocks_of(waiting.with_clocks().oldest_first(), today=timezone.localdate()):
        if clocks.binding:
            each = clocks.application
            link = reverse("contracts:application_detail", args=[each.pk])
            subject = f"{each.reference} of {each.provider}"
            yield KeyDate(clocks.binding.due_on, "Application to decide", subject, each, link)


@source(
    "Evidence due",
    roles=(*READERS, Role.PROVIDER),
    team=[Role.PROVIDER],
    who="",
    leaves=KIND_ALONE,
)
def of_evidence(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to answer each evidence request."""
    asked = wanted.rows(EvidenceRequest).unanswered().being_evaluated()
    for each in asked.filter(due_on__range=wanted.window).select_related("application__provider"):
        application = each.application
        link = reverse("contracts:evidence_request_detail", args=[each.pk])
        if wanted.user and wanted.user.is_provider:
            link = reverse("contracts:evidence_request_answer", args=[application.pk, each.pk])
        yield KeyDate(
            *(each.due_on, "Evidence due", f"Application {application.reference}", each, link),
            who=str(application.provider),
        )


@source(
    "Refused file to replace",
    roles=(*READERS, Role.PROVIDER),
    team=[Role.PROVIDER],
    who="",
    leaves=KIND_ALONE,
)
def of_refused_files(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to replace a file that our check refused."""
    refused = wanted.rows(RefusedFile).not_replaced().in_hand()
    for each in refused.filter(due_on__range=wanted.window).with_whose():
        about = each.document.title if each.document else f"Application {each.application}"
        page = "contracts:provider_detail"
        link = reverse(page, args=[each.provider_id]) + "#documents"
        if each.application and wanted.user and wanted.user.is_provider:
            link = reverse("contracts:application_tasks", args=[each.application_id])
        elif each.application:
            link = reverse("contracts:application_detail", args=[each.application_id])
        yield KeyDate(
            *(each.due_on, "Refused file to replace", about, each, link), who=str(each.provider)
        )
