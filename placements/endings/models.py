"""Endings: notice that either side gives, or why a place ends without notice."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

import placements.models  # noqa: F401 - its histories are made once that is loaded
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of, set_together, voided_with_a_reason
from nmiss.base.core.fields import EncryptedTextField
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.endings import permissions, walls
from placements.models.placement import EndReason, Placement
from providers.recipients import writers_of

THE_SCHOOL_ASKED = "The school withdrew its notice"
NOTICES = (EndReason.NOTICE_BY_SCHOOL, EndReason.NOTICE_BY_AUTHORITY)


class PlacementEndingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees the place, but for finance, who read its prices alone."""
        if not permissions.can_see_endings(user):
            return self.none()
        return self.filter(placement__in=Placement.objects.visible_to(user))

    def that_stand(self) -> Self:
        """Those that nobody has voided."""
        return self.filter(voided_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked()
class PlacementEnding(models.Model):
    """The last day of a place, with its reason: it can only come earlier by another ending.

    Notice has the day on which it was given and its weeks; where the place ends sooner, both sides
    agreed to that and ``sooner_reason`` says why. ``before_on`` and ``before_reason`` are how the
    place stood, for an ending that is voided.
    """

    PERSONAL = frozenset({"reason", "words", "sooner_reason", "before_reason"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "placement", "given_on", "weeks", "last_on", "before_on", "recorded_at"),
            *("recorded_by", "voided_by", "voided_at", "void_reason"),
        }
    )

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="endings")
    reason = models.CharField(max_length=30, choices=EndReason)
    given_on = models.DateField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    last_on = models.DateField()
    words = EncryptedTextField()
    sooner_reason = EncryptedTextField(null=True)
    before_on = models.DateField(null=True)
    before_reason = models.CharField(max_length=30, choices=EndReason, blank=True)
    recorded_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    void_reason = models.TextField(blank=True)

    objects = PlacementEndingQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("reason", EndReason),
            one_of("before_reason", EndReason, or_empty=True),
            set_together("voided_at", "voided_by"),
            voided_with_a_reason(),
            models.CheckConstraint(
                name="placements_placementending_notice_has_its_day_and_weeks",
                condition=Q(reason__in=NOTICES, given_on__isnull=False, weeks__isnull=False)
                | ~Q(reason__in=NOTICES) & Q(given_on=None, weeks=None),
            ),
            models.CheckConstraint(
                name="placements_placementending_not_sooner_without_a_reason",
                condition=Q(given_on=None)
                | Q(sooner_reason__isnull=False, last_on__gte=F("given_on"))
                | Q(last_on__gte=F("given_on") + F("weeks") * 7),
            ),
            models.CheckConstraint(
                name="placements_placementending_never_later",
                condition=Q(before_on=None) | Q(last_on__lte=F("before_on")),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="stands_as_recorded",
                fields=[
                    *("placement", "reason", "given_on", "weeks", "last_on", "before_on"),
                    *("before_reason", "recorded_at", "recorded_by"),
                ],
            ),
            pgtrigger.Trigger(
                name="voided_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided_at__isnull=False),
                func="RAISE EXCEPTION 'An ending that is voided stays as it is.';",
            ),
            pgtrigger.Trigger(
                name="its_words_stand",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=walls.ITS_WORDS_STAND,
            ),
            DatedByTheDatabase("recorded_at", "voided_at"),
            DoneInPerson(recorded_by=(), voided_by=("voided_at",)),
            pgtrigger.Trigger(
                name="by_whom",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=walls.BY_WHOM,
            ),
            pgtrigger.Trigger(
                name="voided_by_its_side",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided_at__isnull=True, new__voided_at__isnull=False),
                func=walls.VOIDED_BY_ITS_SIDE,
            ),
            pgtrigger.Trigger(
                name="as_agreed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=walls.AS_AGREED,
            ),
            pgtrigger.Trigger(
                name="ends_its_place",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=walls.ENDS_ITS_PLACE,
            ),
        ]

    def __str__(self) -> str:
        return f"ending of placement {self.placement}"

    # Questions

    @property
    def reference(self) -> str:
        """Its number, which says nothing of the child."""
        return f"E{self.pk:05}"

    @property
    def is_notice(self) -> bool:
        return self.given_on is not None

    @property
    def is_by_school(self) -> bool:
        """Whether it is the school's own act, whoever recorded it."""
        return self.reason == EndReason.NOTICE_BY_SCHOOL

    @property
    def was_given_here(self) -> bool:
        """Whether the school itself gave its notice in the hub."""
        return self.recorded_by.is_provider

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    # Verbs

    @in_person
    def void(self, *, by: User, reason: str, school_asked: bool = False) -> None:
        """Take it back: the place lasts again as it did before, and both stay on record.

        The council voids a notice that the school gave only where the school asked for it, and
        that is then the reason. Both sides are told.
        """
        place = self.placement
        place.refresh_from_db(from_queryset=Placement.objects.select_for_update(of=("self",)))
        self.refresh_from_db(from_queryset=PlacementEnding.objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_void_ending(by, self))
        asked = school_asked or (by.is_provider and self.is_by_school)
        stop_if(permissions.why_not_void_for_school(by, self, school_asked=asked))
        self.voided_by, self.voided_at = by, timezone.now()
        self.void_reason = f"{THE_SCHOOL_ASKED}. {reason}" if asked else reason
        self.save(update_fields=["voided_by", "voided_at", "void_reason"])
        AuditEvent.record("void_ending", self, by=by, last_on=self.last_on)
        place.end(by=by, on=self.before_on, reason=self.before_reason)
        school = place.school
        people = [*User.objects.in_roles(Role.PLACEMENTS), *writers_of(school.provider_id)]
        words = {"school": str(school), "last_on": self.before_on, "is_withdrawn": asked}
        tell(people, "placements/endings/place_goes_on", about=self, **words)

    @classmethod
    def standing_of(cls, placement: Placement) -> PlacementEnding | None:
        """The ending that says when the place ends, if one does."""
        return placement.endings.that_stand().newest_first().first()

    @property
    def notice_until(self) -> datetime.date | None:
        """The last day by the notice that was given."""
        return self.given_on + datetime.timedelta(weeks=self.weeks) if self.is_notice else None
