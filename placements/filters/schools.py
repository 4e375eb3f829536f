"""What lists of schools can be narrowed by."""

from __future__ import annotations

from typing import Any

import django_filters
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Fieldset, Layout, Size
from django import forms
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from contracts.models import Membership
from nmiss.base.core.days import YEARS, ages_in_year, year_in_words
from nmiss.base.core.filter_fields import FilterField
from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.number_fields import WholeNumberField
from placements import reports
from providers.frameworks import InspectionOutcome
from providers.models import (
    EstablishmentStatus,
    Inspection,
    LocalAuthority,
    Need,
    NoStanding,
    School,
    Section41,
    Sex,
    Standing,
    StandingBand,
)
from providers.positions import NoPostcode, Nowhere, Position, position_of

MILES = (5, 10, 15, 20, 30, 50)
YEAR_CHOICES = tuple(
    (year, f"{year_in_words(year)}, aged {{}} to {{}}".format(*ages_in_year(year)))
    for year in YEARS
)
MEMBER_CHOICES = (
    ("any", "On the DPS today"),
    ("open", "Open to new places today"),
    ("1", "In lot 1 today"),
    ("2", "In lot 2 today"),
    ("none", "Not in the DPS today"),
)
# Not returned is read as the lowest band: silence must not pay.
STANDING_CHOICES = (
    (StandingBand.GOOD, "Good"),
    (StandingBand.APPROACHING, "Approaching target"),
    (StandingBand.BELOW, "Below target, or not returned"),
    (NoStanding.NOT_RETURNED, "Not returned"),
    (NoStanding.NOTHING_APPLICABLE, "No indicators apply"),
    ("none", "Not judged yet"),
)


class PostcodeField(forms.CharField):
    """A postcode or its first half, as a position. What was typed stays in the address."""

    def clean(self, value: str) -> Position | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return position_of(text)
        except NoPostcode:
            raise forms.ValidationError(
                "Enter a postcode such as CT20 3QA, or its first half"
            ) from None
        except Nowhere as nowhere:
            raise forms.ValidationError(
                f"The hub does not know where {nowhere} is. Enter a postcode nearby"
            ) from None


class NearFilter(django_filters.Filter):
    """By distance from a postcode."""

    field_class = PostcodeField


class NameField(forms.CharField):
    """A part of a name: marks alone would be a part of every name."""

    def clean(self, value: str) -> str:
        text = super().clean(value)
        if text and not any(map(str.isalnum, text)):
            raise forms.ValidationError("Enter letters or digits of the name")
        return text


class NameFilter(django_filters.Filter):
    """By a part of the name."""

    field_class = NameField


class AgeField(WholeNumberField):
    """Whole years of age, as far as an education plan goes."""

    def __init__(self, **options: Any) -> None:
        options["error_messages"] = dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter an age in whole years from 2 to 25"
        )
        super().__init__(**options, min_value=2, max_value=25)


class AgeFilter(django_filters.Filter):
    """By age."""

    field_class = AgeField


class SchoolFilters(GovukFilters):
    """The filters of schools in three groups: where, for whom, and which kind of school."""

    groups = {
        "Where": ("near", "within", "authority"),
        "For the child": ("need", "year", "age", "sex", "stay"),
        "The school": ("name", "member", "standing", "inspection", "section_41", "status"),
    }
    together = {"near": ("within", "sort")}

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        grouped = [
            Fieldset(*map(FilterField, fields), legend=legend, legend_size=Size.SMALL)
            for legend, fields in self.groups.items()
        ]
        helper.layout = Layout(*grouped, *map(FilterField, self.unseen()), self.submit())
        return helper

    def clean(self) -> dict[str, Any]:
        """A distance is from somewhere."""
        if self.cleaned_data.get("within") and not self["near"].value():
            self.add_error("near", "Enter a postcode to measure from, or choose any distance")
        return self.cleaned_data


class OurSchools(Narrowing):
    """A provider's schools: by name and need."""

    name = NameFilter(label="Name", method="by_name")
    need = django_filters.ChoiceFilter(
        label="Need", choices=Need, method="by_need", empty_label="Any need"
    )

    class Meta:
        model = School
        fields = ("name", "need")
        form = GovukFilters

    position: Position | None = None
    is_guess = False  # no name was as it was typed: these are like it

    def show_counts(self) -> None:
        """A provider has a handful of schools: counts would tell it nothing."""

    def by_name(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        found, is_so_called = schools.called(value)
        self.is_guess = not is_so_called
        return found

    def by_need(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        return schools.catering_for(value)


class Schools(OurSchools):
    """Every school: by where it is, whom it takes, and what it is to the council."""

    near = NearFilter(
        label="Near a postcode",
        method="by_place",
        help_text="It will appear in your browser history. For a child’s home, enter only the "
        "first half, such as CT20.",
    )
    within = django_filters.ChoiceFilter(
        label="Within",
        choices=[(miles, f"{miles} miles") for miles in MILES],
        method="by_distance",
        empty_label="Any distance",
    )
    authority = django_filters.ModelChoiceFilter(
        label="Local authority",
        queryset=LocalAuthority.objects.filter(
            Exists(School.objects.filter(authority=OuterRef("pk")))
        ).order_by("name"),
        empty_label="Any authority",
    )
    year = django_filters.ChoiceFilter(
        label="School year",
        choices=YEAR_CHOICES,
        method="by_year",
        empty_label="Any year",
    )
    age = AgeFilter(label="Age", method="by_age", widget=forms.TextInput({"inputmode": "numeric"}))
    sex = django_filters.ChoiceFilter(
        label="Admits",
        choices=[(Sex.BOYS, "Boys"), (Sex.GIRLS, "Girls")],
        method="by_sex",
        empty_label="Boys or girls",
    )
    stay = django_filters.ChoiceFilter(
        label="Day or residential",
        choices=[("day", "Day only"), ("residential", "Residential")],
        method="by_stay",
        empty_label="Day or residential",
    )
    member = django_filters.ChoiceFilter(
        label="DPS", choices=MEMBER_CHOICES, method="by_membership", empty_label="In the DPS or not"
    )
    standing = django_filters.ChoiceFilter(
        label="KPI standing",
        choices=STANDING_CHOICES,
        method="by_standing",
        empty_label="Any standing",
    )
    inspection = django_filters.ChoiceFilter(
        label="Last inspection",
        choices=[*InspectionOutcome.choices, ("none", "None on record")],
        method="by_inspection",
        empty_label="Any outcome",
    )
    section_41 = django_filters.ChoiceFilter(
        label="Section 41",
        choices=Section41,
        empty_label="Approved or not",
    )
    status = django_filters.ChoiceFilter(
        label="Status",
        choices=[*EstablishmentStatus.choices, ("any", "Any, including closed")],
        method="by_status",
        empty_label="Not closed",
    )

    class Meta:
        model = School
        # Names come first: what a name is like is asked among all schools.
        fields = ("name", "near", "within", "authority", "need", "year", "age", "sex", "stay")
        fields += ("member", "standing", "inspection", "section_41", "status")
        form = SchoolFilters

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Narrow by what was typed, and then by what was chosen among options."""
        typed, chosen = {}, {}
        for name, value in self.form.cleaned_data.items():
            (chosen if name in reports.OPTIONS else typed)[name] = value
        for name, value in typed.items():
            queryset = self.filters[name].filter(queryset, value)
        self.by_what_was_typed = queryset
        for name, value in chosen.items():
            queryset = self.filters[name].filter(queryset, value)
        if not chosen.get("status"):  # nobody finds a place in a closed school
            queryset = queryset.not_closed()
        return queryset if self.form.is_valid() else queryset.none()

    def show_counts(self) -> None:
        """Say beside each option how many schools it would leave."""
        chosen = {
            name: str(self.form[name].value())
            for name, value in self.form.cleaned_data.items()
            if name in reports.OPTIONS and value not in (None, "")
        }
        chosen.setdefault("status", "")
        schools, today = self.by_what_was_typed, timezone.localdate()
        self.form.show_counts(reports.options_of(schools, chosen=chosen, on=today))

    @property
    def position(self) -> Position | None:
        """Where distances are measured from, if from anywhere."""
        return self.form.cleaned_data.get("near")

    def by_place(self, schools: QuerySet, name: str, value: Position) -> QuerySet:
        return schools.with_metres_squared(value.easting, value.northing)

    def by_distance(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        here = self.position
        if here is None:
            return schools
        return schools.within_miles(int(value), easting=here.easting, northing=here.northing)

    def by_year(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        return schools.taking_year(int(value))

    def by_age(self, schools: QuerySet, name: str, value: int) -> QuerySet:
        return schools.taking_age(value)

    def by_sex(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        return schools.admitting(value)

    def by_stay(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        return schools.boarding_or_not(boards=value == "residential")

    def by_membership(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the schools in the lot, in any lot, or in none, today."""
        of_the_dps = Membership.objects.of_the_dps().filter(school=OuterRef("pk"))
        today = of_the_dps.on(timezone.localdate())
        if value == "none":
            return schools.exclude(Exists(today))
        if value == "open":
            return schools.filter(Exists(of_the_dps.open_to_call_offs(timezone.localdate())))
        lots = today if value == "any" else today.filter(lot__number=value)
        return schools.filter(Exists(lots))

    def by_standing(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        schools = schools.alias(judged=Subquery(Standing.objects.word_of(OuterRef("pk"))))
        if value == "none":
            return schools.filter(judged=None)
        words = [value]
        if value == StandingBand.BELOW:
            words.append(NoStanding.NOT_RETURNED)
        return schools.filter(judged__in=words)

    def by_inspection(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        last = Inspection.objects.of_row(OuterRef("pk")).values("outcome")
        schools = schools.alias(inspected=Subquery(last))
        return schools.filter(inspected=None if value == "none" else value)

    def by_status(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        return schools if value == "any" else schools.filter(status=value)
