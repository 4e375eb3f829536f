"""Applications: a provider asks to be admitted to one or more lots with the schools it names.

Existence is one thing, content another. That there is an application, from whom and since when,
stands here; what is in it stands in ``contracts.applications.models.content``, which the database
seals.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from contracts.applications import permissions
from contracts.applications.models.application_triggers import (
    BEGUN_BY_ITS_APPLICANT,
    KEPT_FOR_GOOD,
    RECEIVED_AS_SUBMITTED,
    WHOSE_IT_IS,
    WITHDRAWN_BY_ITS_APPLICANT,
)
from contracts.applications.status import Status
from contracts.arrangements.models.round import Round, RoundStatus
from contracts.arrangements.models.scheme import EvaluationScheme
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase
from providers.models import Provider, ProviderMember
from providers.recipients import writers_of


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning and auditors see that it exists, once received; a provider its own."""
        if user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR):
            return self.exclude(received_at=None)
        if user.is_provider:
            return self.filter(provider__in=Provider.objects.visible_to(user)).readable_by(user)
        return self.none()

    def readable_by(self, person: User) -> Self:
        """Those that this person of the provider may read (``contracts_may_read`` holds to it).

        Whom the council named reads what was begun since, and what is open; see
        ``ProviderMember``.
        """
        own = ProviderMember.objects.filter(user=person, provider=OuterRef("provider"))
        since = own.filter(Q(reads_from=None) | Q(reads_from__lte=OuterRef("started_at")))
        return self.filter(Exists(since) | Exists(own) & Q(opened_at__isnull=False))

    def closed_to(self, person: User) -> Self:
        """Those that this person of the provider may not read."""
        return self.exclude(pk__in=self.model.objects.readable_by(person).values("pk"))

    def drafts(self) -> Self:
        return self.filter(status=Status.DRAFT).order_by("pk")

    def received(self) -> Self:
        return self.filter(status=Status.RECEIVED)

    def in_hand(self) -> Self:
        return self.filter(status__in=Status.in_hand())

    def with_clocks(self) -> Self:
        """With what both clocks are asked of, and whose it is."""
        timing = ("early_evaluation", "prolongation")
        return self.select_related("vehicle", "round", "provider", *timing)

    def held(self) -> Self:
        """Those that are decided and whose outcome nobody has told."""
        return self.filter(status=Status.APPROVED)

    def decided(self) -> Self:
        return self.filter(status__in=(Status.APPROVED, Status.TOLD))

    def numbered(self, numbers: Iterable[str]) -> Self:
        return self.filter(pk__in=numbers)

    def opened(self) -> Self:
        return self.exclude(opened_at=None)

    def being_evaluated(self) -> Self:
        return self.filter(status=Status.EVALUATED)

    def ready_to_open(self) -> Self:
        """Received, and their round has closed or an officer decided not to wait for it."""
        may_be = Q(round__status=RoundStatus.CLOSED) | Q(early_evaluation__isnull=False)
        return self.received().filter(may_be)

    def sealed(self) -> Self:
        """Received, and not opened."""
        return self.filter(opened_at=None).exclude(status=Status.WITHDRAWN)

    def without_conflict_of(self, person: User) -> Self:
        """Those with which this person has declared no conflict of interest."""
        conflicts = self.model.objects.filter(
            conflicts__person=person, conflicts__has_conflict=True
        )
        return self.exclude(pk__in=conflicts.order_by().values("pk"))

    def cleared_by(self, person: User) -> Self:
        """Those with which this person has declared to have no conflict of interest."""
        return self.filter(conflicts__person=person, conflicts__has_conflict=False)

    def not_declared_by(self, person: User) -> Self:
        """Those of which this person has not said whether there is a conflict of interest."""
        return self.exclude(conflicts__person=person)

    def in_round(self, round: Round) -> Self:
        """Those of a round that the council has received."""
        return self.filter(round=round).exclude(received_at=None)

    def with_parties(self) -> Self:
        return self.select_related("provider", "vehicle", "round", "scheme")

    def oldest_first(self) -> Self:
        return self.order_by("received_at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked()
class Application(Lifecycle):
    """One application. ``received_at`` is when its present version was received, by the
    database's clock as it was committed; ``round`` is the round it is evaluated in.

    ``previous`` is the earlier application of the same provider that its answers came from.
    ``decided_at`` is when an outcome was approved; which one, and by whom, is in the room of
    evaluation.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="applications")
    scheme = models.ForeignKey(
        EvaluationScheme, on_delete=models.PROTECT, related_name="applications"
    )
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="applications")
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="later")
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    round = models.ForeignKey(
        Round, null=True, on_delete=models.PROTECT, related_name="applications", editable=False
    )
    received_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", Status),
            models.UniqueConstraint(
                fields=["provider", "vehicle"],
                condition=Q(status="draft"),
                name="contracts_application_one_draft",
                violation_error_message=permissions.DRAFT_STANDS,
            ),
            models.CheckConstraint(
                name="contracts_application_opened_agrees_with_status",
                condition=Q(status__in=["draft", "received", "withdrawn"], opened_at=None)
                | Q(
                    status__in=["evaluated", "recommended", "approved", "told"],
                    opened_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="contracts_application_decided_agrees_with_status",
                condition=Q(status__in=["approved", "told"], decided_at__isnull=False)
                | ~Q(status__in=["approved", "told"]) & Q(decided_at=None),
            ),
        ]
        triggers = [
            ByItsMoves(),
            RECEIVED_AS_SUBMITTED,
            WHOSE_IT_IS,
            KEPT_FOR_GOOD,
            BEGUN_BY_ITS_APPLICANT,
            WITHDRAWN_BY_ITS_APPLICANT,
            DatedByTheDatabase("started_at", "opened_at", "decided_at"),
        ]
        indexes = [
            models.Index(fields=["round", "status"], name="contracts_application_in_round"),
        ]

    def __str__(self) -> str:
        return f"application {self.reference}"

    # Questions

    @property
    def reference(self) -> str:
        """What people call it: A00017."""
        return f"A{self.pk:05d}"

    @property
    def is_sealed(self) -> bool:
        return self.opened_at is None

    @property
    def status_for_provider(self) -> str:
        return Status(self.status).label_for_provider

    @property
    def is_queued(self) -> bool:
        """Received between rounds: it waits for its round to open."""
        return self.status == Status.RECEIVED and (
            self.round is None or self.round.status == RoundStatus.PLANNED
        )

    @property
    def may_be_opened(self) -> bool:
        """Its round has closed, or an officer decided not to wait. Who may is asked elsewhere."""
        # Asked anew, because many are opened at once, each read again under its lock.
        return type(self).objects.filter(pk=self.pk).ready_to_open().exists()

    def version(self) -> Any:
        """The newest version that was submitted; None for a draft."""
        return self.submissions.order_by("-number").first()

    # Verbs

    @classmethod
    @transaction.atomic
    def start(cls, provider: Provider, vehicle: Vehicle, *, by: User) -> Self:
        """Begin a draft, linked to the newest earlier application of the provider."""
        stop_if(permissions.why_not_start(by, provider, vehicle))
        own = cls.objects.filter(provider=provider, vehicle=vehicle)
        application = cls.objects.create(
            vehicle=vehicle,
            scheme=vehicle.scheme_asked(),
            provider=provider,
            previous=own.exclude(received_at=None).order_by("-received_at").first(),
            started_by=by,
        )
        AuditEvent.record("start", application, by=by)
        return application

    @transaction.atomic
    def follow_scheme(self) -> None:
        """Have a draft ask what it will be judged by, and tell who writes it.

        An answer is asked again only where its question reads otherwise (``Draft.missing``). What
        was submitted keeps the scheme that it answered: criteria do not change over it (3.10).
        """
        self.lock()
        scheme = self.vehicle.scheme_asked()
        if self.status != Status.DRAFT or scheme in (None, self.scheme):
            return
        self.scheme = scheme
        self.save()
        AuditEvent.record("follow_scheme", self, by=None, version=scheme.version)
        people = writers_of(self.provider_id)
        tell(people, "contracts/applications/questions_changed", about=self)

    # Moves

    @move(sources={Status.DRAFT, Status.RECEIVED}, target=Status.RECEIVED)
    def receive(self, *, by: User, digest: str) -> None:
        """Receive a version of it; see ``applying.submitting``, which calls this alone."""

    @move(sources={Status.DRAFT, Status.RECEIVED}, target=Status.WITHDRAWN)
    def withdraw(self, *, by: User) -> None:
        """Take it back before it is opened. What was submitted is kept, sealed."""
        self.withdrawn_at = timezone.now()

    @move(sources={Status.RECEIVED}, target=Status.EVALUATED)
    def open(self, *, by: User) -> None:
        """Break the seal, as the second of two officers; see ``Opening.add``."""
        self.opened_at = timezone.now()

    # What is recommended, why it is sent back and what is approved stands on its parts: those who
    # read the ledger are more than those who may know an outcome before it is told.

    @move(sources={Status.EVALUATED}, target=Status.RECOMMENDED)
    def recommend(self, *, by: User) -> None:
        """Put an outcome before a manager; see ``evaluation.deciding``, which writes it down."""

    @move(sources={Status.RECOMMENDED}, target=Status.EVALUATED)
    def send_back(self, *, by: User) -> None:
        """Have the recommendation thought over. Scores that were agreed can be agreed anew."""

    @move(sources={Status.RECOMMENDED}, target=Status.APPROVED)
    def approve(self, *, by: User) -> None:
        """Decide as recommended. The outcome is held until it is released."""
        self.decided_at = timezone.now()

    @move(sources={Status.APPROVED}, target=Status.TOLD, why_not=permissions.why_not_release)
    def release(self, *, by: User) -> None:
        """Tell the provider the outcome: by somebody who declared to have no conflict with it."""
