"""Vacancies: how many places a school has by year, need and provision, as it last reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.days import YEARS, year_in_words
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DatedByTheDatabase
from providers import permissions
from providers.models.provision import Provision
from providers.models.school import Need, School
from providers.models.vacancy_rules import VacancyRules

UP_TO_DATE, OUT_OF_DATE, NOT_COUNTED = "up to date", "out of date", "not counted"
NEVER = "not reported"

colours({UP_TO_DATE: "green", OUT_OF_DATE: "grey", NOT_COUNTED: "orange", NEVER: "grey"})


def standing_of(reported_on: datetime.date | None, rules: VacancyRules, on: datetime.date) -> str:
    """How far figures of a day can be relied on, on another."""
    if reported_on is None:
        return NEVER
    if reported_on < rules.oldest_that_counts(on):
        return NOT_COUNTED
    return UP_TO_DATE if reported_on >= rules.oldest_that_is_fresh(on) else OUT_OF_DATE


class VacancyReportQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Those of the schools that this person sees."""
        return self.filter(school__in=School.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-as_at", "-pk")

    def with_figures(self) -> Self:
        return self.select_related("given_by").prefetch_related("vacancies")


class VacancyReport(models.Model):
    """What a school said of its places at one instant. It is never changed: the next one counts."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="vacancy_reports")
    as_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_unchanged = models.BooleanField(default=False)

    objects = VacancyReportQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["school", "-as_at", "-id"], name="providers_vacancyreport_newest")
        ]
        triggers = [
            WrittenBySomebody(
                Role.PROVIDER,
                must="EXISTS (SELECT FROM public.providers_providermember AS member "
                "JOIN public.providers_school AS school ON school.provider_id = member.provider_id "
                "WHERE school.id = RECORD.school_id AND member.role IN ('owner', 'editor') "
                "AND member.user_id = public.nmiss_acting_person())",
                words="A school reports its own places.",
                given_by=(),
            ),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("as_at"),
        ]

    def __str__(self) -> str:
        return f"vacancies of {self.school}"

    # Questions

    @property
    def on(self) -> datetime.date:
        return timezone.localdate(self.as_at)

    @property
    def free(self) -> int:
        """Places that are free and open to new children, in all."""
        return sum(row.free for row in self.vacancies.all())

    def standing(self, rules: VacancyRules, on: datetime.date) -> str:
        """How far its figures can be relied on, on a day."""
        return standing_of(self.on, rules, on)

    @staticmethod
    def newest_of(school: School) -> VacancyReport | None:
        return school.vacancy_reports.newest_first().first()

    @classmethod
    def newest_of_each(cls, schools: Iterable[School]) -> dict[int, VacancyReport]:
        """The newest report of each school that has one, by the school's number."""
        found = cls.objects.filter(school__in=schools).prefetch_related("vacancies")
        found = found.order_by("school", "-as_at", "-pk")
        return {report.school_id: report for report in found.distinct("school")}

    @staticmethod
    def not_reported_since(
        day: datetime.date, schools: models.QuerySet[School]
    ) -> models.QuerySet[School]:
        """Of these schools those that a provider runs and that have not reported from a day on."""
        since = VacancyReport.objects.filter(school=OuterRef("pk"), as_at__date__gte=day)
        return schools.not_closed().exclude(provider=None).filter(~Exists(since)).by_name()

    # Verbs

    @classmethod
    @in_person
    def give(cls, school: School, rows: Iterable[Mapping[str, object]], *, by: User) -> Self:
        """Report a school's places anew, by rows of a ``Vacancy``'s fields."""
        _hold(school)
        stop_if(permissions.why_not_report_vacancies(by, school))
        report = cls._keep(school, rows, by=by)
        AuditEvent.record("report_vacancies", report, by=by, free=report.free)
        return report

    @in_person
    def repeat(self, *, by: User) -> VacancyReport:
        """Say that nothing has changed: the same figures as of now."""
        _hold(self.school)
        stop_if(permissions.why_not_repeat(by, self))
        rows = [
            {name: getattr(row, name) for name in Vacancy.FACTS} for row in self.vacancies.all()
        ]
        report = self._keep(self.school, rows, by=by, is_unchanged=True)
        AuditEvent.record("repeat_vacancies", report, by=by, free=report.free)
        return report

    @classmethod
    def _keep(
        cls,
        school: School,
        rows: Iterable[Mapping[str, object]],
        *,
        by: User,
        is_unchanged: bool = False,
    ) -> Self:
        report = cls.objects.create(school=school, given_by=by, is_unchanged=is_unchanged)
        report.refresh_from_db(fields=["as_at"])
        Vacancy.objects.bulk_create(Vacancy(report=report, **row) for row in rows)
        return report


def _hold(school: School) -> None:
    """Two who report at once do so one after the other."""
    School.objects.select_for_update(of=("self",), no_key=True).get(pk=school.pk)


class YearSpan(Func):
    """The years from a first to a last, both included."""

    function = "int4range"
    output_field = IntegerRangeField()

    def __init__(self, first: str, last: str) -> None:
        super().__init__(F(first), F(last), Value("[]"))


class VacancyQuerySet(models.QuerySet):
    def in_order(self) -> Self:
        return self.order_by("first_year", "last_year", "need", "provision")


class Vacancy(models.Model):
    """The places for some years, one need and one provision, as four numbers.

    ``planned`` are the places that are registered or planned, ``reserved`` are promised to a
    child who has not started, ``free`` are open to new children now.
    """

    NUMBERS = ("planned", "occupied", "reserved", "free")
    FACTS = ("first_year", "last_year", "need", "provision", *NUMBERS)

    report = models.ForeignKey(VacancyReport, on_delete=models.PROTECT, related_name="vacancies")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    need = models.CharField(max_length=4, choices=Need)
    provision = models.CharField(max_length=20, choices=Provision)
    planned = models.PositiveSmallIntegerField()
    occupied = models.PositiveSmallIntegerField()
    reserved = models.PositiveSmallIntegerField()
    free = models.PositiveSmallIntegerField()

    objects = VacancyQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("need", Need),
            one_of("provision", Provision),
            in_order("first_year", "last_year"),
            models.CheckConstraint(
                name="providers_vacancy_years_are_of_school", condition=Q(last_year__lt=len(YEARS))
            ),
            models.CheckConstraint(
                name="providers_vacancy_free_places_are_there",
                # A school may have more children than places; then it has none free.
                condition=Q(free=0) | Q(planned__gte=F("occupied") + F("reserved") + F("free")),
            ),
            ExclusionConstraint(
                name="providers_vacancy_each_place_once",
                expressions=[
                    ("report", RangeOperators.EQUAL),
                    ("need", RangeOperators.EQUAL),
                    ("provision", RangeOperators.EQUAL),
                    (YearSpan("first_year", "last_year"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        triggers = [
            WrittenBySomebody(
                Role.PROVIDER,
                must="EXISTS (SELECT FROM public.providers_providermember AS member "
                "JOIN public.providers_school AS school ON school.provider_id = member.provider_id "
                "WHERE school.id = (SELECT school_id FROM public.providers_vacancyreport "
                "WHERE id = RECORD.report_id) AND member.role IN ('owner', 'editor') "
                "AND member.user_id = public.nmiss_acting_person())",
                words="A school reports its own places.",
            ),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.years}, {self.need}, {self.get_provision_display()}"

    @property
    def years(self) -> str:
        """The years as schools say them: Reception to Year 6."""
        first, last = year_in_words(self.first_year), year_in_words(self.last_year)
        return first if first == last else f"{first} to {last}"


FIGURES = ("planned", "occupied", "reserved", "free")


def with_vacancies(schools: models.QuerySet[School]) -> models.QuerySet[School]:
    """Schools with ``reported_at`` and the sums of their newest report, such as ``free_places``."""
    newest = VacancyReport.objects.filter(school=OuterRef("pk")).newest_first()
    newest_of_row = VacancyReport.objects.filter(school=OuterRef("report__school")).newest_first()
    rows = Vacancy.objects.filter(
        report__school=OuterRef("pk"), report=Subquery(newest_of_row.values("pk")[:1])
    )
    of_school = rows.order_by().values("report__school")
    return schools.annotate(
        reported_at=Subquery(newest.values("as_at")[:1]),
        **{
            f"{name}_places": Coalesce(
                Subquery(of_school.annotate(total=Sum(name)).values("total")), Value(None)
            )
            for name in FIGURES
        },
    )
