"""Approvals: a manager who took no part decides on a recommendation."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models

from contracts.applications.models.application import Application
from contracts.evaluation import permissions
from contracts.evaluation.models.recommendation import (
    PARTS,
    Recommendation,
    RecommendedResult,
    recommendation_of,
)
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

# A manager who evaluated nothing of it decides, and admits where a lot is awarded, only there.
_BY_AN_OUTSIDER = f"""
    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.approved_by_id AND role = 'manager')
        OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                       WHERE application_id = NEW.application_id
                         AND person_id = NEW.approved_by_id AND NOT has_conflict) THEN
        RAISE EXCEPTION 'A manager who declared no conflict approves an outcome.';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM contracts_recommendation r
                   JOIN contracts_application a ON a.id = r.application_id
                   WHERE r.id = NEW.recommendation_id AND r.sent_back_at IS NULL
                     AND a.id = NEW.application_id AND a.status = 'recommended') THEN
        RAISE EXCEPTION 'The recommendation of an application that stands is approved.';
    END IF;
    IF NEW.approved_by_id IN ({PARTS}) THEN
        RAISE EXCEPTION 'Who took part in evaluating an application does not approve it.';
    END IF;
    IF (SELECT result = 'admitted' FROM contracts_recommendation WHERE id = NEW.recommendation_id)
        IS DISTINCT FROM EXISTS (SELECT 1 FROM contracts_lotoutcome
            WHERE application_id = NEW.application_id AND awarded) THEN
        RAISE EXCEPTION 'Admitted is who is awarded a lot, and nobody else.';
    END IF;
    RETURN NEW;
"""


class Approval(models.Model):
    """That a manager who took no part in evaluating an application approved a recommendation.

    ``Application.decided_at`` is its instant.
    """

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="approval"
    )
    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, related_name="approval"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="by_an_outsider",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=_BY_AN_OUTSIDER,
            ),
            pgtrigger.Trigger(
                name="moves_its_application",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func="""
                    IF (SELECT decided_at FROM contracts_application WHERE id = NEW.application_id)
                        IS DISTINCT FROM NEW.approved_at THEN
                        RAISE EXCEPTION 'An application is decided as its outcome is approved.';
                    END IF;
                    RETURN NULL;
                """,
            ),
            DatedByTheDatabase("approved_at"),
            DoneInPerson(approved_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"approval of {self.application}"

    # Questions

    @property
    def result(self) -> RecommendedResult:
        """What was decided."""
        return RecommendedResult(self.recommendation.result)

    # Verbs

    @classmethod
    @in_person
    def give(cls, application: Application, *, by: User) -> Self:
        """Decide as recommended. The outcome is held until it is released."""
        application.lock()
        stop_if(permissions.why_not_decide(by, application))
        given = cls.objects.create(
            application=application, recommendation=recommendation_of(application), approved_by=by
        )
        application.approve(by=by)
        return given
