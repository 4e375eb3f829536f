"""Ratings that a school contests: once for an indicator of a return, and the council's answer."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.models import written
from kpis.models.kpi_return import KpiReturn
from kpis.models.return_version import ReturnVersion
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

colours({"waiting for an answer": "yellow", "upheld": "green", "not upheld": "grey"})


_BY_ANOTHER = """
    IF NEW.answered_by_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.accounts_user
        WHERE id = NEW.answered_by_id AND role IN ('officer', 'manager')
    ) THEN
        RAISE EXCEPTION 'The council answers about a contested rating.';
    END IF;
    IF EXISTS (SELECT FROM public.kpis_returnversion
               WHERE kpi_return_id = NEW.kpi_return_id AND counts
                   AND accepted_by_id = NEW.answered_by_id) THEN
        RAISE EXCEPTION 'Another person than who accepted the return answers.';
    END IF;
    RETURN NULL;
"""


class RatingContestQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(kpi_return__in=KpiReturn.objects.visible_to(user))

    def unanswered(self) -> Self:
        return self.filter(answered_at=None)

    def to_answer_by(self, user: User) -> Self:
        """Those that this person may answer: of returns that somebody else accepted."""
        own = ReturnVersion.objects.counting().filter(accepted_by=user).values("kpi_return")
        return self.unanswered().exclude(kpi_return__in=own)

    def oldest_first(self) -> Self:
        return self.order_by("contested_at", "pk")


@tracked()
class RatingContest(models.Model):
    """Why a school contests a rating, and whether the council agrees.

    The ``key`` is the code of an indicator, ``rating`` its rating in words as it was then. Neither
    the reason nor the answer changes.
    """

    kpi_return = models.ForeignKey(KpiReturn, on_delete=models.PROTECT, related_name="contests")
    key = models.CharField(max_length=50)
    rating = models.CharField(max_length=200)
    reason = models.TextField()
    contested_at = models.DateTimeField(editable=False)
    contested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    is_upheld = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RatingContestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kpi_return", "key"], name="kpis_ratingcontest_once"),
            models.CheckConstraint(
                name="kpis_ratingcontest_has_its_reason", condition=~Q(reason="")
            ),
            models.CheckConstraint(
                name="kpis_ratingcontest_answered_with_words",
                condition=Q(answered_at=None, answer="", is_upheld=None)
                | Q(answered_at__isnull=False, is_upheld__isnull=False) & ~Q(answer=""),
            ),
            set_together("answered_at", "answered_by"),
        ]
        triggers = [
            DatedByTheDatabase("contested_at", "answered_at"),
            DoneInPerson(contested_by=("reason",), answered_by=("answer", "is_upheld")),
            written.of_the_contest(),
            pgtrigger.Trigger(
                name="answered_by_another",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,  # so that a constraint speaks first
                func=_BY_ANOTHER,
            ),
            pgtrigger.ReadOnly(
                name="as_it_was_contested",
                fields=["kpi_return", "key", "rating", "reason", "contested_at", "contested_by"],
            ),
            pgtrigger.Protect(
                name="answered_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"contested rating of {self.key} in the {self.kpi_return}"

    @property
    def words(self) -> str:
        """Where it stands."""
        if self.answered_at is None:
            return "waiting for an answer"
        return "upheld" if self.is_upheld else "not upheld"
