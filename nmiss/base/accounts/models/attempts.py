"""Attempts that are counted, so that nobody guesses: in a table of their own.

A cache forgets what it has no room for; these rows are forgotten only when they no longer count.
Accounts and sources are kept as keyed digests: the table says neither who was tried nor from where.
"""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import Sum


class AttemptsQuerySet(models.QuerySet):
    def since(self, moment: datetime.datetime) -> Self:
        return self.filter(last_at__gte=moment)

    def total(self) -> int:
        """How many attempts these rows count."""
        return self.aggregate(total=Sum("number"))["total"] or 0


class Attempts(models.Model):
    """What was tried at one account from one source: an address, or a browser known there."""

    action = models.CharField(max_length=20)
    account = models.CharField(max_length=64)
    source = models.CharField(max_length=64)
    is_known = models.BooleanField(default=False)
    number = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    open_at = models.DateTimeField()

    objects = AttemptsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "account", "source"], name="accounts_attempts_once"
            )
        ]
        indexes = [
            models.Index(fields=["action", "source", "last_at"], name="accounts_attempts_source"),
            models.Index(fields=["last_at"], name="accounts_attempts_old"),
        ]

    def __str__(self) -> str:
        return f"{self.number} × {self.action}"


class KnownSource(models.Model):
    """A browser or an address from which somebody has signed in before, as a keyed digest."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=64)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "source"], name="accounts_knownsource_once")
        ]

    def __str__(self) -> str:
        return f"A source of {self.user_id}"
