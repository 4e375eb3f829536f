"""Shortlists: a ranked list of schools as it was when it was saved, with the case as it was."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.accounts.models import User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.fields import EncryptedJSONField
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.models.case import Case
from placements.models.child import WRITERS
from placements.models.match_weights import MatchWeights
from providers.models import School


class ShortlistQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-pk")


class Shortlist(models.Model):
    """The list from which schools are chosen, with the case, the filters and the weights of then.

    It is never changed. ``on_day`` is the day of which memberships were asked.
    """

    PERSONAL = frozenset({"case_then"})
    NOT_PERSONAL = frozenset(
        {"id", "case", "made_at", "made_by", "seed", "weights", "filters", "on_day"}
    )

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shortlists")
    made_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    seed = models.PositiveIntegerField()
    weights = models.ForeignKey(MatchWeights, on_delete=models.PROTECT, related_name="+")
    filters = models.JSONField(default=dict)
    on_day = models.DateField()
    case_then = EncryptedJSONField()

    objects = ShortlistQuerySet.as_manager()

    class Meta:
        triggers = [
            WrittenBySomebody(*WRITERS, made_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("made_at"),
        ]

    def __str__(self) -> str:
        return f"shortlist {self.pk}"


class ShortlistedSchool(models.Model):
    """A school in a shortlist: where it stood, and why, in the words of then.

    ``open_lots`` are the lots in which it was a member and not suspended on ``on_day``.
    """

    PERSONAL = frozenset({"why", "miles", "cost"})
    NOT_PERSONAL = frozenset(
        {"id", "shortlist", "school", "rank", "score", "is_member", "open_lots", "free"}
    )

    shortlist = models.ForeignKey(Shortlist, on_delete=models.PROTECT, related_name="schools")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    score = models.DecimalField(max_digits=8, decimal_places=4)
    is_member = models.BooleanField()
    open_lots = models.JSONField(default=list)
    free = models.PositiveSmallIntegerField(null=True)
    miles = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    cost = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    why = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shortlist", "rank"], name="placements_shortlistedschool_one_a_rank"
            ),
            models.UniqueConstraint(
                fields=["shortlist", "school"], name="placements_shortlistedschool_once"
            ),
            models.CheckConstraint(
                name="placements_shortlistedschool_from_one", condition=Q(rank__gte=1)
            ),
        ]
        triggers = [
            WrittenBySomebody(*WRITERS),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.rank}: {self.school_id}"

    @property
    def lots(self) -> list[str]:
        """The lots in which it was open to call-offs, as tags say them."""
        return [f"lot {number}" for number in self.open_lots]
