"""Rounds, arrangements, decisions, notices, tenders and the law's numbers, as pages list them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter

from django.db.models import QuerySet
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from contracts.arrangements import permissions
from contracts.arrangements.models import (
    ApprovalLimit,
    Decision,
    EvaluationScheme,
    Matter,
    Notice,
    Regime,
    Round,
    Vehicle,
)
from contracts.arrangements.permissions import COMMISSIONING, READERS
from contracts.arrangements.proposing import NAMES, changes_of
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.addresses import address_of
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.core.orders import DAYS, NUMBERS, by_words
from nmiss.base.core.rows import NUMERIC, hidden_words, link
from nmiss.base.core.templatetags.components import day, money, status_tag
from nmiss.base.files.listings import record_of

LAWS = dict(Regime.choices) | {
    "executive": "Executive decisions",
    "send": "Special educational needs",
}


def _rounds(user: User, query: Mapping[str, str]) -> QuerySet:
    return Round.objects.visible_to(user).select_related("vehicle").by_time()


def _round(asked: Asked) -> Callable[[Round], SafeString]:
    """Its number, and of which vehicle, but on the page of one."""
    with_vehicle = "vehicle" not in asked.known

    def cell(round: Round) -> SafeString:
        words = '<a class="govuk-link nmiss-unbroken" href="{}">Round {}</a>{}'
        address = address_of("contracts:round_detail", round.pk)
        vehicle = '<br><span class="govuk-!-font-weight-regular">{}</span>'
        of = format_html(vehicle, round.vehicle.name) if with_vehicle else ""
        return format_html(words, address, round.number, of)

    return cell


ROUNDS = List(
    name="rounds",
    title="Rounds",
    roles=READERS,
    rows=_rounds,
    columns=(
        Column(
            "Vehicle",
            "The arrangement that it belongs to",
            lambda r: r.vehicle.name,
            on_page=False,
        ),
        Column("Round", "Its number", lambda r: r.number, cell_for=_round),
        Column(
            "State",
            "Planned, open or closed",
            lambda r: r.get_status_display(),
            lambda r: status_tag(r.get_status_display()),
            label="Status",
        ),
        Column("Opens", "As published", lambda r: r.opens_at),
        Column("Closes", "As published; that instant is late", lambda r: r.closes_at),
        Column("Evaluation ends", "As published", lambda r: r.evaluation_ends_on),
    ),
)


def _changes(user: User, query: Mapping[str, str]) -> QuerySet:
    found = record_of(query, "round", Round.objects.visible_to(user))
    return changes_of(found, user).with_people()


ROUND_CHANGES = List(
    name="round-changes",
    title="Later closings and recovery windows of a round",
    roles=READERS,
    rows=_changes,
    columns=(
        Column("Kind", "A later closing, or a window for one provider", lambda p: NAMES[p.kind]),
        Column("For", "Whom", lambda p: getattr(p.data, "provider_name", "Everybody")),
        Column("Until", "The instant that is late", lambda p: p.data.closes_at),
        Column("Reason", "As its proposer gave it", lambda p: p.reason),
        Column("Proposed by", "An officer", lambda p: str(p.proposed_by)),
        Column("Proposed", "When, in London", lambda p: p.proposed_at),
        Column("State", "Waiting, agreed, declined or withdrawn", lambda p: p.standing),
        Column("Decided by", "Another", lambda p: str(p.decided_by or "")),
        Column("Decided", "When, in London", lambda p: p.decided_at),
        Column("Reason for declining", "Where declined", lambda p: p.declined_because),
    ),
)


def _vehicles(user: User, query: Mapping[str, str]) -> QuerySet:
    return Vehicle.objects.visible_to(user).by_name()


VEHICLES = List(
    name="vehicles",
    title="Vehicles",
    roles=READERS,
    rows=_vehicles,
    columns=(
        Column("Arrangement", "The arrangement", lambda v: v.name),
        Column("Kind", "DPS, dynamic market, framework or spot", lambda v: v.get_kind_display()),
        Column("Law", "By the day of its establishment", lambda v: v.regime.label),
        Column("Established on", "Decides which law", lambda v: v.established_on),
        Column("From", "First day of its term", lambda v: v.starts_on),
        Column("To", "The end in effect, where there is one", lambda v: v.ends_on),
        Column("Latest end", "With all options to extend", lambda v: v.latest_ends_on),
        Column("Advertised value", "In pounds", lambda v: v.advertised_value),
        Column("Basis", "Of the value", lambda v: v.get_value_basis_display()),
        Column("Rounds bind", "Which deadline applies", lambda v: v.get_round_mode_display()),
        Column("References", "Of its notices", lambda v: v.references),
    ),
)


def _decisions(user: User, query: Mapping[str, str]) -> QuerySet:
    return Decision.objects.visible_to(user).select_related("vehicle").newest_first()


DECISIONS = List(
    name="decisions",
    title="Executive decisions",
    roles=READERS,
    rows=_decisions,
    columns=(
        Column(
            "Number",
            "As it was published",
            lambda d: d.number,
            lambda d: link("contracts:decision_detail", d.pk, d.number),
        ),
        Column("Title", "Of the report", lambda d: d.title),
        Column("Arrangement", "The arrangement that it is about", lambda d: str(d.vehicle or "")),
        Column("Key", "Whether it is a key decision", lambda d: "Yes" if d.is_key else "No"),
        Column("Decided", "The day it was taken", lambda d: d.decided_on),
        Column("Published", "The day it was published", lambda d: d.published_on),
        Column("Call-in ends", "The last day", lambda d: d.call_in_ends_on, on_page=False),
        Column("In effect from", "The first day of effect", lambda d: d.effective_on),
        Column(
            "Status",
            "Planned, taken, in call-in or in effect",
            lambda d: d.standing(timezone.localdate()),
            lambda d: status_tag(d.standing(timezone.localdate())),
        ),
    ),
)


def _limits(user: User, query: Mapping[str, str]) -> QuerySet:
    return ApprovalLimit.objects.visible_to(user).with_standing(timezone.localdate()).by_office()


def _increase(limit: ApprovalLimit) -> str:
    if limit.percent_up_to is None:
        return "No limit" if limit.matter == Matter.FEES else ""
    return f"{limit.percent_up_to.normalize():f}%"


APPROVAL_LIMITS = List(
    name="approval-limits",
    title="Scheme of delegation",
    roles=READERS,
    rows=_limits,
    is_whole=True,
    columns=(
        Column("Job title", "Who may approve", lambda x: x.office),
        Column("Approves", "Which matter", lambda x: x.get_matter_display()),
        Column(
            "Up to",
            "The greatest value in pounds a year; empty where there is no limit",
            lambda x: x.up_to,
            lambda x: "No limit" if x.up_to is None else money(x.up_to),
            css=NUMERIC,
        ),
        Column(
            "Increase up to",
            "The greatest increase of fees in per cent; empty where there is no limit",
            lambda x: x.percent_up_to,
            lambda x: _increase(x),
            css=NUMERIC,
        ),
        Column("Valid from", "The first day", lambda x: x.valid_from),
        Column(
            "Status",
            "In force, planned, or succeeded by a later row",
            lambda x: x.standing,
            lambda x: status_tag(x.standing),
        ),
    ),
)


def _notices(user: User, query: Mapping[str, str]) -> QuerySet:
    return Notice.objects.visible_to(user).select_related("vehicle").newest_first()


def _reference(notice: Notice) -> SafeString | str:
    if not notice.warning:
        return notice.reference
    return format_html("{}<br><strong>Warning:</strong> {}", notice.reference, notice.warning)


NOTICES = List(
    name="notices",
    title="Register of notices",
    roles=READERS,
    rows=_notices,
    columns=(
        Column("Arrangement", "Its arrangement", lambda n: n.vehicle.name, on_page=False),
        Column("Notice", "Its form", lambda n: n.get_kind_display()),
        Column("Sent on", "The day it was sent", lambda n: n.sent_on),
        Column("Reference", "As Find a Tender gives it", lambda n: n.reference, _reference),
        Column(
            "Awards of",
            "First day of the quarter it covers",
            lambda n: n.quarter,
            lambda n: f"the quarter from {day(n.quarter)}" if n.quarter else "",
        ),
        Column("Warning", "A doubt about the notice", lambda n: n.warning, on_page=False),
    ),
)


def _days_off(user: User, query: Mapping[str, str]) -> QuerySet:
    return NonWorkingDay.objects.all()


def _work_after_all(asked: Asked) -> Callable[[NonWorkingDay], SafeString]:
    """A button for each day that is not over."""
    today, template = timezone.localdate(), "contracts/arrangements/_day_off_remove.html"

    def cell(day_off: NonWorkingDay) -> SafeString:
        if day_off.day < today:
            return SafeString("")
        return render_to_string(template, {"day_off": day_off}, request=asked.request)

    return cell


DAYS_OFF = List(
    name="days-off",
    title="Office closures",
    roles=READERS,
    rows=_days_off,
    by="-day",
    columns=(
        Column("Day", "On which our offices are closed", lambda d: d.day, sort="day", ways=DAYS),
        Column("Reason", "Why", lambda d: d.reason, sort="reason"),
        Column("Actions", cell_for=_work_after_all, roles=COMMISSIONING),
    ),
)


def _numbers(user: User, query: Mapping[str, str]) -> QuerySet:
    return LegalParameter.objects.order_by("regime", "key", "valid_from")


def _in_force(asked: Asked) -> Callable[[LegalParameter], SafeString | str]:
    """The days of a number, and of the last one the way to write down what follows."""
    may_succeed = permissions.can_change_the_laws_numbers(asked.user)

    def cell(number: LegalParameter) -> SafeString | str:
        words = f"from {day(number.valid_from)}"
        if number.valid_to:
            return f"{words} to {day(number.valid_to)}"
        if not may_succeed:
            return words
        following = link("contracts:legal_number_succeed", number.pk, "A new number")
        unseen = f" of what {number.meaning} limits"
        return format_html("{}<br>{}", words, hidden_words(following, unseen))

    return cell


LEGAL_NUMBERS = List(
    name="legal-numbers",
    title="Legal time limits",
    roles=READERS,
    rows=_numbers,
    usual="By law",
    caption="Numbers of procurement law",
    columns=(
        Column("Limit", "In words", lambda n: n.meaning, sort="meaning"),
        Column(
            "Number",
            "How many",
            lambda n: n.value,
            lambda n: f"{n.value} {n.unit}",
            sort="number",
            order="value",
            ways=NUMBERS,
            css=NUMERIC,
        ),
        Column("Unit", "Of what", lambda n: n.unit, on_page=False),
        Column(
            "Law",
            "Under which an arrangement was established",
            lambda n: LAWS.get(n.regime, n.regime),
            sort="law",
            order=by_words("regime", LAWS.items()),
        ),
        Column(
            "From",
            "First day in force",
            lambda n: n.valid_from,
            cell_for=_in_force,
            label="In force",
            sort="from",
            order="valid_from",
            ways=DAYS,
        ),
        Column("To", "Last day in force, where known", lambda n: n.valid_to, on_page=False),
        Column("Source", "The regulation or section", lambda n: n.source),
    ),
)


def _tenders(user: User, query: Mapping[str, str]) -> QuerySet:
    return Round.objects.visible_to(user).not_closed().select_related("vehicle").by_time()


TENDERS = List(
    name="tenders",
    title="Rounds of tenders",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_tenders,
    columns=(
        Column(
            "Arrangement",
            "Its arrangement",
            lambda r: r.vehicle.name,
            on_page=False,
        ),
        Column("Round", "Its number", lambda r: r.number, lambda r: f"Round {r.number}"),
        Column(
            "State",
            "Planned or open",
            lambda r: r.get_status_display(),
            lambda r: status_tag(r.get_status_display()),
        ),
        Column("Opens", "As published", lambda r: r.opens_at),
        Column("Closes", "As published; that instant is late", lambda r: r.closes_at),
        Column("Questions until", "As published", lambda r: r.clarifications_close_at),
        Column("Evaluated by", "As published", lambda r: r.evaluation_ends_on),
        Column(
            "Notice",
            "Our description of the round",
            lambda r: r.notice_text,
            lambda r: linebreaksbr(r.notice_text),
        ),
    ),
)


def _scheme(user: User, query: Mapping[str, str]) -> list[tuple]:
    """A row for each question and lot; last, the least total of each lot."""
    found = record_of(query, "scheme", EvaluationScheme.objects.visible_to(user).whole())
    thresholds = sorted(found.thresholds.all(), key=lambda each: each.lot.number)
    questions = sorted(found.questions.all(), key=lambda each: each.number)
    asked = [
        (
            *(each.number, each.section, each.title, each.weight, each.word_limit),
            *(threshold.lot, threshold.minimum_of(each)),
        )
        for each in questions
        for threshold in thresholds
    ]
    totals = [
        ("", "", "Total", found.weight, "", threshold.lot, threshold.total_minimum)
        for threshold in thresholds
    ]
    return asked + totals


SCHEME = List(
    name="scheme",
    title="Evaluation scheme",
    roles=READERS,
    rows=_scheme,
    columns=(
        Column("Question", "Its number", itemgetter(0)),
        Column("Section", "Of the questionnaire", itemgetter(1)),
        Column("Title", "Its subject", itemgetter(2)),
        Column("Weight", "Out of 100", itemgetter(3)),
        Column("Most words", "Of an answer", itemgetter(4)),
        Column("Lot", "Whose minimum it is", lambda row: str(row[5])),
        Column("At least", "The least score; of the total, the threshold", itemgetter(6)),
    ),
)
