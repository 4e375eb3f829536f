"""Consequences: what poor returns lead to, once the provider was heard and a manager has decided.

The hub, or an officer, proposes; nothing follows by itself. Both texts stay on record: what the
provider replied, and why the manager decided so.
"""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from kpis import permissions
from kpis.models.written import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import database_now
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from providers.models import School
from providers.recipients import told_of_changes


@coloured(conversation="light-blue", plan="blue", stop="orange", suspension="red")
class ConsequenceKind(models.TextChoices):
    """What may follow, the mildest first."""

    CONVERSATION = "conversation", "Conversation"
    PLAN = "plan", "Improvement plan"
    STOP = "stop", "Stop new placements"
    SUSPENSION = "suspension", "Suspension"

    @classmethod
    def suspending(cls) -> list[ConsequenceKind]:
        """Those that need breadth, duration and a contract with a duty to perform."""
        return [cls.STOP, cls.SUSPENSION]

    def up_to(self) -> list[ConsequenceKind]:
        """It, and what is milder: a manager decides no more than was proposed."""
        every = list(type(self))
        return every[: every.index(self) + 1]


@coloured(proposed="yellow", decided="light-blue", dropped="grey")
class ConsequenceStatus(models.TextChoices):
    """How far a consequence is."""

    PROPOSED = "proposed", "Proposed"
    DECIDED = "decided", "Decided"
    DROPPED = "dropped", "Not pursued"


_HEARD_FIRST = """
    IF NEW.decided_at IS NOT NULL AND OLD.decided_at IS NULL AND OLD.replied_at IS NULL
        AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date <= NEW.reply_until THEN
        RAISE EXCEPTION 'The provider may still reply: decide afterwards.';
    END IF;
    IF OLD.decided_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
        RAISE EXCEPTION 'A decision about a consequence does not change.';
    END IF;
    IF OLD.replied_at IS NOT NULL AND ROW(NEW.reply, NEW.replied_by_id, NEW.replied_at)
        IS DISTINCT FROM ROW(OLD.reply, OLD.replied_by_id, OLD.replied_at) THEN
        RAISE EXCEPTION 'A reply does not change.';
    END IF;
    IF NEW.replied_at IS NOT NULL AND OLD.replied_at IS NULL
        AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > NEW.reply_until THEN
        RAISE EXCEPTION 'The time to reply is over.';
    END IF;
    IF NEW.decided_at IS NOT NULL AND OLD.decided_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM accounts_user WHERE id = NEW.decided_by_id AND role = 'manager') THEN
        RAISE EXCEPTION 'A manager decides about a consequence.';
    END IF;
    RETURN NEW;
"""


class ConsequenceQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see all, a provider's people those of its schools."""
        return self.filter(school__in=School.objects.visible_to(user))

    def proposed(self) -> Self:
        return self.filter(status=ConsequenceStatus.PROPOSED)

    def newest_first(self) -> Self:
        return self.order_by("-proposed_at", "-pk")

    def awaiting_reply(self, on: datetime.date) -> Self:
        return self.proposed().filter(replied_at=None, reply_until__gte=on)

    def to_decide(self, on: datetime.date) -> Self:
        """Those of which the provider has replied, or had its time to."""
        heard = Q(replied_at__isnull=False) | Q(reply_until__lt=on)
        return self.proposed().filter(heard)


@tracked()
class Consequence(Lifecycle):
    """What is proposed for a school, on which grounds, and what became of that.

    ``cause`` names the run that proposed it, so that a run proposes once; where an officer did,
    it is empty. ``kind`` is what was proposed, ``decided_kind`` what a manager decided: no more.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="consequences")
    kind = models.CharField(max_length=20, choices=ConsequenceKind)
    status = models.CharField(
        max_length=20,
        choices=ConsequenceStatus,
        default=ConsequenceStatus.PROPOSED,
        editable=False,
    )
    cause = models.CharField(max_length=120, blank=True)
    codes = models.JSONField(default=list)
    grounds = models.TextField()
    proposed_at = models.DateTimeField(auto_now_add=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reply_until = models.DateField()
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True, editable=False)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_kind = models.CharField(max_length=20, choices=ConsequenceKind, blank=True)
    decision = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConsequenceQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", ConsequenceKind),
            one_of("decided_kind", ConsequenceKind, or_empty=True),
            one_of("status", ConsequenceStatus),
            models.UniqueConstraint(
                fields=["school", "cause"],
                condition=~Q(cause=""),
                name="kpis_consequence_once_for_a_cause",
            ),
            models.CheckConstraint(
                name="kpis_consequence_has_its_grounds", condition=~Q(grounds="")
            ),
            set_together("replied_at", "replied_by"),
            set_together("decided_at", "decided_by"),
            models.CheckConstraint(
                name="kpis_consequence_decided_with_its_reason",
                condition=Q(decided_at=None, decision="", decided_kind="", status="proposed")
                | (Q(decided_at__isnull=False) & ~Q(decision="") & ~Q(status="proposed")),
            ),
            models.CheckConstraint(
                name="kpis_consequence_dropped_has_no_kind",
                condition=Q(status="decided") & ~Q(decided_kind="")
                | (~Q(status="decided") & Q(decided_kind="")),
            ),
        ]
        triggers = [
            ByItsMoves(),
            DatedByTheDatabase("replied_at", "decided_at"),
            DoneInPerson(replied_by=("replied_at",), decided_by=("decided_at",)),
            # Beat proposes what returns lead to, and says which run of them.
            WrittenBySomebody(
                *COMMISSIONING,
                Role.PROVIDER,
                unless="TG_OP = 'INSERT' AND RECORD.cause <> '' AND RECORD.proposed_by_id IS NULL "
                "AND RECORD.status = 'proposed'",
                must="public.nmiss_acting_role() <> 'provider' OR TG_OP = 'UPDATE' AND EXISTS ("
                "SELECT FROM public.providers_providermember AS member "
                "JOIN public.providers_school AS school ON school.provider_id = member.provider_id "
                "WHERE school.id = RECORD.school_id AND member.role IN ('owner', 'editor') "
                "AND member.user_id = public.nmiss_acting_person())",
                words="A provider replies about its own schools.",
                proposed_by=("kind", "cause", "grounds", "codes", "reply_until", "school"),
            ),
            pgtrigger.Trigger(
                name="heard_before_decided",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func=_HEARD_FIRST,
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display().lower()} proposed for {self.school}"

    # Questions

    @property
    def is_proposed(self) -> bool:
        return self.status == ConsequenceStatus.PROPOSED

    @property
    def kinds(self) -> list[ConsequenceKind]:
        """What a manager can decide: what was proposed, and what is milder."""
        return ConsequenceKind(self.kind).up_to()

    def is_heard(self, on: datetime.date) -> bool:
        """Whether the provider has replied, or has had its time to."""
        return self.replied_at is not None or self.reply_until < on

    # Verbs

    @classmethod
    @transaction.atomic
    def propose(cls, school: School, *, by: User | None, **facts: object) -> Self:
        """Propose, and tell the provider, who may reply."""
        found = cls.objects.create(school=school, proposed_by=by, **facts)
        AuditEvent.record("propose", found, by=by, grounds=found.grounds)
        if school.provider_id:
            people = told_of_changes(school.provider)
            tell(people, "kpis/consequence_proposed", about=found)
        return found

    # Moves

    @move(
        sources={ConsequenceStatus.PROPOSED},
        target=ConsequenceStatus.PROPOSED,
        is_in_person=True,
        why_not=permissions.why_not_reply,
    )
    def answer(self, *, by: User, reply: str) -> None:
        """Keep the provider's own words; a manager can decide from now on."""
        self.reply, self.replied_by, self.replied_at = reply, by, database_now()
        managers = User.objects.in_roles(Role.MANAGER)
        tell(managers, "kpis/consequence_answered", about=self)

    @move(
        sources={ConsequenceStatus.PROPOSED},
        target=ConsequenceStatus.DECIDED,
        is_in_person=True,
        why_not=permissions.why_not_decide,
    )
    def decide(self, *, by: User, kind: str, decision: str) -> None:
        """Have it follow, or something milder; what it entails is done by ``kpis.consequences``."""
        stop_if(permissions.why_not_decide_so(self, kind))
        self.decided_kind = kind
        self._note_decision(decision, by=by)

    @move(
        sources={ConsequenceStatus.PROPOSED},
        target=ConsequenceStatus.DROPPED,
        is_in_person=True,
        why_not=permissions.why_not_decide,
    )
    def drop(self, *, by: User, decision: str) -> None:
        """Have nothing follow."""
        self._note_decision(decision, by=by)

    def _note_decision(self, decision: str, *, by: User) -> None:
        self.decision, self.decided_by, self.decided_at = decision, by, database_now()
        if self.school.provider_id:
            people = told_of_changes(self.school.provider)
            tell(people, "kpis/consequence_decided", about=self, decision=decision)
