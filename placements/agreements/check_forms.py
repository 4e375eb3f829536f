"""The form by which a pre-placement check is recorded."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.days import months_after
from nmiss.base.core.forms import GovukForm
from placements.agreements.pre_placement import LONGEST, MONTHS_GOOD

LONGEST_INSURED = 5 * 12  # months
OLD = {
    "policy_on": "The policy is more than 12 months old. Ask the school for its present policy",
    "visited_on": "The visit was more than 12 months ago. Visit the school again",
}


def _found(label: str, asked: str, hint: str) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=LONGEST, error_messages={"required": asked}
    )


class CheckSchool(GovukForm):
    """What was looked at, what was found, and whether a child can be placed there."""

    button = "Save pre-placement check"

    registration = _found(
        "Registration",
        "Enter the school’s registration",
        "As the register of schools has it: for how many pupils, of which ages.",
    )
    inspection = _found(
        "Inspection", "Enter the last inspection", "The last report: its day and its findings."
    )
    insured_until = DayField(
        label="Insurance is in force until",
        asked="the last day of the insurance",
        help_text="Employers’ and public liability, as the certificates say.",
    )
    policy_on = DayField(
        label="Date of the safeguarding policy", asked="the date of the safeguarding policy"
    )
    visited_on = DayField(label="Day of the visit", asked="the day of the visit")
    visited_by = forms.CharField(
        label="Who visited the school?",
        max_length=200,
        error_messages={"required": "Enter who visited the school"},
    )
    is_passed = forms.TypedChoiceField(
        label="Can a child be placed there?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether a child can be placed there"},
    )
    notes = forms.CharField(
        label="Notes (optional)",
        help_text="Do not name any child.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        given, today = super().clean(), timezone.localdate()
        for name, words in OLD.items():
            if given.get(name) and given[name] > today:
                self.add_error(name, "Enter a day that is not in the future")
            elif given.get(name) and months_after(given[name], MONTHS_GOOD) < today:
                self.add_error(name, words)
        self._refuse_old_insurance(given.get("insured_until"), today)
        return given

    def _refuse_old_insurance(self, day: datetime.date | None, today: datetime.date) -> None:
        if day and day > months_after(today, LONGEST_INSURED):
            self.add_error(
                "insured_until", "Insurance lasts 5 years from today at most. Check the year"
            )
        if day and day < today and self.cleaned_data.get("is_passed"):
            self.add_error(
                "insured_until",
                "The insurance has ended. Enter the day from the new certificate, or select No "
                "below",
            )
