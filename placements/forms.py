"""What reports are asked with. The forms live in the address: a report can be shared."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Mapping
from itertools import chain
from typing import Self

from django import forms
from django.core.exceptions import ValidationError

from nmiss.base.core.day_fields import EARLIEST, LATEST, DayField
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.forms import AskedWrongly, GovukFilters, GovukForm
from nmiss.base.core.number_fields import WholeNumberField
from placements.reports import DIMENSIONS, DPS, NON_DPS, TOTAL, Window
from placements.reports.demand_profile import NC_YEAR, NEED, PHASE, PHASES
from placements.revealing import WhyIdentity
from providers.models import Need, School

MOST_YEARS = 30
MOST_MONTHS = 60


class ReportForm(GovukFilters):
    """A form in an address. What the address leaves out is what people ask most."""

    button = "Show the report"
    parameters: Mapping[str, str] = {}

    def __init__(self, query: Mapping[str, str], *, today: datetime.date) -> None:
        asked = {name: query[name] for name in query}
        super().__init__({**self.usual(today), **asked})

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """What is asked when the address says nothing."""
        raise NotImplementedError

    def read(self) -> Self:
        """What was asked; raises AskedWrongly where it cannot be answered."""
        if not self.is_valid():
            raise AskedWrongly(chain(*self.errors.values()))
        return self

    def add_prefix(self, field_name: str) -> str:
        """Give fields the names that the address uses; ``from`` cannot be a name in Python."""
        return self.parameters.get(field_name, field_name)


def financial_year_field(label: str, *, required: bool = True) -> WholeNumberField:
    """A financial year, by the year of its April."""
    return WholeNumberField(
        label=label,
        help_text="Enter the year in which it starts: 2024 is April 2024 to March 2025.",
        required=required,
        min_value=EARLIEST.year,
        max_value=LATEST.year,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter the year in which the financial year starts, such as 2024",
        ),
    )


class DpsStatusForm(ReportForm):
    """The window of table 3.3, and the financial year of its spend."""

    parameters = {"first": "from", "last": "to"}

    first = DayField(asked="the first day", label="From")
    last = DayField(asked="the last day", label="To")
    financial_year = financial_year_field("Financial year of the spend", required=False)

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """From the beginning of this financial year to today."""
        return {"from": str(financial_year(financial_year_of(today))[0]), "to": str(today)}

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", "Enter a last day that is not before the first")

    def __init__(self, query: Mapping[str, str], *, today: datetime.date) -> None:
        """Without a financial year the box shows the one that is taken: that of the first day."""
        super().__init__(query, today=today)
        if not self.data.get("financial_year"):
            with contextlib.suppress(ValidationError):
                first = self.fields["first"].clean(self.data["from"])
                self.data["financial_year"] = str(financial_year_of(first))

    @property
    def window(self) -> Window:
        """What was asked for, once the form is valid."""
        asked = self.cleaned_data
        return Window(asked["first"], asked["last"], asked["financial_year"])


class SpendForm(ReportForm):
    """The financial year of spend."""

    financial_year = financial_year_field("Financial year")

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """This financial year."""
        return {"financial_year": str(financial_year_of(today))}

    @property
    def year(self) -> int:
        """The year of its April, once the form is valid."""
        return self.cleaned_data["financial_year"]


class RevealIdentity(GovukForm):
    """Why a placement officer needs to know who a child is."""

    button = "Show identity"

    reason = forms.ChoiceField(
        label="Why do you need the child’s identity?",
        choices=WhyIdentity.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select why you need the child’s identity"},
    )


class SpendOfSchool(SpendForm):
    """The same, of one school where it is named."""

    school = WholeNumberField(required=False, min_value=1, max_value=9_999_999)

    def clean_school(self) -> School | None:
        urn = self.cleaned_data["school"]
        school = School.objects.filter(urn=urn).first() if urn else None
        if urn and school is None:
            raise ValidationError("Enter the URN of a school that is here")
        return school


class DpsStatusRow(DpsStatusForm):
    """The same, for one row of the table."""

    status = forms.ChoiceField(
        choices=[(TOTAL, "All"), (DPS, "DPS"), (NON_DPS, "Not DPS")],
        required=False,
        error_messages={"invalid_choice": "Choose DPS, not DPS or all"},
    )

    @property
    def row(self) -> str:
        """The row of the table; the last, of all, where none is named."""
        return self.cleaned_data["status"] or TOTAL


class DemandProfileForm(ReportForm):
    """The day that is asked about."""

    parameters = {"day": "on"}

    day = DayField(asked="the day", label="On")

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        return {"on": str(today)}


class VehicleValueForm(DemandProfileForm):
    """The day on which arrangements are valued."""


class DemandProfileFigure(DemandProfileForm):
    """The same, for one figure: of which dimension and value, on the DPS, not, or both."""

    dimension = forms.ChoiceField(
        choices=[(each, each) for each in DIMENSIONS],
        required=False,
        error_messages={"invalid_choice": "Choose total, need, phase or nc_year"},
    )
    value = forms.CharField(required=False, max_length=20)
    status = forms.ChoiceField(
        choices=[(TOTAL, "All"), (DPS, "DPS"), (NON_DPS, "Not DPS")],
        required=False,
        error_messages={"invalid_choice": "Choose DPS, not DPS or all"},
    )

    def clean(self) -> None:
        of, value = self.cleaned_data.get("dimension"), self.cleaned_data.get("value", "")
        known = {
            NEED: Need.values,
            PHASE: PHASES,
            NC_YEAR: map(str, range(-MOST_YEARS, MOST_YEARS)),
        }
        if of in known and value not in known[of]:
            self.add_error("value", "Choose a need, phase or year that is in the report")

    @property
    def asked(self) -> dict[str, object]:
        """What is asked of ``places_behind``, once the form is valid."""
        asked = self.cleaned_data
        return {
            "on": asked["day"],
            "dimension": asked["dimension"] or TOTAL,
            "value": asked["value"],
            "dps": {DPS: True, NON_DPS: False}.get(asked["status"]),
        }


class OffDps(ReportForm):
    """The month of a report on choices."""

    month = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Select a month")
    )

    def __init__(self, query: Mapping[str, str], *, today: datetime.date) -> None:
        super().__init__(query, today=today)
        counted = today.year * 12 + today.month - 1
        firsts = (_first_of(each) for each in range(counted, counted - MOST_MONTHS, -1))
        self.fields["month"].choices = [(f"{day:%Y-%m}", f"{day:%B %Y}") for day in firsts]

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """This month."""
        return {"month": f"{today:%Y-%m}"}

    @property
    def first(self) -> datetime.date:
        """The first day of the month, once the form is valid."""
        return datetime.date.fromisoformat(f"{self.cleaned_data['month']}-01")


def _first_of(month: int) -> datetime.date:
    """The first day of a month that is counted from the beginning of the calendar."""
    return datetime.date(month // 12, month % 12 + 1, 1)


class OneSchoolAsked(ReportForm):
    """One school by its URN; all of them where none is named."""

    button = "Show the school"

    school = WholeNumberField(
        label="URN of a school (optional)",
        required=False,
        min_value=1,
        max_value=9_999_999,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter the URN of a school, such as 900001"
        ),
    )

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        return {}
