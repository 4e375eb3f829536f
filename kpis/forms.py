"""Forms about indicators and terms."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from kpis import computed, formulae
from kpis.intake.indicators import wrong_by_child, wrong_filed_for
from kpis.models import Indicator, IndicatorSet, Term
from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm, GovukModelForm
from nmiss.base.core.number_fields import NumberField, NumberInput, WholeNumberField
from providers.models import EstablishmentType

NARROW = {"class": "govuk-input--width-5"}
NUMBERS = ("required", "invalid", "max_digits", "max_decimal_places", "max_whole_digits")


class DraftIndicators(GovukForm):
    """The name of the next version, and from when it applies."""

    button = "Start draft"

    version = forms.CharField(
        label="Name of the version",
        max_length=30,
        help_text="For example, 2027-09",
        error_messages={"required": "Enter a name, such as 2027-09"},
    )
    valid_from = DayField(
        asked="the first day on which it applies",
        label="First day on which it applies",
        help_text="A period is judged by the version that applies on its last day",
    )

    def clean_version(self) -> str:
        version = " ".join(self.cleaned_data["version"].split())
        if IndicatorSet.objects.filter(version__iexact=version).exists():
            raise forms.ValidationError("Enter another name: there is a version with this one")
        return version

    def clean_valid_from(self) -> datetime.date:
        day = self.cleaned_data["valid_from"]
        if day <= timezone.localdate():
            raise forms.ValidationError("Enter a day in the future")
        return day


def _number(label: str, hint: str = "", *, least: int | None = None) -> NumberField:
    words = f"Enter a number{'' if least is None else f' from {least} up'}, such as 92.5"
    return NumberField(
        label=f"{label} (optional)",
        help_text=hint,
        required=False,
        min_value=least,
        max_digits=20,
        decimal_places=8,
        widget=NumberInput("decimal", NARROW),
        error_messages=dict.fromkeys((*NUMBERS, "min_value"), words),
    )


class EditIndicator(GovukModelForm):
    """An indicator of a draft."""

    button = "Save indicator"

    weight = NumberField(
        label="Weight",
        help_text="Enter 0 if the indicator is monitored only",
        min_value=0,
        max_digits=8,
        decimal_places=4,
        widget=NumberInput("decimal", NARROW),
        error_messages=dict.fromkeys((*NUMBERS, "min_value"), "Enter a weight, such as 2.5"),
    )
    minimum = WholeNumberField(
        label="Smallest number of children",
        help_text="With fewer children nothing is rated. It counts only with a count of children",
        initial=5,
        min_value=0,
        max_value=1_000_000,
        widget=NumberInput("numeric", NARROW),
    )
    target = _number("Target", "In the unit of the formula")
    floor = _number("Floor", "For amber: leave it empty for none, and near a target")
    tolerance = _number("Tolerance", "Near a target: green within it", least=0)
    outer_tolerance = _number("Outer tolerance", "Near a target: amber within it", least=0)
    hard_min = _number("Lowest possible value")
    hard_max = _number("Highest possible value")
    soft_min = _number("Lowest plausible value")
    soft_max = _number("Highest plausible value")
    least_change = _number("Smallest change to warn of", least=0)

    filed_for = forms.MultipleChoiceField(
        label="Types of school of which a file tells us (optional)",
        help_text="Schools of these types are not asked. Import their figures as KPI returns",
        choices=EstablishmentType.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose types from the list"},
    )

    class Meta:
        model = Indicator
        fields = [
            "code",
            "name",
            "definition",
            "formula",
            "unit",
            "is_rated",
            "weight",
            "polarity",
            "target",
            "floor",
            "tolerance",
            "outer_tolerance",
            "frequency",
            "answered_by",
            "by_child",
            "filed_for",
            "cohort",
            "minimum",
            "evidence",
            "hard_min",
            "hard_max",
            "soft_min",
            "soft_max",
            "least_change",
        ]
        labels = {
            "is_rated": "Rate this indicator",
            "definition": "Definition in plain words (optional)",
            "formula": "Formula (optional)",
            "polarity": "Which values are good?",
            "frequency": "How often is it asked?",
            "answered_by": "Who answers?",
            "by_child": "Ask for each child",
            "cohort": "Input that counts children (optional)",
            "evidence": "Evidence needed (optional)",
        }
        help_texts = {
            "formula": (
                "Names of inputs, numbers, + − × ÷ (or * /), brackets, min and max. For example, "
                "100 × sessions_attended ÷ sessions_possible"
            ),
            "unit": "For example, %",
            "by_child": (
                "A return then has a section for each child, from which outcomes_on_track and "
                "outcomes_reviewed are counted"
            ),
        }
        error_messages = {
            "code": {"required": "Enter a code, such as K24"},
            "name": {"required": "Enter a name"},
            "unit": {"required": "Enter a unit, such as %"},
        }
        widgets = {"cohort": forms.TextInput, "code": forms.TextInput(NARROW)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """With numbers as people write them: 92 and not 92.00000000."""
        super().__init__(*args, **kwargs)
        for name, value in self.initial.items():
            if isinstance(value, Decimal):
                self.initial[name] = f"{value.normalize():f}"

    def clean_formula(self) -> str:
        text = self.cleaned_data["formula"].strip()
        if text:
            try:
                formulae.read(text)
            except formulae.BadFormula as wrong:
                raise forms.ValidationError(f"Correct the formula at {wrong}") from wrong
        return text

    def clean_cohort(self) -> str:
        name = self.cleaned_data["cohort"].strip()
        if name and not formulae.INPUT.fullmatch(name):
            raise forms.ValidationError("Enter the name of an input, such as placements_at_end")
        return name

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        code, own = given.get("code", ""), computed.known()
        if given.get("formula") == "" and code and code not in own:
            self.add_error(
                "formula", f"Enter a formula: without one the hub works out {', '.join(own)} only"
            )
        if given.get("by_child") and {"formula", "answered_by"} <= given.keys():
            wrong = wrong_by_child(given["answered_by"], given["formula"])
            if wrong:
                self.add_error("by_child", f"{wrong[:1].upper()}{wrong[1:]}")
        if given.get("filed_for") and {"formula", "answered_by"} <= given.keys():
            wrong = wrong_filed_for(given["answered_by"], given["formula"], given.get("by_child"))
            if wrong:
                self.add_error("filed_for", f"{wrong[:1].upper()}{wrong[1:]}")
        return given


class AddTerm(GovukModelForm):
    """A term of the council."""

    button = "Save term"

    first_day = DayField(asked="the first day", label="First day")
    last_day = DayField(asked="the last day", label="Last day")

    class Meta:
        model = Term
        fields = ["name", "first_day", "last_day"]
        help_texts = {"name": "For example, 2026-27 autumn"}
        error_messages = {"name": {"required": "Enter a name, such as 2026-27 autumn"}}
