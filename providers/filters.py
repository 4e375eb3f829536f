"""What lists of providers' people and of vacancies can be narrowed by."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.number_fields import WholeNumberField
from providers.models import ProviderMember, School, VacancyRules
from providers.models.vacancy import NEVER, NOT_COUNTED, OUT_OF_DATE, UP_TO_DATE


class NumberFilter(django_filters.Filter):
    """By the number of a row, as an address of ours names it."""

    field_class = WholeNumberField


class ProviderPeople(Narrowing):
    """Those of one provider, by its number."""

    provider = NumberFilter()

    class Meta:
        model = ProviderMember
        fields = ("provider",)
        form = GovukFilters


class Vacancies(Narrowing):
    """Schools that report vacancies: by name, and by how old their figures are."""

    name = django_filters.CharFilter(label="School", method="by_name")
    standing = django_filters.ChoiceFilter(
        label="Figures",
        choices=[
            (each, each.capitalize()) for each in (UP_TO_DATE, OUT_OF_DATE, NOT_COUNTED, NEVER)
        ],
        method="by_standing",
        empty_label="Any",
    )

    class Meta:
        model = School
        fields = ("name", "standing")
        form = GovukFilters

    def by_name(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        return schools.named(value)

    def by_standing(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        today = timezone.localdate()
        rules = VacancyRules.objects.in_force(today)
        if value == NEVER:
            return schools.filter(reported_at=None)
        oldest, fresh = rules.oldest_that_counts(today), rules.oldest_that_is_fresh(today)
        if value == NOT_COUNTED:
            return schools.filter(reported_at__date__lt=oldest)
        counted = schools.filter(reported_at__date__gte=oldest)
        if value == UP_TO_DATE:
            return counted.filter(reported_at__date__gte=fresh)
        return counted.filter(reported_at__date__lt=fresh)
