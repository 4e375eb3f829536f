"""Memberships come in: which school was in which lot, from when to when, run by whom."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower
from django.utils import timezone

from contracts.arrangements.models import Lot, Vehicle
from contracts.membership.models import Membership
from contracts.membership.vehicles_of_rows import Arrangement, Arrangements
from nmiss.base.core.documents import day
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Fault, Row
from nmiss.base.importing.tables import Table
from providers.company_numbers import company_number
from providers.models import Provider, School

Key = tuple[int, str, int, datetime.date]


@dataclass(frozen=True)
class _Entry:
    row: Row
    urn: int
    vehicle: Arrangement
    lot: int
    admitted_on: datetime.date
    left_on: datetime.date | None
    provider: str
    company_number: str

    @property
    def key(self) -> Key:
        return self.urn, self.vehicle.name, self.lot, self.admitted_on

    @property
    def reference(self) -> str:
        of = "" if self.vehicle.is_the_dps else f" of {self.vehicle.name}"
        return f"school {self.urn} in lot {self.lot}{of} from {self.admitted_on}"

    def outlasts(self, day: datetime.date) -> bool:
        """Whether it would be in force after a day."""
        return self.left_on is None or self.left_on > day

    @property
    def owner(self) -> str:
        """What tells one provider from another: its company number, else its name."""
        return self.company_number or self.provider.lower()


class MemberIntake:
    """The rows of one file, beside the memberships that we have.

    A membership is known by school, vehicle, lot and first day. A row with nothing wrong in it but
    a missing company number belongs to the provider of its name, where there is one.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.entries = _named_alike(_read(self.table))
        self.known = _known(self.entries)
        _check_overlaps(self.entries, self.known)
        _check_endings(self.entries, self.known)

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for entry in self.entries.values():
            member = self.known.get(entry.key)
            new = New(entry.row.line, entry.reference, entry.provider)
            outcome.count(new, known=member is not None, changes=_changes(member, entry))
        outcome.notes += _ended(self.entries.values(), today=timezone.localdate())

    def write(self) -> None:
        _write(list(self.entries.values()), self.known)


def _read(table: Table) -> dict[Key, _Entry]:
    urns = frozenset(School.objects.values_list("urn", flat=True))
    arrangements = Arrangements.read()
    entries: dict[Key, _Entry] = {}
    for row in table.rows():
        entry = _entry(row, urns, arrangements)
        if entry is None:
            continue
        if entry.key in entries:
            line = entries[entry.key].row.line
            row.fault("school_urn", f"line {line} has this school, lot and first day: keep one row")
            continue
        entries[entry.key] = entry
    return entries


def _entry(row: Row, urns: frozenset[int], arrangements: Arrangements) -> _Entry | None:
    before = row.faults_so_far
    urn = row.whole("school_urn")
    if urn not in urns and row.faults_so_far == before:
        row.fault("school_urn", "no school has this URN: import the schools first, or correct it")
    lot = row.whole("lot")
    admitted_on, left_on = row.required_day("admitted_on"), row.day("left_on")
    vehicle = arrangements.of(row, admitted_on)
    if vehicle and lot not in vehicle.lots:
        row.fault("lot", "give " + " or ".join(map(str, sorted(vehicle.lots))))
    if vehicle and admitted_on and admitted_on < vehicle.starts_on:
        row.warn("admitted_on", f"{vehicle.name} began on {day(vehicle.starts_on)}: check the day")
    if admitted_on and left_on and left_on < admitted_on:
        remedy = f"the last day is before the first, {admitted_on}: correct one of them"
        row.fault("left_on", remedy)
    provider = row.name_of_somebody("provider_name", longest=200)
    number = row.read("company_number", company_number) or ""
    if row.faults_so_far > before:
        return None
    name = " ".join(provider.split())
    return _Entry(row, urn, vehicle, lot, admitted_on, left_on, name, number)


def _ended(entries: Collection[_Entry], *, today: datetime.date) -> list[Fault]:
    """Say of which vehicles the term is over, and what to do if it was extended."""
    ended = {entry.vehicle for entry in entries if entry.vehicle.ends_on}
    return [
        Fault(
            1,
            "whole file",
            "",
            f"the term of {vehicle.name} ended on {day(vehicle.ends_on)}: no school is a member "
            "after that day. If options to extend are in effect, import the decisions that used "
            "them (import_decisions)",
        )
        for vehicle in sorted(ended, key=lambda each: each.name)
        if vehicle.ends_on < today
        and any(each.vehicle == vehicle and each.outlasts(vehicle.ends_on) for each in entries)
    ]


def _named_alike(entries: dict[Key, _Entry]) -> dict[Key, _Entry]:
    """Each with the company number of its provider, and one name for each provider."""
    numbers: dict[str, set[str]] = defaultdict(set)
    providers = Provider.objects.exclude(company_number="").annotate(alike=Lower("name"))
    alike = {entry.provider.lower() for entry in entries.values() if not entry.company_number}
    for name, number in providers.filter(alike__in=alike).values_list("alike", "company_number"):
        numbers[name].add(number)
    for entry in entries.values():
        if entry.company_number:
            numbers[entry.provider.lower()].add(entry.company_number)
    owners: dict[str, _Entry] = {}
    for key, entry in entries.items():
        own = numbers[entry.provider.lower()]
        if not entry.company_number and len(own) > 1:
            remedy = "several providers have this name: enter the company number"
            entry.row.fault("company_number", remedy)
        elif not entry.company_number and own:
            entries[key] = entry = replace(entry, company_number=next(iter(own)))
        first = owners.setdefault(entry.owner, entry)
        if first.provider != entry.provider:
            remedy = f'line {first.row.line} calls it "{first.provider}"'
            entry.row.fault("provider_name", remedy)
    return entries


def _known(entries: dict[Key, _Entry]) -> dict[Key, Membership]:
    urns = {urn for urn, *_ in entries}
    memberships = Membership.objects.filter(school__urn__in=urns).select_related(
        "school__provider", "lot__vehicle", "provider", "goes_on_as__school",
        "goes_on_as__goes_on_as",
    )  # fmt: skip
    return {(m.school.urn, m.lot.vehicle.name, m.lot.number, m.admitted_on): m for m in memberships}


def _check_overlaps(entries: dict[Key, _Entry], known: dict[Key, Membership]) -> None:
    """No school is in one lot twice on one day, among the file's rows and those kept."""
    spans = defaultdict(list)
    for entry in entries.values():
        spans[entry.key[:3]].append((entry.admitted_on, entry.left_on, entry.row))
    for key, membership in known.items():
        if key not in entries:
            spans[key[:3]].append((membership.admitted_on, membership.left_on, None))
    for terms in spans.values():
        _check_order(sorted(terms, key=lambda term: term[0]))


def _check_endings(entries: dict[Key, _Entry], known: dict[Key, Membership]) -> None:
    """What was removed, or left, by a decision here is not brought back by a file."""
    for key, entry in entries.items():
        member = known.get(key)
        if member and member.goes_on_as and _last_day(member, entry) != member.left_on:
            after = member.goes_on_as
            remedy = (
                f"this membership continues at the school’s successor, URN {after.school.urn}, "
                f"from {after.admitted_on}: enter {member.left_on} here, and a row of its own to "
                "that"
            )
            entry.row.fault("left_on", remedy)
        elif member and member.leaving and member.left_on != entry.left_on:
            remedy = f"the school leaves this lot on {member.left_on}, as decided here: enter that"
            entry.row.fault("left_on", remedy)


def _last_day(member: Membership, entry: _Entry) -> datetime.date | None:
    """What a row says of the last day. A row that knows nothing of a new number is not wrong:
    it tells when the membership ends that goes on under that number.
    """
    if member.goes_on_as and entry.left_on == member.end_of_line.left_on:
        return member.left_on
    return entry.left_on


def _check_order(terms: list[tuple[datetime.date, datetime.date | None, Row | None]]) -> None:
    latest, latest_row = datetime.date.min, None
    for first, last, row in terms:
        if first <= latest and (row or latest_row):
            (row or latest_row).fault(
                "admitted_on" if row else "left_on",
                "the school is in this lot on some of these days already: end one the day "
                "before the other begins",
            )
        if (last or datetime.date.max) > latest:
            latest, latest_row = last or datetime.date.max, row


def _changes(membership: Membership | None, entry: _Entry) -> list[Change]:
    if membership is None:
        return []
    before_and_after = {
        "left_on": (membership.left_on, _last_day(membership, entry)),
        "provider_name": (membership.provider.name, entry.provider),
        "company_number": (membership.provider.company_number, entry.company_number),
    }
    return [
        Change(entry.reference, column, before, after, name=membership.school.name)
        for column, (before, after) in before_and_after.items()
        if before != after
    ]


def _write(entries: Collection[_Entry], known: dict[Key, Membership]) -> None:
    lots, providers = _lots(entries), _providers(entries)
    schools = School.objects.filter(urn__in={entry.urn for entry in entries})
    by_urn = {school.urn: school for school in schools}
    new, changed = [], []
    for entry in entries:
        provider, member = providers[entry.owner], known.get(entry.key)
        if member is None:
            member = Membership(
                school=by_urn[entry.urn],
                lot=lots[entry.vehicle.name, entry.lot],
                admitted_on=entry.admitted_on,
            )
            new.append(member)
        elif (member.left_on, member.provider) != (_last_day(member, entry), provider):
            changed.append(member)
        member.left_on, member.provider = _last_day(member, entry), provider
    Membership.objects.bulk_create(new)
    Membership.objects.bulk_update(changed, ["left_on", "provider"])
    _hand_over(schools)


def _lots(entries: Collection[_Entry]) -> dict[tuple[str, int], Lot]:
    """The lots by vehicle and number; the DPS is made where it is named and not here yet."""
    if any(entry.vehicle.is_the_dps for entry in entries):
        Vehicle.establish_dps()
    lots = Lot.objects.filter(vehicle__name__in={entry.vehicle.name for entry in entries})
    return {(lot.vehicle.name, lot.number): lot for lot in lots.select_related("vehicle")}


def _hand_over(schools: QuerySet[School]) -> None:
    """Write down that each school is run by the provider of its newest membership."""
    newest = Membership.objects.filter(school=OuterRef("pk")).newest_first().values("provider")[:1]
    moved = list(
        schools.annotate(runs=Subquery(newest)).filter(Q(provider=None) | ~Q(runs=F("provider")))
    )
    for school in moved:
        school.provider_id = school.runs
    School.objects.bulk_update(moved, ["provider"])


def _providers(entries: Collection[_Entry]) -> dict[str, Provider]:
    """The provider of each owner, made or renamed where need be.

    A provider that came without a company number is the one of that name that comes with one.
    """
    wanted = {entry.owner: entry for entry in entries}
    names = {entry.provider.lower() for entry in wanted.values()}
    found = Provider.objects.annotate(alike=Lower("name")).filter(
        Q(company_number__in=wanted) | Q(company_number="", alike__in=names)
    )
    known = {provider.company_number or provider.alike: provider for provider in found}
    new, renamed = [], []
    for owner, entry in wanted.items():
        provider = known.get(owner) or known.get(entry.provider.lower()) or Provider()
        if (provider.name, provider.company_number) != (entry.provider, entry.company_number):
            (renamed if provider.pk else new).append(provider)
        provider.name, provider.company_number = entry.provider, entry.company_number
        known[owner] = provider
    Provider.objects.bulk_create(new)
    Provider.objects.bulk_update(renamed, ["name", "company_number"])
    return {owner: known[owner] for owner in wanted}


MEMBERS = Import(
    name="members",
    title="Members of the DPS",
    verb="import_members",
    headings=(
        Heading("school_urn"),
        Heading("provider_name"),
        Heading("company_number", may_be_empty=True),
        Heading("lot", holds=("1", "2")),
        Heading("admitted_on"),
        Heading("left_on", may_be_empty=True),
        Heading("vehicle", may_be_empty=True, may_be_missing=True),
    ),
    intake=MemberIntake,
    about=(
        "One row for each school’s time in a lot. Import the schools first.",
        "Name the arrangement where two are in force that day: else it is the DPS.",
    ),
)
import_members = MEMBERS.take_in
