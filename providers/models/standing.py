"""Standing: how a school's returns were judged, written down as a dated fact.

Those who judge returns write it here, where search, fees and contracts read it. A standing is never
changed: a later one for the same period stands beside it.
"""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Case, F, OuterRef, Q, When

from nmiss.base.accounts.models import User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase
from providers.models.school import School

NOT_RETURNED, NOTHING_APPLICABLE = "not_returned", "nothing_applicable"


@coloured(good="green", approaching="yellow", below="red")
class StandingBand(models.TextChoices):
    """How a school stands, the best first."""

    GOOD = "good", "Good"
    APPROACHING = "approaching", "Approaching target"
    BELOW = "below", "Below target"


@coloured(not_returned="red", nothing_applicable="grey")
class NoStanding(models.TextChoices):
    """Why a school has no band. Not returned is read as the lowest: silence must not pay."""

    NOT_RETURNED = NOT_RETURNED, "Not returned"
    NOTHING_APPLICABLE = NOTHING_APPLICABLE, "No indicators apply"


class StandingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees a school sees how it stands: a provider's people no other school than theirs."""
        return self.filter(school__in=School.objects.visible_to(user))

    def known_on(self, day: datetime.date) -> Self:
        """Of each school the newest that was written by the end of a day."""
        written = self.filter(written_at__date__lte=day)
        newest = written.order_by("school", "-as_at", "-written_at", "-pk").distinct("school")
        return self.filter(pk__in=newest.values("pk"))

    def newest_first(self) -> Self:
        return self.order_by("-as_at", "-written_at", "-pk")

    def word_of(self, school: OuterRef) -> Self:
        """The newest of the school of a row in a word: the band, or why there is none."""
        word = Case(When(band="", then=F("reason")), default=F("band"))
        return self.filter(school=school).newest_first().annotate(said=word).values("said")[:1]


class Standing(models.Model):
    """How a school stood for a period, as of its last day, when this was written."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="standings")
    period_name = models.CharField(max_length=50)
    as_at = models.DateField()
    score = models.DecimalField(max_digits=5, decimal_places=4, null=True)
    coverage = models.DecimalField(max_digits=5, decimal_places=4, null=True)
    band = models.CharField(max_length=20, choices=StandingBand, blank=True)
    reason = models.CharField(max_length=20, choices=NoStanding, blank=True)
    written_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = StandingQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("band", StandingBand, or_empty=True),
            one_of("reason", NoStanding, or_empty=True),
            models.CheckConstraint(
                name="providers_standing_band_or_reason",
                condition=Q(score__isnull=False, coverage__isnull=False, reason="") & ~Q(band="")
                | Q(score=None, band="", coverage__isnull=False, reason=NOT_RETURNED)
                | Q(score=None, band="", coverage=None, reason=NOTHING_APPLICABLE),
            ),
            models.CheckConstraint(
                name="providers_standing_shares",
                condition=(Q(score=None) | Q(score__gte=0, score__lte=1))
                & (Q(coverage=None) | Q(coverage__gte=0, coverage__lte=1)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "-as_at", "-written_at"], name="providers_standing_newest"
            )
        ]
        triggers = [
            DatedByTheDatabase("written_at"),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.school}: {self.in_words}, {self.period_name}"

    # Questions

    @property
    def word(self) -> str:
        """The band, or why there is none, as a status says it."""
        return self.band or self.reason

    @property
    def in_words(self) -> str:
        """The same, as people read it."""
        return self.get_band_display() or self.get_reason_display()

    @property
    def read_as(self) -> str:
        """The band that search, fees and contracts go by: empty is neither good nor bad."""
        return StandingBand.BELOW if self.reason == NOT_RETURNED else self.band
