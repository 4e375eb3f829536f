"""Applications: a provider asks to be admitted to one or more lots with the schools it names.

Existence is one thing, content another. That there is an application, from whom and since when,
stands here; what is in it stands in ``contracts.applications.models.content``, which the database
seals.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from contracts.applications.models.application_triggers import (
    APPROVED_BY_AN_OUTSIDER,
    OPENED_BY_TWO_IN_ITS_TIME,
    RECEIVED_AS_SUBMITTED,
    WHOSE_IT_IS,
)
from contracts.applications.models.status import Result, Status
from contracts.arrangements.law import ASSESS_WITHIN, PROLONGED_TO
from contracts.arrangements.models.round import Round, RoundStatus
from contracts.arrangements.models.scheme import EvaluationScheme
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import Lifecycle, NotAllowedNow, move
from nmiss.base.core.models import AuditEvent, LegalParameter
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.core.working_days import add_working_days
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

    def touched_since(self) -> Self:
        """Those at which the applicant has worked since the newest version was received.

        Call it within ``sealing.acting_for`` somebody of the applicant's.
        """
        since = OuterRef("received_at")
        sections = _kept("Section").filter(application=OuterRef("pk"), saved_at__gt=since)
        documents = _kept("Evidence").filter(
            Q(added_at__gt=since) | Q(removed_at__gt=since), application=OuterRef("pk")
        )
        return self.filter(Exists(sections) | Exists(documents))

    def in_hand(self) -> Self:
        return self.filter(status__in=Status.in_hand())

    def with_clocks(self) -> Self:
        """With what both clocks are asked of, and whose it is."""
        return self.select_related("vehicle", "round", "provider")

    def held(self) -> Self:
        """Those that are decided and whose outcome nobody has told."""
        return self.filter(status=Status.APPROVED)

    def decided(self) -> Self:
        return self.filter(status__in=(Status.APPROVED, Status.TOLD))

    def with_letters(self) -> Self:
        """With all that their letters say, in a fixed number of queries."""
        rows = self.select_related("provider", "vehicle", "scheme", "letter")
        return rows.prefetch_related(*Application.OF_A_LETTER)

    def numbered(self, numbers: Iterable[str]) -> Self:
        return self.filter(pk__in=numbers)

    def opened(self) -> Self:
        return self.exclude(opened_at=None)

    def being_evaluated(self) -> Self:
        return self.filter(status=Status.EVALUATED)

    def ready_to_open(self) -> Self:
        """Received, and their round has closed or an officer decided not to wait for it."""
        may_be = Q(round__status=RoundStatus.CLOSED) | Q(evaluate_now_at__isnull=False)
        return self.received().filter(may_be)

    def sealed(self) -> Self:
        """Received, and not opened."""
        return self.filter(opened_at=None).exclude(status=Status.WITHDRAWN)

    def without_conflict_of(self, person: User) -> Self:
        """Those with which this person has declared no conflict of interest."""
        return self.exclude(conflicts__in=self._conflicts().of(person).stands_in_the_way())

    def not_met_by(self, person: User) -> Self:
        """Those that this person has not opened, and has no conflict with."""
        return self.without_conflict_of(person).exclude(openings__officer=person)

    def with_openings(self) -> Self:
        return self.prefetch_related("openings__officer")

    def cleared_by(self, person: User) -> Self:
        """Those with which this person has declared to have no conflict of interest."""
        return self.filter(conflicts__in=self._conflicts().of(person).clear())

    def not_declared_by(self, person: User) -> Self:
        """Those of which this person has not said whether there is a conflict of interest."""
        return self.exclude(conflicts__in=self._conflicts().of(person))

    def evaluated_by(self, person: User) -> Self:
        """Those of which this person opened, checked, scored, chaired or recommended anything.

        What was done counts for good, also where another took its place. Who was assigned and
        never scored did nothing.
        """
        return self.filter(
            Q(recommended_by=person)
            | Exists(_kept("Opening").filter(application=OuterRef("pk"), officer=person))
            | Exists(_kept("Finding").filter(application=OuterRef("pk"), found_by=person))
            | Exists(
                _kept("Score").filter(
                    assignment__application=OuterRef("pk"), assignment__evaluator=person
                )
            )
            | Exists(_kept("ModeratedScore").filter(application=OuterRef("pk"), chair=person))
            | Exists(
                _kept("Recommendation").filter(application=OuterRef("pk"), recommended_by=person)
            )
        )

    @staticmethod
    def _conflicts() -> models.QuerySet:
        return apps.get_model("contracts", "ConflictDeclaration").objects.all()

    def in_round(self, round: Round) -> Self:
        """Those of a round that the council has received."""
        return self.filter(round=round).exclude(received_at=None)

    def with_parties(self) -> Self:
        return self.select_related("provider", "vehicle", "round", "scheme")

    def oldest_first(self) -> Self:
        return self.order_by("received_at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-pk")


def _kept(model: str) -> models.QuerySet:
    """All rows of a model that is built on this one, those that another took the place of, too."""
    return apps.get_model("contracts", model)._base_manager.all()


@tracked()
class Application(Lifecycle):
    """One application. ``received_at`` is when its present version was received, by the
    database's clock as it was committed; ``round`` is the round it is evaluated in.

    ``previous`` is the earlier application of the same provider that its answers came from.
    ``evaluate_now_at``: an officer decided not to wait for the round. ``prolonged_at``: 15
    working days instead of 10, for the reason on record (reg 34(17)).
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
    evaluate_now_at = models.DateTimeField(null=True, editable=False)
    evaluate_now_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    evaluate_now_reason = models.TextField(blank=True)
    prolonged_at = models.DateTimeField(null=True, editable=False)
    prolonged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    prolonged_reason = models.TextField(blank=True)
    opened_at = models.DateTimeField(null=True, editable=False)
    result = models.CharField(max_length=20, choices=Result, blank=True, editable=False)
    recommended_at = models.DateTimeField(null=True, editable=False)
    recommended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recommendation = models.TextField(blank=True)
    sent_back_at = models.DateTimeField(null=True, editable=False)
    sent_back_reason = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    told_at = models.DateTimeField(null=True, editable=False)

    OF_A_LETTER = (
        "lot_outcomes__lot",
        "findings",
        "contents",
        "moderated_scores__question__minimums__threshold__lot",
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", Status),
            models.CheckConstraint(
                name="contracts_application_result_is_known",
                condition=Q(result="") | Q(result__in=Result.values),
            ),
            models.UniqueConstraint(
                fields=["provider", "vehicle"],
                condition=Q(status="draft"),
                name="contracts_application_one_draft",
                violation_error_message="There is a draft already. Go on with that one.",
            ),
            set_together("evaluate_now_at", "evaluate_now_by"),
            set_together("prolonged_at", "prolonged_by"),
            set_together("recommended_at", "recommended_by"),
            set_together("approved_at", "approved_by"),
            models.CheckConstraint(
                name="contracts_application_reasons_are_given",
                condition=(Q(evaluate_now_at=None) | ~Q(evaluate_now_reason=""))
                & (Q(prolonged_at=None) | ~Q(prolonged_reason=""))
                & (Q(sent_back_at=None) | ~Q(sent_back_reason="")),
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
                name="contracts_application_approved_agrees_with_status",
                condition=Q(status__in=["approved", "told"], approved_at__isnull=False)
                | ~Q(status__in=["approved", "told"]) & Q(approved_at=None),
            ),
            models.CheckConstraint(
                name="contracts_application_told_agrees_with_status",
                condition=Q(status="told", told_at__isnull=False)
                | ~Q(status="told") & Q(told_at=None),
            ),
            models.CheckConstraint(
                name="contracts_application_result_once_recommended",
                condition=Q(status__in=["recommended", "approved", "told"]) & ~Q(result="")
                | ~Q(status__in=["recommended", "approved", "told"]) & Q(result=""),
            ),
        ]
        triggers = [
            OPENED_BY_TWO_IN_ITS_TIME,
            APPROVED_BY_AN_OUTSIDER,
            RECEIVED_AS_SUBMITTED,
            WHOSE_IT_IS,
            DoneInPerson(
                evaluate_now_by=("evaluate_now_at", "evaluate_now_reason"),
                prolonged_by=("prolonged_at", "prolonged_reason"),
                recommended_by=("recommended_at", "recommendation", "result"),
                approved_by=("approved_at",),
            ),
            DatedByTheDatabase(
                *("started_at", "evaluate_now_at", "prolonged_at", "opened_at"),
                *("recommended_at", "sent_back_at", "approved_at", "told_at"),
            ),
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
        if self.status != Status.RECEIVED or self.evaluate_now_at is not None:
            return self.status == Status.RECEIVED
        # Asked anew, because many are opened at once, each read again under its lock.
        return Round.objects.filter(pk=self.round_id, status=RoundStatus.CLOSED).exists()

    @property
    def limit_key(self) -> str:
        """Which number of the law its statutory clock runs by (``rounds.clocks`` for many)."""
        return PROLONGED_TO if self.prolonged_at else ASSESS_WITHIN

    def assess_by(self) -> datetime.date | None:
        """The last day of the statutory clock: 10 working days from receipt, or 15.

        "Assess request within 10 working days of receipt" (reg 34(16)); "15 WD" in justified
        cases (reg 34(17)). The Act of 2023 sets no number: None. What comes after hours counts
        from its true day.
        """
        if self.received_at is None:
            return None
        limit = self._limit(self.limit_key)
        received_on = timezone.localdate(self.received_at)
        return add_working_days(received_on, limit.value) if limit else None

    @property
    def longer_limit(self) -> LegalParameter | None:
        """How long its assessment may take "in individual justified cases" (reg 34(17))."""
        return self._limit(PROLONGED_TO)

    def _limit(self, key: str) -> LegalParameter | None:
        """The law's number of this key on the day of its receipt."""
        received_on = timezone.localdate(self.received_at)
        return LegalParameter.objects.in_force(key, regime=self.vehicle.regime, on=received_on)

    def decide_by(self) -> datetime.date | None:
        """The clock that binds: the statutory one, or the round's in light-touch rounds."""
        if self.vehicle.is_strict or self.round is None:
            return self.assess_by()
        return self.round.evaluation_ends_on or self.assess_by()

    def version(self) -> Any:
        """The newest version that was submitted; None for a draft."""
        return self.submissions.order_by("-number").first()

    def was_evaluated_by(self, person: User) -> bool:
        """Whether somebody had a part in evaluating it, by what was ever done and not undone."""
        return type(self).objects.filter(pk=self.pk).evaluated_by(person).exists()

    @property
    def answers_another_scheme(self) -> bool:
        """Whether its round opened with another scheme than the one it answers."""
        return bool(self.round and self.round.scheme_id not in (None, self.scheme_id))

    # Verbs

    @classmethod
    @transaction.atomic
    def start(cls, provider: Provider, vehicle: Vehicle, *, by: User) -> Self:
        """Begin a draft, linked to the newest earlier application of the provider.

        Raises NotAllowedNow where the vehicle has no published scheme or has a draft already.
        """
        scheme = vehicle.scheme_asked()
        if scheme is None:
            raise NotAllowedNow(f"{vehicle} has no evaluation scheme yet.")
        own = cls.objects.filter(provider=provider, vehicle=vehicle)
        if own.filter(status=Status.DRAFT).exists():
            raise NotAllowedNow("There is a draft already. Go on with that one.")
        application = cls.objects.create(
            vehicle=vehicle,
            scheme=scheme,
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

    @in_person
    def evaluate_now(self, *, by: User, reason: str) -> None:
        """Decide not to wait for the round: the statutory clock would run out in the queue."""
        self.lock()
        if self.status != Status.RECEIVED or self.evaluate_now_at:
            raise NotAllowedNow(f"{self} is not waiting in the queue.")
        self.evaluate_now_at, self.evaluate_now_by = timezone.now(), by
        self.evaluate_now_reason = reason
        self.save()
        AuditEvent.record("evaluate_now", self, by=by, reason=reason)

    @in_person
    def prolong(self, *, by: User, reason: str) -> None:
        """Take 15 working days instead of 10, "in individual justified cases" (reg 34(17))."""
        self.lock()
        if self.status not in Status.in_hand() or self.prolonged_at:
            raise NotAllowedNow(f"{self} cannot be given longer.")
        self.prolonged_at, self.prolonged_by, self.prolonged_reason = timezone.now(), by, reason
        self.save()
        AuditEvent.record("prolong", self, by=by, reason=reason)

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

    # Those who read the ledger are more than those who may read an application: the outcome and
    # its reasons stand on the application alone until they are told.

    @move(
        sources={Status.EVALUATED},
        target=Status.RECOMMENDED,
        withheld=("result", "recommendation"),
        is_in_person=True,
    )
    def recommend(self, *, by: User, result: str, recommendation: str) -> None:
        """Put an outcome before a manager; ``evaluating.deciding`` freezes the scores."""
        self.recommended_at, self.recommended_by = timezone.now(), by
        self.result, self.recommendation = result, recommendation

    @move(sources={Status.RECOMMENDED}, target=Status.EVALUATED, withheld=("reason",))
    def send_back(self, *, by: User, reason: str) -> None:
        """Have the recommendation thought over. Scores that were agreed can be agreed anew."""
        self.sent_back_at, self.sent_back_reason = timezone.now(), reason
        self.recommended_at = self.recommended_by = None
        self.result = self.recommendation = ""
        self.lot_outcomes.all().delete()

    @move(sources={Status.RECOMMENDED}, target=Status.APPROVED, is_in_person=True)
    def approve(self, *, by: User) -> None:
        """Decide as recommended. The outcome is held until it is released."""
        self.approved_at, self.approved_by = timezone.now(), by

    @move(sources={Status.APPROVED}, target=Status.TOLD)
    def release(self, *, by: User) -> None:
        """Tell the provider the outcome: by somebody who declared to have no conflict with it."""
        if not self.conflicts.of(by).clear().exists():
            raise NotAllowedNow("Declare first that you have no conflict with this applicant.")
        self.told_at = timezone.now()
