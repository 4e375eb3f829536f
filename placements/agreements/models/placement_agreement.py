"""Placement agreements of children: versions that both sides sign, by which a place begins."""

from __future__ import annotations

import datetime
import hashlib
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from contracts.models import Lot
from nmiss.base.accounts.models import User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import in_order, one_of, set_together
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import Lifecycle, move, stop_if
from nmiss.base.files.models import NotToBeOpened, StoredFile
from nmiss.base.files.vault import Damaged
from placements.agreements import permissions, walls
from placements.agreements.status import Billing, PlacementAgreementStatus, SigningSide
from placements.models.case import Case
from placements.models.child import Child
from placements.models.placement import EndReason, Placement, Route
from placements.models.price_line import MOST_WEEKS, ONE_DAY, USUAL_WEEKS
from placements.models.school_choice import SchoolChoice
from providers.models import Provision, School
from providers.recipients import owners_of

PENNY = Decimal("0.01")


class PlacementAgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees the case; and the people of the school's provider those of their schools."""
        if user.is_provider:
            return self.filter(school__in=School.objects.visible_to(user))
        return self.filter(choice__case__in=Case.objects.visible_to(user))

    def in_force(self) -> Self:
        return self.filter(status=PlacementAgreementStatus.IN_FORCE)

    def ever_in_force(self) -> Self:
        """Those by which a place began or changed."""
        statuses = PlacementAgreementStatus.IN_FORCE, PlacementAgreementStatus.SUPERSEDED
        return self.filter(status__in=statuses)

    def to_sign(self) -> Self:
        """Those that the provider has to sign."""
        return self.filter(status=PlacementAgreementStatus.OFFERED)

    def to_countersign(self) -> Self:
        """Those that the council has to sign."""
        return self.filter(status=PlacementAgreementStatus.SIGNED)

    def unsigned(self) -> Self:
        return self.filter(status__in=PlacementAgreementStatus.unsigned())

    def standing(self) -> Self:
        """All but those that came to nothing."""
        return self.exclude(status__in=PlacementAgreementStatus.taken_back())

    def with_facts(self) -> Self:
        """With what its pages, lists and document say of it."""
        parts = ("child", "school__provider", "lot__vehicle", "document", "follows", "placement")
        return self.select_related("choice__case", "choice__consultation__school", *parts)

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def oldest_first(self) -> Self:
        return self.order_by("pk")


def choices_without_agreement(user: User) -> models.QuerySet[SchoolChoice]:
    """Choices of open cases for which no agreement stands yet."""
    standing = PlacementAgreement.objects.standing().filter(choice=OuterRef("pk"))
    found = SchoolChoice.objects.visible_to(user).that_stand()
    found = found.filter(~Exists(standing), case__closed_on=None)
    return found.order_by("chosen_at", "pk")


@tracked()
class PlacementAgreement(Lifecycle):
    """A version of the agreement about one child's place, with the document that both sign.

    Version 1 begins the place; each later one changes it from ``starts_on``, by the same
    placement or, at another site or by another provision, by a placement that follows it.
    ``ends_on`` is the expected last day. ``follows`` is the placement that ends the day before.
    ``before_on`` and ``before_reason`` are how that one stood, for an agreement that is voided.
    ``weeks`` are those of a year for which the school has the child.
    """

    PERSONAL = frozenset({"over_number_reason", "reason", "document"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "choice", "version", "child", "school", "route", "lot", "provision", "weeks"),
            *("starts_on", "ends_on", "follows", "notice_weeks", "first_notice_weeks", "billing"),
            *("placement", "before_on", "before_reason", "superseded_by", "digest", "status"),
            *("made_at", "made_by", "voided_at", "voided_by"),
        }
    )

    choice = models.ForeignKey(SchoolChoice, on_delete=models.PROTECT, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="agreements")
    school = models.ForeignKey(
        School, on_delete=models.PROTECT, related_name="placement_agreements"
    )
    route = models.CharField(max_length=20, choices=Route)
    lot = models.ForeignKey(Lot, null=True, on_delete=models.PROTECT, related_name="+")
    provision = models.CharField(max_length=20, choices=Provision)
    weeks = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal(USUAL_WEEKS))
    starts_on = models.DateField()
    ends_on = models.DateField()
    follows = models.ForeignKey(Placement, null=True, on_delete=models.PROTECT, related_name="+")
    notice_weeks = models.PositiveSmallIntegerField()
    first_notice_weeks = models.PositiveSmallIntegerField()
    billing = models.CharField(max_length=30, choices=Billing)
    over_number_reason = EncryptedTextField(null=True)
    placement = models.ForeignKey(
        Placement, null=True, on_delete=models.PROTECT, related_name="agreements"
    )
    before_on = models.DateField(null=True)
    before_reason = models.CharField(max_length=30, choices=EndReason, blank=True)
    superseded_by = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="supersedes"
    )
    document = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    status = models.CharField(
        max_length=20,
        choices=PlacementAgreementStatus,
        default=PlacementAgreementStatus.OFFERED,
        editable=False,
    )
    made_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reason = EncryptedTextField(null=True)
    voided_at = models.DateTimeField(null=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PlacementAgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", PlacementAgreementStatus),
            one_of("route", Route),
            one_of("provision", Provision),
            one_of("billing", Billing),
            one_of("before_reason", EndReason, or_empty=True),
            set_together("voided_at", "voided_by"),
            models.CheckConstraint(
                name="placements_placementagreement_voided_by_somebody",
                condition=Q(status=PlacementAgreementStatus.VOIDED, voided_at__isnull=False)
                | ~Q(status=PlacementAgreementStatus.VOIDED) & Q(voided_at=None),
            ),
            in_order("starts_on", "ends_on", message="The last day is the first day or later."),
            models.CheckConstraint(
                name="placements_placementagreement_digest_is_one",
                condition=Q(digest__regex="^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="placements_placementagreement_lot_of_call_offs_only",
                condition=Q(route=Route.CALL_OFF, lot__isnull=False)
                | ~Q(route=Route.CALL_OFF) & Q(lot=None),
            ),
            models.CheckConstraint(
                name="placements_placementagreement_weeks_of_a_year",
                condition=Q(weeks__gt=0, weeks__lte=MOST_WEEKS),
            ),
            models.CheckConstraint(
                name="placements_placementagreement_taken_back_with_its_reason",
                condition=Q(status__in=PlacementAgreementStatus.taken_back(), reason__isnull=False)
                | ~Q(status__in=PlacementAgreementStatus.taken_back()) & Q(reason__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["choice", "version"], name="placements_placementagreement_version_once"
            ),
            models.UniqueConstraint(
                fields=["choice"],
                condition=Q(status__in=PlacementAgreementStatus.unsigned()),
                name="placements_placementagreement_one_waits",
                violation_error_message="A version of this agreement waits for a signature.",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(status=PlacementAgreementStatus.IN_FORCE),
                name="placements_placementagreement_one_in_force",
            ),
        ]
        triggers = walls.of_agreements()

    def __str__(self) -> str:
        return f"placement agreement {self.reference}"

    # Questions

    @property
    def reference(self) -> str:
        """Its number, which says nothing of the child, and its version."""
        return f"PA{self.choice_id:05}-{self.version}"

    @property
    def provider(self) -> models.Model:
        return self.school.provider

    def versions_of_place(self) -> models.QuerySet[PlacementAgreement]:
        """This version, and each earlier one that its place began or changed by."""
        return PlacementAgreement.objects.filter(placement=self.placement_id).newest_first()

    @property
    def is_unsigned(self) -> bool:
        return self.status in PlacementAgreementStatus.unsigned()

    @property
    def is_change(self) -> bool:
        return self.version > 1

    @property
    def is_at_another_site(self) -> bool:
        """Whether it moves the child to another site of the same provider."""
        return self.school_id != self.choice.consultation.school_id

    @property
    def needs_a_check(self) -> bool:
        """Whether a place begins by it at a school off the DPS, and nobody ordered that."""
        if self.route != Route.SPOT or self.choice.directed:
            return False
        earlier = PlacementAgreement.objects.ever_in_force().filter(choice=self.choice_id)
        return not earlier.filter(school=self.school_id).exists()

    @property
    def cost_a_year(self) -> Decimal:
        """What all lines come to in a year, to the penny; ask for it with its prices."""
        return sum((each.cost_a_year for each in self.prices.all()), Decimal(0)).quantize(PENNY)

    @property
    def version_before(self) -> PlacementAgreement | None:
        """The version by which the place was until this one; none where it begins by this one."""
        earlier = PlacementAgreement.objects.ever_in_force().filter(
            choice=self.choice_id, version__lt=self.version
        )
        return earlier.order_by("-version").first()

    @property
    def cost_before(self) -> Decimal | None:
        """What the place costs a year until this version; none where it begins by this one.

        Fees may have risen since the version before was signed: its prices of the day before count.
        """
        before = self.version_before
        if before is None:
            return None
        lines = before.placement.price_lines.that_count().on(self.starts_on - ONE_DAY)
        charged = sum((each.cost_a_year for each in lines), Decimal(0))
        return max(before.cost_a_year, charged.quantize(PENNY))

    def is_as_it_was_offered(self) -> bool:
        """Whether the document, as it lies there now, is the one of the digest."""
        digest = hashlib.sha256()
        try:
            for chunk in self.document.chunks():
                digest.update(chunk)
        except (Damaged, NotToBeOpened, OSError):
            return False
        return digest.hexdigest() == self.digest == self.document.sha256

    # Verbs

    def is_of(
        self, placement: Placement, *, before_on: datetime.date | None, before_reason: str
    ) -> None:
        """Note the place that it begins or changes, just before the council signs.

        With it, when the place that it follows would have ended, and why.
        """
        self.placement, self.before_on, self.before_reason = placement, before_on, before_reason
        self.save(update_fields=["placement", "before_on", "before_reason"])

    # Moves

    @move(
        sources={PlacementAgreementStatus.OFFERED},
        target=PlacementAgreementStatus.SIGNED,
        is_in_person=True,
        why_not=permissions.why_not_sign_by_owner,
    )
    def sign(self, *, by: User, name: str, capacity: str) -> None:
        """Sign for the provider."""
        self._sign(SigningSide.PROVIDER, by=by, name=name, capacity=capacity)
        tell(
            permissions.who_countersigns(),
            "placements/agreements/agreement_to_countersign",
            about=self,
        )

    @move(
        sources={PlacementAgreementStatus.SIGNED},
        target=PlacementAgreementStatus.IN_FORCE,
        is_in_person=True,
        why_not=permissions.why_not_countersign_placement,
    )
    def countersign(self, *, by: User, name: str, capacity: str) -> None:
        """Sign for the council; see ``placements.agreements.signing``, which begins the place."""
        self._sign(SigningSide.COUNCIL, by=by, name=name, capacity=capacity)
        tell(owners_of(self.provider), "placements/agreements/agreement_in_force", about=self)

    @move(
        sources={PlacementAgreementStatus.IN_FORCE},
        target=PlacementAgreementStatus.SUPERSEDED,
        withheld=("later",),
    )
    def supersede(self, *, by: User, later: PlacementAgreement) -> None:
        """Give way to a later agreement of the child."""
        self.superseded_by = later

    @move(sources={PlacementAgreementStatus.SUPERSEDED}, target=PlacementAgreementStatus.IN_FORCE)
    def reinstate(self, *, by: User) -> None:
        """Be in force again: the agreement that it gave way to is voided."""

    @move(
        sources=set(PlacementAgreementStatus.unsigned()),
        target=PlacementAgreementStatus.WITHDRAWN,
        withheld=("reason",),
        why_not=permissions.why_not_withdraw_placement,
    )
    def withdraw(self, *, by: User, reason: str) -> None:
        """Take the offer back, as long as the council has not signed."""
        self.reason = reason
        tell(owners_of(self.provider), "placements/agreements/agreement_withdrawn", about=self)

    @move(
        sources={PlacementAgreementStatus.OFFERED},
        target=PlacementAgreementStatus.DECLINED,
        withheld=("reason",),
        why_not=permissions.why_not_sign_placement,
    )
    def decline(self, *, by: User, reason: str) -> None:
        """Turn the offer down, for the provider."""
        self.reason = reason
        if self.made_by.is_active:
            tell([self.made_by], "placements/agreements/agreement_declined", about=self)

    @move(
        sources={PlacementAgreementStatus.IN_FORCE, PlacementAgreementStatus.SUPERSEDED},
        target=PlacementAgreementStatus.VOIDED,
        withheld=("reason",),
        is_in_person=True,
    )
    def void(self, *, by: User, reason: str) -> None:
        """Take back what was a mistake; see ``placements.agreements.voiding``."""
        self.reason, self.voided_by, self.voided_at = reason, by, timezone.now()
        tell(owners_of(self.provider), "placements/agreements/agreement_voided", about=self)

    def _sign(self, side: str, *, by: User, name: str, capacity: str) -> None:
        stop_if(permissions.why_not_this_paper(self))
        self.signatures.create(
            side=side, person=by, name=name, capacity=capacity, digest=self.digest
        )
