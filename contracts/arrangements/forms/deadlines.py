"""The forms by which deadlines and timetables are worked out; sent by GET: they change nothing."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from contracts.arrangements import timetable
from contracts.arrangements.deadlines import RULES
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.documents import day
from nmiss.base.core.forms import GovukFilters
from nmiss.base.core.number_fields import WholeNumberField

MOST_DAYS = 500


class WorkOut(GovukFilters):
    button = "Work out deadline"
    is_next_step = True

    rule = forms.ChoiceField(
        label="Rule",
        choices=[(name, rule.words) for name, rule in RULES.items()],
        error_messages={"required": "Select a rule"},
    )
    day = DayField(asked="the day to count from", label="Count from")


class WorkBack(GovukFilters):
    """A wished first day, the time between steps, and the days on which steps are now expected."""

    button = "Work out timetable"
    is_next_step = True

    start = DayField(asked="the first day that you wish for", label="Wished first day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for stage in timetable.COUNTED:
            after = timetable.STAGES[timetable.KEYS.index(stage.key) + 1]
            self.fields[f"days_{stage.key}"] = WholeNumberField(
                label=f"Working days from “{stage.words}” to “{after.words}”",
                required=False,
                min_value=0,
                max_value=MOST_DAYS,
                help_text=f"Usually {stage.days}.",
                error_messages=dict.fromkeys(
                    ("invalid", "min_value", "max_value"),
                    f"Enter a number of working days from 0 to {MOST_DAYS}",
                ),
            )
        for stage in timetable.STAGES[:-1]:
            self.fields[f"on_{stage.key}"] = DayField(
                asked=f"the day of “{stage.words}”",
                label=f"{stage.words}: held on, or now expected on (optional)",
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors:
            self._look_at_the_order()
        return given

    def _look_at_the_order(self) -> None:
        """A step is not before the one before it, nor before the law lets it be."""
        earliest, why = datetime.date.min, ""
        for stage in timetable.STAGES[:-1]:
            typed = self.cleaned_data[f"on_{stage.key}"]
            if typed and typed < earliest:
                self.add_error(f"on_{stage.key}", f"Enter {day(earliest)} or a later day: {why}")
            if typed:
                is_law = stage.days is None
                earliest = timetable.earliest_after(stage.key, typed) if is_law else typed
                rest = ", and the law asks for time after it" if is_law else ""
                why = f"“{stage.words}” is on {day(typed)}{rest}"

    def worked_back(self, *, today: datetime.date) -> timetable.Timetable:
        """As the form asks."""
        given = self.cleaned_data
        days = {each.key: given[f"days_{each.key}"] for each in timetable.COUNTED}
        moved = {each.key: given[f"on_{each.key}"] for each in timetable.STAGES[:-1]}
        return timetable.work_back(
            given["start"],
            today=today,
            days={key: count for key, count in days.items() if count is not None},
            moved={key: on for key, on in moved.items() if on},
        )
