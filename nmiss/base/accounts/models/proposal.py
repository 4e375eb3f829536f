"""Proposals: what one person proposes and another agrees to, so that nobody does it alone."""

from __future__ import annotations

import datetime
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from nmiss.base.accounts import permissions
from nmiss.base.accounts.models.deputy import Deputy
from nmiss.base.accounts.models.user import Role, User
from nmiss.base.accounts.two_people import KINDS, KindOfProposal, kinds_agreed_by, kinds_seen_by
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.plain import plain, typed
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


@coloured(agreed="green", declined="grey", withdrawn="grey")
class ProposalDecision(models.TextChoices):
    """How a proposal ended."""

    AGREED = "agreed", "Agreed"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Auditors see all; others those of the kinds that they propose or agree to.

        People of a provider see those about what is of their provider (``of_provider``).
        """
        if user.role == Role.AUDITOR:
            return self
        if user.is_provider:
            return self.filter(_of_provider(user))
        return self.filter(kind__in=kinds_seen_by(user.role))

    def waiting(self) -> Self:
        return self.filter(decision="")

    def decided(self) -> Self:
        return self.exclude(decision="")

    def waiting_for(self, user: User) -> Self:
        """Those that this person may agree to."""
        return (
            self.visible_to(user)
            .waiting()
            .filter(kind__in=kinds_agreed_by(user.role))
            .exclude(proposed_by=user)
            .exclude(about=user)
        )

    def of(self, kind: str, subject: Subject) -> Self:
        return self.filter(kind=kind, subject=key_of(subject))

    def of_each(self, kind: str, model: type[models.Model]) -> Self:
        """Those about the row, of this model, that a query around this one is at."""
        return self.filter(kind=kind, subject=_keys(model, models.OuterRef("pk")))

    def with_people(self) -> Self:
        return self.select_related("proposed_by", "decided_by", "decided_for", "about")

    def oldest_first(self) -> Self:
        return self.order_by("proposed_at", "pk")

    def newest_decision_first(self) -> Self:
        return self.order_by("-decided_at", "-pk")


def _of_provider(user: User) -> Q:
    """Which proposals a person of a provider reads: of each kind by its rule, of others none."""
    found = Q(pk__in=[])
    for kind in KINDS.values():
        if kind.of_provider is not None:
            subjects = kind.of_provider(user)
            keys = subjects.order_by().values_list(_keys(subjects.model, F("pk")))
            found |= Q(kind=kind.name, subject__in=keys)
    return found


def _keys(model: type[models.Model], number: F | models.OuterRef) -> Concat:
    """How proposals point at rows of a model, in SQL; as ``key_of`` does."""
    return Concat(models.Value(f"{model._meta.label} "), Cast(number, models.CharField()))


Subject = str | models.Model | tuple[models.Model, ...]


def key_of(subject: Subject) -> str:
    """How a proposal points at its subject: records by label and number, an address as it is."""
    if isinstance(subject, tuple):
        return ", ".join(map(key_of, subject))
    return subject if isinstance(subject, str) else f"{subject._meta.label} {subject.pk}"


@tracked()
class Proposal(models.Model):
    """Something proposed by one person and agreed to, or not, by another.

    ``given`` has in plain values what is to be done, ``data`` the same as its kind's class. What
    has several subjects is called by the first. ``about`` is the person concerned, who
    neither proposes nor decides. What is decided is never changed, and nothing is deleted: the
    database refuses it, and a person who is not of the right role.
    """

    kind = models.CharField(max_length=50)
    subject = models.CharField(max_length=320)
    subject_name = models.CharField(max_length=300)
    given = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    decision = models.CharField(max_length=10, choices=ProposalDecision, blank=True, editable=False)
    declined_because = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("decided_by", "decided_at"),
            models.CheckConstraint(
                name="accounts_proposal_decision_is_known",
                condition=Q(decision="", decided_at=None)
                | Q(decision__in=ProposalDecision.values, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="accounts_proposal_by_two",
                condition=Q(decision="")
                | Q(decision="withdrawn", decided_by=F("proposed_by"))
                | Q(decision__in=["agreed", "declined"]) & ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="accounts_proposal_not_by_whom_it_is_about",
                condition=Q(about=None)
                | ~Q(proposed_by=F("about")) & (Q(decided_by=None) | ~Q(decided_by=F("about"))),
            ),
            models.CheckConstraint(
                name="accounts_proposal_for_whom_is_away",
                condition=Q(decided_for=None)
                | Q(decision__in=["agreed", "declined"])
                & ~Q(decided_for=F("decided_by"))
                & ~Q(decided_for=F("proposed_by"))
                & (Q(about=None) | ~Q(decided_for=F("about"))),
            ),
            models.CheckConstraint(
                name="accounts_proposal_has_its_reasons",
                condition=~Q(reason="") & (~Q(decision="declined") | ~Q(declined_because="")),
            ),
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=Q(decision=""),
                name="accounts_proposal_one_waits",
            ),
        ]
        triggers = [
            DatedByTheDatabase("proposed_at", "decided_at"),
            DoneInPerson(
                proposed_by=("kind", "subject", "given", "about", "reason", "proposed_at"),
                decided_by=("decision", "decided_at", "declined_because", "decided_for"),
            ),
            pgtrigger.Trigger(
                name="decided_by_the_deputy",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__decided_for__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM public.accounts_deputy d
                        JOIN public.accounts_recordowner o ON o.owner_id = d.person_id
                        WHERE d.person_id = NEW.decided_for_id
                          AND d.deputy_id = NEW.decided_by_id AND d.ended_at IS NULL
                          AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date
                              BETWEEN d.starts_on AND d.ends_on
                          AND o.record = 'accounts.Proposal ' || NEW.id
                    ) THEN
                        RAISE EXCEPTION 'A deputy decides for the owner who named them.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"

    # Questions

    @property
    def type(self) -> KindOfProposal:
        return KINDS[self.kind]

    @property
    def done_on(self) -> datetime.date | None:
        """The day on which it is done once agreed to; None where that is at once."""
        return self.type.done_on(self)

    @property
    def asks(self) -> str:
        """What is proposed, from the verb on: "give Ada Lovelace an account"."""
        return self.type.asks(self)

    @property
    def data(self) -> Any:
        """What was given with it, as the class of its kind."""
        return typed(self.type.given, self.given)

    @property
    def page(self) -> str:
        """The address of what it is about, where there is one."""
        return self.type.page(self)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What whoever decides must read, by name."""
        return self.type.shows(self)

    @property
    def digest(self) -> str:
        """What tells one state of the page to agree from another."""
        return digest_of(self.pk, self.asks, self.reason, self.facts)

    @property
    def why_not(self) -> str:
        """Why nobody can agree to it any more; nothing where somebody can."""
        return self.type.why_not(self)

    @property
    def standing(self) -> str:
        """Waiting, or how it was decided."""
        return self.decision or "waiting"

    def agreers(self) -> models.QuerySet[User]:
        """Those who may agree to it."""
        people = User.objects.filter(role__in=self.type.agreers, is_active=True)
        people = people.exclude(pk=self.proposed_by_id)
        return people.exclude(pk=self.about_id) if self.about_id else people

    # Verbs

    @classmethod
    @in_person
    def propose(
        cls,
        kind: str,
        subject: Subject,
        *,
        by: User,
        reason: str,
        about: User | None = None,
        **given: Any,
    ) -> Self:
        """Propose something, and tell those who may agree."""
        try:
            with transaction.atomic():
                proposal = cls.objects.create(
                    kind=kind,
                    subject=key_of(subject),
                    subject_name=str(subject[0] if isinstance(subject, tuple) else subject),
                    given=plain(KINDS[kind].given(**given)),
                    about=about,
                    reason=reason,
                    proposed_by=by,
                )
                AuditEvent.record("propose", proposal, by=by, what=proposal.asks)
                tell(proposal.agreers(), "accounts/proposed", about=proposal)
        except IntegrityError as refusal:
            if "accounts_proposal_one_waits" in str(refusal):
                stop_if(permissions.PROPOSED_ALREADY)
            raise
        return proposal

    @in_person
    def agree(self, *, by: User, seen: str) -> None:
        """Agree to what was read, and have it done; ``agreed`` asks whether it still can be."""
        self._lock()
        stop_if(permissions.why_not_decide(by, self))
        stop_if_changed("This proposal", seen=seen, now=self.digest)
        self._decide(ProposalDecision.AGREED, by=by)
        AuditEvent.record("agree_to", self, by=by, what=self.asks, **self._for())
        self.type.agreed(self, by)
        tell([self.proposed_by], "accounts/decided", about=self)

    @in_person
    def decline(self, *, by: User, reason: str) -> None:
        """Decline it: nothing is done."""
        self._lock()
        stop_if(permissions.why_not_decide(by, self))
        self._decide(ProposalDecision.DECLINED, by=by, reason=reason)
        AuditEvent.record("decline", self, by=by, what=self.asks, reason=reason, **self._for())
        tell([self.proposed_by], "accounts/decided", about=self)

    @in_person
    def withdraw(self, *, by: User) -> None:
        """Take back one's own proposal."""
        self._lock()
        stop_if(permissions.why_not_withdraw(by, self))
        self._decide(ProposalDecision.WITHDRAWN, by=by)
        AuditEvent.record("withdraw", self, by=by, what=self.asks)

    def _lock(self) -> None:
        rows = type(self).objects.select_for_update(of=("self",))
        self.refresh_from_db(from_queryset=rows)

    def _decide(self, decision: ProposalDecision, *, by: User, reason: str = "") -> None:
        self.decision, self.decided_by, self.decided_at = decision, by, timezone.now()
        self.declined_because = reason
        if decision != ProposalDecision.WITHDRAWN:
            self.decided_for = self.in_place_of(by)
        self.save()

    def in_place_of(self, person: User) -> User | None:
        """Who owns it and has named this person as deputy for today."""
        owner = Deputy.objects.owner_away(key_of(self), person)
        return None if owner and owner.pk in (self.proposed_by_id, self.about_id) else owner

    def _for(self) -> dict[str, str]:
        return {"decided_for": str(self.decided_for)} if self.decided_for else {}
