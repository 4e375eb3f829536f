"""Sessions that were open within the last day or so: whose they were, and when last used.

What is sent by a session that has ended is kept for its person (``nmiss.base.accounts.unsent``); so
we must know whose it was when the session itself is gone, however it ended.
"""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models

from nmiss.base.accounts.models.user import User


class KnownSessionQuerySet(models.QuerySet):
    def used_since(self, moment: datetime.datetime) -> Self:
        return self.filter(seen_at__gte=moment)

    def used_before(self, moment: datetime.datetime) -> Self:
        return self.filter(seen_at__lt=moment)


class KnownSession(models.Model):
    """A session by the digest of its key, from which the key cannot be told."""

    digest = models.CharField(max_length=32, primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="known_sessions")
    seen_at = models.DateTimeField(db_index=True)  # to the minute

    objects = KnownSessionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"session of {self.user_id}"

    # Verbs

    @classmethod
    def note(cls, digest: str, user: User, *, at: datetime.datetime) -> None:
        """Somebody is in, and was at this instant."""
        row = cls(digest=digest, user=user, seen_at=at)
        changed = {"unique_fields": ["digest"], "update_fields": ["user", "seen_at"]}
        cls.objects.bulk_create([row], update_conflicts=True, **changed)
