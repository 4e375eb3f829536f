"""References under which a child came in besides its own: the same but for its zeros."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Upper

from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from placements.models.child import WRITERS, Child


@tracked()
class OtherReference(models.Model):
    """A person said that this reference is this child's, too. Imports go by it from then on."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "child", "reference"})

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="other_references")
    reference = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(Upper("reference"), name="placements_otherreference_once"),
            models.CheckConstraint(
                name="placements_otherreference_in_capitals",
                condition=models.Q(reference=Upper("reference")),
            ),
        ]
        triggers = [WrittenBySomebody(*WRITERS)]

    def __str__(self) -> str:
        return self.reference
