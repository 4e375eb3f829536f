"""Assurance of members: self-declarations renewed on request, and checks against debarment."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from contracts.applications.models.application import Application
from contracts.arrangements.models.vehicle import Vehicle
from contracts.evaluation.kinds import FindingKind
from contracts.membership import permissions
from contracts.membership.models.membership import Membership
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent, LegalParameter
from nmiss.base.core.statuses import coloured, colours
from nmiss.base.core.working_days import add_working_days
from providers.models import Provider
from providers.own_rows import acts_for, council_or, somebody_of_a_provider
from providers.recipients import owners_of

RENEW_WITHIN = "renewed_declaration"
QUARTER = datetime.timedelta(days=92)


_OWNERS = f"TG_OP = 'UPDATE' AND {acts_for('RECORD.provider_id', 'owner')}"
_CHECKED = ("provider", "list_on", "result", "details", "checked_on")
_FOUND_BEFORE = """EXISTS (
    SELECT FROM public.contracts_finding AS finding
    JOIN public.contracts_application AS application ON application.id = finding.application_id
    WHERE application.provider_id = RECORD.provider_id AND finding.kind = 'debarment'
      AND finding.passed AND finding.found_by_id = RECORD.checked_by_id
      AND finding.reason = RECORD.details AND RECORD.result = 'clear'
)"""

colours({"changed": "orange", "not checked": "grey"})


class DeclarationRenewalQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see all; a provider's people their own."""
        if user.role in Role.with_cases() or user.is_provider:
            return self.filter(provider__in=Provider.objects.visible_to(user))
        return self.none()

    def waiting(self) -> Self:
        return self.filter(renewed_at=None)

    def answered(self) -> Self:
        return self.exclude(renewed_at=None)

    def to_read(self) -> Self:
        """Those that say what has changed, which nobody of the council has read."""
        return self.filter(has_changed=True, read_at=None)

    def of(self, provider: int) -> Self:
        return self.filter(provider=provider)

    def of_vehicle(self, vehicle: int) -> Self:
        return self.filter(vehicle=vehicle)

    def with_people(self) -> Self:
        return self.select_related("read_by")

    def soonest_first(self) -> Self:
        return self.order_by("renewed_at", "due_on", "pk")

    def oldest_answer_first(self) -> Self:
        return self.order_by("renewed_at", "pk")


@tracked()
class DeclarationRenewal(models.Model):
    """A member is asked to renew its self-declaration: no change, or what has changed.

    "Require … a renewed and updated self-declaration within five working days" (reg 34(25)).
    What has changed waits until an officer has read it.
    """

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="renewals")
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="renewals")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    due_on = models.DateField(null=True)
    renewed_at = models.DateTimeField(null=True, editable=False)
    renewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    has_changed = models.BooleanField(null=True)
    changes = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True, editable=False)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DeclarationRenewalQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("renewed_at", "renewed_by"),
            set_together("read_at", "read_by"),
            models.CheckConstraint(
                name="contracts_declarationrenewal_read_where_it_changed",
                condition=Q(read_at=None) | Q(has_changed__isnull=False, has_changed=True),
            ),
            models.UniqueConstraint(
                fields=["provider", "vehicle"],
                condition=Q(renewed_at=None),
                name="contracts_declarationrenewal_one_waiting",
                violation_error_message=permissions.ASKED_ALREADY,
            ),
            models.CheckConstraint(
                name="contracts_declarationrenewal_says_what_changed",
                condition=Q(renewed_at=None, has_changed=None, changes="")
                | Q(renewed_at__isnull=False, has_changed=False, changes="")
                | Q(renewed_at__isnull=False, has_changed=True) & ~Q(changes=""),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                Role.PROVIDER,
                must=f"({council_or(_OWNERS)}) "
                f"AND {somebody_of_a_provider('RECORD.renewed_by_id')}",
                words="An owner renews the declaration of its own provider.",
                asked_by=("provider", "vehicle", "asked_at", "due_on"),
                renewed_by=("renewed_at", "has_changed", "changes"),
                read_by=("read_at",),
            ),
        ]

    def __str__(self) -> str:
        return f"self-declaration of {self.provider}"

    # Questions

    @property
    def is_waiting(self) -> bool:
        return self.renewed_at is None

    @property
    def is_to_read(self) -> bool:
        return bool(self.has_changed) and self.read_at is None

    def standing(self, on: datetime.date) -> str:
        """Asked, overdue, changed or answered."""
        if not self.is_waiting:
            return "changed" if self.has_changed else "answered"
        return "overdue" if self.due_on and self.due_on < on else "asked"

    # Verbs

    @classmethod
    @transaction.atomic
    def ask(cls, provider: Provider, vehicle: Vehicle, *, by: User) -> Self:
        """Ask for it, due within the time that the law sets. Once until it is answered."""
        Provider.objects.select_for_update(of=("self",)).get(pk=provider.pk)
        stop_if(permissions.why_not_ask_to_renew(by, provider, vehicle))
        _, due_on = time_to_renew(vehicle, on=timezone.localdate())
        renewal = cls.objects.create(provider=provider, vehicle=vehicle, asked_by=by, due_on=due_on)
        AuditEvent.record("ask_to_renew", renewal, by=by, due_on=renewal.due_on)
        people = owners_of(provider)
        tell(people, "contracts/membership/declaration_asked_for", about=renewal)
        return renewal

    @transaction.atomic
    def renew(self, *, by: User, has_changed: bool, changes: str = "") -> None:
        """Say that nothing has changed, or what has."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_renew(by, self))
        self.renewed_at, self.renewed_by = timezone.now(), by
        self.has_changed, self.changes = has_changed, changes if has_changed else ""
        self.save()
        AuditEvent.record("renew", self, by=by, has_changed=has_changed)

    @transaction.atomic
    def read(self, *, by: User) -> None:
        """Note who of the council was the first to read what has changed."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_read(by, self))
        self.read_at, self.read_by = timezone.now(), by
        self.save()
        AuditEvent.record("read_what_changed", self, by=by)


def time_to_renew(
    vehicle: Vehicle, *, on: datetime.date
) -> tuple[LegalParameter | None, datetime.date | None]:
    """How long the law gives, and the last day of it for somebody who is asked on a day."""
    limit = LegalParameter.objects.in_force(RENEW_WITHIN, regime=vehicle.regime, on=on)
    return limit, add_working_days(on, limit.value) if limit else None


@coloured(clear="green", found="red")
class Debarred(models.TextChoices):
    """What a look at the debarment list came to."""

    CLEAR = "clear", "Not on the list"
    FOUND = "found", "On the list"


class DebarmentCheckQuerySet(models.QuerySet):
    def of(self, provider: Provider) -> Self:
        return self.filter(provider=provider)

    def newest_first(self) -> Self:
        return self.order_by("-checked_on", "-pk")


@tracked()
class DebarmentCheck(models.Model):
    """A member was looked up on the debarment list, as published on a day. Due each quarter."""

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="debarment")
    list_on = models.DateField()
    result = models.CharField(max_length=10, choices=Debarred)
    details = models.TextField(blank=True)
    checked_on = models.DateField(default=timezone.localdate)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = DebarmentCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("result", Debarred),
            models.CheckConstraint(
                name="contracts_debarmentcheck_of_a_list_that_was_out",
                condition=Q(list_on__lte=models.F("checked_on")),
                violation_error_message="The list was published on the day of the check or before.",
            ),
            models.CheckConstraint(
                name="contracts_debarmentcheck_found_says_what",
                condition=Q(result="clear") | ~Q(details=""),
            ),
        ]
        triggers = [
            # That of due diligence counts with who made it then.
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                copied=_FOUND_BEFORE,
                must="TG_OP <> 'DELETE'",
                words="A check stays.",
                checked_by=_CHECKED,
            ),
        ]

    def __str__(self) -> str:
        return f"debarment check of {self.provider}"

    # Verbs

    @classmethod
    @transaction.atomic
    def record(
        cls, provider: Provider, *, by: User, list_on: datetime.date, result: str, details: str = ""
    ) -> Self:
        """Write down what the list says of a provider."""
        check = cls.objects.create(
            provider=provider, list_on=list_on, result=result, details=details, checked_by=by
        )
        AuditEvent.record("check_debarment", provider, by=by, list_on=list_on, result=result)
        return check

    @classmethod
    def take_over(cls, application: Application) -> Self | None:
        """Have the finding of due diligence count as a check, where none is as new or newer."""
        cleared = application.findings.filter(kind=FindingKind.DEBARMENT, passed=True)
        finding = cleared.select_related("found_by").first()
        if finding is None:
            return None
        provider, day = application.provider, timezone.localdate(finding.found_at)
        if cls.objects.filter(provider=provider, checked_on__gte=day).exists():
            return None
        check = cls.objects.create(
            provider=provider,
            list_on=day,
            result=Debarred.CLEAR,
            details=finding.reason,
            checked_on=day,
            checked_by=finding.found_by,
        )
        AuditEvent.record("check_debarment", provider, by=finding.found_by, list_on=day)
        return check


def swept(providers: models.QuerySet, *, on: datetime.date) -> models.QuerySet:
    """Those with a school in a lot on a day, with ``last_checked_on`` and ``last_result``."""
    newest = DebarmentCheck.objects.filter(provider=OuterRef("pk")).newest_first()
    members = Membership.objects.on(on).values("provider")
    return providers.filter(pk__in=members).annotate(
        last_checked_on=Subquery(newest.values("checked_on")[:1]),
        last_list_on=Subquery(newest.values("list_on")[:1]),
        last_result=Subquery(newest.values("result")[:1]),
    )
