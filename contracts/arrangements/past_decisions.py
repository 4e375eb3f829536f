"""Past decisions come in, with the options to extend that they used.

By the command the options are in effect at once. What somebody brings on a page names the decision
of an option alone: then one person proposes to use it, and a manager records its past use.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from django.utils import timezone

from contracts.arrangements.call_in import takes_effect_on
from contracts.arrangements.models import Decision, ExtensionOption, OptionStatus, Vehicle
from contracts.arrangements.models.decision import NUMBER
from nmiss.base.core.days import months_after
from nmiss.base.core.documents import day
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table

YES, NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")


@dataclass(frozen=True)
class _Entry:
    row: Row
    number: str
    title: str
    is_key: bool
    decided_on: datetime.date
    published_on: datetime.date
    vehicle: str
    option: int | None

    @property
    def reference(self) -> str:
        return f"decision {self.number}"

    @property
    def facts(self) -> dict[str, object]:
        """What the decision says, but for its number."""
        return {
            "title": self.title,
            "is_key": self.is_key,
            "decided_on": self.decided_on,
            "published_on": self.published_on,
        }


class DecisionIntake:
    """The rows of one file, beside the decisions that we have, each known by its number."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.by = table, given.by

    def read(self) -> None:
        vehicles = {each.name.casefold(): each.name for each in Vehicle.objects.all()}
        vehicles.setdefault(Vehicle.DPS.casefold(), Vehicle.DPS)
        self.entries: dict[str, _Entry] = {}
        for row in self.table.rows():
            entry = _entry(row, vehicles)
            if entry and entry.number in self.entries:
                line = self.entries[entry.number].row.line
                row.fault("number", f"line {line} has this decision: keep one row")
            elif entry:
                self.entries[entry.number] = entry
        known = Decision.objects.select_related("vehicle")
        self.known = {each.number: each for each in known.filter(number__in=self.entries)}
        for number, decision in self.known.items():
            if decision.vehicle and decision.vehicle.name != self.entries[number].vehicle:
                self.entries[number].row.fault(
                    "vehicle", f"we have this decision for {decision.vehicle}: enter that"
                )
        self._look_at_the_options()

    def _look_at_the_options(self) -> None:
        """Each option is there, is used by one decision, and the one before it comes before."""
        options = {
            (each.vehicle.name, each.number): each
            for each in ExtensionOption.objects.select_related("vehicle", "decision")
        }
        counts = {each.name: each.option_count for each in Vehicle.objects.all()}
        counts.setdefault(Vehicle.DPS, Vehicle.DPS_OPTIONS)
        at_once = {each.name: each.options_at_once for each in Vehicle.objects.all()}
        at_once.setdefault(Vehicle.DPS, 1)
        taken = {
            key: option.decision.number if option.decision else "here"
            for key, option in options.items()
            if option.decision or option.is_used
        }
        uses = {option.decision.number: key for key, option in options.items() if option.decision}
        asked = [each for each in self.entries.values() if each.option is not None]
        for entry in sorted(asked, key=lambda each: (each.vehicle, each.option, each.row.line)):
            key = entry.vehicle, entry.option
            before = (entry.vehicle, entry.option - 1)
            if not 1 <= entry.option <= counts[entry.vehicle]:
                many = counts[entry.vehicle]
                says = f"enter 1 to {many}" if many else "leave this empty"
                entry.row.fault("option", f"{entry.vehicle} has {many} options: {says}")
            elif taken.get(key, entry.number) != entry.number:
                by = "work on it has begun" if taken[key] == "here" else f"decision {taken[key]}"
                entry.row.fault("option", f"this option is taken ({by}): correct one of them")
            elif (used := uses.get(entry.number)) and used != key and at_once[entry.vehicle] == 1:
                remedy = f"this decision used option {used[1]}: enter the one that used this option"
                entry.row.fault("option", remedy)
            elif why_not := _why_too_late(options.get(key), entry):
                entry.row.fault("option", why_not)
            elif entry.option > 1 and before not in taken:
                remedy = f"enter the decision that used option {entry.option - 1}, too"
                entry.row.fault("option", remedy)
            else:
                taken[key] = entry.number
                uses[entry.number] = key
        self.options = options
        if self.by:
            self._see_that_they_have_begun(asked)

    def _see_that_they_have_begun(self, asked: list[_Entry]) -> None:
        """Two people record a past use on a page; an option to come takes the usual way."""
        for entry in asked:
            option = self.options.get((entry.vehicle, entry.option))
            if option and option.starts_on > timezone.localdate():
                first = day(option.starts_on)
                remedy = f"this option begins on {first}: leave this empty, and use it on its page"
                entry.row.fault("option", remedy)

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for entry in self.entries.values():
            decision = self.known.get(entry.number)
            new = New(entry.row.line, entry.reference, entry.title)
            outcome.count(new, known=decision is not None, changes=self._changes(decision, entry))

    def _changes(self, decision: Decision | None, entry: _Entry) -> list[Change]:
        if decision is None:
            return []
        changes = [
            Change(entry.reference, name, getattr(decision, name), value, name=decision.title)
            for name, value in entry.facts.items()
            if getattr(decision, name) != value
        ]
        option = self.options.get((entry.vehicle, entry.option))
        if entry.option is not None and not (option and option.decision_id == decision.pk):
            changes.append(
                Change(entry.reference, "option", None, entry.option, name=decision.title)
            )
        return changes

    def write(self) -> None:
        if any(entry.vehicle == Vehicle.DPS for entry in self.entries.values()):
            Vehicle.establish_dps()
        vehicles = {each.name: each for each in Vehicle.objects.all()}
        for entry in sorted(self.entries.values(), key=lambda each: each.option or 0):
            decision, vehicle = self.known.get(entry.number), vehicles[entry.vehicle]
            if decision is None:
                decision = Decision.record(
                    by=self.by, number=entry.number, vehicle=vehicle, **entry.facts
                )
            elif self._changes(decision, entry):
                decision.change(by=self.by, vehicle=vehicle, **entry.facts)
            if entry.option is not None:
                self._use(vehicle.options.get(number=entry.option), decision)

    def _use(self, option: ExtensionOption, decision: Decision) -> None:
        """By the command an option is in effect at once; who brings it on a page names it alone."""
        if option.status != OptionStatus.AVAILABLE:
            return
        if self.by is None:
            option.take_over(decision, by=None)
        elif option.decision_id != decision.pk:
            option.name_decision(decision, by=self.by)


def _entry(row: Row, vehicles: dict[str, str]) -> _Entry | None:
    before = row.faults_so_far
    number = row.required("number", longest=8)
    if number and not re.fullmatch(NUMBER, number):
        row.fault("number", "enter two and five digits, such as 25/00007")
    title = row.required("title", longest=300)
    is_key = row.text("key").casefold()
    if is_key not in (*YES, *NO):
        row.fault("key", "enter yes or no")
    decided_on, published_on = row.required_day("decided_on"), row.required_day("published_on")
    if decided_on and published_on and published_on < decided_on:
        row.fault("published_on", f"the decision was taken on {day(decided_on)}: enter a later day")
    vehicle = " ".join(row.text("vehicle").split()) or Vehicle.DPS
    if vehicle.casefold() not in vehicles:
        row.fault("vehicle", "enter one of " + ", ".join(sorted(vehicles.values())))
    option = row.whole("option", largest=100)
    if published_on and option is not None:
        _see_that_it_is_in_effect(row, published_on)
    if row.faults_so_far > before:
        return None
    name = vehicles[vehicle.casefold()]
    return _Entry(row, number, title, is_key in YES, decided_on, published_on, name, option)


def _why_too_late(option: ExtensionOption | None, entry: _Entry) -> str:
    """A term that has ended is not extended by a decision that comes after it."""
    effective_on = takes_effect_on(entry.published_on)
    # An option that is not there yet is one of the DPS, which the import establishes.
    months = 12 * (entry.option - 1)
    ends_before = months_after(Vehicle.DPS_INITIAL_END, months)
    starts_on = option.starts_on if option else ends_before + datetime.timedelta(days=1)
    if effective_on <= starts_on:
        return ""
    return (
        f"this decision took effect on {day(effective_on)}, after the term had ended: leave this "
        "empty"
    )


def _see_that_it_is_in_effect(row: Row, published_on: datetime.date) -> None:
    effective_on = takes_effect_on(published_on)
    if effective_on > timezone.localdate():
        row.fault(
            "published_on",
            f"this decision may be called in until {day(effective_on)}: its option is used on the "
            "page of the vehicle",
        )


DECISIONS = Import(
    name="decisions",
    title="Executive decisions of the past",
    verb="import_decisions",
    headings=(
        Heading("number"),
        Heading("title"),
        Heading("key", holds=("yes", "no")),
        Heading("decided_on"),
        Heading("published_on"),
        Heading("vehicle", may_be_empty=True),
        Heading("option", may_be_empty=True),
    ),
    intake=DecisionIntake,
    about=(
        "One row for each decision. Enter the number of the option to extend that it used, if any.",
        "An officer then proposes each option on its page, and a manager records its past use.",
    ),
)
