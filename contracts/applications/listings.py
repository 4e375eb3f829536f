"""Applications, questions, evidence requests and the queue, as their pages and files list them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.db.models import QuerySet
from django.template.defaultfilters import pluralize
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from contracts.applications import by_deadline, filters
from contracts.applications.by_deadline import with_deadline_number
from contracts.applications.clocks import Clock, Clocks, Timekeeper
from contracts.applications.models import Application, Clarification, EvidenceRequest, Status
from contracts.arrangements.models import Round
from contracts.arrangements.permissions import COMMISSIONING, READERS
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, NUMBERS, STEPS, by_steps
from nmiss.base.core.rows import hidden_words, link
from nmiss.base.core.templatetags.components import day, status_tag
from nmiss.base.files.listings import record_of


def _applications(user: User, query: Mapping[str, str]) -> QuerySet:
    return Application.objects.visible_to(user)


def _status(application: Application) -> SafeString:
    """Where it stands, and whether its content is sealed."""
    tag = status_tag(application.get_status_display())
    return format_html("{} {}", tag, status_tag("sealed")) if application.is_sealed else tag


APPLICATIONS = List(
    name="applications",
    title="Applications",
    roles=READERS,
    rows=_applications,
    filters=filters.Applications,
    by="-received_at",
    facts=lambda applications, _: applications.with_parties(),
    columns=(
        Column(
            "Reference",
            "The name that people use",
            lambda a: a.reference,
            lambda a: link("contracts:application_detail", a.pk, a.reference),
            sort="reference",
            order="id",
            ways=NUMBERS,
        ),
        Column(
            "Provider",
            "Who applies",
            lambda a: a.provider.name,
            sort="provider",
            order="provider__name",
        ),
        Column(
            "Received",
            "When, in London",
            lambda a: a.received_at,
            sort="received",
            order="received_at",
            ways=DAYS,
        ),
        Column(
            "Round",
            "In which it is evaluated",
            lambda a: a.round and a.round.number,
            lambda a: str(a.round.number) if a.round else "None yet",
            sort="round",
            order="round__number",
            ways=NUMBERS,
        ),
        Column(
            "Status",
            "Its status",
            lambda a: a.get_status_display(),
            _status,
            sort="status",
            order=by_steps("status", Status.choices),
            ways=STEPS,
        ),
        Column("Opened", "When two officers had opened it", lambda a: a.opened_at, on_page=False),
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
        Column("Arrangement", "About what", lambda c: c.vehicle.name),
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
    seen = Application.objects.visible_to(user).with_clocks()
    if not query.get("round"):
        return seen.in_hand()
    return seen.in_round(record_of(query, "round", Round.objects.visible_to(user)))


def _whose(clocks: Clocks) -> SafeString:
    application = clocks.application
    words = link("contracts:application_detail", application.pk, application.reference)
    html = '{}<br><span class="govuk-!-font-weight-regular">{}</span>'
    return format_html(html, words, application.provider)


def _state(clocks: Clocks) -> SafeString:
    application = clocks.application
    return status_tag("queued" if application.is_queued else application.get_status_display())


def _age(clocks: Clocks) -> SafeString:
    html = '{}<br><span class="govuk-hint">{} working day{} old</span>'
    return format_html(html, day(clocks.application.received_at), clocks.age, pluralize(clocks.age))


def _clock(clock: Clock | None, *, binds: bool) -> SafeString:
    """A deadline of a row; the law stands once above the table."""
    shown = {"clock": clock, "binds": binds, "is_brief": True}
    return render_to_string("contracts/applications/_clock.html", shown)


def _can_do(clocks: Clocks) -> SafeString:
    return render_to_string("contracts/applications/_can_do.html", {"clocks": clocks})


RECEIVED = List(
    name="received",
    title="Applications",
    roles=READERS,
    rows=_queue,
    by=by_deadline.FIELD,
    facts=lambda rows, asked: with_deadline_number(rows),
    work_out=_with_clocks,
    columns=(
        Column(
            "Application",
            "Its reference",
            lambda c: c.application.reference,
            _whose,
            sort="application",
            order="id",
            ways=NUMBERS,
        ),
        Column("Provider", "Who applies", lambda c: c.application.provider.name, on_page=False),
        Column(
            "State",
            "Its status",
            lambda c: c.application.get_status_display(),
            _state,
            label="Status",
            sort="status",
            order=by_steps("status", Status.choices),
            ways=STEPS,
        ),
        Column(
            "Received",
            "By the database's clock",
            lambda c: c.application.received_at,
            _age,
            sort="received",
            order="received_at",
            ways=DAYS,
        ),
        Column(
            "Round",
            "The round it is evaluated in",
            lambda c: c.application.round.number if c.application.round else "",
            on_page=False,
        ),
        Column(
            "Working days old",
            "Since its receipt, which does not count",
            lambda c: c.age,
            on_page=False,
        ),
        Column(
            "Legal deadline",
            "The last day that the law allows",
            lambda c: c.statutory.due_on if c.statutory else "",
            lambda c: _clock(c.statutory, binds=c.statutory_binds),
            label="Legal deadline",
            css="nmiss-roomy",
            sort="deadline",
            order=by_deadline.FIELD,
            ways=("soonest first", "latest first"),
        ),
        Column(
            "State of the legal deadline",
            "On time, due soon, last day, overdue; met, missed or stopped",
            lambda c: c.statutory.state if c.statutory else "",
            on_page=False,
        ),
        Column(
            "Source",
            "The regulation that sets it",
            lambda c: c.statutory.source if c.statutory else "",
            on_page=False,
        ),
        Column(
            "Round deadline",
            "The end of the round's evaluation, as published",
            lambda c: c.round.due_on if c.round else "",
            lambda c: _clock(c.round, binds=c.round_binds),
            label="Round timetable",
            css="nmiss-roomy",
        ),
        Column(
            "Applies",
            "Which deadline applies",
            lambda c: "Round" if c.round_binds else "Law",
            on_page=False,
        ),
        Column("Actions", cell=_can_do, roles=COMMISSIONING),
    ),
)
