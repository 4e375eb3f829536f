"""Choices: the school at which a child is to be placed, and why it is that one.

One that was made by mistake is voided by another person, with the reason, and stays on record.
"""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements import permissions
from placements.agreements.walls import VOIDERS
from placements.models.case import Case
from placements.models.consultation import Consultation
from placements.models.consultation_reply import ConsultationReply

OFF_DPS = "off_dps_choice"  # the kind of the proposals


class OffDpsReason(models.TextChoices):
    """Why a school is chosen that is not on the DPS. Each has a code in the monthly report."""

    NEED = "need", "No DPS school can meet the need"
    PLACE = "place", "No DPS school has a place in time"
    DISTANCE = "distance", "DPS schools are too far from home"
    STAYS = "stays", "The child is at this school already"
    COST = "cost", "Lower cost than DPS schools that can take the child"
    OTHER = "other", "Another reason"


@coloured(tribunal="purple", preference="purple")
class Directed(models.TextChoices):
    """Who decided in the council's place. Nothing stands in the way of such a choice."""

    TRIBUNAL = "tribunal", "Ordered by the tribunal"
    PREFERENCE = "preference", "Parental preference upheld"


class SchoolChoiceQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees the case."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def that_stand(self) -> Self:
        """Those that nobody has voided: one of a case at most."""
        return self.filter(voided_at=None)

    def off_the_dps(self) -> Self:
        return self.filter(is_on_dps=False)

    def newest_first(self) -> Self:
        return self.order_by("-chosen_at", "-pk")


_AS_IT_CAME_ABOUT = f"""
    IF NOT EXISTS (
        SELECT FROM public.placements_consultation
        WHERE id = NEW.consultation_id AND case_id = NEW.case_id
    ) THEN
        RAISE EXCEPTION 'A school is chosen that was consulted for the case.';
    END IF;
    IF NEW.reply_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.placements_consultationreply
        WHERE id = NEW.reply_id AND consultation_id = NEW.consultation_id
            AND sent_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'A choice goes by a reply that the school has sent.';
    END IF;
    IF NEW.proposal_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.accounts_proposal
        WHERE id = NEW.proposal_id AND kind = '{OFF_DPS}' AND decision = 'agreed'
            AND given ->> 'consultation' = NEW.consultation_id::text
            AND given ->> 'off_dps_reason' = NEW.off_dps_reason
            AND given ->> 'reply' IS NOT DISTINCT FROM NEW.reply_id::text
    ) THEN
        RAISE EXCEPTION 'A manager agrees to a school that is not on the DPS.';
    END IF;
    IF NEW.directed = 'tribunal' AND NOT EXISTS (
        SELECT FROM public.placements_tribunalappeal
        WHERE case_id = NEW.case_id AND order_on IS NOT NULL
            AND outcome IN ('upheld', 'partly', 'agreed')
    ) THEN
        RAISE EXCEPTION 'What the tribunal ordered has its order on record.';
    END IF;
    RETURN NEW;
"""


# Another person than the two by whom it came about, and before anything was agreed by it.
_VOIDED_BY_ANOTHER = f"""
    IF NEW.voided_by_id = OLD.chosen_by_id OR EXISTS (
        SELECT FROM public.accounts_proposal
        WHERE id = OLD.proposal_id AND proposed_by_id = NEW.voided_by_id
    ) THEN
        RAISE EXCEPTION 'A choice is voided by another person than who made it.';
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.accounts_user WHERE id = NEW.voided_by_id AND role IN ({VOIDERS})
    ) THEN
        RAISE EXCEPTION 'The council voids a choice.';
    END IF;
    IF EXISTS (
        SELECT FROM public.placements_placementagreement
        WHERE choice_id = NEW.id AND status NOT IN ('withdrawn', 'declined', 'voided')
    ) THEN
        RAISE EXCEPTION 'The agreement of a choice is voided before the choice.';
    END IF;
    RETURN NEW;
"""


@tracked()
class SchoolChoice(models.Model):
    """The school that was chosen for a case. It stays as it was made, and may be voided once.

    ``is_on_dps`` is whether it was in a lot that takes call-offs on the requested first day.
    ``reply`` is the one that counted then, where there was one. ``reason`` is in words, and
    encrypted; ``proposal`` is what a manager agreed to, where the school is not on the DPS.
    """

    PERSONAL = frozenset({"directed", "reason", "void_reason"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "case", "consultation", "reply", "is_on_dps", "off_dps_reason"),
            *("proposal", "chosen_at", "chosen_by", "voided_at", "voided_by"),
        }
    )

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="choices")
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="choices")
    reply = models.ForeignKey(
        ConsultationReply, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_on_dps = models.BooleanField()
    off_dps_reason = models.CharField(max_length=20, choices=OffDpsReason, blank=True)
    directed = models.CharField(max_length=20, choices=Directed, blank=True)
    reason = EncryptedTextField(null=True)
    proposal = models.OneToOneField(Proposal, null=True, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    void_reason = EncryptedTextField(null=True)

    objects = SchoolChoiceQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("off_dps_reason", OffDpsReason, or_empty=True),
            one_of("directed", Directed, or_empty=True),
            models.CheckConstraint(
                name="placements_schoolchoice_off_dps_by_two",
                condition=Q(is_on_dps=True, off_dps_reason="", proposal=None)
                | Q(is_on_dps=False, proposal=None) & ~Q(directed="")
                | Q(is_on_dps=False, directed="", proposal__isnull=False) & ~Q(off_dps_reason=""),
            ),
            models.CheckConstraint(
                name="placements_schoolchoice_directed_says_why",
                condition=Q(directed="") | Q(reason__isnull=False),
            ),
            models.CheckConstraint(
                name="placements_schoolchoice_by_a_reply_or_directed_or_by_duty",
                condition=Q(reply__isnull=False) | Q(reason__isnull=False),
            ),
            set_together("voided_at", "voided_by", "void_reason"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(voided_at=None),
                name="placements_schoolchoice_one_stands",
                violation_error_message="A school has been chosen for this case already.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="stands_as_made",
                fields=[
                    *("case", "consultation", "reply", "is_on_dps", "off_dps_reason", "directed"),
                    *("proposal", "chosen_at", "chosen_by"),
                ],
            ),
            pgtrigger.Trigger(
                name="its_reason_stands",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                    IF NEW.reason IS DISTINCT FROM OLD.reason THEN
                        RAISE EXCEPTION 'The reason of a choice stands as it was given.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="voided_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided_at__isnull=False),
                func="RAISE EXCEPTION 'A choice that is voided stays as it is.';",
            ),
            pgtrigger.Trigger(
                name="voided_by_another",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided_at__isnull=True, new__voided_at__isnull=False),
                func=_VOIDED_BY_ANOTHER,
            ),
            pgtrigger.Trigger(
                name="stands_at_first",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__voided_at__isnull=False),
                func="RAISE EXCEPTION 'A choice stands before it is voided.';",
            ),
            DatedByTheDatabase("chosen_at", "voided_at"),
            DoneInPerson(chosen_by=("case", "consultation"), voided_by=("voided_at",)),
            pgtrigger.Trigger(
                name="as_it_came_about",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_AS_IT_CAME_ABOUT,
            ),
        ]

    def __str__(self) -> str:
        return f"choice of a school in case {self.case_id}"

    # Questions

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    # Verbs

    @in_person
    def void(self, *, by: User, reason: str) -> None:
        """Take it back; see ``placements.voiding``, which puts its case where it was."""
        self.refresh_from_db(from_queryset=SchoolChoice.objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_void_choice(by, self))
        self.voided_by, self.voided_at, self.void_reason = by, timezone.now(), reason
        self.save(update_fields=["voided_by", "voided_at", "void_reason"])
        AuditEvent.record("void_choice", self, by=by)
