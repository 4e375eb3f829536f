"""Evaluating: opening by two, and findings. Scores are in ``scoring``."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from contracts.applications.models import Application
from contracts.applications.models.conflict import COMMISSIONS
from contracts.evaluation import permissions
from contracts.evaluation.kinds import OPENERS, FindingKind
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


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
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_application a
                        LEFT JOIN contracts_round r ON r.id = a.round_id
                        LEFT JOIN contracts_earlyevaluation e ON e.application_id = a.id
                        WHERE a.id = NEW.application_id AND a.status = 'received'
                          AND (r.closes_at <= public.nmiss_now() OR e.id IS NOT NULL)
                    ) THEN
                        RAISE EXCEPTION 'Nobody has a part in opening before its time, or after.';
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
        """Open it, as the first or the second of two officers without a conflict."""
        application.lock()
        stop_if(permissions.why_not_open(by, application))
        cls.objects.create(application=application, officer=by)
        AuditEvent.record("take_part_in_opening", application, by=by)
        clear = application.conflicts.clear().values("person")
        if application.openings.filter(officer__in=clear).count() >= OPENERS:
            application.open(by=by)


colours({"passed": "green", "not passed": "red"})


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
        """Say whether a check was passed, and why; one that was made can be made anew."""
        application.lock()
        stop_if(permissions.why_not_find(by, application))
        stop_if(permissions.why_not_give_reason(reason))
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
