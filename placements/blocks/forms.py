"""How block purchases are recorded, filled and voided, and how one is weighed up."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from contracts.models import Lot
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import MoneyField, WholeNumberField
from placements.forms import ReportForm
from placements.models import BlockPurchase, Placement
from placements.reports.demand_profile import PHASES
from providers.models import Need, Provision, School

MOST_PLACES = 500
MOST_POUNDS = Decimal("999999999.99")
MOST_A_YEAR = Decimal("9999999.99")
_PROVISIONS = [("", "Choose"), *Provision.choices]


def _pounds(label: str, example: str, most: Decimal, **options: Any) -> MoneyField:
    wrong = f"Enter pounds above 0, such as {example}"
    names = ("required", "invalid", "min_value", "max_value", "max_digits", "max_whole_digits")
    return MoneyField(
        label=label,
        min_value=Decimal("0.01"),
        max_value=most,
        max_digits=12,
        decimal_places=2,
        error_messages=dict.fromkeys((*names, "max_decimal_places"), wrong),
        **options,
    )


def _places() -> WholeNumberField:
    wrong = f"Enter a whole number of places from 1 to {MOST_PLACES}"
    return WholeNumberField(
        label="Number of places",
        min_value=1,
        max_value=MOST_PLACES,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )


def _choice(label: str, choices: Sequence[tuple[str, str]], asked: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        error_messages={"required": asked, "invalid_choice": asked},
    )


class BlockAdd(GovukForm):
    """Places that the council has bought for a period."""

    button = "Save block purchase"

    lot = forms.ModelChoiceField(
        queryset=Lot.objects.none(),
        label="Lot",
        error_messages={"required": "Select the lot", "invalid_choice": "Select the lot"},
    )
    provision = _choice("Provision", _PROVISIONS, "Select day or residential")
    places = _places()
    price = _pounds(
        "Price of all places for the whole period, in pounds",
        "10500000",
        MOST_POUNDS,
        help_text="Without VAT. We pay it whether the places are filled or not.",
    )
    starts_on = DayField(label="First day", asked="the first day")
    ends_on = DayField(label="Last day", asked="the last day")
    spot_price = _pounds(
        "Usual price of a single place, in pounds a year",
        "75000",
        MOST_A_YEAR,
        help_text="We use this to work out the break-even number of places.",
    )
    decision = forms.CharField(
        label="Decision that allows it",
        help_text="For example, its number: 25/00007.",
        max_length=200,
        error_messages={"required": "Enter the decision that allows it"},
    )

    def __init__(self, *args: Any, school: School, **options: Any) -> None:
        super().__init__(*args, **options)
        self.school = school
        field = self.fields["lot"]
        lots = Lot.objects.filter(memberships__school=school, block_allowed=True)
        field.queryset = lots.select_related("vehicle").order_by("vehicle__name", "number")
        field.queryset = field.queryset.distinct()
        field.label_from_instance = lambda lot: f"{lot}, {lot.vehicle}"

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, last, lot = (given.get(name) for name in ("starts_on", "ends_on", "lot"))
        if first and last and last < first:
            self.add_error("ends_on", "Enter a last day that is not before the first")
        if lot and first and not lot.memberships.on(first).filter(school=self.school).exists():
            self.add_error("starts_on", f"Enter a day on which the school is in {lot}")
        if first and last and self._overlaps(first, last):
            self.add_error(
                "starts_on", "This school has a block of this provision on some of these days"
            )
        return given

    def _overlaps(self, first: datetime.date, last: datetime.date) -> bool:
        others = BlockPurchase.objects.that_count().touching(first, last)
        provision = self.cleaned_data.get("provision")
        return others.filter(school=self.school, provision=provision).exists()


class BlockFill(GovukForm):
    """Which placements are in the block."""

    button = "Put into the block"

    placements = forms.ModelMultipleChoiceField(
        queryset=Placement.objects.none(),
        label="Placements",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Select at least one placement",
            "invalid_choice": "Select placements from the list",
            "invalid_pk_value": "Select placements from the list",
        },
    )

    def __init__(self, *args: Any, block: BlockPurchase, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["placements"].queryset = block.fitting().order_by("starts_on", "reference")


class BlockVoid(GovukForm):
    """Why a block purchase was recorded by mistake."""

    button = "Void block purchase"

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why this block purchase was a mistake"},
    )


class WhatIfForm(ReportForm):
    """Places that might be bought, and their price."""

    button = "Work it out"

    need = _choice(
        "Need",
        [("", "Choose"), *((code, f"{label} ({code})") for code, label in Need.choices)],
        "Select a need",
    )
    phase = _choice("Phase", [("", "Choose"), *PHASES.items()], "Select a phase")
    provision = _choice("Provision", _PROVISIONS, "Select day or residential")
    places = _places()
    price = _pounds("Price of a place in the block, in pounds a year", "70000", MOST_A_YEAR)

    def __init__(self, query: Any, *, today: datetime.date) -> None:
        """An empty form where nothing is asked yet."""
        super().__init__(query, today=today)
        self.is_asked = any(name in query for name in self.fields)
        if not self.is_asked:
            self.is_bound = False

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        return {}
