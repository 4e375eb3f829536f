"""When returns are asked for, as a manager sets it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from kpis.models import ReturnRules
from kpis.models.return_rules import LATEST_STEP, MOST_STEPS, STEPS
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import WholeNumberField

MOST_DAYS = 250  # working days: about a year


def _days(label: str, hint: str = "", *, least: int = 1, most: int = MOST_DAYS) -> WholeNumberField:
    words = f"{label}: enter a whole number from {least} to {most}"
    return WholeNumberField(
        label=label,
        help_text=hint,
        min_value=least,
        max_value=most,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), words),
    )


class StepsField(forms.CharField):
    """Numbers of working days, with commas between them."""

    def clean(self, value: Any) -> list[int]:
        typed = super().clean(value).replace(",", " ").split()
        steps = {int(each) for each in typed if each.isascii() and each.isdecimal()}
        if not steps <= set(STEPS) or len(typed) > MOST_STEPS or len(steps) < len(typed):
            raise forms.ValidationError(
                f"{self.label}: enter at most {MOST_STEPS} different whole numbers from 1 to "
                f"{LATEST_STEP}, such as 10, 5, 1"
            )
        return sorted(steps, reverse=True)

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) or value is None else ", ".join(map(str, value))


class SetReturnRules(GovukForm):
    """The dates of returns of periods that end on a day or later."""

    button = "Save rules"

    valid_from = DayField(
        asked="the first day of these rules",
        label="From",
        help_text=(
            "Today or later. They apply to periods that end on this day or later. Returns that "
            "were made before keep their dates"
        ),
    )
    due_days = _days("Deadline", "In working days after the end of the period")
    first_days = _days(
        "Last day of a first return",
        "In working days after the end of the period. After that, we take a return only if an "
        "officer extends its deadline",
    )
    correct_days = _days("Last day of a correction", "In working days after the end of the period")
    least_days_in = _days(
        "Days in the DPS",
        "A school that joined fewer days before the end of a period is not asked",
        least=0,
        most=120,
    )
    warn_percent = _days(
        "Change to explain, in per cent",
        "A school explains a value that has changed by more since the last period",
        most=1000,
    )
    differ_percent = _days(
        "Difference from our records to explain, in per cent",
        "A school explains a figure that differs from ours by more. With 0 it explains every "
        "difference",
        least=0,
        most=100,
    )

    remind_before = StepsField(
        label="Reminders before the deadline (optional)",
        help_text="In working days, with commas between them, such as 10, 5, 1",
        required=False,
        max_length=50,
    )
    remind_after = StepsField(
        label="Reminders after the deadline (optional)",
        help_text="In working days, with commas between them, such as 1, 5, 10",
        required=False,
        max_length=50,
    )
    owner_after = _days(
        "Tell the owners of the provider",
        "In working days after the deadline",
        most=LATEST_STEP,
    )
    council_after = _days(
        "Tell commissioning officers",
        "In working days after the deadline",
        most=LATEST_STEP,
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_valid_from(self) -> datetime.date:
        day = self.cleaned_data["valid_from"]
        if day < self.today:
            raise forms.ValidationError("Enter today or a later day")
        if ReturnRules.objects.filter(valid_from=day).exists():
            raise forms.ValidationError("There are rules from this day already. Enter another day")
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        due = given.get("due_days")
        for name, words in (("first_days", "first return"), ("correct_days", "correction")):
            if due and given.get(name) and given[name] < due:
                self.add_error(name, f"The last day of a {words} must not be before the deadline")
        return given
