"""Forms of matching: how the list of schools for a child is narrowed, and what counts in it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukFilters, GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from placements.models import (
    MatchWeights,
)
from placements.models.match_weights import HEAVIEST

WEIGHTS = {
    "need": "Meets the child’s needs",
    "age": "Takes the child’s school year",
    "places": "Has a free place",
    "distance": "Is near the child’s home",
    "price": "Costs less than others",
    "standing": "Stands well by its KPIs",
    "inspection": "Met the standards at its last inspection",
    "section_41": "Has a duty to admit",
}

# The same in a list of all weights that there ever were.
SHORT = {
    **{"need": "needs", "age": "school year", "places": "free place", "distance": "distance"},
    **{"price": "price", "standing": "KPIs", "inspection": "inspection"},
    "section_41": "duty to admit",
}


class MatchFilters(GovukFilters):
    """What narrows the ranked list: facts of schools alone, so that the address can be shared."""

    button = "Apply filters"

    within = forms.TypedChoiceField(
        label="Within",
        choices=[
            ("", "Any distance"),
            *((miles, f"{miles} miles") for miles in (5, 10, 20, 30, 50)),
        ],
        coerce=int,
        empty_value=None,
        required=False,
    )
    free = forms.BooleanField(label="With a free place", required=False)
    dps = forms.BooleanField(label="On the DPS only", required=False)

    @property
    def asked(self) -> dict[str, Any]:
        """What is set; nothing where it cannot be read."""
        given = self.cleaned_data if self.is_valid() else {}
        return {name: value for name, value in given.items() if value and name in self.fields}


class Weights(GovukForm):
    """How much each reason counts, from a day on."""

    button = "Save weights"

    valid_from = DayField(
        asked="the first day of these weights",
        label="From",
        help_text="Today or later. Shortlists keep the weights with which they were made.",
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        for name, label in WEIGHTS.items():
            self.fields[name] = _number(label, 0, HEAVIEST, hint="A weight from 0 to 100.")
        self.fields["reach_miles"] = _number("Miles from which distance counts for nothing", 1, 300)
        self.fields["first_within_miles"] = _number(
            "Miles within which a day school is put first by its lot (optional)",
            1,
            300,
            hint="A day school further away keeps its place by its score, though its lot is "
            "consulted first. Leave this out to set no limit.",
            required=False,
        )
        self.fields["mile_cost"] = _number(
            "Transport by day, in pounds a year for each mile (optional)",
            1,
            10_000,
            hint="Leave this out to compare fees without transport.",
            required=False,
        )
        self.fields["good_days"] = _number(
            "Working days after which a shortlist is out of date", 1, 30
        )

    def clean_valid_from(self) -> datetime.date:
        day = self.cleaned_data["valid_from"]
        if day < self.today:
            raise forms.ValidationError("Enter today or a later day")
        if MatchWeights.objects.filter(valid_from=day).exists():
            raise forms.ValidationError(
                "There are weights from this day already. Enter another day"
            )
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not any(given[name] for name in WEIGHTS):
            self.add_error("need", "Give at least one reason a weight above 0")
        return given


def _number(
    label: str, low: int, high: int, *, hint: str = "", required: bool = True
) -> WholeNumberField:
    words = f"{label.partition(' (')[0]}: enter a whole number from {low} to {high:,}"
    keys = ("required", "invalid", "min_value", "max_value")
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=required,
        min_value=low,
        max_value=high,
        error_messages=dict.fromkeys(keys, words),
    )
