"""What the budget is asked with, and what finance enters."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.days import financial_year_of
from nmiss.base.core.documents import day
from nmiss.base.core.forms import GovukForm
from nmiss.base.core.number_fields import NumberField, WholeNumberField
from placements.agreements.status import Billing
from placements.budget import report
from placements.forms import ReportForm, financial_year_field
from placements.models import BudgetLine
from placements.models.price_line import MOST_WEEKS
from providers.models import School

MOST_POUNDS = Decimal("9999999999.99")
_GROWTH = "Enter a percentage from −20 to 50, such as 3 or 2.5"
_LINES = [(each.value, each.label) for each in BudgetLine]


class BudgetAsked(ReportForm):
    """A financial year, the day on which it was known, and an assumed growth."""

    parameters = {"on": "as_at"}
    button = "Show the budget"

    financial_year = financial_year_field("Financial year")
    on = DayField(
        asked="the day",
        label="As we knew it on",
        help_text="Today, or an earlier day.",
    )
    growth = NumberField(
        label="Assumed growth, in per cent (optional)",
        help_text="Applies to costs still to come this year.",
        required=False,
        min_value=-20,
        max_value=50,
        max_digits=4,
        decimal_places=2,
        error_messages=dict.fromkeys(
            (
                *("invalid", "min_value", "max_value", "max_digits", "max_whole_digits"),
                "max_decimal_places",
            ),
            _GROWTH,
        ),
    )

    def __init__(self, query: Any, *, today: datetime.date) -> None:
        super().__init__(query, today=today)
        self.today = today

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """This financial year as it is known today."""
        return {"financial_year": str(financial_year_of(today)), "as_at": str(today)}

    def clean_on(self) -> datetime.date:
        on = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("Enter today or an earlier day")
        first = report.first_recorded_day()
        if on < self.today and (first is None or on < first):
            since = day(first or self.today)
            raise forms.ValidationError(f"Enter {since} or a later day: our records begin then")
        return on

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked of the report, once the form is valid."""
        return {"year": self.cleaned_data["financial_year"], "on": self.cleaned_data["on"]}

    @property
    def growth_asked(self) -> Decimal:
        return self.cleaned_data["growth"] or Decimal(0)


class BudgetRows(BudgetAsked):
    """The same, of one line where it is named."""

    line = forms.ChoiceField(choices=[("", "All"), *_LINES], required=False)


class ScheduleAsked(ReportForm):
    """The day by which invoices are compared, and whether differences alone are listed."""

    parameters = {"on": "as_at"}
    button = "Show the schedule"

    on = DayField(
        asked="the day", label="Due by", help_text="We count the financial year of that day."
    )
    only = forms.BooleanField(label="Only placements with a difference", required=False)
    school = WholeNumberField(
        label="URN of a school (optional)",
        help_text="Leave empty for all schools.",
        required=False,
        min_value=1,
        max_value=9_999_999,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter the URN of a school, such as 900001"
        ),
    )

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        return {"as_at": str(today)}


def _pounds(label: str, **options: Any) -> NumberField:
    wrong = "Enter pounds from 0, such as 86750000"
    return NumberField(
        label=label,
        min_value=0,
        max_value=MOST_POUNDS,
        max_digits=12,
        decimal_places=2,
        error_messages=dict.fromkeys(
            (
                *("required", "invalid", "min_value", "max_value", "max_digits"),
                *("max_whole_digits", "max_decimal_places"),
            ),
            wrong,
        ),
        **options,
    )


class BudgetSet(GovukForm):
    """What a line may cost in a financial year."""

    button = "Save budget"

    financial_year = financial_year_field("Financial year")
    line = forms.ChoiceField(
        label="Budget line",
        choices=[("", "Choose"), *_LINES],
        error_messages={"required": "Choose a budget line"},
    )
    amount = _pounds("Budget, in pounds")


class InvoiceRulesSet(GovukForm):
    """How schools bill where no signed agreement says so, and which VAT comes on top."""

    button = "Save invoice rules"

    valid_from = DayField(asked="the first day", label="From")
    school = WholeNumberField(
        label="URN of the school (optional)",
        help_text="Leave empty for all schools without rules of their own.",
        required=False,
        min_value=1,
        max_value=9_999_999,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter the URN of a school, such as 900001"
        ),
    )
    billing = forms.ChoiceField(
        label="Invoices without a signed agreement",
        choices=Billing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select how schools bill"},
    )
    weeks = NumberField(
        label="Weeks of attendance a year",
        help_text="For invoices by week.",
        min_value=1,
        max_value=MOST_WEEKS,
        max_digits=4,
        decimal_places=2,
        error_messages=dict.fromkeys(
            (
                *("required", "invalid", "min_value", "max_value", "max_digits"),
                *("max_whole_digits", "max_decimal_places"),
            ),
            f"Enter weeks from 1 to {MOST_WEEKS}, such as 38",
        ),
    )
    vat_rate = NumberField(
        label="VAT on top of prices, in per cent",
        help_text="Enter 0 where the school charges no VAT.",
        min_value=0,
        max_value=99,
        max_digits=4,
        decimal_places=2,
        error_messages=dict.fromkeys(
            (
                *("required", "invalid", "min_value", "max_value", "max_digits"),
                *("max_whole_digits", "max_decimal_places"),
            ),
            "Enter a percentage from 0 to 99, such as 20",
        ),
    )
    is_vat_recoverable = forms.TypedChoiceField(
        label="Can we recover this VAT?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether we recover the VAT"},
    )

    def clean_school(self) -> School | None:
        urn = self.cleaned_data["school"]
        school = School.objects.filter(urn=urn).first() if urn else None
        if urn and school is None:
            raise forms.ValidationError("Enter the URN of a school that is here")
        return school


class DeficitSet(GovukForm):
    """The accumulated deficit at the end of a financial year."""

    button = "Save deficit"

    financial_year = financial_year_field("Financial year")
    eligible = _pounds(
        "Deficit that the grant may pay off, in pounds",
        help_text="The eligible part of the accumulated deficit at the end of the year.",
    )
    not_eligible = _pounds(
        "Rest of the deficit, in pounds", help_text="The part that is not eligible."
    )
    grant_expected = _pounds("Grant expected, in pounds")
    grant_received = _pounds("Grant received so far, in pounds")
    source = forms.CharField(
        label="Source",
        help_text="For example a statement of accounts, with its date.",
        max_length=200,
        error_messages={"required": "Enter where the figures are from"},
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        for name in ("grant_expected", "grant_received"):
            if None not in (given.get(name), given.get("eligible")) and (
                given[name] > given["eligible"]
            ):
                self.add_error(name, "Enter no more than the eligible deficit")
        return given
