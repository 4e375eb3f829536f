"""What may change of an open round, and for whom: each by two officers, with a reason."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from contracts.arrangements.models.round import Round
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DoneInPerson
from providers.models import Provider


def _person(*, null: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=null, on_delete=models.PROTECT, related_name="+"
    )


@tracked()
class RoundExtension(models.Model):
    """An open round closes later: proposed by one officer, agreed by another, told to all."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="extensions")
    closes_at = models.DateTimeField()
    closed_before_at = models.DateTimeField()  # when it was to close until then
    reason = models.TextField()
    proposed_by = _person()
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    agreed_by = _person(null=True)
    agreed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            set_together("agreed_by", "agreed_at"),
            models.CheckConstraint(
                name="contracts_roundextension_by_two",
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("proposed_by")),
                violation_error_message="Another officer agrees to what you proposed.",
            ),
            models.CheckConstraint(
                name="contracts_roundextension_extends",
                condition=Q(closes_at__gt=F("closed_before_at")),
                violation_error_message="An open round is extended, never shortened.",
            ),
            models.CheckConstraint(
                name="contracts_roundextension_has_its_reason", condition=~Q(reason="")
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(agreed_at=None),
                name="contracts_roundextension_one_proposed",
            ),
        ]
        triggers = [
            DoneInPerson(proposed_by=("closes_at", "reason"), agreed_by=("agreed_at", "closes_at"))
        ]

    def __str__(self) -> str:
        return f"extension of {self.round}"


@tracked()
class RecoveryWindow(models.Model):
    """A provider that an outage kept out may still submit into a round, for a while."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="recovery_windows")
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="recovery_windows"
    )
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    reason = models.TextField()
    proposed_by = _person()
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    agreed_by = _person(null=True)
    agreed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            set_together("agreed_by", "agreed_at"),
            models.CheckConstraint(
                name="contracts_recoverywindow_by_two",
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("proposed_by")),
                violation_error_message="Another officer agrees to what you proposed.",
            ),
            models.CheckConstraint(
                name="contracts_recoverywindow_closes_after_opening",
                condition=Q(closes_at__gt=F("opens_at")),
            ),
            models.CheckConstraint(
                name="contracts_recoverywindow_has_its_reason", condition=~Q(reason="")
            ),
        ]
        triggers = [
            DoneInPerson(
                proposed_by=("provider", "opens_at", "closes_at", "reason"),
                agreed_by=("agreed_at", "closes_at"),
            )
        ]

    def __str__(self) -> str:
        return f"recovery window of {self.provider} in {self.round}"
