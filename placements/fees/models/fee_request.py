"""Fee requests: a provider asks for other prices, and the council answers."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.days import years_after
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.fees import permissions
from placements.fees.models import walls
from placements.fees.models.window import FeeWindow
from providers.models import Provider, School


@coloured(
    draft="grey",
    received="blue",
    information="yellow",
    negotiating="purple",
    escalated="orange",
    agreed="green",
    refused="red",
    withdrawn="grey",
)
class FeeStatus(models.TextChoices):
    """Where a request stands."""

    DRAFT = "draft", "Draft"
    RECEIVED = "received", "Received"
    INFORMATION = "information", "Information requested"
    NEGOTIATING = "negotiating", "Negotiating"
    ESCALATED = "escalated", "Escalated"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @classmethod
    def open(cls) -> set[str]:
        """Those in which nothing is settled."""
        return {cls.DRAFT, *cls.with_council()}

    @classmethod
    def with_council(cls) -> set[str]:
        """Those that were submitted and are not decided."""
        return {cls.RECEIVED, cls.INFORMATION, cls.NEGOTIATING, cls.ESCALATED}


class FeeScope(models.TextChoices):
    """For which placements other prices are asked."""

    ALL = "all", "All placements"
    CHOSEN = "chosen", "Some placements"
    NEW = "new", "New placements only"


class FeeRequestQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """A provider's people see its requests; the council those that it was given."""
        if user.is_provider:
            own = self.filter(provider__members__user=user)
            return own.exclude(submitted_at=None, is_offline=True)
        if user.role in Role.with_cases():
            return self.exclude(submitted_at=None, is_offline=False)
        return self.none()

    def open(self) -> Self:
        return self.filter(status__in=FeeStatus.open())

    def with_council(self) -> Self:
        return self.filter(status__in=FeeStatus.with_council())

    def in_dispute(self, on: datetime.date) -> Self:
        """What is asked for and not agreed, in windows of the last year: a possible liability."""
        refused = Q(status=FeeStatus.REFUSED, effective_on__gt=years_after(on, -1))
        return self.filter(Q(status__in=FeeStatus.with_council()) | refused)

    def finally_decided(self, on: datetime.date) -> Self:
        """Agreed, or refused with no appeal to come."""
        until = F("decided_on") + F("window__appeal_days")
        return self.alias(appeal_until=ExpressionWrapper(until, models.DateField())).filter(
            Q(status=FeeStatus.AGREED)
            | Q(status=FeeStatus.REFUSED) & (Q(appealed_at__isnull=False) | Q(appeal_until__lt=on))
        )

    def with_parties(self) -> Self:
        return self.select_related("window", "provider", "school", "submitted_by", "decided_by")


IS_OPEN = "('draft', 'received', 'information', 'negotiating', 'escalated')"
_LINES_FOLLOW = f"""
    UPDATE public.placements_feeline SET is_open = NEW.status IN {IS_OPEN}
    WHERE request_id = NEW.id AND is_open <> (NEW.status IN {IS_OPEN});
    RETURN NULL;
"""


@tracked()
class FeeRequest(Lifecycle):
    """What a provider asks for one of its schools, or for all, from a window's first day on.

    ``asked_percent`` is what it asks on its price lists, for new placements. The refused may be
    appealed against once. One that came by post or email is ``is_offline``: an officer enters it,
    with the day of receipt and who signed it.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "window", "provider", "school", "scope", "status", "asked_percent"),
            *("is_offline", "received_on", "signed_by"),
            *("started_by", "started_at", "submitted_by", "submitted_at", "is_late"),
            *("effective_on", "answer_due_on", "information_due_on", "appealed_at"),
            *(
                "decided_by",
                "decided_at",
                "decided_on",
                "agreed_percent",
                "decision_reason",
                "savings_written_at",
            ),
        }
    )

    window = models.ForeignKey(FeeWindow, on_delete=models.PROTECT, related_name="requests")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="fee_requests")
    school = models.ForeignKey(
        School, null=True, on_delete=models.PROTECT, related_name="fee_requests"
    )
    scope = models.CharField(max_length=10, choices=FeeScope)
    status = models.CharField(
        max_length=20, choices=FeeStatus, default=FeeStatus.DRAFT, editable=False
    )
    asked_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    is_offline = models.BooleanField(default=False)
    received_on = models.DateField(null=True)
    signed_by = models.CharField(max_length=200, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, editable=False)
    is_late = models.BooleanField(default=False)
    effective_on = models.DateField(null=True)
    answer_due_on = models.DateField(null=True)
    information_due_on = models.DateField(null=True)
    appealed_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_on = models.DateField(null=True)
    agreed_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    decision_reason = models.TextField(blank=True)
    savings_written_at = models.DateTimeField(null=True, editable=False)

    objects = FeeRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", FeeStatus),
            one_of("scope", FeeScope),
            set_together("submitted_at", "submitted_by", "effective_on"),
            set_together("decided_at", "decided_by", "decided_on"),
            models.CheckConstraint(
                name="placements_feerequest_submitted_by_its_status",
                condition=Q(status="draft", submitted_at=None)
                | Q(status="withdrawn")
                | Q(submitted_at__isnull=False) & ~Q(status__in=["draft"]),
            ),
            models.CheckConstraint(
                name="placements_feerequest_decided_by_its_status",
                condition=Q(status__in=["agreed", "refused"], decided_at__isnull=False)
                | Q(decided_at=None) & ~Q(status__in=["agreed", "refused"]),
            ),
            models.CheckConstraint(
                name="placements_feerequest_offline_is_signed_and_received",
                condition=Q(is_offline=False, received_on=None, signed_by="")
                | Q(is_offline=True, submitted_at=None)
                | Q(is_offline=True, received_on__isnull=False) & ~Q(signed_by=""),
            ),
            models.CheckConstraint(
                name="placements_feerequest_refused_with_a_reason",
                condition=~Q(status="refused", decision_reason=""),
            ),
        ]
        triggers = [
            ByItsMoves(),
            DatedByTheDatabase(
                "started_at", "submitted_at", "appealed_at", "decided_at", "savings_written_at"
            ),
            DoneInPerson(
                started_by=(),
                submitted_by=("submitted_at", "effective_on"),
                decided_by=("decided_at", "decided_on", "agreed_percent", "decision_reason"),
            ),
            walls.IN_ITS_STATE,
            pgtrigger.Trigger(
                name="lines_follow",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("status"),
                func=_LINES_FOLLOW,
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"fee request {self.reference}"

    # Questions

    @property
    def reference(self) -> str:
        return f"F{self.pk:05}"

    @property
    def of_whom(self) -> str:
        """Of which school, or of which provider."""
        return str(self.school or self.provider)

    @property
    def is_open(self) -> bool:
        return self.status in FeeStatus.open()

    @property
    def is_with_council(self) -> bool:
        return self.status in FeeStatus.with_council()

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether the council should have answered by now; not while it waits for information."""
        is_ours = self.is_with_council and self.information_due_on is None
        return is_ours and self.answer_due_on is not None and self.answer_due_on < today

    @property
    def appeal_by(self) -> datetime.date | None:
        """The last day of an appeal, where one is still to be had."""
        if self.status != FeeStatus.REFUSED or self.appealed_at:
            return None
        return self.decided_on + datetime.timedelta(days=self.window.appeal_days)

    # Moves

    @move(
        sources={FeeStatus.DRAFT},
        target=FeeStatus.RECEIVED,
        is_in_person=True,
        why_not=permissions.why_not_submit,
    )
    def submit(
        self,
        *,
        by: User,
        effective_on: datetime.date,
        is_late: bool,
        answer_due_on: datetime.date,
        received_on: datetime.date | None = None,
        signed_by: str = "",
    ) -> None:
        self.received_on, self.signed_by = received_on, signed_by
        self.submitted_by, self.submitted_at = by, timezone.now()
        self.effective_on, self.is_late = effective_on, is_late
        self.answer_due_on = answer_due_on

    @move(
        sources={FeeStatus.RECEIVED, FeeStatus.NEGOTIATING, FeeStatus.ESCALATED},
        target=FeeStatus.INFORMATION,
        why_not=permissions.why_not_answer_request,
    )
    def ask_for_information(self, *, by: User, due_on: datetime.date) -> None:
        self.information_due_on = due_on

    @move(
        sources={FeeStatus.INFORMATION},
        target=FeeStatus.RECEIVED,
        why_not=permissions.why_not_write_for_provider,
    )
    def give_information(self, *, by: User, answer_due_on: datetime.date) -> None:
        self.answer_due_on, self.information_due_on = answer_due_on, None

    @move(
        sources={FeeStatus.RECEIVED, FeeStatus.NEGOTIATING, FeeStatus.ESCALATED},
        target=FeeStatus.NEGOTIATING,
        why_not=permissions.why_not_negotiate,
    )
    def negotiate(self, *, by: User, offer: int) -> None:
        """An offer was made."""

    @move(
        sources={FeeStatus.RECEIVED, FeeStatus.NEGOTIATING},
        target=FeeStatus.ESCALATED,
        why_not=permissions.why_not_negotiate,
    )
    def escalate(self, *, by: User, reason: str) -> None:
        """Somebody above takes it on."""

    @move(
        sources={FeeStatus.RECEIVED, FeeStatus.NEGOTIATING, FeeStatus.ESCALATED},
        target=FeeStatus.AGREED,
        is_in_person=True,
        why_not=permissions.why_not_negotiate,
    )
    def agree(self, *, by: User, on: datetime.date, percent: Decimal | None) -> None:
        self._decide(by, on, "")
        self.agreed_percent = percent

    @move(
        sources={FeeStatus.RECEIVED, FeeStatus.NEGOTIATING, FeeStatus.ESCALATED},
        target=FeeStatus.REFUSED,
        is_in_person=True,
        why_not=permissions.why_not_answer_request,
    )
    def refuse(self, *, by: User, on: datetime.date, reason: str) -> None:
        self._decide(by, on, reason)

    @move(
        sources={FeeStatus.REFUSED},
        target=FeeStatus.RECEIVED,
        why_not=permissions.why_not_appeal,
    )
    def appeal(self, *, by: User, answer_due_on: datetime.date) -> None:
        self.appealed_at, self.answer_due_on = timezone.now(), answer_due_on
        self.decided_by = self.decided_at = self.decided_on = None

    @move(
        sources={
            FeeStatus.DRAFT,
            FeeStatus.RECEIVED,
            FeeStatus.INFORMATION,
            FeeStatus.NEGOTIATING,
            FeeStatus.ESCALATED,
        },
        target=FeeStatus.WITHDRAWN,
        why_not=permissions.why_not_withdraw,
    )
    def withdraw(self, *, by: User) -> None:
        """The provider asks no more."""

    def _decide(self, by: User, on: datetime.date, reason: str) -> None:
        self.decided_by, self.decided_at, self.decided_on = by, timezone.now(), on
        self.decision_reason = reason
