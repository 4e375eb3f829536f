"""The queue, rounds, notices and the law's numbers to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter

from django.db.models import QuerySet
from django.utils import timezone

from contracts.models import Application, Notice, Regime, Round, Vehicle
from contracts.rounds import dashboard
from contracts.rounds.clocks import LawBook
from nmiss.accounts.models import Role, User
from nmiss.core.models import LegalParameter, NonWorkingDay
from nmiss.files.listings import CHUNK, Column, Listing, record_of

LAWS = dict(Regime.choices)
WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


class Clocked(Listing):
    """Applications with their clocks: what these are counted from is read once."""

    def cells(self, rows: QuerySet) -> Iterator[list[object]]:
        book, today = LawBook.read(), timezone.localdate()
        for row in rows.iterator(chunk_size=CHUNK):
            clocks = book.clocks(row, today=today)
            yield [column.value(clocks) for column in self.columns]


def _applications(user: User, query: Mapping[str, str]) -> QuerySet:
    """Those of a round, where the address names one; else those to be decided."""
    seen = Application.objects.visible_to(user).with_clocks().oldest_first()
    if not query.get("round"):
        return seen.in_hand()
    return seen.in_round(record_of(query, "round", Round.objects.visible_to(user)))


APPLICATIONS = Clocked(
    name="received",
    title="Applications",
    roles=WHO,
    rows=_applications,
    columns=(
        Column("Application", "Its reference", lambda c: c.application.reference),
        Column("Provider", "Who applies", lambda c: c.application.provider.name),
        Column("State", "Where it stands", lambda c: c.application.get_status_display()),
        Column("Received", "By the database's clock", lambda c: c.application.received_at),
        Column(
            "Round",
            "The batch it is evaluated in",
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


def _rounds(user: User, query: Mapping[str, str]) -> QuerySet:
    return Round.objects.visible_to(user).select_related("vehicle").by_time()


ROUNDS = Listing(
    name="rounds",
    title="Rounds",
    roles=WHO,
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


def _figures(user: User, query: Mapping[str, str]) -> list[tuple]:
    """What a round has come to, figure by figure, as its page has it."""
    found = record_of(query, "round", Round.objects.visible_to(user))
    own = Application.objects.visible_to(user).in_round(found)
    counts, days = dashboard.counts(own), dashboard.days_to_decision(own)
    return [
        ("Applications", "Received", "", counts.received, ""),
        ("Applications", "Queued for a round", "", counts.queued, ""),
        ("Applications", "In a round, or under evaluation", "", counts.under_way, ""),
        ("Applications", "Decided", "", counts.decided, ""),
        ("Days from receipt to decision", "Median", "", "" if days is None else round(days, 1), ""),
        *(
            (f"Question {each.number}", each.title, each.lot, each.passed, each.scored)
            for each in dashboard.pass_rates(found)
        ),
        *(("Need", each.need, "", each.places, each.schools) for each in dashboard.capacity(found)),
    ]


ROUND_FIGURES = Listing(
    name="round-figures",
    title="Figures of a round",
    roles=WHO,
    rows=_figures,
    columns=(
        Column("Of", "Applications, a question or a need", itemgetter(0)),
        Column("What", "What is counted", itemgetter(1)),
        Column("Lot", "Of which lot the minimum is", itemgetter(2)),
        Column("Number", "How many; of a question, that reach the minimum", itemgetter(3)),
        Column("Out of", "Scored; of a need, schools that offer the places", itemgetter(4)),
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


ROUND_CHANGES = Listing(
    name="round-changes",
    title="Later closings and recovery windows of a round",
    roles=WHO,
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


VEHICLES = Listing(
    name="vehicles",
    title="Vehicles",
    roles=WHO,
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


NOTICES = Listing(
    name="notices",
    title="Register of notices",
    roles=WHO,
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


DAYS_OFF = Listing(
    name="days-off",
    title="Days off",
    roles=WHO,
    rows=_days_off,
    columns=(
        Column("Day", "On which our offices are closed", lambda d: d.day),
        Column("Reason", "Why", lambda d: d.reason),
    ),
)


def _numbers(user: User, query: Mapping[str, str]) -> QuerySet:
    return LegalParameter.objects.order_by("regime", "key", "valid_from")


LEGAL_NUMBERS = Listing(
    name="legal-numbers",
    title="The law's numbers",
    roles=WHO,
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
