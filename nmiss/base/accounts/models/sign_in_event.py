"""The record of sign-ins: who came in, who did not, from where and how; kept for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import pgtrigger
from django.db import models
from django.db.models.functions import Now

from nmiss.base.core.constraints import one_of

if TYPE_CHECKING:
    from nmiss.base.accounts.models.user import User


class Happened(models.TextChoices):
    """What the record knows."""

    SIGNED_IN = "signed_in", "Signed in"
    REFUSED = "refused", "Wrong password"
    CLOSED = "closed", "Refused: the account is closed"
    SLOWED = "slowed", "Made to wait: too many attempts"
    CODE_REFUSED = "code_refused", "Wrong code or passkey"
    STEPPED_UP = "stepped_up", "Confirmed with the second factor"
    RECOVERY_CODE = "recovery_code", "Used a recovery code"
    RECOVERY_CODES = "recovery_codes", "Made new recovery codes"
    FACTOR_ADDED = "factor_added", "Added a second factor"
    FACTOR_REMOVED = "factor_removed", "Removed a second factor"
    FACTORS_TAKEN = "factors_taken", "Second factor removed by others"
    RESET_ASKED = "reset_asked", "Asked for a new password"
    NEW_PASSWORD = "new_password", "Set a new password"
    INVITATION = "invitation", "Used the invitation"
    SIGNED_OUT = "signed_out", "Signed out"
    SESSION_ENDED = "session_ended", "Session ended"


class SignInEventQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Administrators see everybody's; others see their own."""
        return self if user.role == "administrator" else self.of(user)

    def of(self, user: User) -> Self:
        return self.filter(user_number=user.pk)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class SignInEvent(models.Model):
    """One thing that happened at the door.

    Points at a person by number and name, not by foreign key: the record outlives the account. An
    email address that belongs to nobody is not kept, nor is anything that was typed.
    """

    UNKNOWN = "Unknown account"

    at = models.DateTimeField(db_default=Now(), editable=False)
    happened = models.CharField(max_length=20, choices=Happened)
    user_number = models.BigIntegerField(null=True)
    user_name = models.CharField(max_length=200)
    how = models.CharField(max_length=60, blank=True)
    address = models.GenericIPAddressField(null=True)
    browser = models.CharField(max_length=60, blank=True)

    objects = SignInEventQuerySet.as_manager()

    class Meta:
        constraints = [one_of("happened", Happened)]
        indexes = [
            models.Index(fields=["at", "id"], name="accounts_signinevent_in_order"),
            models.Index(fields=["user_number", "at"], name="accounts_signinevent_of"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.user_name}: {self.get_happened_display()}"

    # Verbs

    @classmethod
    def about(cls, happened: Happened, user: User | None, **details: object) -> Self:
        """What happened to somebody; without a user, to an account that nobody has."""
        return cls(
            happened=happened,
            user_number=user.pk if user else None,
            user_name=user.name if user else cls.UNKNOWN,
            **details,
        )

    @classmethod
    def note(cls, happened: Happened, user: User | None, **details: object) -> None:
        cls.about(happened, user, **details).save(force_insert=True)
