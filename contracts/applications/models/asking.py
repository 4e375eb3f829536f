"""What is asked while an application is made and evaluated: clarifications, missing evidence."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from contracts.applications import permissions
from contracts.applications.models.application import Application
from contracts.applications.status import Status
from contracts.arrangements.models.round import Round
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.working_days import add_working_days
from providers.models import Provider
from providers.own_rows import acts_for, council_or

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
_OF_ITS_APPLICATION = (
    "(SELECT provider_id FROM public.contracts_application WHERE id = RECORD.application_id)"
)
ANSWER_WITHIN = 5  # working days, unless the officer says otherwise


class ClarificationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """What is answered is everybody's; what waits is the asker's own and the council's."""
        if user.role in (*COMMISSIONING, Role.AUDITOR):
            return self
        if user.is_provider:
            own = Q(provider__in=Provider.objects.visible_to(user))
            return self.filter(own | Q(answered_at__isnull=False))
        return self.none()

    def unanswered(self) -> Self:
        return self.filter(answered_at=None)

    def answered(self) -> Self:
        return self.exclude(answered_at=None)

    def oldest_first(self) -> Self:
        return self.order_by("asked_at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-asked_at", "-pk")


@tracked()
class Clarification(models.Model):
    """A question about a vehicle or a round of it, asked privately and answered to all.

    Who asked is kept, and no page shows it, to officers either: they answer the question and
    not the asker. ``published_question`` is the question as the answering officer worded it.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="clarifications")
    round = models.ForeignKey(
        Round, null=True, on_delete=models.PROTECT, related_name="clarifications"
    )
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    question = models.TextField()
    published_question = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = ClarificationQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("answered_by", "answered_at"),
            models.CheckConstraint(
                name="contracts_clarification_asks_something", condition=~Q(question="")
            ),
            models.CheckConstraint(
                name="contracts_clarification_answered_in_words",
                condition=Q(answered_at=None) | ~Q(answer="") & ~Q(published_question=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(answered_at=None),
                name="contracts_clarification_waits",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                *COMMISSIONING,
                Role.PROVIDER,
                unless=BY_THE_HUB,
                must=f"(public.nmiss_acting_role() <> 'provider') = (TG_OP = 'UPDATE') "
                f"AND ({council_or(acts_for('RECORD.provider_id'))})",
                words="A provider asks for itself, and the council answers.",
                asked_by=("vehicle", "provider", "asked_at", "question"),
                answered_by=("published_question", "answer", "answered_at"),
            ),
            pgtrigger.Trigger(
                name="answered_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
                func="""
                    IF to_jsonb(NEW) - 'round_id' <> to_jsonb(OLD) - 'round_id' THEN
                        RAISE EXCEPTION 'What is published is not changed: ask again.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"

    # Questions

    @staticmethod
    def round_of(vehicle: Vehicle, *, now: datetime.datetime) -> Round | None:
        """The round that a question of now is about: the first whose deadline is still to come."""
        rounds = vehicle.rounds.not_closed().by_time()
        return next((each for each in rounds if Clarification.deadline_of(each) > now), None)

    @staticmethod
    def deadline_of(round: Round) -> datetime.datetime:
        """Until when questions about a round are taken: its closing, where nothing is set."""
        return round.clarifications_close_at or round.closes_at

    # Verbs

    @classmethod
    @transaction.atomic
    def ask(cls, provider: Provider, vehicle: Vehicle, *, by: User, question: str) -> Self:
        """Ask, about the round whose time for questions is not over."""
        round = cls.round_of(vehicle, now=timezone.now())
        stop_if(permissions.why_not_ask(vehicle, round))
        clarification = cls.objects.create(
            vehicle=vehicle, round=round, provider=provider, asked_by=by, question=question
        )
        AuditEvent.record("ask", clarification, by=by)
        return clarification

    @transaction.atomic
    def publish_answer(self, *, by: User, published_question: str, answer: str) -> None:
        """Answer it to all, once. What is published is not changed: ask again."""
        locked = Clarification.objects.select_for_update(of=("self",)).get(pk=self.pk)
        stop_if(permissions.why_not_answer(by, locked))
        self.published_question, self.answer = published_question, answer
        self.answered_by, self.answered_at = by, timezone.now()
        self.save()
        AuditEvent.record("answer_question", self, by=by)


colours({"asked": "blue", "answered": "green"})


class EvidenceRequestQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Officers and auditors see all; a provider's people what was asked of it."""
        if user.role in (*COMMISSIONING, Role.AUDITOR):
            return self
        if user.is_provider:
            return self.filter(application__provider__in=Provider.objects.visible_to(user))
        return self.none()

    def unanswered(self) -> Self:
        return self.filter(answered_at=None)

    def being_evaluated(self) -> Self:
        """Those of applications that are not decided yet."""
        return self.filter(application__status=Status.EVALUATED)

    def by_due(self) -> Self:
        return self.order_by("due_on", "pk")


@tracked()
class EvidenceRequest(models.Model):
    """Evidence that an officer asks of one applicant, once its application is opened."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="evidence_requests"
    )
    question = models.TextField()
    due_on = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = EvidenceRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("answered_by", "answered_at"),
            models.CheckConstraint(
                name="contracts_evidencerequest_asks_something", condition=~Q(question="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(answered_at=None),
                name="contracts_evidencerequest_due",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                *COMMISSIONING,
                Role.PROVIDER,
                must=f"(public.nmiss_acting_role() = 'provider') = (TG_OP = 'UPDATE') "
                f"AND ({council_or(acts_for(_OF_ITS_APPLICATION))})",
                words="The council asks for evidence, and the applicant answers.",
                asked_by=("application", "question", "due_on", "asked_at"),
                answered_by=("answer", "answered_at"),
            ),
            pgtrigger.Protect(
                name="answered_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"evidence request {self.pk} of {self.application}"

    # Questions

    def standing(self, today: datetime.date) -> str:
        """Answered, asked or overdue."""
        if self.answered_at:
            return "answered"
        return "overdue" if self.due_on < today else "asked"

    # Verbs

    @classmethod
    @transaction.atomic
    def ask(
        cls, application: Application, *, by: User, question: str, working_days: int = ANSWER_WITHIN
    ) -> Self:
        """Ask for evidence within some working days; the day of asking does not count."""
        application.lock()
        stop_if(permissions.why_not_ask_for_evidence(by, application))
        request = cls.objects.create(
            application=application,
            question=question,
            due_on=add_working_days(timezone.localdate(), working_days),
            asked_by=by,
        )
        AuditEvent.record("ask_for_evidence", request, by=by, due_on=request.due_on)
        return request

    @transaction.atomic
    def reply(self, *, by: User, answer: str) -> None:
        """Answer it, late or not. What was attached came before (``Evidence.request``)."""
        locked = EvidenceRequest.objects.select_for_update(of=("self",)).get(pk=self.pk)
        stop_if(permissions.why_not_reply(by, locked))
        self.answer, self.answered_by, self.answered_at = answer, by, timezone.now()
        self.save()
        AuditEvent.record("answer_evidence_request", self, by=by)
