"""Owners of records: who works on a round, an application or a proposal now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


class RecordOwnerQuerySet(models.QuerySet):
    def of(self, keys: Iterable[str]) -> Self:
        return self.filter(record__in=set(keys))

    def owned_by(self, whose: Q, model: type[models.Model]) -> Self:
        """Those of records of one kind."""
        return self.filter(whose, record__startswith=f"{model._meta.label} ")

    def with_owner(self) -> Self:
        return self.select_related("owner")


@tracked()
class RecordOwner(models.Model):
    """Whose a record is, by its label and number. One that has no row, or no owner, is its team's.

    The row says how it stands; earlier owners are in its history and on the ledger.
    """

    record = models.CharField(max_length=100, unique=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField()
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    handed_over_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = RecordOwnerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_recordowner_has_its_reason", condition=~Q(reason="")
            ),
        ]
        triggers = [
            DatedByTheDatabase("handed_over_at"),
            DoneInPerson(handed_over_by=("record", "owner", "reason", "handed_over_at")),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="can_work_on_it",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF TG_OP = 'UPDATE' AND NEW.record <> OLD.record THEN
                        RAISE EXCEPTION 'An owner is of one record.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NEW.owner_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM public.accounts_user
                        WHERE id = NEW.owner_id AND is_active AND role <> 'provider'
                    ) THEN
                        RAISE EXCEPTION 'An owner is of the council, and can sign in.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"owner of {self.record}"
