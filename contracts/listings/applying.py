"""Applications, questions, evidence requests and tenders to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone

from contracts import filters
from contracts.models import (
    Application,
    Clarification,
    EvidenceRequest,
    Round,
)
from contracts.permissions.evaluating import COMMISSIONING, READERS
from nmiss.accounts.models import Role, User
from nmiss.core.forms import rows_as_asked
from nmiss.files.listings import Column, Listing


def _applications(user: User, query: Mapping[str, str]) -> QuerySet:
    applications = Application.objects.visible_to(user).with_parties()
    narrowed = filters.Applications(query, queryset=applications)
    return rows_as_asked(narrowed).order_by("-received_at", "-pk")


APPLICATIONS = Listing(
    name="applications",
    title="Applications",
    roles=READERS,
    rows=_applications,
    columns=(
        Column("Reference", "What people call it", lambda a: a.reference),
        Column("Provider", "Who applies", lambda a: a.provider.name),
        Column("Received", "When, in London", lambda a: a.received_at),
        Column("Round", "In which it is evaluated", lambda a: a.round and a.round.number),
        Column("Status", "Where it stands", lambda a: a.get_status_display()),
        Column("Opened", "When two officers had opened it", lambda a: a.opened_at),
    ),
)


def _clarifications(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = Clarification.objects.visible_to(user).select_related("vehicle", "round")
    return rows.oldest_first()


CLARIFICATIONS = Listing(
    name="clarifications",
    title="Questions about rounds",
    roles=(*COMMISSIONING, Role.AUDITOR, Role.PROVIDER),
    rows=_clarifications,
    columns=(
        Column("Vehicle", "About what", lambda c: c.vehicle.name),
        Column("Round", "About which round", lambda c: c.round and c.round.number),
        Column("Asked", "When, in London", lambda c: c.asked_at),
        Column(
            "Question",
            "As it was published; as it was asked, until it is answered",
            lambda c: c.published_question if c.answered_at else c.question,
        ),
        Column("Answer", "To all providers", lambda c: c.answer),
        Column("Answered", "When, in London", lambda c: c.answered_at),
    ),
)


def _evidence_requests(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = EvidenceRequest.objects.visible_to(user).select_related("application__provider")
    return rows.by_due()


EVIDENCE_REQUESTS = Listing(
    name="evidence-requests",
    title="Evidence requests",
    roles=READERS,
    rows=_evidence_requests,
    columns=(
        Column("Application", "Its reference", lambda r: r.application.reference),
        Column("Provider", "Who is asked", lambda r: r.application.provider.name),
        Column("Asked", "When, in London", lambda r: r.asked_at),
        Column("Due on", "The last day to answer", lambda r: r.due_on),
        Column(
            "Status",
            "Asked, answered or overdue, on the day of the list",
            lambda r: r.standing(timezone.localdate()),
        ),
    ),
)


def _tenders(user: User, query: Mapping[str, str]) -> QuerySet:
    return Round.objects.visible_to(user).not_closed().select_related("vehicle").by_time()


TENDERS = Listing(
    name="tenders",
    title="Rounds of tenders",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_tenders,
    columns=(
        Column("Vehicle", "What schools can join", lambda r: r.vehicle.name),
        Column("Round", "Its number", lambda r: r.number),
        Column("State", "Planned or open", lambda r: r.get_status_display()),
        Column("Opens", "As published", lambda r: r.opens_at),
        Column("Closes", "As published; that instant is late", lambda r: r.closes_at),
        Column("Questions until", "As published", lambda r: r.clarifications_close_at),
    ),
)
