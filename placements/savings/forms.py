"""What the report on cost avoidance is asked with."""

from __future__ import annotations

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max

from nmiss.base.core.day_fields import EARLIEST, LATEST
from nmiss.base.core.days import academic_year_of
from nmiss.base.core.number_fields import WholeNumberField
from placements.forms import ReportForm
from placements.models import CostAvoidance
from providers.models import Provider, School


class CostAvoidanceOfYear(ReportForm):
    """An academic year, by the year of its September."""

    academic_year = WholeNumberField(
        label="Academic year",
        help_text="Enter the year in which it starts: 2024 is September 2024 to August 2025.",
        min_value=EARLIEST.year,
        max_value=LATEST.year - 1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter the academic year by the year of its September, such as 2024",
        ),
    )

    @staticmethod
    def usual(today: datetime.date) -> dict[str, str]:
        """The last year that is in the ledger; this one where there is none."""
        last = CostAvoidance.objects.aggregate(last=Max("academic_year"))["last"]
        return {"academic_year": str(last or academic_year_of(today))}

    @property
    def year(self) -> int:
        """The year of its September, once the form is valid."""
        return self.cleaned_data["academic_year"]


class CostAvoidanceRows(CostAvoidanceOfYear):
    """The same, of one request, school or provider where it is named."""

    request = forms.CharField(required=False, max_length=60)
    school = WholeNumberField(required=False, min_value=1, max_value=9_999_999)
    provider = WholeNumberField(required=False, min_value=1, max_value=2_147_483_647)

    def clean_school(self) -> School | None:
        return _named(School, "urn", self.cleaned_data["school"])

    def clean_provider(self) -> Provider | None:
        return _named(Provider, "pk", self.cleaned_data["provider"])


def _named(model: type, key: str, number: int | None) -> object:
    found = model.objects.filter(**{key: number}).first() if number else None
    if number and found is None:
        raise ValidationError("Choose a school or provider that is here")
    return found
