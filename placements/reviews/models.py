"""Annual reviews: a child's plan is reviewed at a meeting, reported on and decided upon."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

import placements.models  # noqa: F401 - its histories are made once that is loaded
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import FileState, StoredFile
from placements.models.child import Child
from placements.models.placement import Placement
from placements.reviews import dates, permissions, walls
from placements.reviews.status import ReviewOutcome, ReviewStatus, WhyReviewClosed
from providers.models import ProviderMember, ProviderRole, School
from providers.recipients import writers_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class AnnualReviewQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees children; a provider's people those of children placed with them today.

        Of such a child they see the open review, and those whose meeting was in their time.
        """
        if user.is_provider:
            here = Placement.objects.visible_to(user).filter(child=OuterRef("child"))
            then = here.filter(
                Q(ended_on=None) | Q(ended_on__gte=OuterRef("meeting_on")),
                starts_on__lte=OuterRef("meeting_on"),
            )
            found = self.filter(Exists(here.on(timezone.localdate())))
            return found.filter(~Q(status__in=ReviewStatus.ended()) | Q(Exists(then)))
        sees = user.role in Role.with_cases() and user.role != Role.FINANCE
        return self if sees else self.none()

    def open(self) -> Self:
        return self.exclude(status__in=ReviewStatus.ended())

    def not_closed(self) -> Self:
        """All but those that came to nothing."""
        return self.exclude(status=ReviewStatus.CLOSED)

    def waiting_for_school(self) -> Self:
        """Those whose next step is the school's."""
        return self.filter(status__in=[ReviewStatus.TO_ARRANGE, ReviewStatus.ARRANGED])

    def to_arrange_by(self, user: User) -> Self:
        """Those whose meeting this person may set: any officer, and who writes for the school."""
        waiting = self.visible_to(user).waiting_for_school()
        if not user.is_provider:
            return waiting if permissions.can_review(user) else self.none()
        writes = ProviderMember.objects.filter(
            user=user, role__in=ProviderRole.writers(), provider=OuterRef("school__provider")
        )
        here = Placement.objects.on(timezone.localdate()).filter(Exists(writes))
        return waiting.filter(Exists(here.filter(child=OuterRef("child"))))

    def with_refused_file(self) -> Self:
        """Those whose report has a file that nobody can open, before the decision."""
        refused = {"report__state__in": FileState.for_nobody()}
        return self.filter(status=ReviewStatus.REPORTED, **refused)

    def of_the_council(self, today: datetime.date) -> Self:
        """Those whose next step is the council's, and those of schools that are late."""
        council = ReviewStatus.with_council()
        return self.open().filter(Q(status__in=council) | Q(next_on__lt=today))

    def soonest_first(self) -> Self:
        return self.order_by("next_on", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-due_on", "-pk")


@tracked()
class AnnualReview(Lifecycle):
    """A review of a child's plan. ``due_on`` is by when the meeting is held.

    ``next_on`` is by when the next step is done, and nothing once all is. A review that is
    completed and does not end the plan opens the next one. One that an import opened goes with that
    import as long as nobody has taken it further.
    """

    PERSONAL = frozenset({"words", "report", "recommendation", "outcome", "close_reason"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "child", "last_on", "due_on", "status", "next_on", "invited_on"),
            *("meeting_on", "reported_at", "reported_by", "decided_on", "decided_by"),
            *("final_on", "opened_at", "imported"),
        }
    )

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="reviews")
    last_on = models.DateField()
    due_on = models.DateField()
    status = models.CharField(
        max_length=20,
        choices=ReviewStatus,
        default=ReviewStatus.TO_ARRANGE,
        editable=False,
    )
    next_on = models.DateField(null=True)
    invited_on = models.DateField(null=True)
    meeting_on = models.DateField(null=True)
    recommendation = models.CharField(max_length=10, choices=ReviewOutcome, blank=True)
    words = EncryptedTextField(null=True)
    report = models.OneToOneField(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField(null=True, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=ReviewOutcome, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    final_on = models.DateField(null=True)
    close_reason = models.CharField(max_length=10, choices=WhyReviewClosed, blank=True)
    opened_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    imported = models.BooleanField(default=False, editable=False)

    objects = AnnualReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", ReviewStatus),
            one_of("recommendation", ReviewOutcome, or_empty=True),
            one_of("outcome", ReviewOutcome, or_empty=True),
            one_of("close_reason", WhyReviewClosed, or_empty=True),
            set_together("decided_on", "decided_by"),
            set_together("reported_at", "reported_by"),
            set_together("invited_on", "meeting_on"),
            models.CheckConstraint(
                name="placements_annualreview_due_after_the_last",
                condition=Q(due_on__gt=F("last_on")),
            ),
            models.CheckConstraint(
                name="placements_annualreview_held_since_the_last",
                condition=Q(meeting_on=None) | Q(meeting_on__gte=F("last_on")),
            ),
            models.CheckConstraint(
                name="placements_annualreview_reported_with_a_recommendation",
                condition=Q(reported_at=None, recommendation="", words__isnull=True, report=None)
                | Q(reported_at__isnull=False, words__isnull=False) & ~Q(recommendation=""),
            ),
            models.CheckConstraint(
                name="placements_annualreview_decided_with_an_outcome",
                condition=Q(decided_on=None, outcome="")
                | Q(
                    decided_on__isnull=False,
                    meeting_on__isnull=False,
                    decided_on__gte=F("meeting_on"),
                )
                & ~Q(outcome=""),
            ),
            models.CheckConstraint(
                name="placements_annualreview_final_plan_of_an_amendment",
                condition=Q(final_on=None) | Q(outcome="amend", final_on__gte=F("decided_on")),
            ),
            models.CheckConstraint(
                name="placements_annualreview_dates_agree_with_status",
                condition=Q(status="to_arrange", meeting_on=None, reported_at=None, decided_on=None)
                | Q(status="arranged", meeting_on__isnull=False, reported_at=None, decided_on=None)
                | Q(
                    status="reported",
                    meeting_on__isnull=False,
                    reported_at__isnull=False,
                    decided_on=None,
                )
                | Q(status="amending", outcome="amend", meeting_on__isnull=False, final_on=None)
                | Q(status="completed", decided_on__isnull=False, meeting_on__isnull=False)
                & (~Q(outcome="amend") | Q(final_on__isnull=False))
                | Q(status="closed", final_on=None),
            ),
            models.CheckConstraint(
                name="placements_annualreview_waits_until_it_ends",
                condition=Q(status__in=ReviewStatus.ended(), next_on=None)
                | ~Q(status__in=ReviewStatus.ended()) & Q(next_on__isnull=False),
            ),
            models.CheckConstraint(
                name="placements_annualreview_closed_with_a_reason",
                condition=Q(status="closed") & ~Q(close_reason="")
                | ~Q(status="closed") & Q(close_reason=""),
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=~Q(status__in=ReviewStatus.ended()),
                name="placements_annualreview_one_open_of_a_child",
                violation_error_message="A review of this child’s plan is open already.",
            ),
        ]
        indexes = [models.Index(fields=["next_on", "id"], name="placements_annualreview_next")]
        triggers = [
            ByItsMoves(),
            DoneInPerson(
                reported_by=("reported_at", "recommendation"),
                decided_by=("decided_on", "outcome"),
            ),
            DatedByTheDatabase("reported_at", "opened_at"),
            pgtrigger.ReadOnly(
                name="stays_as_opened", fields=["child", "last_on", "due_on", "imported"]
            ),
            *walls.of_reviews(),
        ]

    def __str__(self) -> str:
        return f"annual review {self.pk}"

    # Questions

    @functools.cached_property
    def school(self) -> School | None:
        """Where the child is today."""
        place = self.child.placements.on(timezone.localdate()).select_related("school__provider")
        found = place.first()
        return found.school if found else None

    @property
    def next_step(self) -> str:
        return ReviewStatus(self.status).next_step

    @property
    def dates(self) -> dates.ReviewDates | None:
        return dates.dates_of(self.meeting_on) if self.meeting_on else None

    @property
    def has_short_notice(self) -> bool:
        """Whether invitations went out later than the law asks for."""
        return bool(self.meeting_on and self.invited_on > self.dates.invite_by)

    @property
    def digest(self) -> str:
        """Of what a decision is taken on: the meeting, and the school's report."""
        report = (self.reported_at, self.recommendation, self.words, self.report_id)
        return digest_of(self.pk, self.status, self.meeting_on, report)

    def is_late(self, today: datetime.date) -> bool:
        return self.next_on is not None and self.next_on < today

    # Verbs

    @classmethod
    @transaction.atomic
    def open_for(
        cls, child: Child, *, by: User | None, last_on: datetime.date, imported: bool = False
    ) -> Self:
        """Have the next review, counted from the final plan or from the review before."""
        Child.objects.select_for_update(of=("self",), no_key=True).get(pk=child.pk)
        stop_if(permissions.why_not_open_review(child))
        due_on = dates.next_due(last_on)
        days = {"last_on": last_on, "due_on": due_on, "next_on": due_on}
        review = cls.objects.create(child=child, imported=imported, **days)
        AuditEvent.record("open_review", review, by=by, due_on=due_on)
        return review

    @transaction.atomic
    def decide(self, *, by: User, seen: str, outcome: str, on: datetime.date) -> None:
        """Keep, amend or end the plan. The next review is opened, unless the plan ends."""
        self.lock()
        stop_if_changed("This review", seen=seen, now=self.digest)
        if outcome == ReviewOutcome.AMEND:
            self.amend(by=by, on=on)
            return
        self.conclude(by=by, outcome=outcome, on=on)
        if outcome == ReviewOutcome.MAINTAIN:
            AnnualReview.open_for(self.child, by=by, last_on=on)

    @transaction.atomic
    def replace_file(self, *, by: User, file: UploadedFile) -> None:
        """Send the file of a report again where the check refused it. Its summary stands."""
        self.lock()
        stop_if(permissions.why_not_replace_file(by, self))
        refused, self.report = self.report, self._take_in(file, by)
        self.save(update_fields=["report"])
        refused.forget()
        AuditEvent.record("replace_review_file", self, by=by)

    def _take_in(self, file: UploadedFile, by: User) -> StoredFile:
        """Keep a file under a name that says nothing of the child."""
        file.name = f"annual-review-{self.pk}.{file.kind.extension}"
        return StoredFile.take_in(file, by=by, on_ledger=False)

    @transaction.atomic
    def issue(self, *, by: User, on: datetime.date) -> None:
        """Issue the final amended plan, and open the next review."""
        self.finalise(by=by, on=on)
        AnnualReview.open_for(self.child, by=by, last_on=self.decided_on)

    @transaction.atomic
    def close_as_read(self, *, by: User, seen: str, reason: str) -> None:
        """Close a review of which nothing new has come since it was read."""
        self.lock()
        stop_if_changed("This review", seen=seen, now=self.digest)
        self.close(by=by, reason=reason)

    # Moves

    @move(
        sources={ReviewStatus.TO_ARRANGE, ReviewStatus.ARRANGED},
        target=ReviewStatus.ARRANGED,
        why_not=permissions.why_not_arrange,
    )
    def arrange(self, *, by: User, meeting_on: datetime.date, invited_on: datetime.date) -> None:
        """Say when the meeting is, and when people were invited."""
        self.meeting_on, self.invited_on = meeting_on, invited_on
        # A meeting that comes too late leaves the review as overdue as it is.
        self.next_on = self.due_on if meeting_on > self.due_on else self.dates.report_by

    @move(
        sources={ReviewStatus.ARRANGED},
        target=ReviewStatus.REPORTED,
        withheld=("recommendation", "words", "file"),
        is_in_person=True,
        why_not=permissions.why_not_report,
    )
    def send_report(
        self, *, by: User, recommendation: str, words: str, file: UploadedFile | None
    ) -> None:
        """Say what the meeting recommends. The name of the file is dropped."""
        self.recommendation, self.words = recommendation, words
        if file:
            self.report = self._take_in(file, by)
        self.reported_at, self.reported_by = timezone.now(), by
        self.next_on = self.dates.decide_by

    @move(
        sources={ReviewStatus.ARRANGED, ReviewStatus.REPORTED},
        target=ReviewStatus.AMENDING,
        is_in_person=True,
        why_not=permissions.why_not_decide_review,
    )
    def amend(self, *, by: User, on: datetime.date) -> None:
        """Decide to amend the plan."""
        self._decided(ReviewOutcome.AMEND, by=by, on=on)
        self.next_on = self.dates.final_by

    @move(
        sources={ReviewStatus.ARRANGED, ReviewStatus.REPORTED},
        target=ReviewStatus.COMPLETED,
        withheld=("outcome",),
        is_in_person=True,
        why_not=permissions.why_not_decide_review,
    )
    def conclude(self, *, by: User, outcome: str, on: datetime.date) -> None:
        """Decide to keep the plan as it is, or to end it."""
        self._decided(outcome, by=by, on=on)
        self.next_on = None

    @move(
        sources={ReviewStatus.AMENDING},
        target=ReviewStatus.COMPLETED,
        why_not=permissions.why_not_finalise,
    )
    def finalise(self, *, by: User, on: datetime.date) -> None:
        """Note the day of the final amended plan."""
        self.final_on, self.next_on = on, None

    @move(
        sources=set(ReviewStatus) - set(ReviewStatus.ended()),
        target=ReviewStatus.CLOSED,
        withheld=("reason",),
        why_not=permissions.why_not_close_review,
    )
    def close(self, *, by: User, reason: str) -> None:
        """End a review that will not be completed, so that nobody is reminded of it."""
        self.close_reason, self.next_on = reason, None

    def _decided(self, outcome: str, *, by: User, on: datetime.date) -> None:
        self.outcome, self.decided_on, self.decided_by = outcome, on, by
        if school := self.school:
            tell(writers_of(school.provider_id), "placements/reviews/review_decided", about=self)
