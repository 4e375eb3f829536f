"""The forms by which an inspection is typed from its report, and voided."""

from __future__ import annotations

import datetime
from typing import Any

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Fieldset, Layout, Size
from django import forms

from nmiss.base.core.day_fields import DayField
from nmiss.base.core.forms import GovukForm
from providers.frameworks import FRAMEWORKS, InspectionKind, MetOrNot, wrong_day_for
from providers.inspection_imports import LONGEST_ADDRESS, LONGEST_REFERENCE, wrong_address
from providers.models import Inspection, School
from providers.permissions import why_not_record_again

NOT_SAID = "Not stated"


class InspectionRecord(GovukForm):
    """An inspection of a school by one framework, with a box for each of its areas."""

    button = "Save inspection"

    kind = forms.ChoiceField(
        label="Kind of inspection",
        choices=InspectionKind,
        initial=InspectionKind.ROUTINE,
    )
    inspected_on = DayField(label="Last day of the inspection", asked="the day of the inspection")
    published_on = DayField(
        label="Day of publication (optional)", asked="the day of publication", required=False
    )
    reference = forms.CharField(
        label="Reference of the report (optional)", required=False, max_length=LONGEST_REFERENCE
    )
    address = forms.CharField(
        label="Address of the report (optional)",
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text="Enter the reference or the web address, or both.",
    )
    standards = forms.ChoiceField(
        label="Are the standards met?",
        choices=[("", NOT_SAID), *MetOrNot.choices],
        required=False,
        help_text="The independent school standards, or those of the framework.",
    )
    safeguarding = forms.ChoiceField(
        label="Is safeguarding effective, or is its standard met?",
        choices=[("", NOT_SAID), *MetOrNot.choices],
        required=False,
    )

    def __init__(self, *args: Any, school: School, framework: str, today: datetime.date, **options):
        super().__init__(*args, **options)
        self.school, self.framework, self.today = school, framework, today
        self.areas = FRAMEWORKS[framework].areas
        grades = [("", "Not graded"), *FRAMEWORKS[framework].grades.items()]
        for area, label in self.areas.items():
            self.fields[area] = forms.ChoiceField(label=label, choices=grades, required=False)

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        own = [name for name in self.fields if name not in self.areas]
        graded = Fieldset(*self.areas, legend="Grades by area", legend_size=Size.MEDIUM)
        helper.layout = Layout(*own, graded, self.submit())
        return helper

    def clean_inspected_on(self) -> datetime.date:
        day = self.cleaned_data["inspected_on"]
        if day > self.today:
            raise forms.ValidationError("Enter a day that is not in the future")
        if why_not := wrong_day_for(self.framework, day):
            raise forms.ValidationError(f"Check the day: {why_not}")
        return day

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        if address and wrong_address(address):
            raise forms.ValidationError(
                "Enter the whole address of the report, such as https://reports.example/900001"
            )
        return address

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        day, published_on = given.get("inspected_on"), given.get("published_on")
        if published_on and published_on > self.today:
            self.add_error("published_on", "Enter a day that is not in the future")
        elif day and published_on and published_on < day:
            self.add_error("published_on", "The report cannot be published before the inspection")
        if not (given.get("reference") or given.get("address") or "address" in self.errors):
            self.add_error("reference", "Enter the reference or the address of the report")
        grades = {area: given[area] for area in self.areas if given.get(area)}
        if not (given.get("standards") or given.get("safeguarding") or grades):
            self.add_error("standards", "Select met or not met, or enter the grade of an area")
        if day and self._is_on_record(given):
            self.add_error("inspected_on", why_not_record_again(is_on_record=True).rstrip("."))
        self.facts = {
            "framework": self.framework,
            "grades": grades,
            **{name: given.get(name) for name in given if name not in self.areas},
        }
        return given

    def _is_on_record(self, given: dict[str, Any]) -> bool:
        key = {"kind": given.get("kind"), "inspected_on": given["inspected_on"]}
        same = Inspection.objects.that_count().filter(school=self.school, framework=self.framework)
        return same.filter(**key).exists()


class InspectionVoid(GovukForm):
    """Why an inspection was recorded by mistake."""

    button = "Void inspection"

    reason = forms.CharField(
        label="Reason",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter why this inspection is a mistake"},
    )
