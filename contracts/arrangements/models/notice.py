"""The register of notices, and the documents that a vehicle is advertised with."""

from __future__ import annotations

import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone

from contracts.arrangements import permissions
from contracts.arrangements.kinds import Regime
from contracts.arrangements.models.vehicle import Vehicle
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile

# Sub-central authorities can no longer call for competition by a PIN that is sent from this day
# on (SI 2024/716 reg 5(2) saves earlier ones only).
NO_PIN_AS_CALL_FROM = datetime.date(2023, 5, 26)


class NoticeKind(models.TextChoices):
    """The forms of notices, by their codes: F under the regulations of 2015, UK under the Act."""

    F01 = "f01", "F01 Prior information notice (PIN)"
    F02 = "f02", "F02 Contract notice"
    F03 = "f03", "F03 Contract award notice"
    F14 = "f14", "F14 Corrigendum"
    F20 = "f20", "F20 Modification notice"
    F21 = "f21", "F21 Social and other specific services"
    UK1 = "uk1", "UK1 Pipeline notice"
    UK2 = "uk2", "UK2 Preliminary market engagement notice"
    UK3 = "uk3", "UK3 Planned procurement notice"
    UK4 = "uk4", "UK4 Tender notice"
    UK5 = "uk5", "UK5 Transparency notice"
    UK6 = "uk6", "UK6 Contract award notice"
    UK7 = "uk7", "UK7 Contract details notice"
    UK8 = "uk8", "UK8 Contract payment notice"
    UK9 = "uk9", "UK9 Contract performance notice"
    UK10 = "uk10", "UK10 Contract change notice"
    UK11 = "uk11", "UK11 Contract termination notice"
    UK12 = "uk12", "UK12 Procurement termination notice"
    UK13 = "uk13", "UK13 Dynamic market intention notice"
    UK14 = "uk14", "UK14 Dynamic market establishment notice"
    UK15 = "uk15", "UK15 Dynamic market modification notice"
    UK16 = "uk16", "UK16 Dynamic market cessation notice"
    UK17 = "uk17", "UK17 Payments compliance notice"

    @property
    def regime(self) -> Regime:
        return Regime.PCR2015 if self.value.startswith("f") else Regime.PA2023

    @classmethod
    def of(cls, regime: str) -> list[NoticeKind]:
        """What began under one law is notified in its forms until it ends."""
        return [kind for kind in cls if kind.regime == regime]

    @classmethod
    def of_awards(cls) -> tuple[NoticeKind, ...]:
        return cls.F03, cls.UK6


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning and auditors keep and read the register."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def of_awards(self) -> Self:
        return self.filter(kind__in=NoticeKind.of_awards())

    def newest_first(self) -> Self:
        return self.order_by("-sent_on", "-pk")


@tracked()
class Notice(models.Model):
    """A notice that was sent, and under which reference.

    ``quarter`` is the first day of the quarter whose awards it groups (reg 50), for award
    notices.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=10, choices=NoticeKind)
    sent_on = models.DateField()
    reference = models.CharField(max_length=100)
    quarter = models.DateField(null=True, blank=True)
    # What the notice is about, as ``notice_duties`` tells the duties of one form apart.
    subject = models.CharField(max_length=40, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", NoticeKind),
            models.UniqueConstraint(
                fields=["vehicle", "kind", "reference"],
                name="contracts_notice_reference_once",
                violation_error_message="A notice of this type and reference is in the register.",
            ),
            models.CheckConstraint(
                name="contracts_notice_quarter_of_award_notices",
                condition=models.Q(quarter=None) | models.Q(kind__in=["f03", "uk6"]),
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING, recorded_by=())]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.reference}"

    # Questions

    @property
    def warning(self) -> str:
        """What is doubtful about it; nothing for most."""
        return pin_warning(self.kind, self.sent_on)

    # Verbs

    @classmethod
    @transaction.atomic
    def record(
        cls,
        vehicle: Vehicle,
        *,
        by: User | None,
        kind: str,
        sent_on: datetime.date,
        reference: str,
        quarter: datetime.date | None = None,
        subject: str = "",
    ) -> Self:
        """Put a notice into the register."""
        stop_if(permissions.why_not_record_notice(vehicle, NoticeKind(kind).regime))
        notice = cls.objects.create(
            vehicle=vehicle,
            kind=kind,
            sent_on=sent_on,
            reference=reference,
            quarter=quarter,
            subject=subject,
            recorded_by=by,
        )
        AuditEvent.record("record_notice", vehicle, by=by, kind=kind, reference=reference)
        return notice


class NoticeWaiverQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who reads the register of notices."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def newest_first(self) -> Self:
        return self.order_by("-quarter", "-pk")


@tracked()
class NoticeWaiver(models.Model):
    """A decision to send no notice: no award notice for a quarter, or none of a form about
    something, with its reason.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="waivers")
    quarter = models.DateField(null=True)
    kind = models.CharField(max_length=10, choices=NoticeKind, blank=True)
    subject = models.CharField(max_length=40, blank=True)
    reason = models.TextField()
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    waived_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NoticeWaiverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vehicle", "quarter"], name="contracts_noticewaiver_quarter_once"
            ),
            one_of("kind", NoticeKind, or_empty=True),
            models.UniqueConstraint(
                fields=["vehicle", "kind", "subject"],
                condition=~models.Q(subject=""),
                name="contracts_noticewaiver_subject_once",
            ),
            models.CheckConstraint(
                name="contracts_noticewaiver_of_a_quarter_or_a_subject",
                condition=models.Q(quarter__isnull=False, kind="", subject="")
                | models.Q(quarter=None) & ~models.Q(kind="") & ~models.Q(subject=""),
            ),
            models.CheckConstraint(
                name="contracts_noticewaiver_has_its_reason", condition=~models.Q(reason="")
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING, waived_by=())]

    def __str__(self) -> str:
        if self.quarter is None:
            return f"waiver of a notice ({self.get_kind_display()}) of {self.vehicle}"
        return f"waiver of the award notice of {self.vehicle} from {self.quarter:%-d %B %Y}"

    # Verbs

    @classmethod
    @transaction.atomic
    def waive(
        cls, vehicle: Vehicle, *, by: User | None, quarter: datetime.date, reason: str
    ) -> Self:
        """Decide that no award notice is sent for a quarter."""
        Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
        stop_if(permissions.why_not_waive(vehicle, quarter))
        waiver = cls.objects.create(vehicle=vehicle, quarter=quarter, reason=reason, waived_by=by)
        AuditEvent.record("waive_notice", vehicle, by=by, quarter=quarter, reason=reason)
        return waiver

    @classmethod
    @transaction.atomic
    def waive_about(
        cls, vehicle: Vehicle, *, by: User | None, kind: str, subject: str, reason: str
    ) -> Self:
        """Decide that no notice of a form is sent about something."""
        Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
        stop_if(permissions.why_not_waive_about(vehicle, kind, subject))
        waiver = cls.objects.create(
            vehicle=vehicle, kind=kind, subject=subject, reason=reason, waived_by=by
        )
        AuditEvent.record("waive_notice", vehicle, by=by, kind=kind, reason=reason)
        return waiver


def pin_warning(kind: str, sent_on: datetime.date) -> str:
    """Why a PIN of this day does not call for competition; nothing for other notices."""
    if kind != NoticeKind.F01 or sent_on < NO_PIN_AS_CALL_FROM:
        return ""
    return (
        "A PIN sent from 26 May 2023 on no longer calls for competition for a council "
        "(SI 2024/716, reg 5). Advertise rounds by a contract notice, or ask for legal advice."
    )


class VehicleDocumentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Everybody who may see the vehicle: "unrestricted, full, direct access" (reg 34(14))."""
        return self.filter(vehicle__in=Vehicle.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("title", "-version")


@tracked()
class VehicleDocument(models.Model):
    """A version of a tender document. Earlier versions stay where they are."""

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = VehicleDocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vehicle", "title", "version"],
                name="contracts_vehicledocument_version_once",
            )
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING, published_by=())]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    # Verbs

    @classmethod
    @transaction.atomic
    def publish(cls, vehicle: Vehicle, *, by: User | None, title: str, file: StoredFile) -> Self:
        """Put a document before everybody, as the next version of its title."""
        Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
        newest = cls.objects.filter(vehicle=vehicle, title=title).aggregate(n=Max("version"))["n"]
        document = cls.objects.create(
            vehicle=vehicle, title=title, version=(newest or 0) + 1, file=file, published_by=by
        )
        AuditEvent.record("publish_document", vehicle, by=by, title=title, version=document.version)
        return document
