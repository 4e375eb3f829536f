"""Memberships come in: which school was in which lot, from when to when, run by whom."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import pghistory
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from contracts.arrangements.models import Vehicle
from contracts.membership.models import Membership
from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.cells import Row
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.outcomes import Change, New, Outcome
from nmiss.base.core.tables import Rejected, Table
from providers.models import Provider, School

COLUMNS = ("school_urn", "provider_name", "company_number", "lot", "admitted_on", "left_on")

Key = tuple[int, int, datetime.date]


@dataclass(frozen=True)
class _Entry:
    row: Row
    urn: int
    lot: int
    admitted_on: datetime.date
    left_on: datetime.date | None
    provider: str
    company_number: str

    @property
    def key(self) -> Key:
        return self.urn, self.lot, self.admitted_on

    @property
    def reference(self) -> str:
        return f"school {self.urn} in lot {self.lot} from {self.admitted_on}"

    @property
    def owner(self) -> str:
        """What tells one provider from another: its company number, else its name."""
        return self.company_number or self.provider


@transaction.atomic
def import_members(
    file: Path,
    *,
    dry_run: bool = False,
    by: User | None,
    tell: Callable[[str], None] = lambda text: None,
) -> Outcome:
    """Take in memberships of the DPS, and the providers that run the schools.

    A membership is known by school, lot and first day. Raises Rejected, with every fault, and
    writes nothing where any row is wrong.
    """
    locks.hold(locks.IMPORTS)
    table, outcome = Table(file, required=COLUMNS, tell=tell), Outcome("members")
    entries = _read(table)
    known = _known(entries)
    _check_overlaps(entries, known)
    _check_endings(entries, known)
    if table.faults:
        raise Rejected(table.faults)
    outcome.warnings += table.warnings
    for entry in entries.values():
        member = known.get(entry.key)
        new = New(entry.row.line, entry.reference, entry.provider)
        outcome.count(new, known=member is not None, changes=_changes(member, entry))
    if not dry_run:
        why = f"import of members from {file.name}"
        with pghistory.context(why=why), locks.constraints_at_the_end():
            _write(list(entries.values()), known)
        AuditEvent.record("import_members", file.name, by=by, **outcome.counts())
    return outcome


def _read(table: Table) -> dict[Key, _Entry]:
    urns = frozenset(School.objects.values_list("urn", flat=True))
    entries: dict[Key, _Entry] = {}
    names: dict[str, _Entry] = {}
    for row in table.rows():
        entry = _entry(row, urns)
        if entry is None:
            continue
        if entry.key in entries:
            line = entries[entry.key].row.line
            row.fault("school_urn", f"line {line} has this school, lot and first day: keep one row")
            continue
        entries[entry.key] = entry
        first = names.setdefault(entry.owner, entry)
        if first.provider != entry.provider:
            row.fault("provider_name", f'line {first.row.line} calls it "{first.provider}"')
    return entries


def _entry(row: Row, urns: frozenset[int]) -> _Entry | None:
    before = row.faults_so_far
    urn = row.whole("school_urn")
    if urn not in urns and row.faults_so_far == before:
        row.fault("school_urn", "no school has this URN: import the schools first, or mend it")
    lot = row.whole("lot")
    if lot not in Vehicle.DPS_LOTS:
        row.fault("lot", "give 1 or 2")
    admitted_on, left_on = row.required_day("admitted_on"), row.day("left_on")
    if admitted_on and left_on and left_on < admitted_on:
        row.fault("left_on", f"the last day is before the first, {admitted_on}: mend one of them")
    provider = row.name_of_somebody("provider_name", longest=200)
    company_number = row.text("company_number")
    if len(company_number) > 20:
        row.fault("company_number", "use at most 20 characters")
    if row.faults_so_far > before:
        return None
    return _Entry(row, urn, lot, admitted_on, left_on, provider, company_number)


def _known(entries: dict[Key, _Entry]) -> dict[Key, Membership]:
    urns = {urn for urn, _, _ in entries}
    memberships = Membership.objects.filter(school__urn__in=urns).select_related(
        "school__provider", "lot", "provider", "goes_on_as__school", "goes_on_as__goes_on_as"
    )
    return {(m.school.urn, m.lot.number, m.admitted_on): m for m in memberships}


def _check_overlaps(entries: dict[Key, _Entry], known: dict[Key, Membership]) -> None:
    """No school is in one lot twice on one day, among the file's rows and those kept."""
    spans = defaultdict(list)
    for entry in entries.values():
        spans[entry.urn, entry.lot].append((entry.admitted_on, entry.left_on, entry.row))
    for key, membership in known.items():
        if key not in entries:
            spans[key[:2]].append((membership.admitted_on, membership.left_on, None))
    for terms in spans.values():
        _check_order(sorted(terms, key=lambda term: term[0]))


def _check_endings(entries: dict[Key, _Entry], known: dict[Key, Membership]) -> None:
    """What was removed, or left, by a decision here is not brought back by a file."""
    for key, entry in entries.items():
        member = known.get(key)
        if member and member.goes_on_as and _last_day(member, entry) != member.left_on:
            after = member.goes_on_as
            remedy = (
                f"this membership goes on at the school's successor, URN {after.school.urn}, from "
                f"{after.admitted_on}: give {member.left_on} here, and a row of its own to that"
            )
            entry.row.fault("left_on", remedy)
        elif member and member.leaving and member.left_on != entry.left_on:
            remedy = f"the school leaves this lot on {member.left_on}, as decided here: give that"
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
    lots, providers = Vehicle.establish_dps(), _providers(entries)
    schools = School.objects.filter(urn__in={entry.urn for entry in entries})
    by_urn = {school.urn: school for school in schools}
    new, changed = [], []
    for entry in entries:
        provider, member = providers[entry.owner], known.get(entry.key)
        if member is None:
            member = Membership(
                school=by_urn[entry.urn], lot=lots[entry.lot], admitted_on=entry.admitted_on
            )
            new.append(member)
        elif (member.left_on, member.provider) != (_last_day(member, entry), provider):
            changed.append(member)
        member.left_on, member.provider = _last_day(member, entry), provider
    Membership.objects.bulk_create(new)
    Membership.objects.bulk_update(changed, ["left_on", "provider"])
    _hand_over(schools)


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
    names = {entry.provider for entry in wanted.values()}
    found = Provider.objects.filter(
        Q(company_number__in=wanted) | Q(company_number="", name__in=names)
    )
    known = {provider.company_number or provider.name: provider for provider in found}
    new, renamed = [], []
    for owner, entry in wanted.items():
        provider = known.get(owner) or known.get(entry.provider) or Provider()
        if (provider.name, provider.company_number) != (entry.provider, entry.company_number):
            (renamed if provider.pk else new).append(provider)
        provider.name, provider.company_number = entry.provider, entry.company_number
        known[owner] = provider
    Provider.objects.bulk_create(new)
    Provider.objects.bulk_update(renamed, ["name", "company_number"])
    return {owner: known[owner] for owner in wanted}
