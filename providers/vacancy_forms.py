"""The form in which a school reports its places: a group of boxes for each row of figures."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Fieldset, Layout, Size
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.days import YEARS, year_in_words
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from providers.models import Need, Provision, Vacancy, VacancyRules

YEAR_CHOICES = [("", "Select"), *((year, year_in_words(year)) for year in YEARS)]
NEED_CHOICES = [("", "Select"), *((code, f"{label} ({code})") for code, label in Need.choices)]
PROVISION_CHOICES = [("", "Select"), *Provision.choices]
NUMBERS = {
    "planned": "Places in all, registered or planned",
    "occupied": "Occupied",
    "reserved": "Reserved for a child who has not started",
    "free": "Free and open to new children",
}
LABELS = {
    "first_year": "From",
    "last_year": "To",
    "need": "Need",
    "provision": "Day or residential",
    **NUMBERS,
}
MISSING = {
    "first_year": "select the first year",
    "last_year": "select the last year",
    "need": "select the need",
    "provision": "select day or residential",
    "planned": "enter all places, registered or planned",
    "occupied": "enter the occupied places, or 0",
    "reserved": "enter the reserved places, or 0",
    "free": "enter the free places, or 0",
}
MOST_PLACES = 999
EMPTY_ROWS, FEWEST_ROWS, MOST_ROWS = 2, 3, 60


class ReportVacancies(GovukForm):
    """A row is a span of years, a need and a provision with its four numbers.

    Rows that are left empty, or are cleared, are not reported. Save to get more empty rows.
    """

    button = "Save vacancies"

    def __init__(self, *args: Any, before: Sequence[Vacancy] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = max(len(before) + EMPTY_ROWS, FEWEST_ROWS)
        sent = [name for name in self.data if name.startswith("need_")]
        self.rows = range(min(max(rows, len(sent)), MOST_ROWS))
        for row in self.rows:
            self._add_row(row)
        for row, vacancy in enumerate(before):
            for name in Vacancy.FACTS:
                self.initial.setdefault(f"{name}_{row}", getattr(vacancy, name))

    def _add_row(self, row: int) -> None:
        choices = {
            "first_year": YEAR_CHOICES,
            "last_year": YEAR_CHOICES,
            "need": NEED_CHOICES,
            "provision": PROVISION_CHOICES,
        }
        for name in Vacancy.FACTS:
            label = LABELS[name]
            if name in choices:
                field = forms.ChoiceField(label=label, choices=choices[name], required=False)
            else:
                field = WholeNumberField(
                    label=label,
                    required=False,
                    min_value=0,
                    max_value=MOST_PLACES,
                    error_messages=dict.fromkeys(
                        ("invalid", "min_value", "max_value"),
                        f"Row {row + 1}: enter a whole number from 0 to {MOST_PLACES}",
                    ),
                )
            self.fields[f"{name}_{row}"] = field

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        groups = [
            Fieldset(
                *(Field(f"{name}_{row}") for name in Vacancy.FACTS),
                legend=f"Row {row + 1}",
                legend_size=Size.MEDIUM,
                css_class="nmiss-boxes",
            )
            for row in self.rows
        ]
        helper.layout = Layout(*groups, self.submit())
        return helper

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.found: list[dict[str, Any]] = []
        for row in self.rows:
            values = {name: given.get(f"{name}_{row}") for name in Vacancy.FACTS}
            if any(value not in ("", None) for value in values.values()):
                self._check(row, values)
        if not self.found and not self.errors:
            self.add_error("first_year_0", "Enter at least one row, with 0 where no place is free")
        return given

    def _check(self, row: int, values: dict[str, Any]) -> None:
        """Note what is amiss in a row, or else keep it."""
        before = len(self.errors)
        for name, value in values.items():
            key = f"{name}_{row}"
            if value in ("", None) and key not in self.errors:
                self.add_error(key, f"Row {row + 1}: {MISSING[name]}")
        if len(self.errors) > before or any(key in self.errors for key in self._keys(row)):
            return
        values |= {name: int(values[name]) for name in ("first_year", "last_year")}
        if values["last_year"] < values["first_year"]:
            self.add_error(
                f"last_year_{row}", f"Row {row + 1}: the last year must not be before the first"
            )
            return
        taken = values["occupied"] + values["reserved"] + values["free"]
        if values["free"] and taken > values["planned"]:
            words = (
                f"Row {row + 1}: occupied, reserved and free places come to {taken}, but there are "
                f"{values['planned']} in all. Correct one of these numbers"
            )
            self.add_error(f"free_{row}", words)
            return
        if other := self._same_places(values):
            self.add_error(
                f"first_year_{row}",
                f"Row {row + 1}: row {other} has some of these years for the same need and "
                "provision. Enter each place once",
            )
            return
        self.found.append(values | {"row": row})

    @staticmethod
    def _keys(row: int) -> Iterator[str]:
        return (f"{name}_{row}" for name in Vacancy.FACTS)

    def _same_places(self, values: dict[str, Any]) -> int | None:
        """The number of an earlier row that has some of the same years."""
        for other in self.found:
            is_same = all(other[name] == values[name] for name in ("need", "provision"))
            meets = (
                other["first_year"] <= values["last_year"]
                and values["first_year"] <= other["last_year"]
            )
            if is_same and meets:
                return other["row"] + 1
        return None

    @property
    def vacancies(self) -> list[dict[str, Any]]:
        """The rows as a report takes them."""
        return [{name: each[name] for name in Vacancy.FACTS} for each in self.found]


class Rules(GovukForm):
    """When schools report, from a day on."""

    button = "Save rules"

    valid_from = DayField(
        asked="the first day of these rules",
        label="From",
        help_text="Today or later. Earlier reports stay as they are.",
    )
    opens_on = WholeNumberField(
        label="Schools report from day", min_value=1, max_value=28, help_text="Of each month."
    )
    closes_on = WholeNumberField(label="To day", min_value=1, max_value=28)
    grace_days = WholeNumberField(
        label="Days of grace",
        min_value=0,
        max_value=27,
        help_text="After these days we chase a school that has not reported.",
    )
    fresh_days = WholeNumberField(
        label="Days until a report is out of date",
        min_value=1,
        max_value=60,
        help_text="From then on its figures are shown in grey.",
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        for name, words in {
            "opens_on": "Enter a day of the month from 1 to 28",
            "closes_on": "Enter a day of the month from 1 to 28",
            "grace_days": "Enter the days of grace, from 0 to 27",
            "fresh_days": "Enter a number of days from 1 to 60",
        }.items():
            keys = ("required", "invalid", "min_value", "max_value")
            self.fields[name].error_messages |= dict.fromkeys(keys, words)

    def clean_valid_from(self) -> datetime.date:
        day = self.cleaned_data["valid_from"]
        if day < self.today:
            raise forms.ValidationError("Enter today or a later day")
        if VacancyRules.objects.filter(valid_from=day).exists():
            raise forms.ValidationError("There are rules from this day already. Enter another day")
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        opens, closes, grace = (given.get(name) for name in ("opens_on", "closes_on", "grace_days"))
        if opens and closes and closes < opens:
            self.add_error("closes_on", "The last day must not be before the first")
        elif opens and closes and grace is not None and grace > opens - closes + 27:
            self.add_error(
                "grace_days",
                f"Enter at most {opens - closes + 27} days, so that the grace ends before the "
                "next window opens",
            )
        return given
