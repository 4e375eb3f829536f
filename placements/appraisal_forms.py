"""Forms of appraisals: what is assumed, and the finding."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from contracts.models import Appraisal
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import MoneyField, NumberField, WholeNumberField
from nmiss.base.core.templatetags.components import money
from placements.appraising import Assumptions

MOST_FEE = Decimal(1_000_000)


def _errors(words: str) -> dict[str, str]:
    return dict.fromkeys(("required", "invalid", "min_value", "max_value"), words)


class Assume(GovukForm):
    """What a person assumes about the three years after the end of the term."""

    button = "Calculate and save"

    title = forms.CharField(
        label="Title",
        max_length=200,
        error_messages={"required": "Enter a title, such as Appraisal for the cabinet committee"},
    )
    uplift = NumberField(
        label="Rise in fees, in per cent a year",
        help_text="From the second year on.",
        min_value=Decimal(0),
        max_value=Decimal(50),
        error_messages=_errors("Enter a rise from 0 to 50 per cent"),
    )
    starters = WholeNumberField(
        label="Places that start each year",
        min_value=0,
        max_value=10_000,
        error_messages=_errors("Enter a number of places from 0 to 10,000"),
    )
    fee = MoneyField(
        label="Fee of a new place under contract, a year",
        min_value=Decimal(0),
        max_value=MOST_FEE,
        error_messages=_errors("Enter the fee in pounds and in figures, such as 61,500"),
    )
    premium = NumberField(
        label="Extra cost of spot purchase, in per cent",
        min_value=Decimal(-50),
        max_value=Decimal(200),
        error_messages=_errors("Enter a difference from -50 to 200 per cent"),
    )
    procurement_months = WholeNumberField(
        label="Months that a new procurement will take, from today",
        min_value=1,
        max_value=60,
        error_messages=_errors("Enter a number of months from 1 to 60"),
    )
    procurement_cost = MoneyField(
        label="Cost of a new procurement",
        min_value=Decimal(0),
        max_value=Decimal(100_000_000),
        error_messages=_errors("Enter the cost in pounds and in figures, such as 150,000"),
    )

    @property
    def assumed(self) -> Assumptions:
        given = {name: self.cleaned_data[name] for name in Assumptions.__dataclass_fields__}
        return Assumptions(**given)

    @property
    def in_words(self) -> list[dict[str, Any]]:
        """As they are kept: each with its label, which names the unit, and as people write it."""
        return [
            {"label": self.fields[name].label, "value": self._said(name)}
            for name in Assumptions.__dataclass_fields__
        ]

    def _said(self, name: str) -> str:
        given = self.cleaned_data[name]
        return money(given) if isinstance(self.fields[name], MoneyField) else f"{given:,}"


class RecordAppraisalFinding(GovukForm):
    """Which way a person recommends."""

    button = "Save finding"

    way = forms.ChoiceField(
        label="Recommended way",
        widget=forms.RadioSelect,
        error_messages={"required": "Select a way"},
    )
    reason = forms.CharField(
        label="Reason",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the reason"},
    )

    def __init__(self, *args: Any, appraisal: Appraisal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [(each["key"], each["title"]) for each in appraisal.ways]
