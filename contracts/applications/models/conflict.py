"""Conflicts of interest: who of the council says what of an applicant, before any is opened."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from contracts.applications import permissions
from contracts.applications.models.application import Application
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

COMMISSIONS = """
                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.{who} AND is_active
                                   AND role IN ('officer', 'manager')) THEN
                        RAISE EXCEPTION 'Officers and managers {do}, and nobody else.';
                    END IF;
"""


class ConflictDeclarationQuerySet(models.QuerySet):
    def stands_in_the_way(self) -> Self:
        return self.filter(has_conflict=True)

    def clear(self) -> Self:
        return self.filter(has_conflict=False)

    def of(self, person: User) -> Self:
        return self.filter(person=person)

    def in_order(self) -> Self:
        return self.select_related("person").order_by("declared_at", "pk")


@tracked()
class ConflictDeclaration(models.Model):
    """What an officer or evaluator says of an interest in an applicant, before opening it."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="conflicts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    has_conflict = models.BooleanField()
    details = models.TextField(blank=True)
    declared_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = ConflictDeclarationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "person"], name="contracts_conflictdeclaration_once"
            ),
            models.CheckConstraint(
                name="contracts_conflictdeclaration_says_which",
                condition=Q(has_conflict=False) | ~Q(details=""),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="by_who_commissions",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=COMMISSIONS.format(who="person_id", do="declare interests")
                + """
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_application WHERE id = NEW.application_id
                          AND status IN ('received', 'evaluated', 'recommended', 'approved')
                    ) THEN
                        RAISE EXCEPTION 'An interest is declared until the outcome is told.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            DatedByTheDatabase("declared_at"),
            DoneInPerson(person=("has_conflict", "details", "declared_at")),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="of_whom_it_was", fields=["application", "person"]),
            pgtrigger.Protect(
                name="conflicts_stand",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__has_conflict=True, new__has_conflict=False),
            ),
        ]

    def __str__(self) -> str:
        return f"declaration of {self.person} on {self.application}"

    # Verbs

    @classmethod
    @in_person
    def declare(
        cls, application: Application, *, by: User, has_conflict: bool, details: str = ""
    ) -> Self:
        """Say whether there is a conflict. One that was declared is never taken back."""
        stop_if(permissions.why_not_declare(by, application))
        found = cls.objects.filter(application=application, person=by).first()
        declaration = found or cls(application=application, person=by)
        declaration.has_conflict, declaration.details = has_conflict, details
        declaration.declared_at = database_now()
        declaration.save()
        AuditEvent.record("declare_interest", application, by=by, has_conflict=has_conflict)
        return declaration
