"""Forms whose sender had to sign in again: what was typed is kept for a day.

The text lies apart, encrypted, and behind the wall of the seal: PostgreSQL shows it only to the
person who typed it (row security; see the migrations of ``contracts``). What went into a sealed
application is not to be read here either.
"""

from __future__ import annotations

import datetime
import uuid
from typing import Self

from django.db import models

from nmiss.base.accounts.models.user import User
from nmiss.base.core.fields import EncryptedTextField


class UnsentFormQuerySet(models.QuerySet):
    def of(self, user: User) -> Self:
        return self.filter(user=user)

    def kept_since(self, moment: datetime.datetime) -> Self:
        return self.filter(kept_at__gte=moment)

    def kept_before(self, moment: datetime.datetime) -> Self:
        return self.filter(kept_at__lt=moment)

    def newest_first(self) -> Self:
        return self.order_by("-kept_at", "-pk")


class UnsentForm(models.Model):
    """That somebody has a form to send, and at which address it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="unsent_forms")
    address = models.TextField()
    kept_at = models.DateTimeField(db_index=True)

    objects = UnsentFormQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "address"], name="accounts_one_unsent_form_each"
            )
        ]

    def __str__(self) -> str:
        return f"unsent form of {self.user_id}"


class UnsentText(models.Model):
    """What was typed into it. It goes with its form, by the database: nobody need read it."""

    form = models.OneToOneField(
        UnsentForm,
        primary_key=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,  # the migration makes one that deletes with its form
        related_name="text",
    )
    user = models.ForeignKey(
        User, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    sent = EncryptedTextField()

    def __str__(self) -> str:
        return f"text of {self.form_id}"
