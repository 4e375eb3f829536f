"""Forms of variations."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from contracts.arrangements import permissions
from contracts.arrangements.models import Decision, Ground, Vehicle
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import MoneyField

MOST = Decimal(10_000_000_000)
POUNDS = "Enter the change in pounds and in figures, such as 250,000 or -10,000"


class RecordVariation(GovukForm):
    """A change that was agreed."""

    button = "Save variation"

    ground = forms.ChoiceField(
        label="Ground (regulation 72(1))",
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select the ground"},
    )
    description = forms.CharField(
        label="What changes?",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Enter what changes"},
    )
    value = MoneyField(
        label="Change of the value, in pounds",
        help_text="Over the whole term, without VAT. Enter 0 if the value stays the same.",
        min_value=-MOST,
        max_value=MOST,
        max_digits=14,
        decimal_places=2,
        error_messages=dict.fromkeys(
            (
                *("required", "invalid", "min_value", "max_value"),
                *("max_digits", "max_decimal_places", "max_whole_digits"),
            ),
            POUNDS,
        ),
    )
    agreed_on = DayField(asked="the day it was agreed", label="Agreed on")
    agreed_by = forms.CharField(
        label="Agreed by",
        help_text="The job title of who agreed for the council, and the provider.",
        max_length=200,
        error_messages={"required": "Enter who agreed to the change"},
    )
    decision = forms.ModelChoiceField(
        Decision.objects.none(), label="Executive decision (optional)", required=False
    )
    legal_advice = forms.CharField(
        label="Reference of legal advice (if the value of the term is not known)",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, vehicle: Vehicle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vehicle = vehicle
        self.fields["decision"].queryset = vehicle.decisions.newest_first()

    def clean_agreed_on(self) -> datetime.date:
        agreed_on = self.cleaned_data["agreed_on"]
        if not self.vehicle.starts_on <= agreed_on <= timezone.localdate():
            first = f"{self.vehicle.starts_on:%-d %B %Y}"
            raise forms.ValidationError(f"Enter a day from {first} to today")
        return agreed_on

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors:
            facts = given["ground"], given["value"], given["legal_advice"]
            if why_not := permissions.why_not_vary_so(self.vehicle, *facts):
                self.add_error("value", why_not)
        return given


class VoidVariation(GovukForm):
    """Why a variation counts no more."""

    button = "Void variation"

    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why the variation was recorded by mistake"},
    )
