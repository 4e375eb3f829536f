"""Cases: a child needs a place at a school from a day on. Its status follows from its records."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Sequence
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Case as Choice
from django.db.models import Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from contracts.arrangements.law import FIRST_PLANS, LawBook
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import in_order, one_of, set_together
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase
from placements import permissions
from placements.case_kinds import CaseKind, CaseStatus, CloseReason, NamedType, Stay, Urgency
from placements.models.child import WRITERS, Child
from placements.models.placement import Placement
from providers.models import Need, School

SEEDS = 2**31 - 1


def represent_by(draft_on: datetime.date, law: LawBook | None = None) -> datetime.date:
    """The last of the days that parents have for representations about a draft plan.

    Whoever asks for many has read the law before.
    """
    on = max(draft_on, FIRST_PLANS)
    number = (law or LawBook.read()).in_force("representations", regime="send", on=on)
    return draft_on + datetime.timedelta(days=number.value)


# Why consultations are closed with a case (``EndOfConsultation``).
CLOSES_CONSULTATIONS = {CloseReason.PLACED: "placed", CloseReason.MISTAKE: "withdrawn"}


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Case workers see every case, but for finance: it reads fees by place."""
        sees = user.role in Role.with_cases() and user.role != Role.FINANCE
        return self if sees else self.none()

    def open(self) -> Self:
        return self.filter(closed_on=None)

    def with_status(self) -> Self:
        """Each with its ``status``: the furthest that its records go."""
        begun = Placement.objects.filter(
            child=OuterRef("child"), starts_on__gte=OuterRef("opened_at__date")
        )
        # They know us: what is sent to schools, what schools answer, and which is chosen.
        consultations = self.model._meta.get_field("consultations").related_model.objects
        asked = consultations.open().with_answer().filter(case=OuterRef("pk"))
        choices = self.model._meta.get_field("choices").related_model.objects
        chosen = choices.that_stand().filter(case=OuterRef("pk"))
        status = Choice(
            When(closed_on__isnull=False, then=Value(CaseStatus.CLOSED)),
            When(Exists(begun), then=Value(CaseStatus.PLACED)),
            When(Exists(chosen), then=Value(CaseStatus.PLACED)),
            When(Exists(asked.offered()), then=Value(CaseStatus.OFFER)),
            When(Exists(asked), then=Value(CaseStatus.CONSULTING)),
            default=Value(CaseStatus.LOOKING),
            output_field=models.CharField(),
        )
        return self.annotate(status=status)

    def with_facts(self) -> Self:
        """With what its pages and lists say of it."""
        return self.with_status().select_related("child", "preferred_school", "opened_by")

    def awaiting_representations(self) -> Self:
        """Those with a draft plan, without representations and without a final plan."""
        return self.filter(draft_plan_on__isnull=False, represented_on=None, plan_final_on=None)

    def newest_first(self) -> Self:
        return self.order_by("-opened_at", "-pk")

    def soonest_first(self) -> Self:
        return self.order_by("wanted_on", "pk")


@tracked()
class Case(models.Model):
    """A child for whom a placement officer looks for a place.

    ``seed`` breaks the ties among schools, so that no school is always first. What parents would
    like and what a school must have is free text, and encrypted; ``must_admit`` and ``most_miles``
    are what matching goes by.
    """

    PERSONAL = frozenset(
        {
            *("kind", "urgency", "stay", "must_haves", "preferred_school", "preference"),
            *("close_reason", "named_type"),
        }
    )
    NOT_PERSONAL = frozenset(
        {
            *("id", "child", "seed", "plan_final_on", "needed_since", "wanted_on"),
            *("must_admit", "most_miles", "opened_at", "opened_by", "closed_on", "closed_by"),
            *("draft_plan_on", "represented_on"),
        }
    )
    FACTS = (
        *("kind", "urgency", "stay", "wanted_on", "needed_since", "draft_plan_on"),
        *("represented_on", "plan_final_on", "named_type"),
        *("must_admit", "most_miles", "must_haves", "preferred_school", "preference"),
    )

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="cases")
    kind = models.CharField(max_length=20, choices=CaseKind)
    urgency = models.CharField(max_length=10, choices=Urgency)
    stay = models.CharField(max_length=20, choices=Stay)
    wanted_on = models.DateField()
    needed_since = models.DateField()
    draft_plan_on = models.DateField(null=True)
    represented_on = models.DateField(null=True)
    plan_final_on = models.DateField(null=True)
    named_type = models.CharField(max_length=20, choices=NamedType, blank=True)
    must_admit = models.BooleanField(default=False)
    most_miles = models.PositiveSmallIntegerField(null=True)
    must_haves = EncryptedTextField(blank=True)
    preferred_school = models.ForeignKey(
        School, null=True, on_delete=models.PROTECT, related_name="+"
    )
    preference = EncryptedTextField(blank=True)
    seed = models.PositiveIntegerField(editable=False)
    opened_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    close_reason = models.CharField(max_length=20, choices=CloseReason, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", CaseKind),
            one_of("urgency", Urgency),
            one_of("stay", Stay),
            one_of("named_type", NamedType, or_empty=True),
            models.CheckConstraint(
                name="placements_case_represented_about_a_draft",
                condition=Q(represented_on=None)
                | Q(draft_plan_on__isnull=False, represented_on__gte=F("draft_plan_on")),
            ),
            in_order(
                "draft_plan_on",
                "plan_final_on",
                message="The final plan must not be before the draft plan.",
            ),
            one_of("close_reason", CloseReason, or_empty=True),
            set_together("closed_on", "closed_by"),
            models.CheckConstraint(
                name="placements_case_closed_with_a_reason",
                condition=Q(closed_on=None, close_reason="")
                | Q(closed_on__isnull=False) & ~Q(close_reason=""),
            ),
            models.CheckConstraint(
                name="placements_case_some_miles",
                condition=Q(most_miles=None) | Q(most_miles__gte=1),
            ),
            models.CheckConstraint(
                name="placements_case_wanted_since_or_later",
                condition=Q(wanted_on__gte=F("needed_since")),
                violation_error_message="The start must not be before the place was needed.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(closed_on=None),
                name="placements_case_one_open_of_a_child",
                violation_error_message="This child has an open case already.",
            ),
        ]
        indexes = [models.Index(fields=["wanted_on", "id"], name="placements_case_by_start")]
        triggers = [
            DatedByTheDatabase("opened_at"),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(
                *WRITERS, opened_by=("child", "opened_at"), closed_by=("closed_on", "close_reason")
            ),
            pgtrigger.Trigger(
                name="has_a_first_need",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM public.placements_caseneed
                        WHERE case_id = NEW.id AND rank = 1
                    ) THEN
                        RAISE EXCEPTION 'A case has a first need.';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"case of {self.child}"

    # Questions

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def year(self) -> int:
        """The National Curriculum year on the requested first day."""
        return self.child.nc_year(on=self.wanted_on)

    @property
    def ranked_needs(self) -> list[str]:
        """The codes of the needs, the first need first."""
        return [each.need for each in sorted(self.needs.all(), key=lambda each: each.rank)]

    @property
    def needs_in_words(self) -> list[str]:
        return [f"{Need(code).label} ({code})" for code in self.ranked_needs]

    @property
    def represent_by(self) -> datetime.date | None:
        """Until when parents may make representations, counted from the draft plan."""
        return represent_by(self.draft_plan_on) if self.draft_plan_on else None

    def days_to_first_consultation(self) -> int | None:
        """Days from the day on which a place was needed; None where no school was asked yet."""
        first = self.consultations.order_by("sent_at").first()
        if first is None:
            return None
        return max((timezone.localdate(first.sent_at) - self.needed_since).days, 0)

    def age_on_start(self) -> int:
        """Whole years of age on the requested first day. Asks the identity: note the look."""
        born, start = self.child.identity.birth_date, self.wanted_on
        return start.year - born.year - ((start.month, start.day) < (born.month, born.day))

    # Verbs

    @classmethod
    @transaction.atomic
    def open_for(cls, child: Child, *, by: User | None, needs: Sequence[str], **facts: Any) -> Self:
        """Begin to look for a place, where no case of the child is open."""
        Child.objects.select_for_update(of=("self",), no_key=True).get(pk=child.pk)
        stop_if(permissions.why_not_open_case(child))
        case = cls.objects.create(child=child, seed=secrets.randbelow(SEEDS), opened_by=by, **facts)
        case.refresh_from_db(fields=["opened_at"])
        case._rank(needs)
        AuditEvent.record("open_case", case, by=by, wanted_on=case.wanted_on)
        return case

    @transaction.atomic
    def change(self, *, by: User, needs: Sequence[str], **facts: Any) -> None:
        """Correct what is known. The ledger says which facts, the row history what they were."""
        self._hold_open()
        changed = [
            name for name in self.FACTS if name in facts and getattr(self, name) != facts[name]
        ]
        if list(needs) != self.ranked_needs:
            changed.append("needs")
        if not changed:
            return
        for name, value in facts.items():
            setattr(self, name, value)
        self.save()
        if "needs" in changed:
            self._rank(needs)
        AuditEvent.record("change_case", self, by=by, changed=changed)

    @transaction.atomic
    def close(self, *, by: User, reason: str) -> None:
        """Stop looking, and tell the schools that are being consulted."""
        self._hold_open()
        end = CLOSES_CONSULTATIONS.get(reason, "not_needed")
        for consultation in self.consultations.open().select_related("school").by_due():
            consultation.close(by=by, reason=end)
        self.closed_on, self.closed_by, self.close_reason = timezone.localdate(), by, reason
        self.save()
        AuditEvent.record("close_case", self, by=by, close_reason=reason)

    @transaction.atomic
    def reopen(self, *, by: User) -> None:
        """Look for a place again: what the case was closed for is voided."""
        rows = Case.objects.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_reopen_case(self))
        self.closed_on, self.closed_by, self.close_reason = None, None, ""
        self.save()
        AuditEvent.record("reopen_case", self, by=by)

    def _rank(self, needs: Sequence[str]) -> None:
        self.needs.all().delete()
        CaseNeed.objects.bulk_create(
            CaseNeed(case=self, rank=rank, need=need) for rank, need in enumerate(needs, start=1)
        )
        self._prefetched_objects_cache = {}

    def _hold_open(self) -> None:
        rows = Case.objects.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_work_on_case(self))


@tracked()
class CaseNeed(models.Model):
    """A need of the child, by rank: the first need first."""

    PERSONAL = frozenset({"need", "rank"})
    NOT_PERSONAL = frozenset({"id", "case"})

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="needs")
    rank = models.PositiveSmallIntegerField()
    need = models.CharField(max_length=4, choices=Need)

    class Meta:
        constraints = [
            one_of("need", Need),
            models.CheckConstraint(name="placements_caseneed_from_one", condition=Q(rank__gte=1)),
            models.UniqueConstraint(fields=["case", "rank"], name="placements_caseneed_one_a_rank"),
            models.UniqueConstraint(fields=["case", "need"], name="placements_caseneed_once"),
        ]
        triggers = [
            WrittenBySomebody(*WRITERS),
            pgtrigger.Trigger(
                name="leaves_a_first_need",
                when=pgtrigger.After,
                operation=pgtrigger.Update | pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                func="""
                    IF EXISTS (SELECT FROM public.placements_case WHERE id = OLD.case_id)
                        AND NOT EXISTS (
                            SELECT FROM public.placements_caseneed
                            WHERE case_id = OLD.case_id AND rank = 1
                        ) THEN
                        RAISE EXCEPTION 'A case has a first need.';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rank}: {self.need}"
