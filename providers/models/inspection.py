"""Inspections of schools: dated facts, each by its own framework, with where its report is."""

from __future__ import annotations

import datetime
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Case, Func, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import (
    in_order,
    one_of,
    set_together,
    voided_with_a_reason,
)
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from providers import permissions
from providers.frameworks import (
    FRAMEWORKS,
    InspectionFramework,
    InspectionKind,
    InspectionOutcome,
    MetOrNot,
)
from providers.models.school import School


class GradesSay(Func):
    """Whether some area of the grades has this grade."""

    template = "jsonb_path_exists(%(expressions)s, '$.* ? (@ == \"%(grade)s\")')"
    output_field = models.BooleanField()

    def __init__(self, *expressions: Any, grade: str) -> None:
        super().__init__(*expressions, grade=grade)


class GradesAreOf(Func):
    """Whether the grades are a framework's: its areas and no others, each with one of its grades.

    What is no text would be neither equal nor unequal to a grade, so its type is asked, too.
    """

    template = (
        "jsonb_typeof(%(expressions)s) = 'object' "
        "AND (%(expressions)s - ARRAY[%(areas)s]) = '{}'::jsonb "
        "AND NOT jsonb_path_exists(%(expressions)s, '$.* ? (@.type() <> \"string\")') "
        "AND NOT jsonb_path_exists(%(expressions)s, '$.* ? (!(%(grades)s))')"
    )
    output_field = models.BooleanField()

    def __init__(self, *expressions: Any, framework: str) -> None:
        known = FRAMEWORKS[framework]
        super().__init__(
            *expressions,
            areas=", ".join(f"'{area}'" for area in known.areas),
            grades=" || ".join(f'@ == "{grade}"' for grade in known.grades),
        )


class InspectionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees a school sees how it was inspected; of a mistake only the council reads."""
        seen = self.filter(school__in=School.objects.visible_to(user))
        return seen.that_count() if user.is_provider else seen

    def that_count(self) -> Self:
        """Those that nobody has voided."""
        return self.filter(voided_at=None)

    def known_by(self, day: datetime.date) -> Self:
        """Those that were published by the end of a day."""
        return self.alias(known_on=Coalesce("published_on", "inspected_on")).filter(
            known_on__lte=day
        )

    def newest_first(self) -> Self:
        return self.order_by("-inspected_on", "-pk")

    def newest_of_each(self) -> Self:
        """Of each school the last inspection."""
        newest = self.order_by("school", "-inspected_on", "-pk").distinct("school")
        return self.filter(pk__in=newest.values("pk"))

    def of_row(self, school: OuterRef) -> Self:
        """The last inspection of the school of a row."""
        return self.that_count().filter(school=school).newest_first()[:1]


def _as_by(framework: str) -> Q:
    """Of an inspection by this framework: in its days, by its areas and grades."""
    known = FRAMEWORKS[framework]
    is_so = Q(GradesAreOf("grades", framework=framework))
    if known.first_day:
        is_so &= Q(inspected_on__gte=known.first_day)
    if known.last_day:
        is_so &= Q(inspected_on__lte=known.last_day)
    return ~Q(framework=framework) | is_so


_OF_ITS_FRAMEWORK = [
    models.CheckConstraint(name=f"providers_inspection_{name}", condition=_as_by(name))
    for name in InspectionFramework.values
]
_STAYS = """
    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'A voided inspection stays as it is.';
    END IF;
    RETURN NEW;
"""
_NEVER_GOES = """
    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN
        RAISE EXCEPTION 'An inspection stays on record: void it with a reason.';
    END IF;
    RETURN OLD;
"""


@tracked(exclude=["outcome"])
class Inspection(models.Model):
    """An inspection of a school on a day, as its report says it.

    ``grades`` are by area, in the codes of the framework. ``outcome`` is kept by the database: it
    looks at what the report says is met, and at no grade.
    """

    KEY = ("school", "framework", "kind", "inspected_on")
    FACTS = ("published_on", "reference", "address", "standards", "safeguarding", "grades")

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="inspections")
    framework = models.CharField(max_length=20, choices=InspectionFramework)
    kind = models.CharField(max_length=20, choices=InspectionKind, default=InspectionKind.ROUTINE)
    inspected_on = models.DateField()
    published_on = models.DateField(null=True)
    reference = models.CharField(max_length=50, blank=True)
    address = models.CharField(max_length=500, blank=True)
    standards = models.CharField(max_length=10, choices=MetOrNot, blank=True)
    safeguarding = models.CharField(max_length=10, choices=MetOrNot, blank=True)
    grades = models.JSONField(default=dict)
    outcome = models.GeneratedField(
        expression=Case(
            When(
                Q(standards="not_met")
                | Q(safeguarding="not_met")
                | Q(GradesSay("grades", grade="not_met")),
                then=Value("standards_not_met"),
            ),
            When(
                Q(standards="met") | Q(safeguarding="met") | Q(GradesSay("grades", grade="met")),
                then=Value("standards_met"),
            ),
            default=Value("standards_not_stated"),
        ),
        output_field=models.CharField(max_length=20, choices=InspectionOutcome),
        db_persist=True,
        editable=False,
    )
    imported = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    void_reason = models.TextField(blank=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("framework", InspectionFramework),
            one_of("kind", InspectionKind),
            one_of("standards", MetOrNot, or_empty=True),
            one_of("safeguarding", MetOrNot, or_empty=True),
            in_order("inspected_on", "published_on"),
            *_OF_ITS_FRAMEWORK,
            models.CheckConstraint(
                name="providers_inspection_says_something",
                condition=~Q(standards="", safeguarding="", grades={}),
            ),
            models.CheckConstraint(
                name="providers_inspection_has_a_report",
                condition=~Q(reference="", address=""),
            ),
            models.CheckConstraint(
                name="providers_inspection_address_is_of_the_web",
                condition=Q(address="") | Q(address__iregex=r"^https?://[^\s]+$"),
            ),
            models.UniqueConstraint(
                fields=["school", "framework", "kind", "inspected_on"],
                condition=Q(voided_at=None),
                name="providers_inspection_once",
                violation_error_message="This inspection is on record already.",
            ),
            set_together("voided_at", "voided_by"),
            voided_with_a_reason(),
        ]
        indexes = [
            models.Index(
                fields=["school", "-inspected_on", "-id"],
                condition=Q(voided_at=None),
                name="providers_inspection_newest",
            )
        ]
        triggers = [
            WrittenBySomebody(Role.OFFICER, Role.MANAGER),
            DatedByTheDatabase("recorded_at", "voided_at"),
            DoneInPerson(recorded_by=(), voided_by=("voided_at", "void_reason")),
            pgtrigger.Trigger(
                name="stays", when=pgtrigger.Before, operation=pgtrigger.Update, func=_STAYS
            ),
            pgtrigger.Trigger(
                name="never_goes",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_NEVER_GOES,
            ),
        ]

    def __str__(self) -> str:
        return f"inspection of {self.school} on {self.inspected_on:%-d %B %Y}"

    # Questions

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    @property
    def outcome_in_words(self) -> str:
        """Whether the report says that the standards are met, as people read it."""
        return InspectionOutcome(self.outcome).label

    @property
    def grades_in_words(self) -> list[tuple[str, str]]:
        """Each area that was graded with its grade, in the order and words of the framework."""
        known = FRAMEWORKS[self.framework]
        return [
            (label, known.grades[self.grades[area]])
            for area, label in known.areas.items()
            if area in self.grades
        ]

    # Verbs

    @classmethod
    @in_person
    def record(cls, school: School, *, by: User, **facts: Any) -> Self:
        """Write down an inspection that was typed from its report."""
        stop_if(permissions.why_not_record_inspection(by))
        key = {name: facts[name] for name in cls.KEY if name in facts}
        same = cls.objects.that_count().filter(school=school, **key)
        stop_if(permissions.why_not_record_again(same.exists()))
        found = cls.objects.create(school=school, recorded_by=by, **facts)
        said = {name: facts[name] for name in ("framework", "inspected_on")}
        AuditEvent.record("record_inspection", found, by=by, **said)
        return found

    @in_person
    def void(self, *, by: User, reason: str) -> None:
        """It was a mistake: it stays on record, and counts no more."""
        stop_if(permissions.why_not_record_inspection(by))
        type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        self.refresh_from_db()
        stop_if(permissions.why_not_void_inspection(self))
        self.voided_by, self.voided_at, self.void_reason = by, timezone.now(), reason
        self.save(update_fields=["voided_by", "voided_at", "void_reason"])
        AuditEvent.record("void_inspection", self, by=by, reason=reason)
