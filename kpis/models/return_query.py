"""Questions of the council about a return, one for an indicator, and the school's answers."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.models import written
from kpis.models.return_version import ReturnVersion
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


class ReturnQueryQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(version__in=ReturnVersion.objects.visible_to(user))

    def oldest_first(self) -> Self:
        return self.order_by("asked_at", "pk")


@tracked()
class ReturnQuery(models.Model):
    """A question about an indicator, by its code, in the ``version`` that was submitted.

    The answer goes with the next version. A question stays as it was asked.
    """

    version = models.ForeignKey(ReturnVersion, on_delete=models.PROTECT, related_name="queries")
    key = models.CharField(max_length=50)
    question = models.TextField()
    asked_at = models.DateTimeField(null=True, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReturnQueryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="kpis_returnquery_once"),
            models.CheckConstraint(
                name="kpis_returnquery_asks_something",
                condition=~Q(question="") & Q(asked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="kpis_returnquery_answered_with_words",
                condition=Q(answered_at=None, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
            ),
            set_together("answered_at", "answered_by"),
        ]
        triggers = [
            DatedByTheDatabase("asked_at", "answered_at"),
            DoneInPerson(asked_by=("question",), answered_by=("answer",)),
            written.of_the_query(),
            pgtrigger.ReadOnly(
                name="as_it_was_asked",
                fields=["version", "key", "question", "asked_at", "asked_by"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"question on {self.key} of {self.version}"
