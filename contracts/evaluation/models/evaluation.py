"""Evaluating: opening by two, and findings. Scores are in ``scoring``."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from contracts.applications.models import Application, HasConflict
from contracts.applications.models.conflict import COMMISSIONS
from contracts.applications.models.status import Status
from contracts.evaluation.models.application_walls import OPENERS
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

SHORTEST_REASON = 10  # characters: what was not passed is told to the applicant with its reason


@tracked()
class Opening(models.Model):
    """An officer's part in opening an application: it takes two."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="openings")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "officer"], name="contracts_opening_once"
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="without_a_conflict",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=COMMISSIONS.format(who="officer_id", do="open applications")
                + """
                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                                   WHERE application_id = NEW.application_id
                                     AND person_id = NEW.officer_id AND NOT has_conflict) THEN
                        RAISE EXCEPTION 'Who opens an application has declared no conflict first.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            DatedByTheDatabase("at"),
            DoneInPerson(officer=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.officer} opens {self.application}"

    # Verbs

    @classmethod
    @in_person
    def add(cls, application: Application, *, by: User) -> None:
        """Open it, as the first or the second of two officers without a conflict.

        Raises NotAllowedNow before its time, HasConflict where none or a conflict is declared.
        """
        application.lock()
        if not application.may_be_opened:
            raise NotAllowedNow(f"{application} cannot be opened before its round has closed.")
        if not application.conflicts.filter(person=by, has_conflict=False).exists():
            raise HasConflict("Declare first that you have no conflict with this applicant.")
        if application.openings.filter(officer=by).exists():
            raise NotAllowedNow("You have opened it already. It takes another officer, too.")
        cls.objects.create(application=application, officer=by)
        AuditEvent.record("take_part_in_opening", application, by=by)
        clear = application.conflicts.clear().values("person")
        if application.openings.filter(officer__in=clear).count() >= OPENERS:
            application.open(by=by)


colours({"passed": "green", "not passed": "red"})


class FindingKind(models.TextChoices):
    """What is checked of an application, pass or fail, and when."""

    COMPLETENESS = "completeness", "Complete"
    EXCLUSION = "exclusion", "Exclusion grounds"
    SELECTION = "selection", "Selection questions"
    DEBARMENT = "debarment", "Debarment list"
    REGISTER = "register", "Status in GIAS"
    INSPECTION = "inspection", "Last inspection"
    ACCOUNTS = "accounts", "Accounts"
    INSURANCE = "insurance", "Insurance"

    @classmethod
    def before_scoring(cls) -> tuple[FindingKind, ...]:
        return cls.COMPLETENESS, cls.EXCLUSION, cls.SELECTION

    @classmethod
    def due_diligence(cls) -> tuple[FindingKind, ...]:
        return cls.DEBARMENT, cls.REGISTER, cls.INSPECTION, cls.ACCOUNTS, cls.INSURANCE

    @classmethod
    def that_exclude(cls) -> tuple[FindingKind, ...]:
        """Those that exclude the applicant where they are not passed (reg 57)."""
        return cls.EXCLUSION, cls.DEBARMENT

    @classmethod
    def that_end_it(cls) -> tuple[FindingKind, ...]:
        """Those that are an outcome by themselves where they are not passed.

        What is incomplete or not eligible is not scored; and whoever is in a situation of
        regulation 57 is excluded at any moment, scored or not.
        """
        return (*cls.before_scoring(), cls.DEBARMENT)


class StandingManager(models.Manager):
    """Those that no later one of the same took the place of."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(superseded_at=None)


class FindingQuerySet(models.QuerySet):
    def before_scoring(self) -> Self:
        return self.filter(kind__in=FindingKind.before_scoring())

    def in_order(self) -> Self:
        return self.select_related("found_by").order_by("found_at", "pk")


@tracked()
class Finding(models.Model):
    """A check of an application with its reason: passed or not.

    Kept for good, with who made it: one that is made anew takes the place of the one before, which
    stays with the instant of that.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=20, choices=FindingKind)
    passed = models.BooleanField()
    reason = models.TextField()
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    found_at = models.DateTimeField(db_default=DatabaseNow())
    superseded_at = models.DateTimeField(null=True, editable=False)

    kept = FindingQuerySet.as_manager()
    objects = StandingManager.from_queryset(FindingQuerySet)()

    class Meta:
        default_manager_name = "objects"
        constraints = [
            one_of("kind", FindingKind),
            models.UniqueConstraint(
                fields=["application", "kind"],
                condition=Q(superseded_at=None),
                name="contracts_finding_once",
            ),
            models.CheckConstraint(
                name="contracts_finding_has_its_reason", condition=~Q(reason="")
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="in_its_time",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF 'evaluated' IS DISTINCT FROM
                        (SELECT status FROM contracts_application
                         WHERE id = NEW.application_id) THEN
                        RAISE EXCEPTION 'A finding is made while an application is evaluated.';
                    END IF;
                    IF TG_OP = 'UPDATE' THEN
                        IF to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at'
                            OR OLD.superseded_at IS NOT NULL THEN
                            RAISE EXCEPTION 'A finding stays; another may take its place.';
                        END IF;
                        RETURN NEW;
                    END IF;
                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                                   WHERE application_id = NEW.application_id
                                     AND person_id = NEW.found_by_id AND NOT has_conflict) THEN
                        RAISE EXCEPTION 'Who makes a finding has declared no conflict first.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            DatedByTheDatabase("found_at", "superseded_at"),
            DoneInPerson(found_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.application}"

    # Verbs

    @classmethod
    @in_person
    def make(
        cls, application: Application, kind: str, *, by: User, passed: bool, reason: str
    ) -> Self:
        """Say whether a check was passed, and why; one that was made can be made anew.

        Raises NotAllowedNow where it is not being evaluated or the reason says nothing,
        HasConflict where ``by`` has not declared to have none.
        """
        application.lock()
        if application.status != Status.EVALUATED:
            raise NotAllowedNow(f"{application} is {application.get_status_display().lower()}.")
        if not application.conflicts.of(by).clear().exists():
            raise HasConflict("Declare first that you have no conflict with this applicant.")
        if len(reason) < SHORTEST_REASON:
            raise NotAllowedNow(f"A reason has at least {SHORTEST_REASON} characters.")
        application.findings.filter(kind=kind).update(superseded_at=database_now())
        finding = cls.objects.create(
            application=application,
            kind=kind,
            passed=passed,
            reason=reason,
            found_by=by,
        )
        AuditEvent.record("check", application, by=by, kind=kind)
        return finding
