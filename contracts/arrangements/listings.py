"""The queue, rounds, notices and the law's numbers to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from django.db.models import QuerySet

from contracts.arrangements.models import EvaluationScheme, Notice, Regime, Round, Vehicle
from contracts.arrangements.permissions import READERS
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.files.listings import record_of

LAWS = dict(Regime.choices)


def _rounds(user: User, query: Mapping[str, str]) -> QuerySet:
    return Round.objects.visible_to(user).select_related("vehicle").by_time()


ROUNDS = List(
    name="rounds",
    title="Rounds",
    roles=READERS,
    rows=_rounds,
    columns=(
        Column("Vehicle", "The arrangement that it belongs to", lambda r: r.vehicle.name),
        Column("Round", "Its number", lambda r: r.number),
        Column("State", "Planned, open or closed", lambda r: r.get_status_display()),
        Column("Opens", "As published", lambda r: r.opens_at),
        Column("Closes", "As published; that instant is late", lambda r: r.closes_at),
        Column("Evaluation ends", "As published", lambda r: r.evaluation_ends_on),
    ),
)


def _changes(user: User, query: Mapping[str, str]) -> list[tuple]:
    found = record_of(query, "round", Round.objects.visible_to(user))
    people = ("proposed_by", "agreed_by")
    later = found.extensions.select_related(*people).order_by("pk")
    windows = found.recovery_windows.select_related("provider", *people).order_by("pk")
    return [
        *(("Later closing", "Everybody", each) for each in later),
        *(("Recovery window", each.provider.name, each) for each in windows),
    ]


ROUND_CHANGES = List(
    name="round-changes",
    title="Later closings and recovery windows of a round",
    roles=READERS,
    rows=_changes,
    columns=(
        Column("What", "A later closing, or a window for one provider", itemgetter(0)),
        Column("For", "Whom", itemgetter(1)),
        Column("Until", "The instant that is late", lambda row: row[2].closes_at),
        Column("Reason", "As its proposer gave it", lambda row: row[2].reason),
        Column("Proposed by", "An officer", lambda row: str(row[2].proposed_by)),
        Column("Proposed", "When, in London", lambda row: row[2].proposed_at),
        Column("Agreed by", "Another", lambda row: str(row[2].agreed_by or "")),
        Column("Agreed", "When, in London", lambda row: row[2].agreed_at),
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
        Column("Vehicle", "The arrangement", lambda v: v.name),
        Column("Kind", "DPS, dynamic market, framework or spot", lambda v: v.get_kind_display()),
        Column("Law", "By the day of its establishment", lambda v: v.regime.label),
        Column("Established on", "Decides which law", lambda v: v.established_on),
        Column("From", "First day of its term", lambda v: v.starts_on),
        Column("To", "Last day of its term, where there is one", lambda v: v.ends_on),
        Column("Advertised value", "In pounds", lambda v: v.advertised_value),
        Column("Basis", "Of the value", lambda v: v.get_value_basis_display()),
        Column("Rounds bind", "Which clock counts", lambda v: v.get_round_mode_display()),
        Column("References", "Of its notices", lambda v: v.references),
    ),
)


def _notices(user: User, query: Mapping[str, str]) -> QuerySet:
    return Notice.objects.visible_to(user).select_related("vehicle").newest_first()


NOTICES = List(
    name="notices",
    title="Register of notices",
    roles=READERS,
    rows=_notices,
    columns=(
        Column("Vehicle", "What the notice is about", lambda n: n.vehicle.name),
        Column("Notice", "Its form", lambda n: n.get_kind_display()),
        Column("Sent on", "The day it was sent", lambda n: n.sent_on),
        Column("Reference", "As Find a Tender gives it", lambda n: n.reference),
        Column("Awards of", "First day of the quarter it covers", lambda n: n.quarter),
        Column("Warning", "What is doubtful about it", lambda n: n.warning),
    ),
)


def _days_off(user: User, query: Mapping[str, str]) -> QuerySet:
    return NonWorkingDay.objects.order_by("-day")


DAYS_OFF = List(
    name="days-off",
    title="Days off",
    roles=READERS,
    rows=_days_off,
    columns=(
        Column("Day", "On which our offices are closed", lambda d: d.day),
        Column("Reason", "Why", lambda d: d.reason),
    ),
)


def _numbers(user: User, query: Mapping[str, str]) -> QuerySet:
    return LegalParameter.objects.order_by("regime", "key", "valid_from")


LEGAL_NUMBERS = List(
    name="legal-numbers",
    title="The law's numbers",
    roles=READERS,
    rows=_numbers,
    columns=(
        Column("What it limits", "In words", lambda n: n.meaning),
        Column("Number", "How many", lambda n: n.value),
        Column("Unit", "Of what", lambda n: n.unit),
        Column(
            "Law", "Under which a vehicle was established", lambda n: LAWS.get(n.regime, n.regime)
        ),
        Column("From", "First day in force", lambda n: n.valid_from),
        Column("To", "Last day in force, where known", lambda n: n.valid_to),
        Column("Source", "Where it stands", lambda n: n.source),
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
        Column("Vehicle", "What schools can join", lambda r: r.vehicle.name),
        Column("Round", "Its number", lambda r: r.number),
        Column("State", "Planned or open", lambda r: r.get_status_display()),
        Column("Opens", "As published", lambda r: r.opens_at),
        Column("Closes", "As published; that instant is late", lambda r: r.closes_at),
        Column("Questions until", "As published", lambda r: r.clarifications_close_at),
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
        Column("Title", "What it is about", itemgetter(2)),
        Column("Weight", "Out of 100", itemgetter(3)),
        Column("Most words", "Of an answer", itemgetter(4)),
        Column("Lot", "Whose minimum it is", lambda row: str(row[5])),
        Column("At least", "The least score; of the total, the threshold", itemgetter(6)),
    ),
)
