"""Dates, routes and limits of a window."""

from __future__ import annotations

import itertools
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import NumberField, WholeNumberField
from placements.fees.forms.fields import (
    MOST_PERCENT,
    MOST_POUNDS,
    problems,
)
from placements.fees.models import FeeWindow
from placements.fees.models.window import DATES, NUMBERS

WINDOW_LABELS = {
    "opens_on": "Opens on",
    "requests_by": "Requests by",
    "recommend_by": "Recommendations by",
    "negotiate_until": "Negotiations until",
    "approve_by": "Approvals by",
    "effective_on": "New prices from",
    "late_months": "Months of notice for a late request",
    "information_days": "Working days to give information",
    "answer_days": "Working days to answer a request",
    "appeal_days": "Days to appeal",
    "recent_months": "Months for which a new price is not raised",
    "standard_percent": "Standard offer up to, in per cent",
    "standard_pounds": "Standard offer for prices under, in pounds a year",
    "pay_rate": "Rise of pay, in per cent (optional)",
    "price_rate": "Rise of prices, in per cent (optional)",
    "affordable_percent": "Increase that the council can afford, in per cent (optional)",
    "limit_percent": "A manager approves up to, in per cent (without a scheme for fees)",
    "limit_pounds": "A manager approves up to, in pounds a year (without a scheme for fees)",
}


_OPTIONAL = ("pay_rate", "price_rate", "affordable_percent")


class FeeWindowChange(GovukForm):
    """Dates, routes and limits of a window."""

    button = "Save window"

    def __init__(self, *args: Any, window: FeeWindow, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in DATES:
            label = WINDOW_LABELS[name]
            self.fields[name] = DayField(label=label, asked=f"the day: {label.lower()}")
        for name in NUMBERS:
            self.fields[name] = self._number(name)
        for name in (*DATES, *NUMBERS):
            self.initial[name] = getattr(window, name)

    @staticmethod
    def _number(name: str) -> forms.Field:
        label = WINDOW_LABELS[name]
        if name.endswith(("days", "months")):
            words = f"{label}: enter a whole number from 0 to 60"
            messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), words)
            return WholeNumberField(label=label, min_value=0, max_value=60, error_messages=messages)
        most = MOST_POUNDS if name.endswith("pounds") else MOST_PERCENT
        words = f"{label}: enter a number from 0 to {most:,}"
        return NumberField(
            label=label,
            min_value=0,
            max_value=most,
            decimal_places=2,
            required=name not in _OPTIONAL,
            error_messages=problems(words, "required"),
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for earlier, later in itertools.pairwise(DATES):
            if given.get(earlier) and given.get(later) and given[later] < given[earlier]:
                words = f"Enter a day that is not before “{WINDOW_LABELS[earlier]}”"
                self.add_error(later, words)
        return given
