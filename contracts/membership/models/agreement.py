"""Admission agreements: in force once the provider and the council have both signed."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from contracts.applications.models.application import Application
from contracts.arrangements.models.vehicle import Lot, Vehicle
from contracts.membership import permissions
from contracts.membership.status import AgreementStatus
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import NotToBeOpened, StoredFile
from nmiss.base.files.vault import Damaged
from providers.models import Provider
from providers.own_rows import acts_for, council_or
from providers.recipients import owners_of


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see all; a provider's people their own."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(provider__in=Provider.objects.visible_to(user))
        return self.none()

    def to_sign(self) -> Self:
        """Those that the provider has to sign."""
        return self.filter(status=AgreementStatus.OFFERED)

    def to_countersign(self) -> Self:
        """Those that the council has to sign."""
        return self.filter(status=AgreementStatus.SIGNED)

    def numbered(self, numbers: Iterable[str]) -> Self:
        return self.filter(pk__in=numbers)

    def over_by(self, day: datetime.date) -> Self:
        """Those in force all of whose schools had left before a day, or whose vehicle had ended.

        The vehicle is that of the membership: another may have taken over on the old terms.
        """
        lasting = Q(memberships__left_on=None) | Q(memberships__left_on__gte=day)
        ends_on = "memberships__lot__vehicle__ends_on"
        lasting &= Q(**{ends_on: None}) | Q(**{f"{ends_on}__gte": day})
        in_force = self.filter(status=AgreementStatus.IN_FORCE, memberships__isnull=False)
        return in_force.exclude(pk__in=self.filter(lasting).values("pk")).distinct()

    def standing(self) -> Self:
        """Those that are offered, signed, in force or ended: one of an application at most."""
        return self.exclude(status__in=AgreementStatus.taken_back())

    def taken_back(self) -> Self:
        return self.filter(status__in=AgreementStatus.taken_back())

    def oldest_first(self) -> Self:
        return self.order_by("pk")

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked()
class Agreement(Lifecycle):
    """An admission agreement of a provider in a lot, with the document that both sign.

    ``starts_on`` is the first day of the schools' membership, once both have signed. ``reason``
    says why the council withdrew it or the provider declined it.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="agreements"
    )
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="agreements")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="agreements")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="agreements")
    starts_on = models.DateField()
    schools = models.JSONField(default=list)  # urn, name, needs and places of each
    content = models.JSONField(default=dict)  # what the document says, as its page shows it
    document = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    status = models.CharField(
        max_length=20, choices=AgreementStatus, default=AgreementStatus.OFFERED, editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    reason = models.TextField(blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", AgreementStatus),
            models.CheckConstraint(
                name="contracts_agreement_digest_is_one",
                condition=Q(digest__regex="^[0-9a-f]{64}$"),
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=~Q(status__in=AgreementStatus.taken_back()),
                name="contracts_agreement_one_stands",
                violation_error_message="This application has an agreement already.",
            ),
            models.CheckConstraint(
                name="contracts_agreement_taken_back_with_its_reason",
                condition=Q(status__in=AgreementStatus.taken_back()) & ~Q(reason="")
                | ~Q(status__in=AgreementStatus.taken_back()) & Q(reason=""),
            ),
        ]
        triggers = [
            ByItsMoves(),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                Role.PROVIDER,
                unless=BY_THE_HUB,  # which ends it once all schools have left
                must=council_or(f"TG_OP = 'UPDATE' AND {acts_for('RECORD.provider_id')}"),
                words="A provider signs its own agreements.",
            ),
            pgtrigger.ReadOnly(
                name="what_is_offered_stands",
                fields=[
                    *("application", "provider", "vehicle", "lot", "starts_on"),
                    *("schools", "content", "document", "digest"),
                ],
            ),
            pgtrigger.Trigger(
                name="begins_before_the_vehicle_ends",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NEW.starts_on >
                        (SELECT ends_on FROM contracts_vehicle WHERE id = NEW.vehicle_id) THEN
                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"admission agreement of {self.provider}, {self.lot}"

    # Questions

    def is_as_it_was_offered(self) -> bool:
        """Whether the document, as it lies there now, is the one of the digest."""
        digest = hashlib.sha256()
        try:
            for chunk in self.document.chunks():
                digest.update(chunk)
        except (Damaged, NotToBeOpened, OSError):
            return False
        return digest.hexdigest() == self.digest == self.document.sha256

    # Moves

    @move(
        sources={AgreementStatus.OFFERED},
        target=AgreementStatus.SIGNED,
        is_in_person=True,
        why_not=permissions.why_not_sign,
    )
    def sign(self, *, by: User, name: str, capacity: str) -> None:
        """Sign for the provider."""
        self._sign(Side.PROVIDER, by=by, name=name, capacity=capacity)

    @move(
        sources={AgreementStatus.SIGNED},
        target=AgreementStatus.IN_FORCE,
        is_in_person=True,
        why_not=permissions.why_not_countersign,
    )
    def countersign(self, *, by: User, name: str, capacity: str) -> None:
        """Sign for the council; see ``contracts.membership.signing``, which admits the schools."""
        self._sign(Side.COUNCIL, by=by, name=name, capacity=capacity)

    @move(sources={AgreementStatus.IN_FORCE}, target=AgreementStatus.ENDED)
    def end(self, *, by: User | None) -> None:
        """Note that all of its schools have left."""

    @move(
        sources={AgreementStatus.OFFERED, AgreementStatus.SIGNED},
        target=AgreementStatus.WITHDRAWN,
        why_not=permissions.why_not_withdraw_offer,
    )
    def withdraw(self, *, by: User, reason: str) -> None:
        """Take the offer back, as long as the council has not signed."""
        self.reason = reason
        tell(owners_of(self.provider), "contracts/membership/offer_withdrawn", about=self)

    @move(
        sources={AgreementStatus.OFFERED},
        target=AgreementStatus.DECLINED,
        why_not=permissions.why_not_decline,
    )
    def decline(self, *, by: User, reason: str) -> None:
        """Turn the offer down, for the provider."""
        self.reason = reason
        people = User.objects.in_roles(Role.OFFICER, Role.MANAGER)
        tell(people, "contracts/membership/offer_declined", about=self)

    def _sign(self, side: str, *, by: User, name: str, capacity: str) -> None:
        stop_if(permissions.why_not_this_document(self))
        self.signatures.create(
            side=side, person=by, name=name, capacity=capacity, digest=self.digest
        )


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
    signed_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            one_of("side", Side),
            models.UniqueConstraint(fields=["agreement", "side"], name="contracts_signature_once"),
        ]
        triggers = [
            DatedByTheDatabase("signed_at"),
            DoneInPerson(person=()),
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
