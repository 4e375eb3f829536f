"""Returns come in: what schools told of a period, input by input, accepted as it came.

Nothing is overwritten. A file that has other values than we took in before makes a new version of
the return, with all that it does not mention as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils import timezone

from kpis.intake import cells
from kpis.intake.filed_figures import FiledInputs, stands_beside, told_by_file, write_beside
from kpis.intake.indicators import inputs_known
from kpis.intake.plausible import Plausible
from kpis.models import Figure, KpiReturn, ReturnStatus, ReturnVersion, Term
from kpis.periods import NoPeriod, Period
from nmiss.base.core.clock import database_now
from nmiss.base.importing.declaration import Given
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from providers.models import School

BATCH = 2000
BLANK = ""
Value = Decimal | str  # a number, NA, or nothing
Key = tuple[int, str, str]  # a school's URN, a frequency, the name of a period


@dataclass(frozen=True)
class _Entry:
    row: Row
    period: Period
    value: Value


class ReturnIntake:
    """The rows of one file, beside the returns that we have.

    A return that somebody has begun here, or sent, is not imported over.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.schools = dict(School.objects.values_list("urn", "pk"))
        self.kinds = dict(School.objects.values_list("urn", "kind"))
        self.filed = FiledInputs()
        self.periods = Term.objects.periods()
        self.inputs = inputs_known()
        self.entries: dict[Key, dict[str, _Entry]] = defaultdict(dict)
        for row in self.table.rows():
            self._read(row)
        self._meet()

    def _read(self, row: Row) -> None:
        before = row.faults_so_far
        urn = row.whole("school_urn")
        if urn not in self.schools and row.faults_so_far == before:
            remedy = "no school has this URN: import the schools first, or correct it"
            row.fault("school_urn", remedy)
        period, name = self._period(row), self._input(row)
        value = row.read("value", cells.value)
        if row.faults_so_far > before:
            return
        own = self.entries[urn, period.frequency, period.name]
        if name in own:
            line = own[name].row.line
            row.fault("input", f"line {line} has this school, period and input: keep one row")
            return
        own[name] = _Entry(row, period, BLANK if value is None else value)

    def _period(self, row: Row) -> Period | None:
        text = row.text("period")
        try:
            return self.periods.named(text)
        except NoPeriod as wrong:
            row.fault("period", str(wrong))
            return None

    def _input(self, row: Row) -> str | None:
        if not row.text("input"):
            row.fault("input", "enter the name of an input as in the formula")
            return None
        name = row.read("input", cells.input_name)
        if name and name not in self.inputs:
            remedy = "no indicator has this input: import the indicators first, or correct it"
            row.fault("input", remedy)
        return name

    def _meet(self) -> None:
        """Find what we have of these returns, and note where somebody works on one here."""
        own = KpiReturn.objects.filter(school__urn__in={key[0] for key in self.entries})
        found = own.select_related("school")
        self.known = {
            (each.school.urn, each.frequency, each.period_name): each
            for each in found
            if (each.school.urn, each.frequency, each.period_name) in self.entries
        }
        versions = ReturnVersion.objects.filter(kpi_return__in=self.known.values())
        self.newest: dict[int, ReturnVersion] = {}
        for version in versions.prefetch_related("figures").order_by("number"):
            self.newest[version.kpi_return_id] = version
        self.beside = {
            key
            for key, known in self.known.items()
            if known.pk in self.newest and stands_beside(known) and self._is_filed(key)
        }
        for key, known in self.known.items():
            if key in self.beside:
                self._check_filed(key)
            elif not self._may_be_imported(known):
                entry = next(iter(self.entries[key].values()))
                entry.row.fault(
                    "period",
                    "this school has begun or sent this return here: correct it on its own page",
                )

    def _is_filed(self, key: Key) -> bool:
        """Whether all that the file has of a return is what the school is not asked."""
        entries = self.entries[key]
        period = next(iter(entries.values())).period
        return set(entries) <= self.filed.of(self.kinds[key[0]], period)

    def _check_filed(self, key: Key) -> None:
        for entry in self.entries[key].values():
            if entry.value == cells.NA:
                entry.row.fault("value", "enter a number: a file has it, so it is applicable")

    def _may_be_imported(self, known: KpiReturn) -> bool:
        newest = self.newest.get(known.pk)
        if known.imported:
            return newest is None or newest.imported
        return known.status == ReturnStatus.TO_DO

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for key, entries in self.entries.items():
            ours = self._ours(key)
            for name, entry in entries.items():
                urn, _, period = key
                reference = f"school {urn}, {period}, {name}"
                changes = []
                if name in ours and ours[name] != entry.value:
                    said = _said(ours[name]), _said(entry.value)
                    changes = [Change(reference, "value", *said, said=said)]
                outcome.count(
                    New(entry.row.line, reference, _said(entry.value)),
                    known=name in ours,
                    changes=changes,
                )
        outcome.warnings += Plausible(self.entries, self._ours).warnings(timezone.localdate())

    def _ours(self, key: Key) -> dict[str, Value]:
        """What the return says that we have; of one that nobody has begun, what we filled in."""
        known = self.known.get(key)
        newest = self.newest.get(known.pk) if known else None
        if newest is None:
            return {}
        if key in self.beside:
            told = {name: told_by_file(newest, name) for name in self.entries[key]}
            return {name: value for name, value in told.items() if value is not None}
        told = {each.input: _value(each) for each in newest.figures.all()}
        if newest.sealed_at is None:
            return {name: value for name, value in told.items() if value != BLANK}
        return told

    def write(self) -> None:
        changed = {
            key: entries
            for key, entries in self.entries.items()
            if any(self._ours(key).get(name) != each.value for name, each in entries.items())
        }
        for key in self.beside & changed.keys():
            told = changed.pop(key)
            write_beside(
                self.known[key],
                {name: None if each.value == BLANK else each.value for name, each in told.items()},
            )
        returns = self._write_returns(changed)
        before = [self.newest[each.pk].pk for each in returns.values() if each.pk in self.newest]
        in_batches(ReturnVersion, before, counts=False)
        # What the hub made and nobody began makes way for what the file has.
        ReturnVersion.objects.filter(pk__in=before, sealed_at=None).delete()
        versions = {
            key: ReturnVersion(
                kpi_return=found,
                number=self.newest[found.pk].number + 1 if found.pk in self.newest else 1,
                imported=True,
            )
            for key, found in returns.items()
        }
        ReturnVersion.objects.bulk_create(versions.values(), batch_size=BATCH)
        figures = []
        for key, entries in changed.items():
            told = self._ours(key) | {name: each.value for name, each in entries.items()}
            figures += [_figure(versions[key], name, value) for name, value in told.items()]
        Figure.objects.bulk_create(figures, batch_size=BATCH)
        numbers = [version.pk for version in versions.values()]
        in_batches(ReturnVersion, numbers, sealed_at=database_now(), counts=True)

    def _write_returns(self, changed: Iterable[Key]) -> dict[Key, KpiReturn]:
        terms = {term.name: term for term in Term.objects.all()}
        new, begun = {}, []
        for key in changed:
            known = self.known.get(key)
            if known is None:
                period = next(iter(self.entries[key].values())).period
                new[key] = KpiReturn(
                    school_id=self.schools[key[0]],
                    frequency=period.frequency,
                    period_name=period.name,
                    first_day=period.first_day,
                    last_day=period.last_day,
                    term=terms.get(period.name),
                    covers_to=period.last_day,
                    status=ReturnStatus.ACCEPTED,
                    imported=True,
                )
            elif not known.imported:
                known.imported, known.status = True, ReturnStatus.ACCEPTED
                begun.append(known)
        KpiReturn.objects.bulk_update(begun, ["imported", "status"], batch_size=BATCH)
        KpiReturn.objects.bulk_create(new.values(), batch_size=BATCH)
        return {key: new.get(key) or self.known[key] for key in changed}


def in_batches(model: type[models.Model], numbers: list[int], **fields: object) -> None:
    """Write the same fields of many rows."""
    for begin in range(0, len(numbers), BATCH):
        model.objects.filter(pk__in=numbers[begin : begin + BATCH]).update(**fields)


def _figure(version: ReturnVersion, name: str, value: Value) -> Figure:
    is_number = isinstance(value, Decimal)
    return Figure(
        version=version,
        input=name,
        value=value if is_number else None,
        is_na=value == cells.NA,
    )


def _value(figure: Figure) -> Value:
    if figure.is_na:
        return cells.NA
    return BLANK if figure.value is None else figure.value


def _said(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "not applicable" if value == cells.NA else "not submitted"
