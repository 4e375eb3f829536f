"""How much each reason counts when schools are ranked for a child: the council's to set, dated."""

from __future__ import annotations

import datetime
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.models import AuditEvent

HEAVIEST = 100


class MatchWeightsQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date) -> MatchWeights:
        """The weights of a day; the oldest hold before they were written down, too."""
        rules = self.order_by("-valid_from")
        return rules.filter(valid_from__lte=on).first() or rules.last()

    def newest_first(self) -> Self:
        return self.order_by("-valid_from")


class MatchWeights(models.Model):
    """From a day on: a school's score is the sum of each weight × how well the school does there.

    At ``reach_miles`` and beyond a school has nothing of the distance's weight. A day school
    beyond ``first_within_miles``, where that is set, is not put first by its lot. ``mile_cost``,
    where it is set, is what transport by day costs in pounds a year for each mile between home
    and school.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "valid_from", "need", "age", "places", "distance", "price", "section_41"),
            *("standing", "inspection", "reach_miles", "first_within_miles", "mile_cost"),
            *("good_days", "set_by"),
        }
    )
    TERMS = (
        *("need", "age", "places", "distance", "price"),
        *("standing", "inspection", "section_41"),
    )

    valid_from = models.DateField(unique=True)
    need = models.PositiveSmallIntegerField(default=40)
    age = models.PositiveSmallIntegerField(default=5)
    places = models.PositiveSmallIntegerField(default=20)
    distance = models.PositiveSmallIntegerField(default=15)
    price = models.PositiveSmallIntegerField(default=10)
    standing = models.PositiveSmallIntegerField(default=5)
    inspection = models.PositiveSmallIntegerField(default=5)
    section_41 = models.PositiveSmallIntegerField(default=5)
    reach_miles = models.PositiveSmallIntegerField(default=40)
    first_within_miles = models.PositiveSmallIntegerField(null=True)
    mile_cost = models.PositiveIntegerField(null=True)
    good_days = models.PositiveSmallIntegerField(default=2)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MatchWeightsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_matchweights_up_to_100",
                condition=Q(
                    need__lte=HEAVIEST,
                    age__lte=HEAVIEST,
                    places__lte=HEAVIEST,
                    distance__lte=HEAVIEST,
                    price__lte=HEAVIEST,
                    standing__lte=HEAVIEST,
                    inspection__lte=HEAVIEST,
                    section_41__lte=HEAVIEST,
                ),
            ),
            models.CheckConstraint(
                name="placements_matchweights_something_counts",
                condition=Q(
                    need__gt=-(F("age") + F("places") + F("distance") + F("price"))
                    - F("standing")
                    - F("inspection")
                    - F("section_41")
                ),
            ),
            models.CheckConstraint(
                name="placements_matchweights_some_reach", condition=Q(reach_miles__gte=1)
            ),
            models.CheckConstraint(
                name="placements_matchweights_first_within_some_miles",
                condition=Q(first_within_miles=None) | Q(first_within_miles__gte=1),
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.MANAGER, set_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"weights of matching from {self.valid_from:%-d %B %Y}"

    # Questions

    def terms(self) -> list[tuple[str, int]]:
        """Each term with its weight."""
        return [(name, getattr(self, name)) for name in self.TERMS]

    # Verbs

    @classmethod
    def set_from(cls, valid_from: datetime.date, *, by: User, **weights: Any) -> Self:
        """Have other weights from a day on."""
        found = cls.objects.create(valid_from=valid_from, set_by=by, **weights)
        AuditEvent.record("set_match_weights", found, by=by, valid_from=valid_from, **weights)
        return found
