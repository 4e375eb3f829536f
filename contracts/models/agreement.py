"""Admission agreements: in force once the provider and the council have both signed."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from contracts.models.application import Application
from contracts.models.vehicle import Lot, Vehicle
from nmiss.accounts.models import Role, User
from nmiss.core.constraints import one_of
from nmiss.core.history import tracked
from nmiss.core.lifecycle import Lifecycle
from nmiss.files.models import StoredFile
from providers.models import Provider


class AgreementStatus(models.TextChoices):
    """Where an agreement stands."""

    OFFERED = "offered", "Offered"
    SIGNED = "signed_by_provider", "Signed by provider"
    IN_FORCE = "in_force", "In force"
    ENDED = "ended", "Ended"


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see all; a provider's people their own."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(provider__in=Provider.objects.visible_to(user))
        return self.none()

    def oldest_first(self) -> Self:
        return self.order_by("pk")


@tracked()
class Agreement(Lifecycle):
    """An admission agreement of a provider in a lot, with the document that both sign.

    ``starts_on`` is the first day of the schools' membership, once both have signed.
    """

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="agreement"
    )
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="agreements")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="agreements")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="agreements")
    starts_on = models.DateField()
    document = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    status = models.CharField(
        max_length=20, choices=AgreementStatus, default=AgreementStatus.OFFERED, editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", AgreementStatus),
            models.CheckConstraint(
                name="contracts_agreement_digest_is_one",
                condition=Q(digest__regex="^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"admission agreement of {self.provider}, {self.lot}"


class Side(models.TextChoices):
    """Who signs for whom."""

    PROVIDER = "provider", "For the provider"
    COUNCIL = "council", "For the council"


class Signature(models.Model):
    """A signature: who, in which capacity, when, under which document. Kept for good."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=10, choices=Side)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            one_of("side", Side),
            models.UniqueConstraint(fields=["agreement", "side"], name="contracts_signature_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="under_this_document",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NEW.digest IS DISTINCT FROM
                        (SELECT digest FROM contracts_agreement WHERE id = NEW.agreement_id) THEN
                        RAISE EXCEPTION 'A signature is for the document of the agreement.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_side_display().lower()}"
