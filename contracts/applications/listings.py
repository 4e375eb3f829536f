"""Applications, questions, evidence requests and tenders to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString

from contracts.applications import filters
from contracts.applications.clocks import Clocks, Timekeeper
from contracts.applications.models import Application, Clarification, EvidenceRequest
from contracts.arrangements.models import Round
from contracts.arrangements.permissions import COMMISSIONING, READERS
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.forms import rows_as_asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import hidden_words, link
from nmiss.base.core.templatetags.components import day, status_tag
from nmiss.base.files.listings import record_of


def _applications(user: User, query: Mapping[str, str]) -> QuerySet:
    applications = Application.objects.visible_to(user).with_parties()
    narrowed = filters.Applications(query, queryset=applications)
    return rows_as_asked(narrowed).order_by("-received_at", "-pk")


APPLICATIONS = List(
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


CLARIFICATIONS = List(
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
    return EvidenceRequest.objects.visible_to(user).select_related("application__provider")


def _request(request: EvidenceRequest) -> SafeString:
    words = link("contracts:evidence_request_detail", request.pk, request.application.reference)
    return hidden_words(words, f", request {request.pk}")


def _standing(asked: Asked) -> Callable[[EvidenceRequest], SafeString]:
    today = timezone.localdate()
    return lambda request: status_tag(request.standing(today))


EVIDENCE_REQUESTS = List(
    name="evidence-requests",
    title="Evidence requests",
    roles=READERS,
    rows=_evidence_requests,
    by="due_on",
    columns=(
        Column(
            "Application",
            "Its reference",
            lambda r: r.application.reference,
            _request,
            sort="application",
            order="application_id",
            ways=DAYS,
        ),
        Column(
            "Provider",
            "Who is asked",
            lambda r: r.application.provider.name,
            sort="provider",
            order="application__provider__name",
        ),
        Column(
            "Asked",
            "When, in London",
            lambda r: r.asked_at,
            lambda r: day(r.asked_at),
            sort="asked",
            order="asked_at",
            ways=DAYS,
        ),
        Column(
            "Due on",
            "The last day to answer",
            lambda r: r.due_on,
            label="Due",
            sort="due",
            order="due_on",
            ways=("soonest first", "latest first"),
        ),
        Column(
            "Status",
            "Asked, answered or overdue, on the day of the list",
            lambda r: r.standing(timezone.localdate()),
            cell_for=_standing,
        ),
    ),
)


def _with_clocks(some: Sequence[Application], asked: Asked) -> list[Clocks]:
    """Applications with their clocks: what these are counted from is read once."""
    timekeeper, today = Timekeeper.ready(), timezone.localdate()
    return [timekeeper.clocks(each, today=today) for each in some]


def _queue(user: User, query: Mapping[str, str]) -> QuerySet:
    """Those of a round, where the address names one; else those to be decided."""
    seen = Application.objects.visible_to(user).with_clocks().oldest_first()
    if not query.get("round"):
        return seen.in_hand()
    return seen.in_round(record_of(query, "round", Round.objects.visible_to(user)))


RECEIVED = List(
    name="received",
    title="Applications",
    roles=READERS,
    rows=_queue,
    work_out=_with_clocks,
    columns=(
        Column("Application", "Its reference", lambda c: c.application.reference),
        Column("Provider", "Who applies", lambda c: c.application.provider.name),
        Column("State", "Where it stands", lambda c: c.application.get_status_display()),
        Column("Received", "By the database's clock", lambda c: c.application.received_at),
        Column(
            "Round",
            "The round it is evaluated in",
            lambda c: c.application.round.number if c.application.round else "",
        ),
        Column("Working days old", "Since its receipt, which does not count", lambda c: c.age),
        Column(
            "Law's limit",
            "The last day of the statutory clock",
            lambda c: c.statutory.due_on if c.statutory else "",
        ),
        Column(
            "State of the law's clock",
            "On time, due soon, last day, overdue; met, missed or stopped",
            lambda c: c.statutory.state if c.statutory else "",
        ),
        Column(
            "Source",
            "Where the number stands",
            lambda c: c.statutory.source if c.statutory else "",
        ),
        Column(
            "Round's limit",
            "The end of the round's evaluation, as published",
            lambda c: c.round.due_on if c.round else "",
        ),
        Column("Binds", "Which clock counts", lambda c: "Round" if c.round_binds else "Law"),
    ),
)
