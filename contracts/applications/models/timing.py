"""What officers decide on the clocks of an application: early evaluation, and prolongation."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from contracts.applications import permissions
from contracts.applications.models.application import Application
from contracts.applications.models.conflict import COMMISSIONS
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


def _by_who_commissions(who: str, *, do: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="by_who_commissions",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=COMMISSIONS.format(who=who, do=do) + "RETURN NEW;",
    )


class EarlyEvaluation(models.Model):
    """That an application is evaluated before its round has closed, who decided it, and why."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="early_evaluation"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_earlyevaluation_has_its_reason", condition=~Q(reason="")
            )
        ]
        triggers = [
            _by_who_commissions("decided_by_id", do="have applications evaluated early"),
            DatedByTheDatabase("decided_at"),
            DoneInPerson(decided_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"early evaluation of {self.application}"

    # Verbs

    @classmethod
    @in_person
    def decide(cls, application: Application, *, by: User, reason: str) -> Self:
        """Decide not to wait for the round: the statutory clock would run out in the queue."""
        application.lock()
        stop_if(permissions.why_not_evaluate_now(by, application))
        decided = cls.objects.create(application=application, decided_by=by, reason=reason)
        AuditEvent.record("evaluate_now", application, by=by, reason=reason)
        return decided

    # Questions

    @staticmethod
    def is_decided(application: Application) -> bool:
        """Whether it was decided of this one; of many, ask for them ``with_clocks``."""
        return hasattr(application, "early_evaluation")


class Prolongation(models.Model):
    """That the assessment takes 15 working days instead of 10, "in individual justified cases"
    (reg 34(17)), who decided it, and why."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="prolongation"
    )
    prolonged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    prolonged_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_prolongation_has_its_reason", condition=~Q(reason="")
            )
        ]
        triggers = [
            _by_who_commissions("prolonged_by_id", do="prolong assessments"),
            DatedByTheDatabase("prolonged_at"),
            DoneInPerson(prolonged_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"prolongation of {self.application}"

    # Verbs

    @classmethod
    @in_person
    def grant(cls, application: Application, *, by: User, reason: str) -> Self:
        """Take the longer time over an application, once, until it is decided."""
        application.lock()
        stop_if(permissions.why_not_prolong(by, application))
        granted = cls.objects.create(application=application, prolonged_by=by, reason=reason)
        AuditEvent.record("prolong", application, by=by, reason=reason)
        return granted

    # Questions

    @staticmethod
    def of(application: Application) -> Prolongation | None:
        """The one of this application, if any; of many, ask for them ``with_clocks``."""
        return application.prolongation if hasattr(application, "prolongation") else None
