"""Which school went on as which: a new number, a split or an amalgamation, from a day on."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from providers.models.school import School


class SuccessionQuerySet(models.QuerySet):
    def oldest_first(self) -> Self:
        return self.order_by("from_on", "pk")

    def with_schools(self) -> Self:
        return self.select_related("predecessor", "successor")


@tracked()
class Succession(models.Model):
    """A school goes on as another from ``from_on``. ``kind`` is the register's word for it.

    A school with one successor is the same under another number, or has become a part of a
    larger one; with several, it was split.
    """

    predecessor = models.ForeignKey(School, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(School, on_delete=models.CASCADE, related_name="predecessions")
    from_on = models.DateField()
    kind = models.CharField(max_length=100)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="providers_succession_once"
            ),
            models.CheckConstraint(
                name="providers_succession_of_another", condition=~Q(predecessor=F("successor"))
            ),
        ]
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER)]

    def __str__(self) -> str:
        return f"{self.successor} from {self.from_on}, before that {self.predecessor}"
