"""How a person wants to get a kind of reminder."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked


class Delivery(models.TextChoices):
    EACH = "each", "An email each"
    DIGEST = "digest", "In one email each working day"
    OFF = "off", "No email"


class ReminderChoiceQuerySet(models.QuerySet):
    def of_each(self) -> dict[tuple[str, str], str]:
        """What everybody chose, by recipient and kind."""
        rows = self.values_list("recipient", "kind", "delivery")
        return {(recipient, kind): delivery for recipient, kind, delivery in rows}


@tracked()
class ReminderChoice(models.Model):
    """What a person chose for a kind of reminder; without one they get an email each.

    Reminders of deadlines of the law are sent whatever stands here.
    """

    recipient = models.EmailField()
    kind = models.CharField(max_length=50)
    delivery = models.CharField(max_length=10, choices=Delivery)

    objects = ReminderChoiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind"], name="core_reminderchoice_one_a_kind"
            ),
            one_of("delivery", Delivery),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}, {self.kind}: {self.get_delivery_display()}"

    # Verbs

    @classmethod
    def choose(cls, recipient: str, choices: Mapping[str, str]) -> None:
        """Have these kinds sent so: all in one statement."""
        cls.objects.bulk_create(
            [cls(recipient=recipient, kind=kind, delivery=how) for kind, how in choices.items()],
            update_conflicts=True,
            unique_fields=["recipient", "kind"],
            update_fields=["delivery"],
        )
