"""Recovery windows: a provider that an outage kept out may still submit into a round."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from contracts.arrangements.models.round import Round
from nmiss.base.accounts.models import Proposal
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase
from providers.models import Provider


@tracked()
class RecoveryWindow(models.Model):
    """For a while, as one officer proposed and another agreed; written once, by the agreement.

    The proposal says who, when and why. The database sees that it was agreed to, for this round,
    this provider and until this instant.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="recovery_windows")
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="recovery_windows"
    )
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    opens_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    closes_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_recoverywindow_closes_after_opening",
                condition=Q(closes_at__gt=F("opens_at")),
            ),
        ]
        triggers = [
            DatedByTheDatabase("agreed_at", "opens_at"),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="agreed_by_two",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM public.accounts_proposal p
                        WHERE p.id = NEW.proposal_id AND p.kind = 'recovery_window'
                          AND p.decision = 'agreed'
                          AND p.given ->> 'round' = NEW.round_id::text
                          AND p.given ->> 'provider' = NEW.provider_id::text
                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at
                    ) THEN
                        RAISE EXCEPTION 'Two officers give a recovery window.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"recovery window of {self.provider} in {self.round}"
