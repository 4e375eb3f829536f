"""Choices: the school at which a child is to be placed, and why it is that one."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.accounts.models import Proposal, User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
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
    RETURN NEW;
"""


class SchoolChoice(models.Model):
    """The school that was chosen for a case, once and for good.

    ``is_on_dps`` is whether it was in a lot that takes call-offs on the requested first day.
    ``reply`` is the one that counted then, where there was one. ``reason`` is in words, and
    encrypted; ``proposal`` is what a manager agreed to, where the school is not on the DPS.
    """

    PERSONAL = frozenset({"directed", "reason"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "case", "consultation", "reply", "is_on_dps", "off_dps_reason"),
            *("proposal", "chosen_at", "chosen_by"),
        }
    )

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="choice")
    consultation = models.OneToOneField(
        Consultation, on_delete=models.PROTECT, related_name="choice"
    )
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
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("chosen_at"),
            DoneInPerson(chosen_by=("case", "consultation")),
            pgtrigger.Trigger(
                name="as_it_came_about",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_AS_IT_CAME_ABOUT,
            ),
        ]

    def __str__(self) -> str:
        return f"choice of a school in case {self.case_id}"
